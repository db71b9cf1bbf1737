"""Details of names: persons, organisations, places, other names, and the offices that persons hold."""

from typing import Final

from tui.details.names.cast import Mention, Scene
from tui.details.names.clusters import Group
from tui.details.names.sorts import NameSort
from tui.language.bodies import INITIALS, ORGANISATION_WORDS, ORGANISATIONS, PLACE_WORDS
from tui.language.rarity import zipf
from tui.language.words import stem
from tui.model.article import Passage
from tui.model.detail import Detail, Kind, Name

_FEW: Final = 2
_COMMON: Final = 4.6
_KINDS: Final = {
    NameSort.PERSON: Kind.PERSON,
    NameSort.ORGANISATION: Kind.ORGANISATION,
    NameSort.PLACE: Kind.PLACE,
    NameSort.PEOPLE: Kind.NAME,
    NameSort.OTHER: Kind.NAME,
}


def names(scene: Scene) -> tuple[Detail, ...]:
    """Return the names and offices of an article, in reading order; of peoples only those spelt in more than one way."""
    found: list[Detail] = []
    for sentence, mentions in zip(scene.sentences, scene.mentions, strict=True):
        for mention in mentions:
            if _tells(mention.group):
                found.append(_name(sentence.passage, mention))
            found += _roles(sentence.passage, mention)
    return tuple(found)


def _tells(group: Group) -> bool:
    """Return whether a name is worth a reading: no people in one spelling, no word like ``Department`` or ``Way`` alone."""
    if len(group.forms) > 1 or " " in group.full:
        return True
    if group.sort is NameSort.PEOPLE:
        return False
    if group.full in ORGANISATIONS or group.full in INITIALS or group.sort is NameSort.PERSON:
        return True
    common = group.sort is NameSort.OTHER and group.forms[0].count <= _FEW and zipf(stem(group.full)) >= _COMMON
    return group.full not in ORGANISATION_WORDS and group.full not in PLACE_WORDS and not common


def _name(passage: Passage, mention: Mention) -> Detail:
    """Return the detail of a name."""
    seat = mention.chairs[0] if mention.chairs else None
    value = Name(
        mention.group.full,
        passage.text[seat.start : seat.end] if seat else "",
        post=seat.post if seat else "",
        of=seat.of if seat else (),
        variant=mention.variant,
    )
    text = passage.text[mention.start : mention.end]
    return Detail(passage.id, _KINDS[mention.group.sort], mention.start, mention.end, text, value, head=value.post)


def _roles(passage: Passage, mention: Mention) -> list[Detail]:
    """Return the offices that a mention's person is given."""
    if mention.group.sort is not NameSort.PERSON or mention.epithet:
        return []
    found = []
    for seat in mention.chairs:
        text = passage.text[seat.start : seat.end]
        value = Name(mention.group.full, text, post=seat.post, of=seat.of)
        found.append(Detail(passage.id, Kind.ROLE, seat.start, seat.end, text, value, head=seat.post))
    return found
