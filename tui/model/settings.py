"""The constants of every stage, in one frozen value."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class AlignSettings:
    """Constants of alignment; settled on the training topics of ECB+, watched on others, unless another origin is named."""

    threshold: float = 0.265
    """The least likeness of a link, 0 to 1, in a story whose passages have nothing in common on average."""
    crowding: float = 0.5
    """How much of the average likeness of all a story's passages is added to that: where every sentence names the same people and
    things, more is needed to tell the same. Settled so that one threshold serves ECB+ and stories of three to five articles."""
    floor: float = 0.15
    """The least likeness that is remembered at all; below it two passages count as having nothing in common."""
    most: int = 200
    """How many of the passages most like one are remembered, so that a large story fits in memory; 1 or more."""
    grouping: float = 0.26
    """The least average likeness of the passages of a story point, 0 to 1; between .20 and .26 what is told of the stories is the
    same, and the points of ECB+ are nearest those that people draw up at .20 (train) and .26 (dev)."""
    least: float = 2.5
    """The weight of words that stands against every passage, so that a few words in common do not make a link; ``Gone.`` matches
    nothing. A passage of twenty words weighs about four."""
    commonest: float = 6.5
    """Zipf value from which a word says nothing."""
    rarest: float = 2.7
    """Zipf value from which a word says all it can."""
    background: float = 0.35
    """Exponent of the rarity in the language beside the rarity in the story."""
    steepness: float = 1.1
    """Exponent of the rarity in the story: the higher, the less is said by what stands in every second passage."""
    spelling: float = 0.9
    """The least Jaro-Winkler similarity of two spellings of one word (Winkler 1990)."""
    shortest_spelling: int = 4
    """The least length of a stem that may be another spelling."""
    rare_spelling: float = 3.5
    """Zipf value below which a word may be a variant of spelling; two commoner words are two words."""
    synonym: float = 0.48
    """How far a word is told by one that may stand for it, 0 to 1."""
    derived: float = 0.75
    """How far a word is told by a synonym that begins alike, 0 to 1: ``drive`` by ``driver``, ``gift`` by ``gifted``."""
    name: float = 0.75
    """Weight of a name beside that of another word: names stand everywhere in a story about them."""
    further_name: float = 0.3
    """Weight of each further word of a name of several."""
    number: float = 1.0
    """Weight of a number in digits beside that of a word, its value left out."""
    value: float = 1.0
    """Weight of the value of a figure (``23`` and ``twenty-three`` have one) beside that of a word."""
    event: float = 0.5
    """Weight of a class of events (``gave`` and ``presented`` are of one) beside that of a word."""
    verb: float = 1.3
    """Factor of the weight of a main verb: verbs tell what happened, and protagonists are everywhere."""
    parsed: int = 1500
    """Up to how many passages the grammar of each is read; in a larger story verbs weigh like other words and deeds are
    not compared, to keep to its time."""
    deed: float = 0.3
    """How much a passage's likeness rises where like verbs have like objects in both."""
    another_day: float = 0.9
    """Factor of the likeness of two passages that name days and none in common."""
    since: float = 0.85
    """Factor of the likeness of two passages of articles published long apart, where the later one names no day that the earlier
    could know. Only the seeds have such articles, so that this is a choice within a broad best, .75 to .9, not a fit."""
    near: float = 1.0
    """How many pairs of passages that are not linked are held to be near, for each passage of the story: about as many as there
    are links on the sheets to develop on, with which 59 of 83 rows that must be checked are met, 44 without."""
    neighbours: float = 0.35
    """How much a passage's likeness rises with that of the passages around it."""
    company: float = 1.5
    """How much two passages' likeness rises when a third one is like both, times what they lack of being one."""
    model: str = ""
    """The folder or name of a static embedding model of model2vec (``minishlab/potion-base-8M``); empty for none. It is never
    fetched."""
    meaning: float = 0.2
    """Weight of the cosine of two passages' embeddings, where there is a model; of .2, .4 and .6 the best."""
    usual_meaning: float = 0.5
    """The cosine of two passages that says nothing for or against their telling the same."""
    kin: float = 0.17
    """Cosine of two whole articles from which they tell one event: of those on one event of ECB+ a third lie below, of those on
    two 97% do."""
    kinship: float = 1.25
    """Exponent of what two articles fall short of it."""


@dataclass(frozen=True, slots=True)
class Settings:
    """All constants, passed as an argument to the stages that need them."""

    align: AlignSettings = field(default_factory=AlignSettings)
    """Constants of alignment."""
