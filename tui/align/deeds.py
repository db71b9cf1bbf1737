"""Deeds in common: two passages in which like verbs have like objects tell of one thing done."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

import numpy as np

from tui.align.pairs import Pairs
from tui.align.sparse import Floats, Rows
from tui.align.story import Story
from tui.language.events import event_of
from tui.language.syntax.predicates import Predicate, predicates
from tui.language.words import stem
from tui.model.settings import AlignSettings

_Deed = tuple[str, str]  # the stems of a verb and of a word of its object


def in_deed(
    story: Story, pairs: Pairs, weights: Floats, alike: Sequence[tuple[int, int, float]], settings: AlignSettings
) -> Floats:
    """Return for each pair how much is done in both passages to the same, 0 to 1; 0 in a story too large to be parsed."""
    if len(story.passages) > settings.parsed:
        return np.zeros(len(pairs))
    worth = dict(zip(story.terms, weights.tolist(), strict=True))
    told = [sorted(set(_deeds(passage.folded, worth))) for passage in story.passages]
    known = sorted({deed for each in told for deed in each})
    places = {deed: place for place, deed in enumerate(known)}
    near: defaultdict[str, set[str]] = defaultdict(set)
    for one, other, _score in alike:
        near[story.terms[one]].add(story.terms[other])
    kin = _alike(known, near)
    own = Rows.of([[(places[deed], worth[deed[1]]) for deed in each] for each in told], len(known))
    once = Rows.of([[(places[deed], 1.0) for deed in each] for each in told], len(known))
    other_way = once.greatest(Rows.of([[(places[other], 1.0) for other in kin[deed]] for deed in known], len(known)))
    return np.minimum(1.0, (pairs.products(own, other_way) + pairs.products(other_way, own)) / 2)


def _alike(known: Sequence[_Deed], near: Mapping[str, AbstractSet[str]]) -> dict[_Deed, list[_Deed]]:
    """Return for each deed of a story those that it may stand for, itself among them, sorted."""
    by_object: defaultdict[str, list[_Deed]] = defaultdict(list)
    for deed in known:
        by_object[deed[1]].append(deed)
    kin: dict[_Deed, list[_Deed]] = {}
    for verb, word in known:
        event, verbs = event_of(verb), {verb, *near.get(verb, ())}
        held = (deed for there in {word, *near.get(word, ())} for deed in by_object.get(there, ()))
        kin[verb, word] = sorted(deed for deed in held if deed[0] in verbs or (event and event_of(deed[0]) == event))
    return kin


def _deeds(folded: str, worth: dict[str, float]) -> Iterator[_Deed]:
    """Yield every verb that says something with every word of its object that does."""
    for predicate in predicates(folded):
        verb = stem(predicate.complement or predicate.verb)
        if worth.get(verb, 0.0) > 0:
            yield from ((verb, word) for word in _object(predicate) if worth.get(word, 0.0) > 0)


def _object(predicate: Predicate) -> Iterator[str]:
    """Yield the stems of what a verb befalls and to whom."""
    for phrase in (predicate.patient, predicate.recipient, *predicate.listed):
        if phrase is not None:
            yield from (stem(word) for word in (phrase.base, *phrase.modifiers))
