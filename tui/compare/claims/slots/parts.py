"""Parts: what things of some sorts play in what is told of somebody: where he was hit, what he wore, what he came in."""

from dataclasses import dataclass
from typing import Final

from tui.language.tables import lexicon

WHOM: Final = "whom"
"""The slot of the object."""


@dataclass(frozen=True, slots=True)
class Part:
    """What part things of some sorts play in what is told of somebody."""

    sorts: frozenset[str]
    """The sorts, as the table of things names them."""
    verbs: frozenset[str]
    """The verbs that tell of that part."""
    slots: frozenset[str]
    """The prepositions that lead to the thing, and ``whom`` for the object."""
    question: str
    """What is asked, with a place for who it is."""
    befalls: bool = False
    """True where it is told of whom the deed befalls, and not of who does it."""


PARTS: Final = (
    Part(
        frozenset({"body"}),
        lexicon("""
            shoot hit strike stab wound injure hurt graze bruise slash bite die kill cut burn scald pierce punch kick beat
            bludgeon batter club catch fire knife lacerate break fracture sprain twist dislocate tear rupture injury
        """),
        lexicon("in to on through across into over") | {WHOM},
        "where {} was hit",
        befalls=True,
    ),
    Part(
        frozenset({"illness", "mind"}),
        lexicon("""
            die suffer have battle fight diagnose hospitalize hospitalise treat struggle live develop contract catch kill succumb
            perish ail weaken afflict cause attribute recover undergo
        """),
        lexicon("of from with for against to by after because_of due_to") | {WHOM},
        "what {} suffered from",
        befalls=True,
    ),
    Part(
        frozenset({"weapon"}),
        lexicon("""
            shoot kill attack stab beat threaten arm rob brandish carry wield use hit strike murder bludgeon assault fire wave
            point draw produce buy slash batter throw hurl lob toss
        """),
        lexicon("with from by using at") | {WHOM},
        "what weapon {} used",
    ),
    Part(
        frozenset({"vehicle", "vessel", "aircraft"}),
        lexicon("""
            flee escape arrive come travel drive leave ride fly crash ram board approach evacuate take transport rescue pick
            speed chase follow land reach enter sail lift bring hit strike
        """),
        lexicon("in on by aboard from into with off") | {WHOM},
        "what {} came in or drove",
    ),
    Part(
        frozenset({"clothing"}),
        lexicon("wear dress don clothe disguise clad sport strip"),
        lexicon("in as of") | {WHOM},
        "what {} wore",
    ),
    Part(
        frozenset({"drug"}),
        lexicon("use take smoke overdose possess inject sell snort test seize smuggle buy abuse consume deal traffic carry find"),
        lexicon("of with on for in") | {WHOM},
        "what drug it was with {}",
    ),
    Part(
        frozenset({"paper"}),
        lexicon("sign issue publish send deliver write file post circulate leak draft"),
        frozenset({WHOM}),
        "what {} signed or sent",
    ),
    Part(
        frozenset({"animal"}),
        lexicon("bite maul attack kill shoot rescue free adopt steal own ride save"),
        frozenset({WHOM, "by", "from"}),
        "what animal it was with {}",
    ),
)

"""The parts that things play, the first of them the parts of the body."""
