"""Kin: what articles say that one named person is to another, *his brother Ole Brun* here and *half-brother* there."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from tui.compare.draft import Draft, reading, with_odd
from tui.compare.story import Story
from tui.compare.words.note import note
from tui.language.tables import lexicon
from tui.model.collation import Verdict
from tui.model.detail import Kind, Name

_LIKE: Final = (
    lexicon("brother half-brother stepbrother step-brother brother-in-law cousin foster-brother twin"),
    lexicon("sister half-sister stepsister step-sister sister-in-law cousin foster-sister twin"),
    lexicon("son stepson step-son son-in-law grandson nephew godson foster-son"),
    lexicon("daughter stepdaughter step-daughter daughter-in-law granddaughter niece goddaughter foster-daughter"),
    lexicon("father stepfather step-father father-in-law grandfather uncle godfather great-grandfather foster-father"),
    lexicon("mother stepmother step-mother mother-in-law grandmother aunt godmother great-grandmother foster-mother"),
    lexicon("wife ex-wife girlfriend ex-girlfriend fiancee lover mistress partner companion widow"),
    lexicon("husband ex-husband boyfriend ex-boyfriend fiance lover partner companion widower"),
)
"""Words for kin of which one may be told for another; in two rows, what one person is to two others."""
_NOUNS: Final = frozenset().union(*_LIKE)
_NOUN: Final = "|".join(sorted((re.escape(noun).replace("\\-", " ?- ?") for noun in _NOUNS), key=len, reverse=True))
_GRADE: Final = r"(?:(?:late|younger|older|elder|eldest|youngest|oldest|twin|estranged|\d+ ?- ?year ?- ?old) )*"
_BEFORE: Final = re.compile(rf"(?<![\w-])((?:ex ?- ?|former )?(?:{_NOUN})),? {_GRADE}$", re.IGNORECASE)
_AFTER: Final = re.compile(
    rf"(?:,? \d+)?, (?:(?:his|her|their|the|a|(?:[\w.-]+ ){{0,3}}[\w.-]+'s?) )?"
    rf"{_GRADE}((?:ex ?- ?|former )?(?:{_NOUN}))(?![\w-])",
    re.IGNORECASE,
)
_LOOK: Final = 60  # letters before a name in which the word for kin stands
_WHY: Final = "the name is the same"


def kin_facts(story: Story) -> tuple[Draft, ...]:
    """Return the persons to whom articles give other words for kin of which the one may be meant for the other."""
    told: defaultdict[str, dict[str, list[tuple[str, int, int, str]]]] = defaultdict(lambda: defaultdict(list))
    for extraction in story.extractions:
        for detail in extraction.details:
            if detail.kind is Kind.PERSON and isinstance(detail.value, Name):
                for at in _said(story, detail.passage, detail.start, detail.end):
                    told[detail.value.full][extraction.siglum].append(at)
    return tuple(draft for full, own in told.items() if len(own) > 1 for draft in _parted(story, full, own))


def _said(story: Story, passage: str, start: int, end: int) -> Iterator[tuple[str, int, int, str]]:
    """Yield where a word for kin stands beside a name, with its plain form."""
    folded = story.passages[passage].folded
    floor = max(0, start - _LOOK)
    before, after = _BEFORE.search(folded[floor:start]), _AFTER.match(folded, end)
    for found, shift in ((before, floor), (after, 0)):
        if found is not None:
            plain = found[1].lower().replace(" ", "").replace("former", "ex-")
            yield passage, found.start(1) + shift, found.end(1) + shift, plain


def _parted(story: Story, full: str, own: dict[str, list[tuple[str, int, int, str]]]) -> Iterator[Draft]:
    """Yield the fact that no article has another's word for what one person is to somebody."""
    for row in _LIKE:
        chosen = {siglum: [at for at in said if at[3] in row] for siglum, said in own.items()}
        chosen = {siglum: said for siglum, said in chosen.items() if said}
        words = [{at[3] for at in said} for said in chosen.values()]
        if len(set().union(*words)) < 2 or any(len(said) > 1 for said in words):  # noqa: PLR2004 - two words that part
            continue
        first = [said[0] for said in chosen.values()]
        kinds = [at[3] for at in first]
        readings = with_odd([reading(story, *at) for at in first], [kinds.index(kind) for kind in kinds])
        told = note(Verdict.DIFFERS, readings, "it is another kinship")
        yield Draft(Kind.ROLE, f"what kin {full} is", Verdict.DIFFERS, readings, told, (_WHY,), 1.0)
        return
