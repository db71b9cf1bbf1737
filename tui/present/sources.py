"""The sources view: who is credited, what is copied from whom, how many articles are independent."""

from collections import defaultdict
from typing import Final

from tui.model.collation import Copying
from tui.model.detail import Attribution
from tui.present.lines import BLANK, Entry, Line, Page, Piece, Tone, words
from tui.present.plain import counted, ordinal_place
from tui.present.story import Story

_TEXT_AT: Final = 8
_UNNAMED: Final = "unnamed sources"


def sources(story: Story) -> Page:
    """Return what is copied from whom, then every credited source with what it is credited with."""
    sourcing = story.collation.sourcing
    told = f"  {sourcing.independent} of {counted(len(story.sigla), 'article')} independent"
    head = (Line((Piece("Sources", Tone.STRONG, 1), Piece(told, Tone.FAINT))), Line())
    entries = [_heading("Copied wording", first=True)]
    entries += [_copied(story, copying) for copying in sourcing.copying]
    if not sourcing.copying:
        entries.append(
            Entry((words("    None of the articles shares wording with another beyond chance.", Tone.FAINT),), rests=False)
        )
    entries.append(_heading("Credits of the articles"))
    for article in story.collation.articles:
        stated = article.metadata
        by = ", ".join(filter(None, (stated.agency, *stated.byline))) or "names no author"
        line = Line((Piece(article.siglum, Tone.ACCENT, 4), Piece(f"{story.outlet(article.siglum)} · {by}", Tone.TEXT, _TEXT_AT)))
        entries.append(Entry((line,), article.passages[0].id if article.passages else None))
    return Page(head, (*entries, *_credited(story)))


def _heading(title: str, *, first: bool = False) -> Entry:
    """Return a heading that the cursor passes over."""
    return Entry((*(() if first else (BLANK,)), Line((Piece(title, Tone.STRONG, 1),))), rests=False)


def _copied(story: Story, copying: Copying) -> Entry:
    """Return how much one article has from another, and where."""
    share = f"{copying.copy} has {copying.share:.0%} of its words from {copying.source}"
    lines = [Line((Piece(copying.copy, Tone.ACCENT, 4), Piece(share, Tone.TEXT, _TEXT_AT)))]
    for ours, theirs in copying.passages[:3]:
        text = story.passages[theirs].text if theirs in story.passages else ""
        lines.append(
            Line(
                (Piece(f"{ours} → {theirs}", Tone.FAINT, _TEXT_AT), Piece(text, Tone.FAINT, _TEXT_AT + 14)), indent=_TEXT_AT + 14
            )
        )
    return Entry(tuple(lines), copying.passages[0][1] if copying.passages else None)


def _credited(story: Story) -> list[Entry]:
    """Return every source that an article credits, the most credited first."""
    found: dict[str, list[tuple[str, Attribution]]] = defaultdict(list)
    for extraction in story.collation.extractions:
        for attribution in extraction.attributions:
            if attribution.attitude:
                continue
            found[attribution.speaker or _printed(story, attribution) or _UNNAMED].append((extraction.siglum, attribution))
    entries: list[Entry] = []
    for name in sorted(found, key=lambda name: (name == _UNNAMED, -len({siglum for siglum, _ in found[name]}), name)):
        sigla = " ".join(dict.fromkeys(siglum for siglum, _ in found[name]))
        entries.append(
            Entry(
                (
                    BLANK,
                    Line((Piece(name, Tone.ACCENT, 1), Piece(f"  credited in {sigla}", Tone.FAINT))),
                ),
                rests=False,
            )
        )
        for siglum, attribution in found[name]:
            passage = story.passages[attribution.passage]
            place = (Piece(f"  {ordinal_place(passage.paragraph, passage.line)}", Tone.FAINT),)
            entries.append(
                Entry((Line((Piece(siglum, Tone.ACCENT, 4), *_content(passage.text, attribution)), place, _TEXT_AT),), passage.id)
            )
    return entries


def _printed(story: Story, attribution: Attribution) -> str:
    """Return the source as printed."""
    if attribution.source is None:
        return ""
    start, end = attribution.source
    return story.passages[attribution.passage].text[start:end]


def _content(text: str, attribution: Attribution) -> tuple[Piece, ...]:
    """Return the passage with its source and cue set off."""
    marks = sorted(
        (span, tone) for span, tone in ((attribution.source, Tone.ATTRIBUTION), (attribution.cue, Tone.ITALIC)) if span
    )
    pieces: list[Piece] = []
    at = 0
    for (start, end), tone in marks:
        if start >= at:
            pieces += [Piece(text[at:start]), Piece(text[start:end], tone)]
            at = end
    pieces = [piece for piece in (*pieces, Piece(text[at:])) if piece.text]
    return (Piece(pieces[0].text, pieces[0].tone, _TEXT_AT), *pieces[1:])
