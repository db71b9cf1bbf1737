"""Addresses: a page fetched politely, with limits, and one clear sentence for everything that can go wrong."""

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin, urlsplit

from tui.model.errors import UnreadableError

if TYPE_CHECKING:
    from urllib3 import PoolManager
    from urllib3.response import BaseHTTPResponse

Progress = Callable[[str, int, int | None], None]
"""Told the address, the bytes that have come and how many there will be, where the server says so."""

_AGENT: Final = "Sidebyline (compares articles; one reader, one page at a time)"
_ACCEPT: Final = "text/html, application/xhtml+xml, text/plain;q=0.9, text/markdown;q=0.9, application/pdf;q=0.8, */*;q=0.1"
_PIECE: Final = 65536
_STATUSES: Final = {
    401: "asks for a name and a password",
    402: "asks for a payment",
    403: "refuses to show the page",
    404: "has no such page (404)",
    410: "has taken the page down (410)",
    429: "is asked too often; try again later",
    451: "may not show the page for legal reasons",
}
_SERVER_FAILS: Final = 500
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_FINE: Final = 200
_BEAT: Final = 0.1  # seconds between two reports


@dataclass(frozen=True, slots=True)
class Limits:
    """What a fetch may take."""

    connect: float = 10.0
    """Seconds until a connection must stand."""
    silence: float = 15.0
    """Seconds that a server may be silent."""
    total: float = 40.0
    """Seconds that a whole page may take, redirections included."""
    size: int = 20 * 1024 * 1024
    """Bytes of the largest page."""
    redirects: int = 5
    """How often a server may send the reader on."""
    together: int = 6
    """How many pages are fetched at once."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it came."""

    address: str
    """Where it came from in the end."""
    raw: bytes
    """The page."""
    kind: str
    """The media type that the server names, in lower case; empty where it names none."""
    charset: str | None = None
    """The encoding that the server names."""


def fetch(
    address: str,
    limits: Limits = Limits(),
    progress: Progress = lambda _address, _come, _whole: None,
    pool: "PoolManager | None" = None,
) -> Fetched:
    """Return the page at an ``http`` or ``https`` address; raises ``UnreadableError`` with one sentence."""
    import urllib3  # noqa: PLC0415 - costs 60 ms

    pool = pool or urllib3.PoolManager(headers={"User-Agent": _AGENT, "Accept": _ACCEPT, "Accept-Encoding": "gzip, deflate"})
    deadline = time.monotonic() + limits.total
    at = address
    for _hop in range(limits.redirects + 1):
        _refuse_scheme(address, at)
        if time.monotonic() > deadline:
            break
        try:
            answer = pool.request(
                "GET",
                at,
                redirect=False,
                retries=False,
                preload_content=False,
                timeout=urllib3.Timeout(connect=limits.connect, read=limits.silence),
            )
            with _Closing(answer):
                if answer.status in _REDIRECTS and answer.headers.get("Location"):
                    at = urljoin(at, answer.headers["Location"])
                    continue
                _refuse_status(address, answer.status)
                return _received((address, at), answer, limits, deadline, progress)
        except urllib3.exceptions.HTTPError as error:
            raise UnreadableError(_sentence(address, error)) from error
        except (ValueError, UnicodeError, OSError) as error:
            sentence = f"{address} is not an address that can be fetched."
            raise UnreadableError(sentence) from error
    late = time.monotonic() > deadline
    reason = f"took longer than {limits.total:.0f} seconds" if late else f"sends the reader on more than {limits.redirects} times"
    sentence = f"{address} cannot be fetched: {urlsplit(at).hostname} {reason}."
    raise UnreadableError(sentence)


def fetch_together(
    addresses: Sequence[str], limits: Limits = Limits(), told: Callable[[str], None] = lambda _what: None
) -> dict[str, Fetched | UnreadableError]:
    """Return every address with its page or with what went wrong, several fetched at once.

    ``told`` hears several times a second how far the work is, in the calling thread; what it raises ends the work.
    """
    found: dict[str, Fetched | UnreadableError] = {}
    come: dict[str, int] = {}
    turns = threading.Semaphore(limits.together)

    def attempt(address: str) -> None:
        with turns:
            try:
                found[address] = fetch(address, limits, lambda _address, size, _whole: come.__setitem__(address, size))
            except UnreadableError as error:
                found[address] = error

    threads = [threading.Thread(target=attempt, args=(address,), daemon=True) for address in dict.fromkeys(addresses)]
    for thread in threads:
        thread.start()
    for thread in threads:
        while thread.is_alive():
            thread.join(_BEAT)
            told(f"fetching pages: {len(found)} of {len(threads)}, {sum(come.values()) // 1024:,} kB")
    return found


class _Closing:
    """A response that goes back to its pool whatever happens."""

    def __init__(self, answer: "BaseHTTPResponse") -> None:
        """Hold the response."""
        self._answer = answer

    def __enter__(self) -> "BaseHTTPResponse":
        """Return the response."""
        return self._answer

    def __exit__(self, *_problem: object) -> None:
        """Close the connection: it is not known to be read to its end."""
        self._answer.close()


def _received(
    source: tuple[str, str], answer: "BaseHTTPResponse", limits: Limits, deadline: float, progress: Progress
) -> Fetched:
    """Return the page that a server sends, within size and time; ``source`` is the address asked and the one it led to."""
    address, at = source
    told = answer.headers.get("Content-Length", "")
    whole = int(told) if told.isdigit() else None
    sentence = f"{address} is larger than {limits.size // (1024 * 1024)} MB, which no article is."
    if whole is not None and whole > limits.size:
        raise UnreadableError(sentence)
    pieces: list[bytes] = []
    come = 0
    while piece := answer.read1(_PIECE, decode_content=True):
        come += len(piece)
        if come > limits.size:
            raise UnreadableError(sentence)
        if time.monotonic() > deadline:
            late = f"{address} cannot be fetched: {urlsplit(at).hostname} took longer than {limits.total:.0f} seconds."
            raise UnreadableError(late)
        pieces.append(piece)
        progress(address, come, whole)
    kind, _semicolon, rest = answer.headers.get("Content-Type", "").partition(";")
    charset = rest.partition("charset=")[2].strip(" \"'").split(";")[0] or None
    return Fetched(at, b"".join(pieces), kind.strip().lower(), charset)


def _refuse_scheme(address: str, at: str) -> None:
    """Raise where an address is not one of the web, or sends the reader elsewhere than to the web."""
    try:
        parts = urlsplit(at)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme.lower() not in {"http", "https"} or not parts.hostname:
        sentence = f"{address} does not lead to a page on the web."
        raise UnreadableError(sentence)


def _refuse_status(address: str, status: int) -> None:
    """Raise where a server answers with anything but a page."""
    if status == _FINE:
        return
    host = urlsplit(address).hostname
    reason = _STATUSES.get(status)
    if reason is None:
        reason = f"has a fault of its own ({status})" if status >= _SERVER_FAILS else f"does not show the page ({status})"
    sentence = f"{address} cannot be fetched: {host} {reason}."
    raise UnreadableError(sentence)


def _sentence(address: str, error: Exception) -> str:
    """Return what went wrong on the way, in one sentence."""
    from urllib3 import exceptions as wrong  # noqa: PLC0415 - as above

    host = urlsplit(address).hostname
    if isinstance(error, wrong.LocationParseError | wrong.LocationValueError):
        return f"{address} is not an address that can be fetched."
    reasons = (
        (wrong.NameResolutionError, f"there is no host called {host}"),
        (wrong.SSLError, f"the certificate of {host} is not to be trusted"),
        ((wrong.NewConnectionError, wrong.MaxRetryError), f"{host} refuses the connection"),
        (wrong.ConnectTimeoutError, f"{host} does not answer"),
        (wrong.TimeoutError, f"{host} fell silent"),
        (wrong.DecodeError, f"what {host} sends cannot be unpacked"),
    )
    reason = next((reason for kinds, reason in reasons if isinstance(error, kinds)), f"{host} broke the connection off")
    return f"{address} cannot be fetched: {reason}."
