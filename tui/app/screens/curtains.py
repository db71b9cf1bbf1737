"""What stands in place of the articles: progress, the empty desk, an error, a window too small."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.model.collation import Collation
from tui.present.lines import BLANK, Entry, Line, Piece, Tone, prose, words
from tui.present.plain import counted, day

if TYPE_CHECKING:
    from tui.ledger import RecentStory


def _page(lines: Sequence[Line]) -> tuple[Entry, ...]:
    """Return the lines as a page without a cursor, a little air above."""
    return (Entry((BLANK, BLANK, *lines), rests=False),)


def empty_sentences(recent: "Sequence[RecentStory]" = ()) -> tuple[Entry, ...]:
    """Return the page of a desk without articles: the stories that were opened before, and what to do."""
    stories = [Line((Piece("Opened before", Tone.STRONG, 3),)), BLANK] if recent else []
    for number, story in enumerate(recent, 1):
        work = f"{counted(story.articles, 'article')}, {story.decided} decided, {counted(story.noted, 'note')}"
        about = f"{work}; opened {day(story.opened[:10])}"
        stories += [Line((Piece(str(number), Tone.ACCENT, 3), Piece(story.title, at=8)), indent=8)]
        stories += [Line((Piece(about, Tone.FAINT, 8),)), BLANK]
    return _page(
        (
            Line((Piece("Nothing to compare yet.", Tone.STRONG, 3),)),
            BLANK,
            prose("Sidebyline puts articles on one story side by side and shows on which details they part.", indent=3),
            BLANK,
            *stories,
            Line((Piece("a", Tone.ACCENT, 3), Piece("adds an article: a file, a folder or an address", at=8))),
            Line((Piece("?", Tone.ACCENT, 3), Piece("shows every key", at=8))),
            Line((Piece("q", Tone.ACCENT, 3), Piece("leaves", at=8))),
            BLANK,
            prose("From the command line: sidebyline first.txt second.html https://example.org/third", Tone.FAINT, 3),
        )
    )


def too_few(collation: Collation) -> tuple[Entry, ...]:
    """Return the page for fewer than two articles: which were read, which were not and why."""
    lines = [Line((Piece("A comparison takes two articles.", Tone.STRONG, 3),)), BLANK]
    lines += [Line((Piece("read", Tone.ACCENT, 3), Piece(a.metadata.headline or a.source, at=14))) for a in collation.articles]
    lines += [
        Line((Piece("not read", Tone.CONFLICT, 3, plain=True), Piece(problem.sentence, at=14)), indent=14)
        for problem in collation.problems
    ]
    lines += [BLANK, Line((Piece("a", Tone.ACCENT, 3), Piece("adds an article", at=8)))]
    lines += [Line((Piece("q", Tone.ACCENT, 3), Piece("leaves", at=8)))]
    return _page(lines)


def failure(sentence: str) -> tuple[Entry, ...]:
    """Return the page for an engine that stopped: what it said, and what to do."""
    return _page(
        (
            Line((Piece("The articles could not be collated.", Tone.STRONG, 3),)),
            BLANK,
            prose(sentence, Tone.CONFLICT, 3),
            BLANK,
            Line((Piece("r", Tone.ACCENT, 3), Piece("tries again", at=8))),
            Line((Piece("q", Tone.ACCENT, 3), Piece("leaves", at=8))),
        )
    )


def too_small(width: int, height: int) -> tuple[Entry, ...]:
    """Return the page for a window below 80 × 24 cells."""
    return (Entry((words(""), prose(f"Sidebyline needs 80×24 cells; this window has {width}×{height}.", indent=1)), rests=False),)
