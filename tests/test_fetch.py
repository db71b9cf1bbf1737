"""Fetching, against a real server on this machine that misbehaves in every way."""

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Final

import pytest

from tui.collate import read_articles
from tui.model.errors import CancelledError, UnreadableError
from tui.model.rawcopy import Format
from tui.read import read, read_all
from tui.read.fetch import Limits, fetch, fetch_together

PROSE: Final = (
    "<p>The ferry to Skerry island was late on Monday, the harbour office said, because of a strike that began at dawn.</p>"
)
TITLE: Final = "<title>Late ferry angers island</title>"
PAGE: Final = (
    f"<!doctype html><html><head>{TITLE}</head><body><main><h1>Late ferry angers island</h1>{PROSE * 3}</main></body></html>"
)
WALL: Final = (
    f"<!doctype html><html><head>{TITLE}</head><body><main>{PROSE}<div>Subscribe to continue reading.</div></main></body></html>"
)
PATIENT: Final = Limits(connect=60, silence=60, total=120, size=200_000)
HASTY: Final = {"silent": replace(PATIENT, silence=0.4), "trickle": replace(PATIENT, total=1.2)}
"""The limits for what is against the clock; in all else a busy machine has its time."""

TEXT: Final = b"Late ferry\n\nThe ferry was late on Monday, the harbour office said.\n"
LATIN: Final = PAGE.replace("ferry", "caf\u00e9").encode("latin-1")
ANSWERS: Final[dict[str, tuple[bytes, int, dict[str, str]]]] = {
    "page": (PAGE.encode(), 200, {}),
    "loop": (b"", 302, {"Location": "/loop"}),
    "elsewhere": (b"", 302, {"Location": "file:///etc/passwd"}),
    "status": (b"<html>no</html>", 500, {}),
    "large": (b"a" * 300_000, 200, {}),
    "image": (b"\x89PNG", 200, {"Content-Type": "image/png"}),
    "broken": (b"this is not packed", 200, {"Content-Encoding": "gzip"}),
    "packed": (gzip.compress(PAGE.encode()), 200, {"Content-Encoding": "gzip"}),
    "latin": (LATIN, 200, {"Content-Type": "text/html; charset=iso-8859-1"}),
    "text": (TEXT, 200, {"Content-Type": "text/plain"}),
    "wall": (WALL.encode(), 200, {}),
    "empty": (b"<html><body></body></html>", 200, {}),
}
"""What the server sends for each path: the body, the status and further headers."""


class Unruly(BaseHTTPRequestHandler):
    """Answers every path with another fault."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the library's
        """Say nothing."""

    def do_GET(self) -> None:
        """Answer."""
        name, _dash, number = self.path.partition("?")[0].strip("/").partition("-")
        with suppress(OSError):
            if name in ANSWERS:
                body, status, headers = ANSWERS[name]
                self.send(body, int(number or status), headers)
            elif name == "hop":
                self.send(b"", 302, {"Location": f"/hop-{int(number) - 1}" if int(number) else "/page"})
            else:
                {"endless": self.endless, "silent": self.silent, "trickle": self.trickle, "cut": self.cut}[name]()

    def send(self, body: bytes, status: int, headers: dict[str, str]) -> None:
        """Send a whole answer."""
        self.send_response(status)
        for name, value in {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def silent(self) -> None:
        """Say nothing for longer than anybody waits."""
        time.sleep(60)

    def endless(self) -> None:
        """Send without end and without saying how much."""
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        for _ in range(100):
            self.wfile.write(b"a" * 10_000)

    def trickle(self) -> None:
        """Send a byte now and then."""
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", "100000")
        self.end_headers()
        for _ in range(600):
            self.wfile.write(b"a")
            time.sleep(0.1)

    def cut(self) -> None:
        """Break off in the middle."""
        self.send_response(200)
        self.send_header("Content-Length", "100000")
        self.end_headers()
        self.wfile.write(b"<html>")
        self.wfile.flush()
        self.connection.shutdown(socket.SHUT_RDWR)
        self.close_connection = True


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """Run the server and return its address."""
    unruly = ThreadingHTTPServer(("127.0.0.1", 0), Unruly)
    unruly.daemon_threads = True
    threading.Thread(target=unruly.serve_forever, args=(0.05,), daemon=True).start()
    yield f"http://127.0.0.1:{unruly.server_port}"
    unruly.shutdown()
    unruly.server_close()


@pytest.mark.parametrize("path", ["page", "hop-4", "packed"])
def test_a_page_comes_through(server: str, path: str) -> None:
    copy = read(f"{server}/{path}")
    assert copy.stated.headline == "Late ferry angers island"
    assert sum("harbour office" in line.text for line in copy.lines) >= 1
    assert copy.stated.address == f"{server}/{'page' if path.startswith('hop') else path}"


def test_the_server_names_the_encoding_and_the_kind(server: str) -> None:
    assert (
        read(f"{server}/latin").stated.headline == "Late café angers island" or "café" in read(f"{server}/latin").lines[-2].text
    )
    assert read(f"{server}/text").format is Format.TEXT


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("loop", "more than 5 times"),
        ("hop-5", "more than 5 times"),
        ("elsewhere", "does not lead to a page on the web"),
        ("status-404", "no such page"),
        ("status-403", "refuses"),
        ("status-402", "payment"),
        ("status-418", "418"),
        ("status-503", "fault of its own"),
        ("large", "larger than"),
        ("endless", "larger than"),
        ("silent", "fell silent"),
        ("trickle", "took longer than"),
        ("cut", "broke the connection off"),
        ("broken", "cannot be unpacked"),
    ],
)
def test_every_fault_gives_one_sentence(server: str, path: str, words: str) -> None:
    address = f"{server}/{path}"
    with pytest.raises(UnreadableError) as error:
        fetch(address, HASTY.get(path, PATIENT))
    sentence = str(error.value)
    assert words in sentence
    assert sentence.startswith(address)
    assert sentence.endswith(".")
    assert "\n" not in sentence


@pytest.mark.parametrize(("path", "words"), [("image", "not a page"), ("wall", "paywall"), ("empty", "no article")])
def test_what_is_no_article_gives_one_sentence(server: str, path: str, words: str) -> None:
    with pytest.raises(UnreadableError, match=words):
        read(f"{server}/{path}")


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("http://no-such-host.invalid/page", "no host called no-such-host.invalid"),
        ("http://", "does not lead to a page"),
        ("http://[::1/page", "does not lead to a page"),
        ("http://127.0.0.1:99999/", "not an address|does not lead"),
    ],
)
def test_addresses_that_cannot_be(address: str, words: str) -> None:
    with pytest.raises(UnreadableError, match=words):
        fetch(address, PATIENT)


def test_a_closed_port_refuses() -> None:
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    with pytest.raises(UnreadableError, match="refuses the connection"):
        fetch(f"http://127.0.0.1:{port}/", PATIENT)


def test_several_at_once_with_progress_in_the_order_asked(server: str) -> None:
    heard: list[str] = []
    sources = [f"{server}/page", f"{server}/status-404", f"{server}/page?again"]
    copies = list(read_all(sources, heard.append))
    assert [isinstance(copy, UnreadableError) for copy in copies] == [False, True, False]
    assert any("of 3" in what for what in heard)
    articles, problems = read_articles(sources)
    assert [article.siglum for article in articles] == ["A", "B"]
    assert [problem.source for problem in problems] == [f"{server}/status-404"]


def test_silence_is_waited_for_once_not_once_for_each(server: str) -> None:
    limits = replace(PATIENT, silence=1)
    start = time.monotonic()
    found = fetch_together([f"{server}/silent?{number}" for number in range(limits.together)], limits)
    assert time.monotonic() - start < limits.together - 1
    assert all(isinstance(page, UnreadableError) for page in found.values())


def test_fetching_can_be_stopped(server: str) -> None:
    def stop(_what: str) -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        fetch_together([f"{server}/silent"], HASTY["silent"], stop)
