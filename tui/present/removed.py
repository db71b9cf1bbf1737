"""The removed view: what cleaning took away from each article, and what a reader brought back."""

from collections.abc import Container
from typing import Final

from tui.present.lines import BLANK, Entry, Line, Page, Piece, Tone, words
from tui.present.plain import counted
from tui.present.story import Story

_TEXT_AT: Final = 30


def removed(story: Story, restored: Container[tuple[str, str]] = ()) -> Page:
    """Return every removed line with its reason, by article; ``restored`` holds source and text of lines brought back."""
    total = sum(len(article.removed) for article in story.collation.articles)
    told = f"  {counted(total, 'line')} taken away; Enter brings one back"
    head = (Line((Piece("Removed", Tone.STRONG, 1), Piece(told, Tone.FAINT))), Line())
    entries: list[Entry] = []
    for article in story.collation.articles:
        lines = [BLANK] if entries else []
        title = Piece(f"{story.outlet(article.siglum)} · {counted(len(article.removed), 'line')}", Tone.STRONG, 4)
        entries.append(Entry((*lines, Line((Piece(article.siglum, Tone.ACCENT, 1), title))), rests=False))
        for place, line in enumerate(article.removed):
            back = (article.source, line.text) in restored
            reason = f"{line.reason}, doubtful" if line.doubtful else line.reason
            number = "" if line.line is None else f"l.{line.line}"
            shown = Line(
                (
                    Piece(number, Tone.FAINT, 4),
                    Piece(
                        "brought back" if back else reason, Tone.ACCENT if back or line.doubtful else Tone.FAINT, 10, plain=True
                    ),
                    Piece(line.text, Tone.TEXT, _TEXT_AT),
                ),
                indent=_TEXT_AT,
            )
            entries.append(Entry((shown,), key=f"{article.siglum} {place}"))
    return Page(head, tuple(entries) or (Entry((words(" Nothing was taken away.", Tone.FAINT),), rests=False),))
