"""What a figure is the value, price or measure of: *a population of 120,000*, *jewellery worth £1m*, *35 miles from Leeds*."""

import re
from collections.abc import Iterator
from typing import Final

from tui.compare.figures.mention import Mention
from tui.compare.words.gist import Suggestion, View
from tui.compare.words.printed import first_nouns, last_nouns, noun
from tui.language.syntax.phrases import chunk
from tui.language.syntax.pieces import Phrase
from tui.language.tables import lexicon
from tui.language.words import words
from tui.model.detail import Amount, Kind

COSTS: Final = lexicon("cost sell price value fetch")
"""Verbs whose object is the price of their subject."""
HAVING: Final = lexicon("have own possess hold include contain")
"""Verbs that tell of having and of nothing that happens."""
_TRADES: Final = lexicon("sell buy purchase acquire trade auction")
_WORTH_BEFORE: Final = re.compile(
    r"(?:,? (?:reportedly|estimated(?: to be)?|said to be|believed to be))*,? (?:worth|valued at|priced at|estimated at)"
    r"(?: an?| about| some| more than| over| up to| estimated| at least| nearly| almost)* $"
)
"""What stands between a thing and what it is worth."""
_WORTH_AFTER: Final = re.compile(r"(?: \(.{1,20}?\))?(?: worth)? (?:worth|of) (?:the )?")
_TOWARDS: Final = re.compile(
    r"(?: \([^)]*\))? (?P<way>(?:to the )?(?:(?:north|south|east|west)(?:[ -]*(?:north|south|east|west))?(?:ern)?(?: of)?"
    r"|away from|from|off|inland from|offshore from|above|below|beneath|deep)) "
)
"""Where from a distance is told."""
_THE: Final = re.compile(r"(?:an?|the) ")
_GIVEN: Final = lexicon(
    "population total toll number value worth price cost speed age height weight length depth magnitude average"
)
"""Nouns that a figure behind *of* is the value of."""
_MEASURED: Final = {
    "length": "distance",
    "mass": "weight",
    "age": "age",
    "area": "area",
    "speed": "speed",
    "temperature": "temperature",
    "volume": "volume",
    "time": "length",
}
"""What the measures of a dimension are called."""
_FORCES: Final = lexicon("magnitude strength intensity force")


def valued(seen: View, mention: Mention) -> Iterator[Suggestion]:
    """Yield what the figure is the value of: *a population of 120,000*, *jewellery worth £1m*, *a $300 limousine*."""
    chunks = chunk(seen.sentence.folded)
    place = next((n for n, c in enumerate(chunks) if seen.sentence.holds(c.phrase)), None)
    if place is not None and place > 1 and chunks[place - 1].text == "of":
        before = chunks[place - 2].phrase
        if before is not None and before.base in _GIVEN:
            clause = next((p for p in seen.sentence.predicates if before in p.phrases), None)
            owner = seen.named(clause.agent) if clause is not None and clause.verb in HAVING else ""
            yield Suggestion(f"{before.base} of {owner}" if owner else noun(seen.sentence, before), 3 if owner else 2)
    if mention.kind is Kind.MONEY:
        yield from _priced(seen, chunks[place].phrase if place is not None else None)


def _priced(seen: View, own: Phrase | None) -> Iterator[Suggestion]:
    """Yield what a sum of money is the value or the price of; ``own`` is the phrase that holds it."""
    sentence = seen.sentence
    before, after = sentence.folded[: sentence.here[0]], sentence.folded[sentence.here[1] :]
    if (found := _WORTH_BEFORE.search(before)) and (said := last_nouns(sentence, found.start())):
        yield Suggestion(f"value of {said}", 5)
    if (found := _WORTH_AFTER.match(after)) and (said := first_nouns(sentence, sentence.here[1] + found.end())):
        yield Suggestion(f"value of {said}", 5)
    for clause in sentence.predicates:
        sold = clause.agent if clause.verb in COSTS and sentence.holds(clause.patient) else None
        paid = any(a.preposition == "for" and sentence.holds(a.phrase) for a in clause.arguments)
        sold = clause.patient if clause.verb in _TRADES and paid else sold
        if said := seen.named(sold):
            yield Suggestion(f"price of {said}", 5)
    before_noun = own is not None and not own.timed and own.base != "worth" and sentence.here[1] <= own.at[0]
    if own is not None and before_noun and (said := noun(sentence, own)):
        yield Suggestion(f"price of the {_THE.sub('', said)}", 3.6)


def measure(seen: View, mention: Mention, said: str) -> str:
    """Return what is measured: the distance southwest of a town, the magnitude of a quake."""
    sentence, value = seen.sentence, mention.detail.value
    called = _MEASURED.get(value.dimension, "") if isinstance(value, Amount) else ""
    if not called and _FORCES & {w.text.lower() for w in words(mention.passage.folded)}:
        called = "magnitude"
    if called == "distance":
        towards = _TOWARDS.match(sentence.folded[sentence.here[1] :])
        whence = first_nouns(sentence, sentence.here[1] + towards.end()) if towards else ""
        if towards and whence:
            return f"distance {towards['way']} {whence}"
        called = "length" if said else called
    return f"{called} of the {_THE.sub('', said)}" if called and said else called or said
