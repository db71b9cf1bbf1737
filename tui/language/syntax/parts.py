"""The parts that words play, the forms of verbs, and the closed classes of English with the parts their words can play."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from functools import lru_cache
from typing import Final

from tui.language.tables import lexicon


class Part(StrEnum):
    """The part a word plays in its sentence; the letters are those of ``follow.tsv``."""

    START = "^"
    MARK = "K"
    DETERMINER = "D"
    ADJECTIVE = "J"
    NOUN = "N"
    NAME = "P"
    POSSESSIVE = "Z"
    NUMBER = "M"
    SUBJECT = "S"
    PRONOUN = "O"
    VERB = "V"
    BARE = "B"
    GERUND = "G"
    PARTICIPLE = "E"
    BE = "X"
    HAVE = "H"
    DO = "Y"
    MODAL = "W"
    TO = "T"
    PREPOSITION = "I"
    ADVERB = "R"
    COORDINATOR = "C"
    SUBORDINATOR = "Q"
    PARTICLE = "A"


class Form(IntEnum):
    """The form of a verb."""

    NONE = 0
    BASE = 1
    PRESENT = 2
    PAST = 3
    PARTICIPLE = 4
    GERUND = 5


@dataclass(frozen=True, slots=True)
class Choice:
    """A part that a word can play, and what it costs to read it so."""

    part: Part
    """The part."""
    cost: float
    """0 for its commonest part, more for rarer ones."""
    base: str
    """The base form of the word in that part, in lower case."""
    form: Form = Form.NONE
    """The form, of a verb."""
    plural: bool = False
    """True for the plural of a noun."""


_CLOSED: Final = {
    Part.DETERMINER: lexicon("""
        the a an this that these those his her its their our my your whose each every any no some such both all another either
        neither what which many much several few more most enough half
    """),
    Part.SUBJECT: lexicon("i you he she it we they who"),
    Part.PRONOUN: lexicon("""
        me you him her it us them himself herself itself themselves myself ourselves yourself mine yours hers ours theirs someone
        somebody anyone anybody everyone everybody nobody no-one none nothing something anything everything this that these those
        all some many most few several others another both one ones whom each any more much there others half
    """),
    Part.BE: lexicon("be is are was were been being am"),
    Part.HAVE: lexicon("have has had having"),
    Part.DO: lexicon("do does did"),
    Part.MODAL: lexicon("will would shall should can could may might must cannot ought"),
    Part.TO: lexicon("to"),
    Part.PREPOSITION: lexicon("""
        to of in on at by for from with without into onto over under above below between among amid through during until till
        since before after about around against across along behind beside besides beyond near off out outside inside past per
        toward towards upon via within despite except like unlike amongst atop aboard alongside throughout up down than as
        following including regarding concerning underneath versus according
    """),
    Part.NUMBER: lexicon("one"),
    Part.COORDINATOR: lexicon("and or but nor yet plus"),
    Part.SUBORDINATOR: lexicon("""
        that who which whom whose where when while because although though if unless whether since before after until as so
        once why how what whereas lest than
    """),
    Part.PARTICLE: lexicon("up out off down away back over on in apart forward together ahead along around through"),
    Part.ADVERB: lexicon("""
        not n't never also still already now then just only even ever almost nearly about again soon later earlier ago once twice
        often always too very more most less least here there together apart away back else instead rather quite perhaps maybe
        meanwhile however therefore thus today tonight tomorrow yesterday overnight yet far abroad overall so as much around
        before home both well initially afoul up down out off over in on
    """),
}
"""The words of the closed classes, by part."""

_COSTS: Final = {
    ("to", Part.PREPOSITION): 0.3,
    ("that", Part.DETERMINER): 1.2, ("that", Part.SUBORDINATOR): 0.0, ("that", Part.PRONOUN): 1.5,
    ("her", Part.PRONOUN): 0.8, ("who", Part.SUBJECT): 1.5, ("you", Part.PRONOUN): 0.7, ("it", Part.PRONOUN): 0.5,
    ("before", Part.ADVERB): 2.0, ("in", Part.ADVERB): 4.0, ("on", Part.ADVERB): 4.0, ("over", Part.ADVERB): 3.0,
    ("about", Part.ADVERB): 1.0, ("around", Part.ADVERB): 1.0, ("like", Part.PREPOSITION): 0.5, ("up", Part.PREPOSITION): 1.5,
    ("down", Part.PREPOSITION): 1.5, ("out", Part.PREPOSITION): 1.0, ("off", Part.PREPOSITION): 0.8, ("over", Part.PARTICLE): 2.0,
    ("on", Part.PARTICLE): 2.5, ("in", Part.PARTICLE): 2.5, ("through", Part.PARTICLE): 3.0, ("along", Part.PARTICLE): 1.5,
    ("around", Part.PARTICLE): 2.5, ("yet", Part.COORDINATOR): 1.0, ("so", Part.SUBORDINATOR): 1.2, ("as", Part.ADVERB): 1.5,
    ("than", Part.SUBORDINATOR): 1.5, ("what", Part.DETERMINER): 2.5, ("which", Part.DETERMINER): 2.5,
    ("following", Part.PREPOSITION): 0.5, ("including", Part.PREPOSITION): 0.0, ("as", Part.SUBORDINATOR): 0.7,
    ("plus", Part.COORDINATOR): 1.0, ("one", Part.PRONOUN): 1.2, ("home", Part.ADVERB): 0.3,
    ("well", Part.ADVERB): 0.0,
    ("past", Part.PREPOSITION): 2.0, ("half", Part.DETERMINER): 1.0, ("both", Part.ADVERB): 2.0, ("more", Part.ADVERB): 0.5,
    ("most", Part.ADVERB): 0.5, ("much", Part.ADVERB): 0.7, ("there", Part.PRONOUN): 0.0,
    ("there", Part.ADVERB): 0.7, ("since", Part.SUBORDINATOR): 0.6,
    ("after", Part.SUBORDINATOR): 0.4, ("before", Part.SUBORDINATOR): 0.4, ("until", Part.SUBORDINATOR): 0.4,
    ("once", Part.SUBORDINATOR): 1.5, ("up", Part.ADVERB): 2.0, ("down", Part.ADVERB): 2.0, ("out", Part.ADVERB): 2.0,
    ("off", Part.ADVERB): 2.0, ("no", Part.DETERMINER): 0.0, ("back", Part.ADVERB): 1.5, ("away", Part.ADVERB): 0.5,
}  # fmt: skip
_BASES: Final = dict.fromkeys(_CLOSED[Part.BE], "be") | dict.fromkeys(_CLOSED[Part.HAVE], "have") | {"does": "do", "did": "do"}
_FORMS: Final = {
    "be": Form.BASE, "been": Form.PARTICIPLE, "being": Form.GERUND, "was": Form.PAST, "were": Form.PAST, "have": Form.BASE,
    "having": Form.GERUND, "had": Form.PAST, "did": Form.PAST, "do": Form.BASE,
}  # fmt: skip
_VERBAL: Final = frozenset({Part.BE, Part.HAVE, Part.DO, Part.MODAL})

CLITICS: Final = {
    "'s": (Choice(Part.POSSESSIVE, 0.0, "'s"), Choice(Part.BE, 1.5, "be", Form.PRESENT)),
    "'": (Choice(Part.POSSESSIVE, 0.0, "'"),),
    "n't": (Choice(Part.ADVERB, 0.0, "not"),),
    "'re": (Choice(Part.BE, 0.0, "be", Form.PRESENT),),
    "'ve": (Choice(Part.HAVE, 0.0, "have", Form.PRESENT),),
    "'m": (Choice(Part.BE, 0.0, "be", Form.PRESENT),),
    "'ll": (Choice(Part.MODAL, 0.0, "will"),),
    "'d": (Choice(Part.MODAL, 0.0, "would"), Choice(Part.HAVE, 0.3, "have", Form.PAST)),
}
"""What the short endings of words can be."""
WITH_OPEN: Final = lexicon("like past well back home following concerning outside inside round mine")
"""Words of closed classes that may be words of the open ones as well."""


@lru_cache(maxsize=4096)
def closed(lower: str) -> tuple[Choice, ...]:
    """Return the parts that a word of a closed class can play; none for any other word."""
    return tuple(
        Choice(part, _COSTS.get((lower, part), 0.3 if part is Part.ADVERB else 0.0), _BASES.get(lower, lower), _form(part, lower))
        for part, words in _CLOSED.items()
        if lower in words
    )


def _form(part: Part, lower: str) -> Form:
    """Return the form of an auxiliary."""
    return _FORMS.get(lower, Form.PRESENT) if part in _VERBAL else Form.NONE
