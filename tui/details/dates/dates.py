"""Dates: what a passage says of when, resolved from the day of publishing and the date named before."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from tui.details.dates import dates_explicit, dates_nearby, dates_ordinal, dates_periods, dates_relative
from tui.details.dates.calendars import HOURS, Anchor, between, open_moment
from tui.details.dates.date_rules import DateRule, triggers
from tui.details.dates.dates_counted import from_date, offset, offsets
from tui.details.figures.governors import governor, is_verbal
from tui.details.figures.heads import Phrase, phrase_after
from tui.details.figures.tokens import Token, index_at, lower_at, tokenise
from tui.details.rules import Context
from tui.language.grammar import BE
from tui.language.lemmas import is_past, verb_base
from tui.language.tables import lexicon
from tui.model.article import Passage
from tui.model.detail import Detail, Kind, Moment

_RULES: Final[tuple[DateRule, ...]] = (
    *dates_explicit.RULES,
    *dates_ordinal.RULES,
    *dates_relative.RULES,
    *dates_nearby.RULES,
    *dates_periods.RULES,
)
"""Every form of date; of two that begin at one place the longer holds, of two as long the earlier."""
_AHEAD: Final = re.compile(
    r"\b(?:will|'ll|shall|scheduled|slated|due|set[ ](?:for|to)|expected|plans?[ ]to|planned[ ]for|(?:is|are)[ ]to"
    r"|upcoming|going[ ]to|hopes?[ ]to|intends?[ ]to|starting|beginning[ ]on)\b[^.;!?]{0,60}$"
    r"|\b(?:by|through|until|till|ahead[ ]of)[ ]$",
    re.IGNORECASE,
)
_TOLD: Final = re.compile(r"\b(?:was|were|had|did)\b[^.;!?]{0,40}$")
_INTENT: Final = lexicon("""
    plan plans planned planning expect expects expected poised ready set due scheduled want wants wanted hope hopes hoped intend
    intends intended agreed promised promises vowed vows pledged pledges threatened prepares preparing prepared likely about needs
    needed aims aimed offered invited asked urged ordered line slated
""")
"""Words before an infinitive that make it look ahead: ``asked the leaders to return on Friday``."""
_HAD: Final = re.compile(r"\bhad\b[^.;!?]*$")
_TO_COME: Final = re.compile(
    r"'?s?[ ](?:\w+[ ])?(?:election|elections|midterm|midterms|primary|primaries|caucus|caucuses|ballot|runoff|deadline)\b"
)
_COULD: Final = frozenset({"would", "could", "may", "might", "should", "can"})
_CLOSE: Final = 90
_NEAR: Final = 8
_PART_BEFORE: Final = re.compile(r"\b(?P<part>early|late) $", re.IGNORECASE)
_DAY_ALONE: Final = re.compile(r"(?:to|yester)day\b|tomorrow\b", re.IGNORECASE)
_HOUR_BEHIND: Final = re.compile(r"'?s?[ ](?P<hour>morning|afternoon|evening|night)\b")


def dates(passage: Passage, context: Context) -> tuple[Detail, ...]:
    """Return the dates of a passage."""
    folded = passage.folded
    tokens = tokenise(folded)
    named = context.named
    found: list[Detail] = []
    end = 0
    spans = [
        *((_inner_start(m), m.end(), m, rule) for m, rule in _matches(folded)),
        *((s, e, None, None) for s, e in offsets(tokens)),
    ]
    for first, last, match, rule in sorted(spans, key=lambda s: (s[0], -s[1])):
        if first < end:
            continue
        anchor = Anchor(
            context.published, named, future=_looks_ahead(folded, first, tokens), lean=_leans(folded, last, first, tokens)
        )
        moment = rule.resolve(match, anchor) if match and rule else offset(tokens, (first, last), anchor)
        if moment is None:
            continue
        moment, end = _with_hour(folded, moment, last)
        moment, start = _with_part(folded, moment, first)
        found.append(_detail(passage, tokens, start, end, moment))
        named = moment if moment.known or moment.iso.startswith("-") else named
    return tuple(from_date(passage, tokens, detail) for detail in _joined(passage, found))


def _joined(passage: Passage, found: list[Detail]) -> tuple[Detail, ...]:
    """Return the dates with the ends of ``from Monday to Friday``, ``between June 2019 and January 2020`` made one interval."""
    kept: list[Detail] = []
    for detail in found:
        first = kept[-1] if kept else None
        if first and _spans(passage.folded, first, detail):
            a, b = _moment(first), _moment(detail)
            iso = f"{a.iso}/{b.iso}" if len(a.iso) == len(b.iso) else None
            moment = between(a.first, b.last, iso=iso)
            text = passage.text[first.start : detail.end]
            kept[-1] = replace(first, end=detail.end, text=text, value=moment)
        else:
            kept.append(detail)
    return tuple(kept)


def _spans(folded: str, first: Detail, last: Detail) -> bool:
    """Whether two dates are the ends of one interval."""
    joint = folded[first.end : last.start].strip().lower().removesuffix(" the")
    opener = folded[max(0, first.start - 13) : first.start].strip().lower().removesuffix(" the")
    joined = (joint == "and" and opener.endswith("between")) or (
        joint in {"to", "until", "till", "through"} and opener.endswith("from")
    )
    a, b = _moment(first), _moment(last)
    return (joined or joint in {"-", "through"}) and a.known and b.known and a.first <= b.last and a.minutes is None is b.minutes


def _moment(detail: Detail) -> Moment:
    """Return the moment of a date, an open one for anything else."""
    return detail.value if isinstance(detail.value, Moment) else open_moment()


def _matches(folded: str) -> Iterator[tuple[re.Match[str], DateRule]]:
    """Yield the match of every rule, overlapping ones too."""
    here = triggers(folded)
    for rule in _RULES:
        if rule.needs in here:
            for match in rule.pattern.finditer(folded):
                yield match, rule


def _inner_start(match: re.Match[str]) -> int:
    """Return where the date itself begins, the preposition that led to it left out."""
    return match.start("span") if "span" in match.groupdict() else match.start() + len(match.groupdict().get("lead") or "")


def _looks_ahead(folded: str, start: int, tokens: Sequence[Token]) -> bool:
    """Whether the words before a date look ahead of the day of publishing and no verb in the past stands nearer."""
    before = folded[max(0, start - _CLOSE) : start]
    at = index_at(tokens, start)
    nearest = next((n for n in range(at - 1, max(-1, at - _NEAR), -1) if tokens[n].is_word and verb_base(tokens[n].lower)), None)
    if nearest is not None and lower_at(tokens, nearest - 1) == "to" and not is_past(tokens[nearest].lower):
        return any(t.lower in _INTENT for t in tokens[max(0, nearest - 5) : nearest - 1]) and not _HAD.search(before)
    if not _AHEAD.search(before) or _TOLD.search(before) or _fronted(folded, start):
        return False
    return nearest is None or not is_past(tokens[nearest].lower) or lower_at(tokens, nearest - 1) in BE | {"get", "not"}


def _fronted(folded: str, start: int) -> bool:
    """Whether a date opens its sentence, ``By Saturday, …``, which tells of what is past as often as of what is to come."""
    return len(folded[:start].split()) == 1


def _leans(folded: str, last: int, first: int, tokens: Sequence[Token]) -> bool:
    """Whether nothing says that a date without a year is past: no verb in the past before it, or an election behind it."""
    if _TO_COME.match(folded, last):
        return True
    at = index_at(tokens, first)
    nearest = next((n for n in range(at - 1, max(-1, at - _NEAR), -1) if is_verbal(tokens, n)), None)
    return nearest is not None and (not is_past(tokens[nearest].lower) or bool(set(_before(tokens, nearest)) & _COULD))


def _before(tokens: Sequence[Token], at: int) -> tuple[str, ...]:
    """Return the three words before an index in lower case."""
    return tuple(t.lower for t in tokens[max(0, at - 3) : at])


def _with_hour(folded: str, moment: Moment, end: int) -> tuple[Moment, int]:
    """Return the moment and its end with the part of the day printed behind it: ``Thursday morning``."""
    m = _HOUR_BEHIND.match(folded, end)
    if m is None or (moment.known and moment.first != moment.last):
        return moment, end
    return replace(moment, minutes=HOURS[m["hour"]]), m.end()


def _with_part(folded: str, moment: Moment, start: int) -> tuple[Moment, int]:
    """Return the moment and its start with the word before it that narrows a day to its beginning or end: ``early Monday``."""
    m = _PART_BEFORE.search(folded, max(0, start - len("early ")), start)
    if m is None or not (moment.first == moment.last or moment.iso.startswith("-W") or _DAY_ALONE.match(folded, start)):
        return moment, start
    first, last = moment.minutes or (0, 1439)
    if moment.minutes == HOURS["morning"]:
        first = 0  # half past two is early in the morning
    bounds = (first, min(last, 540)) if m["part"].lower() == "early" else (max(first, 960), last)
    return replace(moment, minutes=bounds if bounds[0] <= bounds[1] else moment.minutes), m.start()


def _detail(passage: Passage, tokens: Sequence[Token], start: int, end: int, moment: Moment) -> Detail:
    """Return the detail of a moment with the noun that it dates and the verb that it belongs to."""
    first, last = index_at(tokens, start), index_at(tokens, end)
    possessive = passage.folded[end : end + 2] == "'s"
    determined = lower_at(tokens, first - 1) in {"the", "a", "an", "his", "her", "its", "their"}
    named = Phrase(end=last)
    comma = determined and passage.folded[end : end + 1] == "," and not passage.text[end - 1].isalpha()
    if possessive or (determined and last + comma < len(tokens) and tokens[last + comma].is_word):
        named = phrase_after(tokens, last + comma + (lower_at(tokens, last) in {"'", "'s"}), plural=False)
    ruler = governor(tokens, first, max(named.end, last), dated=True)
    return Detail(
        passage.id,
        Kind.DATE,
        start,
        end,
        passage.text[start:end],
        moment,
        named.head,
        ruler.verb,
        (),
        ruler.relation,
        ruler.subject,
    )
