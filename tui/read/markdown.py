"""Markdown: front matter into metadata, headings, quotes and lists into lines that know where they stand."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from tui.model.errors import UnreadableError
from tui.model.rawcopy import Copy, CopyLine, Format, LineRole, Metadata
from tui.read.gate import lines_of, visible

if TYPE_CHECKING:
    from markdown_it.token import Token

_KEYS: Final = {
    "headline": ("headline", "title"),
    "outlet": ("outlet", "publication", "publisher", "site", "site_name", "newspaper", "source"),
    "agency": ("agency", "wire"),
    "published": ("published", "date", "pubdate", "publish_date", "published_at", "date_published"),
    "updated": ("updated", "lastmod", "modified", "updated_at", "date_modified", "last_modified"),
    "language": ("language", "lang", "locale"),
    "address": ("address", "url", "link", "canonical", "source_url"),
}
_AUTHORS: Final = ("byline", "bylines", "author", "authors")
_TOML: Final = re.compile(r"\A\+\+\+[ \t]*\n(.*?)\n\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL)
_SEPARATORS: Final = re.compile(r"\s*(?:,|;|\band\b|&)\s*")
_MIDNIGHT: Final = re.compile(r"T00:00(?::00)?$")


def read_markdown(source: str, text: str) -> Copy:
    """Return the copy of a Markdown text; raises ``UnreadableError`` where its front matter cannot be understood."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - costs 100 ms
    from mdit_py_plugins.front_matter import front_matter_plugin  # noqa: PLC0415 - the same

    text = "\n".join(lines_of(text))
    stated, text = _toml(source, text)
    tokens = MarkdownIt("commonmark").enable("table").use(front_matter_plugin).parse(text)
    if tokens and tokens[0].type == "front_matter":
        stated = _yaml(source, tokens[0].content)
    lines = tuple(_lines(tokens))
    if stated.headline and not any(line.role is LineRole.HEADLINE for line in lines):
        lines = (CopyLine(stated.headline, None, LineRole.HEADLINE), CopyLine(""), *lines)
    return Copy(source, Format.MARKDOWN, lines, stated)


def _toml(source: str, text: str) -> tuple[Metadata, str]:
    """Return what TOML front matter states, and the text with blank lines in its place."""
    found = _TOML.match(text)
    if not found:
        return Metadata(), text
    try:
        fields: dict[str, object] = tomllib.loads(found.group(1))
    except tomllib.TOMLDecodeError as error:
        sentence = f"The front matter of {source} is not valid TOML: {error}."
        raise UnreadableError(sentence) from error
    return _metadata(fields), "\n" * found.group().count("\n") + text[found.end() :]


def _yaml(source: str, front: str) -> Metadata:
    """Return what YAML front matter states; only plain values are ever built."""
    import yaml  # noqa: PLC0415 - costs 20 ms

    try:
        fields = yaml.safe_load(front)
    except (yaml.YAMLError, ValueError) as error:
        problem = " ".join(str(getattr(error, "problem", None) or error).split())
        sentence = f"The front matter of {source} is not valid YAML: {problem}."
        raise UnreadableError(sentence) from error
    return _metadata(fields) if isinstance(fields, dict) else Metadata()


def _metadata(fields: dict[str, object]) -> Metadata:
    """Return the metadata that front matter states, whatever its keys are called."""
    given = {str(key).strip().lower().replace("-", "_"): value for key, value in fields.items()}
    found = {name: next((_plain(given[key]) for key in keys if _plain(given.get(key))), None) for name, keys in _KEYS.items()}
    return Metadata(**found, byline=next((_names(given[key]) for key in _AUTHORS if given.get(key)), ()))


def _plain(value: object) -> str | None:
    """Return a value as printed text; ``None`` for what is empty or nested."""
    if isinstance(value, datetime):
        return _MIDNIGHT.sub("", value.isoformat(timespec="minutes"))
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return _plain(value.get("name"))
    return visible(" ".join(str(value).split())) or None if isinstance(value, str | int) and not isinstance(value, bool) else None


def _names(value: object) -> tuple[str, ...]:
    """Return the authors' names from a list or a sentence of names."""
    if isinstance(value, list):
        return tuple(name for part in value if (name := _plain(part)))
    text = _plain(value) or ""
    return tuple(name for name in _SEPARATORS.split(text.removeprefix("By ").removeprefix("by ")) if name)


def _lines(tokens: "Sequence[Token]") -> Iterator[CopyLine]:
    """Yield the lines of all blocks, each block followed by a blank line."""
    containers: list[str] = []
    headlines, row = 0, 0
    cells: list[str] = []
    for place, token in enumerate(tokens):
        if token.nesting == 1:
            containers.append(token.type)
            row = token.map[0] + 1 if token.type == "tr_open" and token.map else row
        elif token.nesting == -1:
            containers.pop()
            if token.type == "tr_close":
                yield from (CopyLine(" ".join(filter(None, cells)), row, LineRole.ENTRY), CopyLine("", None))
                cells = []
        elif token.type == "inline" and token.map:
            role = _role(containers, headlines)
            headlines += role is LineRole.HEADLINE
            if tokens[place - 1].type in {"th_open", "td_open"}:
                cells.append(" ".join(line.text for line in _inline(token, LineRole.ENTRY)))
                continue
            yield from _inline(token, role)
            yield CopyLine("", None)
        elif token.type in {"fence", "code_block"} and token.map:
            for number, line in enumerate(token.content.rstrip("\n").split("\n"), token.map[0] + 1):
                yield CopyLine(line.strip(), number, LineRole.PARAGRAPH)
            yield CopyLine("", None)


def _role(containers: Sequence[str], headlines: int) -> LineRole:
    """Return the role of a block from what it stands in."""
    if containers and containers[-1] == "heading_open":
        return LineRole.HEADING if headlines else LineRole.HEADLINE
    if "blockquote_open" in containers:
        return LineRole.QUOTE
    return LineRole.ENTRY if "list_item_open" in containers else LineRole.PARAGRAPH


def _inline(token: "Token", role: LineRole) -> Iterator[CopyLine]:
    """Yield one line for each source line of a block, its markup taken off."""
    assert token.map is not None  # noqa: S101 - the caller looked
    number, text = token.map[0] + 1, ""
    for child in token.children or ():
        if child.type in {"softbreak", "hardbreak"}:
            yield CopyLine(text.strip(), number, role)
            number, text = number + 1, ""
        elif child.type == "image":
            if child.content.strip():
                yield CopyLine(child.content.strip(), number, LineRole.CAPTION)
        elif child.type in {"text", "code_inline", "text_special"}:
            text += child.content
    if text.strip():
        yield CopyLine(text.strip(), number, role)
