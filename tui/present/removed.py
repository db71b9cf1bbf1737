"""The removed view: what cleaning took away or kept in doubt, and what a reader decided otherwise."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from tui.model.alignment import Hands
from tui.model.article import DROPPED, Article
from tui.model.fold import unspaced
from tui.present.lines import BLANK, Entry, Line, Page, Piece, Tone, words
from tui.present.plain import counted
from tui.present.story import Story

_TOLD_AT: Final = 10
_TEXT_AT: Final = 30  # at the least; further right where a reason is longer
RESTORED: Final = "restored"
_DROPPED: Final = "dropped"


@dataclass(frozen=True, slots=True)
class _Doubt:
    """A line or a paragraph that a reader may take away or bring back."""

    deed: str
    """What deciding otherwise makes of it: restored or dropped."""
    text: str
    """Its words, as the deed keeps them."""
    line: int | None
    """1-based line of the source file, where it is known."""
    told: str
    """What happened to it."""
    rank: int
    """0 for what was kept in doubt, 1 for what was taken away in doubt, 2 for the rest."""
    decided: bool = False
    """True where the reader decided about it."""
    passage: str | None = None
    """Its first passage, where it is kept."""


def removed(story: Story, hands: Hands = Hands()) -> Page:
    """Return, by article, what was kept or removed in doubt and then every other removed line, each with its reason."""
    doubts = {article.siglum: _doubts(article, hands) for article in story.collation.articles}
    text_at = max([_TEXT_AT, *(_TOLD_AT + len(doubt.told) + 2 for found in doubts.values() for doubt in found)])
    total = sum(len(article.removed) for article in story.collation.articles)
    unsure = sum(doubt.rank == 0 for found in doubts.values() for doubt in found)
    told = f"  {counted(total, 'line')} taken away; Enter brings one back"
    if unsure:
        told += f". {counted(unsure, 'paragraph')} kept in doubt; Enter drops one"
    head = (Line((Piece("Removed", Tone.STRONG, 1), Piece(told, Tone.FAINT))), Line())
    entries: list[Entry] = []
    for article in story.collation.articles:
        lines = [BLANK] if entries else []
        title = Piece(f"{story.outlet(article.siglum)} · {counted(len(article.removed), 'line')}", Tone.STRONG, 4)
        entries.append(Entry((*lines, Line((Piece(article.siglum, Tone.ACCENT, 1), title))), rests=False))
        entries += [_entry(article.siglum, doubt, text_at) for doubt in doubts[article.siglum]]
    return Page(head, tuple(entries) or (Entry((words(" Nothing was taken away.", Tone.FAINT),), rests=False),))


def deed_of(key: str) -> tuple[str, str, str]:
    """Return what an entry's key stands for: the article, ``restored`` or ``dropped``, and the text to decide about."""
    siglum, deed, text = key.split(" ", 2)
    return siglum, deed, text


def _entry(siglum: str, doubt: _Doubt, text_at: int) -> Entry:
    """Return the entry of a line or a paragraph, its words beginning in column ``text_at``."""
    number = "" if doubt.line is None else f"l.{doubt.line}"
    tone = Tone.ACCENT if doubt.decided or doubt.rank < 2 else Tone.FAINT  # noqa: PLR2004 - the rest
    pieces = (Piece(number, Tone.FAINT, 4), Piece(doubt.told, tone, _TOLD_AT, plain=True), Piece(doubt.text, Tone.TEXT, text_at))
    return Entry((Line(pieces, indent=text_at),), doubt.passage, key=f"{siglum} {doubt.deed} {doubt.text}")


def _doubts(article: Article, hands: Hands) -> list[_Doubt]:
    """Return what an article keeps in doubt, what it removed in doubt, and the other lines it removed, each in reading order."""
    dropped = {unspaced(text): text for source, text in hands.dropped if source == article.source}
    restored = {text for source, text in hands.restored if source == article.source}
    found = [*_kept(article, dropped, restored), *_taken(article, dropped, restored)]
    shown = {unspaced(doubt.text) for doubt in found}
    found += [_Doubt(RESTORED, text, None, "brought back", 2, decided=True) for text in restored if unspaced(text) not in shown]
    return sorted(found, key=lambda doubt: (doubt.rank, doubt.line or 0))


def _kept(article: Article, dropped: dict[str, str], restored: set[str]) -> Iterator[_Doubt]:
    """Yield the paragraphs that were kept in doubt or brought back, and those that a reader dropped."""
    back = {unspaced(text): text for text in restored}
    for _, passages in groupby(article.passages, key=lambda passage: passage.paragraph):
        first, *more = passages
        text = " ".join(passage.text for passage in (first, *more))
        if (bare := unspaced(text)) in back:
            yield _Doubt(RESTORED, back[bare], first.line, "brought back", 2, decided=True, passage=first.id)
        elif first.doubtful and bare not in dropped:
            yield _Doubt(_DROPPED, text, first.line, "kept, doubtful", 0, passage=first.id)
    for bare, text in dropped.items():
        places = (line.line for line in article.removed if line.reason == DROPPED and unspaced(line.text) in bare)
        yield _Doubt(_DROPPED, text, next(places, None), DROPPED, 0, decided=True)


def _taken(article: Article, dropped: dict[str, str], restored: set[str]) -> Iterator[_Doubt]:
    """Yield the lines that cleaning took away; the lines of a dropped paragraph are told as the paragraph."""
    for line in article.removed:
        if line.reason == DROPPED and any(unspaced(line.text) in bare for bare in dropped):
            continue
        back = line.text in restored
        reason = f"{line.reason}, doubtful" if line.doubtful else line.reason
        yield _Doubt(RESTORED, line.text, line.line, "brought back" if back else reason, 1 if line.doubtful else 2, decided=back)
