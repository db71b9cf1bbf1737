"""Checkable things in a passage: their kind, their span, their normalised value and what they are about."""

import math
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

_YEAR: Final = 366  # days
_SCORE: Final = 1000  # more than either side of a score


class Kind(StrEnum):
    """The kinds of detail; the words of the JSON report."""

    NUMBER = "number"
    MONEY = "money"
    PERCENTAGE = "percentage"
    MEASURE = "measure"
    DURATION = "duration"
    DATE = "date"
    TIME = "time"
    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    ROLE = "role"
    NAME = "name"
    QUOTATION = "quotation"
    ATTRIBUTION = "attribution"
    CERTAINTY = "certainty"
    NEGATION = "negation"
    STATEMENT = "statement"


class Bound(StrEnum):
    """How a figure is hedged; the sign that its normalised form begins with."""

    EXACT = "="
    ABOUT = "~"
    OVER = ">"
    AT_LEAST = ">="
    UNDER = "<"
    AT_MOST = "<="
    NEARLY = "~<"
    RANGE = ".."


@dataclass(frozen=True, slots=True)
class Amount:
    """A number, measure, sum of money, percentage or duration as an interval."""

    bound: Bound
    """How the figure is hedged."""
    figure: float
    """The figure printed, in ``unit``; the lower end of a range."""
    upper: float | None = None
    """The upper end of a range, else ``None``."""
    unit: str = ""
    """The unit plainly spelt in the singular (``km``, ``year``, ``%``), an ISO 4217 code for money, empty for a plain number."""
    dimension: str = ""
    """What the unit measures (``length``, ``mass``, ``time``, ``age``, ``money``, ``share``), ``order`` for an ordinal,
    ``score`` for a score whose sides are ``figure`` and ``upper``, empty for a plain number."""
    scale: float = 1.0
    """How many of the dimension's base unit one ``unit`` is, so that readings in two units can be compared."""
    offset: float = 0.0
    """What is added after scaling, for a scale that does not begin at the base unit's zero, as Fahrenheit's."""

    def comparable(self, other: "Amount") -> bool:
        """Whether the two measure the same: one dimension, and for money one currency, since rates are nobody's words."""
        return self.dimension == other.dimension and (self.dimension != "money" or self.unit == other.unit)

    def interval(self) -> tuple[float, float]:
        """Return the lowest and highest value meant, in the dimension's base unit; ``inf`` where there is no end.

        A score is a point, so that only equal scores agree.
        """
        if self.dimension == "score":
            point = _SCORE * self.figure + (self.upper or 0.0)
            return point, point
        low, high = self.figure, self.figure if self.upper is None else self.upper
        match self.bound:
            case Bound.OVER | Bound.AT_LEAST:
                high = math.inf
            case Bound.UNDER | Bound.AT_MOST:
                low = min(0.0, low)
            case Bound.NEARLY:
                low = 0.78 * low
            case Bound.ABOUT:
                low, high = 0.93 * low, 1.07 * high
            case Bound.EXACT | Bound.RANGE:
                pass
        return low * self.scale + self.offset, high * self.scale + self.offset

    def __str__(self) -> str:
        """Return the normalised form of the JSON report: ``= 20``, ``> 20 year``, ``20..25 year``."""
        unit = f" {self.unit}" if self.unit else ""
        if self.dimension == "score":
            return f"{_figure(self.figure)}-{_figure(self.upper or 0.0)}"
        if self.upper is not None:
            hedge = f"{self.bound} " if self.bound is not Bound.RANGE else ""
            return f"{hedge}{_figure(self.figure)}..{_figure(self.upper)}{unit}"
        money = self.dimension == "money" and self.bound is Bound.EXACT
        return f"{'' if money else f'{self.bound} '}{_figure(self.figure)}{unit}"


@dataclass(frozen=True, slots=True)
class Moment:
    """A date or time as an interval of days with a grain."""

    first: date
    """The first day meant; the first of the calendar where the year is not known or only a time of day is given."""
    last: date
    """The last day meant, the first again for a single day; the last of the calendar where it is not known."""
    iso: str
    """ISO 8601 with the grain it has: ``2024-06-19``, ``2024-02``, ``2023-09/2023-11``, ``2024-06-19T09:00``, ``T09:00``.

    Where the article does not say when it was published, the forms of ISO 8601:1988 that leave out what is unknown: ``--06-19``
    and ``--06`` for a day and a month of some year, ``-W-3`` for some Wednesday; empty for what is
    told from that day: ``yesterday``.
    """
    ambiguous: bool = False
    """True where the words allow another day, as a weekday equal to the publishing day does."""
    minutes: tuple[int, int] | None = None
    """The first and last minute of the day meant, 0 to 1439, in the zone printed; ``None`` where no time of day is given."""
    zone: str = ""
    """The time zone as printed, such as ``GMT`` or ``EDT``; empty where none is."""

    @property
    def known(self) -> bool:
        """Whether the days are known; else only the month and day, the weekday or the time of day are."""
        return self.first > date.min

    def may_be(self, other: "Moment") -> bool:
        """Whether both can be one moment, as far as each of them goes: what one leaves open contradicts nothing."""
        return self._days_meet(other) and (
            self.minutes is None
            or other.minutes is None
            or self.zone != other.zone
            or (self.minutes[0] <= other.minutes[1] and other.minutes[0] <= self.minutes[1])
        )

    def _days_meet(self, other: "Moment") -> bool:
        """Whether the days of both have one in common, unknown years and weekdays left open."""
        if self.known and other.known:
            return self.first <= other.last and other.first <= self.last
        if self.known or other.known:
            full, part = (self, other) if self.known else (other, self)
            return not part.iso or part.iso.startswith("T") or _could_hold(full, part.iso)
        return self.iso.startswith(other.iso) or other.iso.startswith(self.iso) or self.iso[:2] != other.iso[:2]

    def __str__(self) -> str:
        """Return the ISO 8601 form."""
        return self.iso


@dataclass(frozen=True, slots=True)
class Name:
    """A person, organisation, place or other name, as the fullest form in the story."""

    full: str
    """The fullest form of the name anywhere in the story."""
    office: str = ""
    """The office or title printed with this mention, as printed; empty where none is."""
    post: str = ""
    """The office in its plain form, for comparing: ``spokesperson`` for a press secretary; empty where none is printed."""
    of: tuple[str, ...] = ()
    """Whose the office is: the countries behind demonyms, capitals and seats of government (``Kremlin`` gives ``Russia``),
    else the capitalised words around it."""
    variant: bool = False
    """True where this mention spells the name otherwise than most of the story does: another spelling, not a shorter form."""

    def __str__(self) -> str:
        """Return the fullest form."""
        return self.full


@dataclass(frozen=True, slots=True)
class Wording:
    """Words whose value is a class of words: how sure, which speech act, which claim."""

    sense: str
    """The class: ``asserted``, ``hedged``, ``alleged``, ``denied``, ``negated``, or a normal form of the words."""

    def __str__(self) -> str:
        """Return the class."""
        return self.sense


Value = Amount | Moment | Name | Wording


@dataclass(frozen=True, slots=True)
class Detail:
    """A checkable thing in a passage."""

    passage: str
    """The id of the passage it stands in."""
    kind: Kind
    """Its kind."""
    start: int
    """Where it begins in the passage's text, in code points."""
    end: int
    """Where it ends."""
    text: str
    """The words printed: ``passage.text[start:end]``."""
    value: Value | None = None
    """Its normalised value, ``None`` where there is nothing to normalise."""
    head: str = ""
    """What is counted, measured or dated, as a lower-case noun in its base form: ``limousine`` in ``two such limousines``."""
    verb: str = ""
    """The nearest governing verb in its base form; empty where none is near."""
    modifiers: tuple[str, ...] = ()
    """What narrows the head, base forms in lower case and in reading order: ``("armed", "somali")`` in ``26 armed Somali
    pirates``, and the noun behind ``of``: ``("ammunition",)`` in ``300 rounds of ammunition``."""
    relation: str = ""
    """The word that ties it to its verb, in lower case: ``since``, ``until``, ``after``, ``before``, ``by``, ``for``, ``in``,
    ``from``, ``to``, ``ago``; empty where none does."""
    subject: str = ""
    """Who or what does or suffers what the verb says, as a lower-case noun in its base form; empty where unclear or where the
    head itself is the subject."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words printed in quotation marks as somebody's."""

    passage: str
    """The id of the passage it stands in."""
    start: int
    """Where the quoted words begin in the passage's text, inside the marks."""
    end: int
    """Where they end."""
    text: str
    """The quoted words as printed."""
    speaker: str | None = None
    """The fullest form of the speaker's name; ``None`` where the article names none."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """A statement credited to somebody: source, cue and content."""

    passage: str
    """The id of the passage it stands in."""
    source: tuple[int, int] | None
    """The span of the source in the passage's text; ``None`` where it is left out, as in ``it is said``."""
    cue: tuple[int, int]
    """The span of the cue, the reporting verb or ``according to``."""
    content: tuple[int, int] | None
    """The span of what is said."""
    speaker: str | None = None
    """The fullest form of the source's name, pronouns resolved; ``None`` for an unnamed source."""
    named: bool = False
    """True where the source is a person or body that the article names."""
    rest: tuple[int, int] | None = None
    """The span of the part of what is said that follows an interrupting cue; ``None`` where there is none."""
    attitude: bool = False
    """True where the cue tells what the source wants, holds or seems, not what it said: ``backs``, ``wants``, ``seems``."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything the detail rules found in one article."""

    siglum: str
    """The article."""
    details: tuple[Detail, ...] = ()
    """Every detail, in reading order."""
    quotations: tuple[Quotation, ...] = ()
    """Every quotation, in reading order."""
    attributions: tuple[Attribution, ...] = ()
    """Every attribution, in reading order."""

    def cast(self) -> dict[str, tuple[tuple[Kind, str], ...]]:
        """Return the kinds and the fullest forms of what each passage names, by its id and in reading order."""
        found: dict[str, list[tuple[Kind, str]]] = {}
        for detail in self.details:
            if isinstance(detail.value, Name):
                found.setdefault(detail.passage, []).append((detail.kind, detail.value.full))
        return {passage: tuple(names) for passage, names in found.items()}


def _could_hold(full: Moment, partial: str) -> bool:
    """Whether a day of ``full`` has the month, day or weekday of a partial ISO form; long spans always do."""
    if (full.last - full.first).days > _YEAR:
        return True
    days = tuple(full.first + timedelta(n) for n in range((full.last - full.first).days + 1))
    begin, _, end = partial.partition("/")
    if end:
        return any(begin <= f"--{day:%m-%d}" <= end for day in days)
    return any(partial.startswith((f"--{day:%m-%d}", f"-W-{day.isoweekday()}")) or partial == f"--{day:%m}" for day in days)


def _figure(value: float) -> str:
    """Return a figure without a needless fraction or exponent."""
    return str(int(value)) if value == int(value) else f"{value:.6f}".rstrip("0").rstrip(".")
