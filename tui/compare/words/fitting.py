"""Fitting: whether a verb can be told of its subject as they stand, and whether it needs an object."""

from typing import Final

from tui.compare.words.printed import Sentence
from tui.language.lemmas import is_plural
from tui.language.nouns import NounSort, sort_of
from tui.language.syntax.predicates import Predicate
from tui.language.tables import lexicon

OBJECTED: Final = lexicon("""
    abolish accuse acquit appoint apprehend arrest assault assassinate avert award ban behead blame bring build capture
    cast cause charge commit condemn confiscate convict damage deport destroy detain devastate discover dismiss displace
    elect equip evacuate exonerate expel extradite find fine fund furlough give hand handcuff hire hold identify imprison indict
    injure intercept jail kidnap kill lay limit make mention mistake name nominate offer oust place poison pronounce punish put
    raid raise receive release remove rescue rob seize send shut slay suspend take target tell torture treat use wound
""")
"""Verbs that say nothing without an object."""
_OF_ONE: Final = lexicon("is was has does isn't wasn't hasn't doesn't")
_OF_SEVERAL: Final = lexicon("are were aren't weren't")
_MANY_IN_ONE: Final = lexicon("""
    number majority minority group crowd couple pair trio dozen lot bunch handful series range variety rest half third quarter
    police crew team staff public press media data army navy government council family band gang party mob union club side squad
    board population youth
""")
"""Nouns of one form that a verb of several may follow."""
_ONE_IN_S: Final = lexicon(
    "news politics series species means headquarters economics mathematics physics athletics police crossroads"
)


def disagrees(sentence: Sentence, predicate: Predicate, named: str) -> bool:
    """Return whether a verb is of one while its subject is of several, so that the subject is another."""
    first = next(iter(sentence.words(predicate.group.start, predicate.group.end)), "").lower()
    head = named.split(" of ", 1)[0].rsplit(maxsplit=1)[-1]
    single = " and " in named or head in _ONE_IN_S or named.lower().startswith(("a ", "an ", "each ", "every "))
    if first in _OF_SEVERAL:
        alone = head.islower() and not is_plural(head) and sort_of(head) is not NounSort.BODY and " and " not in named
        return alone and head not in _MANY_IN_ONE and named.lower().startswith(("a ", "an ", "the "))
    return first in _OF_ONE and head.islower() and is_plural(head) and not single


def needs(predicate: Predicate) -> bool:
    """Return whether a clause tells nothing without an object."""
    group = predicate.group
    return group.base in OBJECTED and not (group.passive or predicate.complement or group.particle)
