"""Signs that two mentions are about one thing and doubts that they are, each with its weight and its reason, in one place."""

from enum import Enum


class Sign(Enum):
    """A sign that two mentions are about one thing; its value is its weight where that does not depend on the mentions."""

    TWIN = 4.0
    """They stand in the same place of passages told nearly word for word."""
    LIST = 1.2
    """The same other figure stands beside both: ``7.6 and 7.5`` against ``7.6 and 7.4``."""
    THING = 1.21
    """The same noun is counted."""
    ROLE = 1.1
    """Both say how long ago, how long, how often: the same question."""
    EVENT = 0.9
    """The same class of event is told beside them."""
    VALUE = 0.8
    """The value is the same."""
    FIGURE = 0.72
    """The figure is the same and one of them hedged: ``a dozen``, ``at least 12``."""
    FAMILY = 0.7
    """Nouns of one family are counted: limousines and cars."""
    VERB = 0.71
    """The same verb governs both."""
    ORDER = 0.5
    """The figures are of one order."""
    MARKED = 0.51
    """Both are a total, an addition, a first one."""
    NAMES = 0.4
    """The same person or place, one that is not everywhere in the story, is named beside both."""
    DAY = 0.41
    """Both are of the same day."""
    WHO = 0.43
    """They are said of one person or body."""
    SUBJECT = 0.42
    """The same noun is the subject of their verbs."""
    WORDS = 2.0
    """The words around them are alike; weighs by how alike."""
    CLOSE = 0.3
    """The passages tell nearly the same."""
    LINK = 0.6
    """The passages tell the same; weighs by their likeness."""


class Doubt(Enum):
    """What speaks against it; its value is its weight. Grave doubts rule out a conflict."""

    PLACE = -4.0
    """They stand in different places of passages told nearly word for word."""
    DAY = -1.6
    """They are of different days, or one tells of an earlier event."""
    THING = -1.0
    """Different things are counted."""
    EVENT = -1.01
    """Different kinds of event are told."""
    ELSEWHERE = -1.02
    """The other article has the same value elsewhere."""
    ROLE = -1.03
    """One says how long ago, the other how long; or one counts and the other ranks."""
    WHO = -1.2
    """They are said of different persons or bodies."""
    WINDOW = -0.9
    """They count over other stretches: a game, a season, a career."""
    RELATION = -0.81
    """One says when, the other since when or until when."""
    MARKED = -0.8
    """Only one is a total, an addition, a remainder, or only one is still to come."""
    DEED = -0.6
    """Both events are told beside both, and each counts another."""
    LOOSE = -0.01
    """One moment is told from the day of writing, which the article may not give rightly."""
    VIEW = -0.45
    """Different verbs tell of the same count."""
    NAMES = -0.4
    """Different persons or places are named beside them."""
    SIZE = -0.5
    """One figure is many times the other."""
    NARROWED = -0.3
    """Other words narrow what is counted."""

    @property
    def grave(self) -> bool:
        """Return whether the doubt rules out a conflict."""
        return self not in {Doubt.NAMES, Doubt.NARROWED, Doubt.VIEW}


class Scale:
    """Collects what is weighed for one pair."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.signs: list[tuple[float, Sign, str]] = []
        self.doubts: list[tuple[Doubt, str]] = []
        self.score = 0.0

    def sign(self, sign: Sign, text: str, weight: float | None = None) -> None:
        """Add a sign with its weight and reason."""
        weight = sign.value if weight is None else weight
        self.score += weight
        if text:
            self.signs.append((weight, sign, text))

    def doubt(self, doubt: Doubt, text: str) -> None:
        """Add a doubt with its reason."""
        self.score += doubt.value
        self.doubts.append((doubt, text))
