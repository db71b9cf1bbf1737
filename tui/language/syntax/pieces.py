"""The pieces of a sentence: noun phrases with their heads, verb groups with tense, voice and denial."""

from dataclasses import dataclass
from enum import IntEnum, auto

from tui.language.syntax.parts import Form


class Role(IntEnum):
    """What a chunk of a sentence is."""

    PHRASE = auto()
    GROUP = auto()
    PREPOSITION = auto()
    RELATIVE = auto()
    SUBORDINATOR = auto()
    COORDINATOR = auto()
    ADJECTIVE = auto()
    ADVERB = auto()
    MARK = auto()


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase."""

    start: int
    """Where it begins in the passage, in code points."""
    end: int
    """Where it ends."""
    base: str
    """Its head in the base form and in lower case."""
    at: tuple[int, int]
    """The span of its head."""
    modifiers: tuple[str, ...] = ()
    """What stands before the head and narrows it, base forms in lower case, possessors and figures among them."""
    determiner: str = ""
    """The determiner in lower case, empty where there is none."""
    named: bool = False
    """True where the head is a name."""
    pronoun: bool = False
    """True where the head stands for a noun told elsewhere."""
    timed: bool = False
    """True where it says when."""

    @property
    def bare(self) -> int:
        """Return where it begins behind its article, in code points."""
        return self.start + (len(self.determiner) + 1 if self.determiner in {"a", "an", "the"} else 0)


@dataclass(frozen=True, slots=True)
class Group:
    """A verb group."""

    start: int
    """Where it begins in the passage, in code points."""
    end: int
    """Where it ends, behind a particle that belongs to the verb."""
    base: str
    """The main verb in its base form."""
    at: tuple[int, int]
    """The span of the main verb."""
    form: Form
    """The form of the first verb of the group: what makes it finite, infinitive or participle."""
    past: bool = False
    """True where the first verb has a past form."""
    modal: str = ""
    """The modal verb in lower case, empty where there is none."""
    perfect: bool = False
    """True for ``has done``."""
    progressive: bool = False
    """True for ``is doing``."""
    passive: bool = False
    """True for ``is done`` and for a participle by itself."""
    negated: bool = False
    """True where ``not`` or ``never`` stands inside."""
    infinitive: bool = False
    """True behind ``to``, and for a bare base form as in ``to stop and turn``."""
    particle: str = ""
    """The particle of the verb: ``off`` in ``set off``."""
    adverbs: tuple[str, ...] = ()
    """Adverbs inside the group in lower case, denials left out."""
    plural: bool | None = None
    """True where its form goes with several (*are*), False with one (*is*); ``None`` where it tells nothing."""

    @property
    def finite(self) -> bool:
        """Return whether the group can be the verb of a clause of its own."""
        return not self.infinitive and self.form in {Form.PRESENT, Form.PAST, Form.BASE}


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of a sentence."""

    role: Role
    """What it is."""
    start: int
    """Where it begins in the passage, in code points."""
    end: int
    """Where it ends."""
    text: str
    """The words in lower case; for a phrase or group its base."""
    phrase: Phrase | None = None
    """The noun phrase, for a phrase."""
    group: Group | None = None
    """The verb group, for a group."""
