"""A story in one file: a ``.sidebyline`` file is a zip archive of the articles and what was decided about them.

``story.json`` in it names the articles in order and holds decisions, deeds by hand and the view; the articles lie beside it as
they were read, those that came from an address or a pipe as Markdown. Whatever is unpacked comes from a stranger, so nothing in
it chooses where it is written, and sizes and shapes are held to limits.
"""

import io
import json
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePath
from typing import Any, Final

from tui.ledger.hands import LINES, PAIRS, Deed
from tui.ledger.keys import Fingerprint, Sketch, Trace, digest, fingerprint
from tui.ledger.pages import Pages, merge, pages_of
from tui.ledger.store import Store
from tui.model.article import Article, PassageKind
from tui.model.collation import Collation
from tui.model.errors import LedgerError
from tui.model.triage import Decision, Mark
from tui.saving import UnsavedError, save

_VERSION: Final = 1
_MANIFEST: Final = "story.json"
_MOST: Final = 500  # articles
_LARGEST: Final = 20 * 1024 * 1024  # bytes of one article, as for any other
_ALL: Final = 200 * 1024 * 1024  # bytes of all articles together
_TOO_MUCH: Final = "it holds more than a story does"


def save_story(collation: Collation, path: Path, ledger: Path) -> None:
    """Write the articles of a collation and what the ledger holds on them to one file, whole or not at all.

    Raises ``LedgerError`` with one sentence where an article is gone or the file cannot be written.
    """
    pages = pages_of(collation, ledger)
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as bundle:
        names = []
        for place, article in enumerate(collation.articles, 1):
            name, content = _packed(place, article)
            names.append(name)
            bundle.writestr(_entry(name), content)
        bundle.writestr(_entry(_MANIFEST), json.dumps(_manifest(collation, names, pages), indent=1))
    try:
        save(archive.getvalue(), path)
    except UnsavedError as error:
        raise LedgerError(str(error)) from error


def unpack_story(path: Path, folder: Path, ledger: Path) -> tuple[str, ...]:
    """Lay the articles of a saved story in a folder of their own in ``folder`` and take its decisions into the ledger.

    Returns the articles' paths in the story's order. A decision that the ledger has too is the later of the two.
    Raises ``LedgerError`` with one sentence for a file that is no saved story.
    """
    with _understood(path):
        content = path.read_bytes()
        with zipfile.ZipFile(io.BytesIO(content)) as bundle:
            manifest = json.loads(_read(bundle, _MANIFEST))
            if manifest["sidebyline"] > _VERSION:
                sentence = f"{path} was saved by a newer version of Sidebyline; update Sidebyline to open it."
                raise LedgerError(sentence)
            json.dumps(manifest, ensure_ascii=False).encode()  # fails for half a surrogate pair, which no store takes
            articles = manifest["articles"]
            files = _files(bundle, [entry["file"] for entry in articles])
            pages = _pages(manifest)
            home = folder / digest(content.hex())
            home.mkdir(parents=True, exist_ok=True, mode=0o700)
            sources = [home / _safe(place, entry["file"]) for place, entry in enumerate(articles, 1)]
            for source, text in zip(sources, files, strict=True):
                save(text, source)
    store = Store(ledger)
    try:
        merge(store, pages, tuple(map(str, sources)))
    finally:
        store.close()
    return tuple(map(str, sources))


def _manifest(collation: Collation, names: Sequence[str], pages: Pages) -> dict[str, object]:
    """Return what ``story.json`` holds; articles are numbered from 0."""
    prints = [fingerprint(article) for article in collation.articles]
    return {
        "sidebyline": _VERSION,
        "title": pages.title,
        "articles": [
            {"file": name, "content": known.content, "passages": sorted(known.passages)}
            for name, known in zip(names, prints, strict=True)
        ],
        "view": dict(pages.view),
        "decisions": [
            {
                "kind": sketch.kind,
                "topic": sketch.topic,
                "readings": [[t.article, t.passage, t.words, w] for t, w in zip(sketch.traces, words, strict=True)],
                "mark": decision.mark.value,
                "note": decision.note,
                "who": decision.who,
                "at": decision.at,
            }
            for sketch, words, decision in pages.decisions
        ],
        "deeds": [list(deed) for deed in pages.deeds],
    }


def _pages(manifest: Any) -> Pages:  # noqa: ANN401 - JSON has any shape
    """Return what ``story.json`` holds; raises ``ValueError``, ``TypeError`` or ``KeyError`` where it is of another shape."""
    count = len(manifest["articles"])
    decisions = []
    for entry in manifest["decisions"]:
        rows = [(int(number), str(passage), str(words), str(printed)) for number, passage, words, printed in entry["readings"]]
        traces = tuple(Trace(number, passage, words) for number, passage, words, _ in rows if 0 <= number < count)
        printed = tuple(words for number, *_, words in rows if 0 <= number < count)
        decision = Decision(Mark(entry["mark"]), str(entry["note"]), str(entry["who"]), str(entry["at"]))
        decisions.append((Sketch(str(entry["kind"]), str(entry["topic"]), traces), printed, decision))
    return Pages(
        str(manifest["title"]),
        tuple(Fingerprint(str(a["content"]), frozenset(map(str, a["passages"]))) for a in manifest["articles"]),
        {str(name): str(value) for name, value in manifest["view"].items()},
        tuple(decisions),
        tuple(_deed(deed, json.loads(places), count) for deed, places in manifest["deeds"]),
    )


def _deed(deed: Any, places: Any, count: int) -> Deed:  # noqa: ANN401 - JSON has any shape
    """Return a deed by hand; raises ``ValueError`` or ``TypeError`` for another shape or an article that is not there."""
    pairs = places if deed in PAIRS else [(*places, 0)] if deed in LINES else []
    ends = [(number, text, nth) for number, text, nth in pairs]
    known = all(isinstance(text, str) and type(nth) is type(number) is int and 0 <= number < count for number, text, nth in ends)
    if len(ends) != (2 if deed in PAIRS else 1) or not known:
        sentence = "it holds a deed that no desk does"
        raise ValueError(sentence)
    return str(deed), json.dumps(places)


def _packed(place: int, article: Article) -> tuple[str, bytes]:
    """Return an article's name in the archive and its bytes; one without a file is written as Markdown."""
    path = Path(article.source)
    try:
        if "://" not in article.source and path.is_file():
            return f"articles/{_safe(place, path.name)}", path.read_bytes()
    except OSError as error:
        sentence = f"{article.source} cannot be read any more: {error.strerror or error}."
        raise LedgerError(sentence) from error
    return f"articles/{_safe(place, 'article.md')}", _as_markdown(article).encode("utf-8", "backslashreplace")


def _as_markdown(article: Article) -> str:
    """Return an article as Markdown that is read back as the same passages."""
    stated = article.metadata
    front = {
        "title": stated.headline,
        "outlet": stated.outlet,
        "author": list(stated.byline) or None,
        "date": stated.published,
        "updated": stated.updated,
        "lang": stated.language,
        "url": stated.address,
    }
    lines = ["---", *(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front.items() if value), "---", ""]
    paragraphs: dict[int, list[str]] = {}
    for passage in article.passages:
        heading = "# " if passage.kind is PassageKind.HEADLINE else "## " if passage.kind is PassageKind.SUBHEADING else ""
        start = "" if passage.paragraph in paragraphs else heading
        paragraphs.setdefault(passage.paragraph, []).append(start + re.sub(r"([\\`*_\[\]<>#&])", r"\\\1", passage.text))
    return "\n".join([*lines, *("\n".join((" ".join(sentences), "")) for sentences in paragraphs.values())])


def _safe(place: int, name: str) -> str:
    """Return a file name that leads nowhere else, keeps its suffix and sorts by its place."""
    plain = re.sub(r"[^\w.-]+", "-", PurePath(name.replace("\\", "/")).name).strip(".-")[-80:]
    return f"{place:03d}-{re.sub(r'^[0-9]{3}-', '', plain) or 'article.txt'}"


def _entry(name: str) -> zipfile.ZipInfo:
    """Return an archive entry with a fixed time, so that the same story gives the same bytes."""
    entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def _read(bundle: zipfile.ZipFile, name: str) -> bytes:
    """Return an entry of an archive, which may not be larger than an article may be."""
    with bundle.open(name) as entry:
        content = entry.read(_LARGEST + 1)
    if len(content) > _LARGEST:
        raise ValueError(_TOO_MUCH)
    return content


def _files(bundle: zipfile.ZipFile, names: Sequence[str]) -> list[bytes]:
    """Return the articles of an archive; raises ``ValueError`` for more than a story holds, before all of it is read."""
    if len(names) > _MOST:
        raise ValueError(_TOO_MUCH)
    files: list[bytes] = []
    left = _ALL
    for name in names:
        files.append(_read(bundle, name))
        left -= len(files[-1])
        if left < 0:
            raise ValueError(_TOO_MUCH)
    return files


@contextmanager
def _understood(path: Path) -> Iterator[None]:
    """Turn whatever shows that a file is no saved story into a ``LedgerError`` with one sentence."""
    try:
        yield
    except (OSError, UnsavedError) as error:
        sentence = f"{path} cannot be opened: {getattr(error, 'strerror', None) or error}."
        raise LedgerError(sentence) from error
    except (
        zipfile.BadZipFile,
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
        RuntimeError,
        EOFError,
        zlib.error,
        struct.error,
    ) as error:
        sentence = f"{path} is no story saved by Sidebyline, or a damaged one."
        raise LedgerError(sentence) from error
