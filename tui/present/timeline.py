"""The timeline view: every date in the story in its order, with the articles that name it."""

from collections import defaultdict
from typing import Final

from tui.model.detail import Kind, Moment
from tui.present.lines import BLANK, Entry, Line, Page, Piece, Tone, words
from tui.present.plain import counted, day, plain
from tui.present.story import Story

_TEXT_AT: Final = 22


def timeline(story: Story) -> Page:
    """Return the dates from the earliest on, each with the passages that name it, publication dates among them."""
    found: dict[tuple[str, str], list[tuple[str, str, tuple[int, int]]]] = defaultdict(list)
    for extraction in story.collation.extractions:
        for detail in extraction.details:
            if detail.kind is Kind.DATE and isinstance(detail.value, Moment) and detail.value.iso:
                key = (detail.value.first.isoformat(), detail.value.iso)
                found[key].append((extraction.siglum, detail.passage, (detail.start, detail.end)))
    published = {article.siglum: article.metadata.published for article in story.collation.articles if article.metadata.published}
    for siglum, iso in published.items():
        found[iso[:10], iso].append((siglum, "", (0, 0)))
    head = (Line((Piece("Timeline", Tone.STRONG, 1), Piece(f"  {counted(len(found), 'date')}", Tone.FAINT))), Line())
    entries: list[Entry] = []
    for key in sorted(found):
        lines = [BLANK] if entries else []
        lines.append(Line((Piece(plain(key[1]) if "/" in key[1] else day(key[1]), Tone.ACCENT, 1),)))
        entries.append(Entry(tuple(lines), rests=False))
        entries += [_naming(story, siglum, passage, span) for siglum, passage, span in found[key]]
    return Page(head, tuple(entries) or (Entry((words(" The articles name no date.", Tone.FAINT),), rests=False),))


def _naming(story: Story, siglum: str, passage: str, span: tuple[int, int]) -> Entry:
    """Return one article's naming of a date, or that it was published then."""
    if not passage:
        first = story.articles[siglum].passages
        line = Line((Piece(siglum, Tone.ACCENT, 4), Piece(f"{story.outlet(siglum)} publishes", Tone.ITALIC, _TEXT_AT)))
        return Entry((line,), first[0].id if first else None)
    text, (start, end) = story.passages[passage].text, span
    fact = next(
        (f for f, r in story.told_in.get(passage, ()) if f in story.divergences and r.start < end and start < r.end), None
    )
    tone = Tone.CONFLICT if fact else Tone.STRONG
    words_of = " ".join(text[start:end].split())
    rest = (Piece(text[:start], Tone.FAINT, _TEXT_AT), Piece(text[start:end], tone), Piece(text[end:], Tone.FAINT))
    return Entry(
        (Line((Piece(siglum, Tone.ACCENT, 4), Piece(words_of, tone, 7, plain=True), *rest), indent=_TEXT_AT),),
        passage,
        fact.id if fact else None,
    )
