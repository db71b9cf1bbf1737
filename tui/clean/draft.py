"""What the rules of cleaning hand to one another: the lines with what has been decided about each."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from tui.model.article import PassageKind
from tui.model.fold import fold
from tui.model.rawcopy import Copy, Format, LineRole, Metadata

_EAST: Final = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"  # letters of scripts that put no space between words
_WORD: Final = re.compile(rf"[{_EAST}]{{1,2}}|[^\W_{_EAST}]+(?:['.-][^\W_{_EAST}]+)*")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of copy that is not blank."""

    text: str
    """The line as printed."""
    folded: str
    """The line with its typography levelled, as long as the text."""
    number: int | None
    """1-based line of the source file."""
    role: LineRole
    """What the form says of it."""
    parted: bool
    """True where a blank line or the beginning of the copy stands before it."""
    words: int
    """How many words it has; two letters count as one where a script sets no spaces."""
    breaks: tuple[int, ...] = ()
    """Where, in its text, each further line of the source file begins."""

    @property
    def ends(self) -> bool:
        """True where it ends as a sentence does."""
        return bool(_END.search(self.folded))


_END: Final = re.compile(r"[.!?\u3002\uff01\uff1f\u061f\u0964][\"')\]\u300d\uff09]*\s*[\"')\]]*$")


@dataclass(frozen=True, slots=True)
class Call:
    """What was decided about a line."""

    kind: PassageKind | None
    """Its place in the article; ``None`` where it is taken away."""
    reason: str = ""
    """Why it is taken away, in words a reader understands."""
    doubtful: bool = False
    """True where the decision to keep it is unsure."""
    skip: int = 0
    """How many characters at its beginning are left out, as a section label glued to the headline."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An article on its way through the rules."""

    source: str
    """The path or address as the user gave it."""
    format: Format
    """The form it arrived in."""
    lines: tuple[Line, ...]
    """Every line that is not blank."""
    calls: tuple[Call | None, ...]
    """What was decided about each line; ``None`` where nothing was yet."""
    metadata: Metadata
    """What is known about the article so far."""

    def open(self) -> Iterable[tuple[int, Line]]:
        """Return the lines that nothing was decided about, with their places."""
        return ((place, line) for place, (line, call) in enumerate(zip(self.lines, self.calls, strict=True)) if call is None)

    def kept(self, *kinds: PassageKind) -> list[int]:
        """Return the places of the lines that were given one of ``kinds``."""
        return [place for place, call in enumerate(self.calls) if call is not None and call.kind in kinds]

    def call(self, decided: dict[int, Call], **stated: object) -> "Draft":
        """Return the draft with more lines decided and metadata added where none was stated."""
        calls = tuple(decided.get(place, call) for place, call in enumerate(self.calls)) if decided else self.calls
        new = {name: value for name, value in stated.items() if value and not getattr(self.metadata, name)}
        metadata = replace(self.metadata, **new) if new else self.metadata  # type: ignore[arg-type] # the names are those of its fields
        return replace(self, calls=calls, metadata=metadata)


def begin(copy: Copy) -> Draft:
    """Return the draft of a copy, nothing decided."""
    lines: list[Line] = []
    parted = True
    for line in copy.lines:
        text = line.text.strip()
        if text:
            folded = fold(text)
            lines.append(Line(text, folded, line.number, line.role, parted, len(_WORD.findall(folded)), line.breaks))
        parted = not text
    return Draft(copy.source, copy.format, tuple(lines), (None,) * len(lines), copy.stated)


def removed(reason: str) -> Call:
    """Return the decision to take a line away."""
    return Call(None, reason)
