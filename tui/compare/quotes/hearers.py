"""Hearers: the outlet or body to which something is said, and whether two of them can be one."""

from collections.abc import Iterator
from typing import Final

from tui.compare.story import Story
from tui.language.closed import CALENDAR
from tui.language.speech import Cue, cues
from tui.language.tables import lexicon
from tui.language.words import Word, words
from tui.model.detail import Attribution, Kind

_HEARER: Final = 6  # words of the one who is told
_ENDS: Final = lexicon("that how why whether in on at during by after before about when as while he she it they we i there")
_EMPTY: Final = lexicon("the a an of on news agency newspaper magazine daily tv television radio com com. network channel's")


def told_outlet(story: Story, x: Attribution) -> tuple[int, int] | None:
    """Return the place of the outlet or body that was told; ``None`` for a person, for *reporters* and where nobody is named."""
    passage = story.passages[x.passage]
    start, end = x.cue
    verb = passage.folded[start:end].lower().split()[-1]
    if not any(Cue.TELLING in sorts for _, sorts in cues().get(verb, {}).values()):
        return None
    own = list(_run(words(passage.folded), passage.folded, end))
    if not own or not any(w.text[0].isupper() for w in own):
        return None
    span = own[0].start, own[-1].end
    people = story.people.named.get(passage.id, ())
    return None if any(d.kind is Kind.PERSON and d.start < span[1] and span[0] < d.end for d in people) else span


def _run(found: tuple[Word, ...], text: str, place: int) -> Iterator[Word]:
    """Yield the words of the phrase behind a place, to a mark or to a word that opens something else."""
    here = place
    ahead = [w for w in found if w.start >= place][:_HEARER]
    for n, word in enumerate(ahead):
        lower = word.text.lower()
        if any(c in text[here : word.start] for c in ',;:"()') or lower in _ENDS or lower in CALENDAR:
            return
        if n and lower in {"the", "a", "an", "his", "her", "its", "their"}:
            return
        yield word
        here = word.end


def telling_words(hearer: str) -> list[str]:
    """Return the words of a hearer that tell which it is."""
    return [w for w in hearer.replace("'s", "").split() if w.lower().removesuffix(".com") not in _EMPTY and w[0].isupper()]


def same_hearer(one: str, two: str) -> bool:
    """Return whether two hearers can be one: a word in common, the letters of one, the beginning of the other."""
    a, b = ("".join(telling_words(x)).lower().replace(".", "").removesuffix("com") for x in (one, two))
    first = {"".join(w[0] for w in telling_words(x)).lower() for x in (one, two)}
    return (
        not a
        or not b
        or a.startswith(b)
        or b.startswith(a)
        or a in first
        or b in first
        or bool({*telling_words(one)} & {*telling_words(two)})
    )
