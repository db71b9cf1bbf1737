"""Attributions by a phrase beside the statement: ``according to``, ``as the Gazette reported``, a name before a colon."""

from collections.abc import Iterator, Sequence
from typing import Final

from tui.details.phrases import phrase_left, phrase_right, subject
from tui.details.voices.contents import Said, before, ending, opening
from tui.details.voices.cues import Verb, reporting_verbs
from tui.details.voices.report import Report
from tui.language.speech import PRESS, Cue
from tui.language.tokens import Tag, Token

_HEADED: Final = 9  # tokens of a headline among which the colon behind its source stands
_TITLED: Final = 0.6  # share of capitalised words from which what is said is a headline
_ASIDE: Final = 14  # tokens from ``as`` to its verb
_LEAST: Final = 4  # a word, a colon and a statement
_TIMED: Final = 8  # tokens from that verb to the comma behind it


def according(tokens: Sequence[Token]) -> Iterator[Report]:
    """Yield the attributions of ``according to``, ``in the words of`` and ``citing``."""
    limit = ending(tokens)
    for place in range(len(tokens) - 2):
        if tokens[place].lower != "according" or tokens[place + 1].lower != "to":
            continue
        source = phrase_right(tokens, place + 2, limit)
        if source is None:
            continue
        beyond = source[1] + 1
        leads = place <= opening(tokens) or tokens[place - 1].tag is Tag.MARK
        if leads and beyond + 1 < limit and tokens[beyond].tag is Tag.COMMA:
            yield Report(source, (place, place + 1), Said((beyond + 1, limit - 1)))
        else:
            content = before(tokens, place - 1)
            if content:
                yield Report(source, (place, place + 1), Said(content))


def as_reported(tokens: Sequence[Token]) -> Iterator[Report]:
    """Yield ``as the Gazette reported``: the other clause is the content."""
    limit = ending(tokens)
    verbs = reporting_verbs(tokens)
    for place in range(limit - 2):
        leads = place <= opening(tokens)
        if tokens[place].lower != "as" or not (leads or tokens[place - 1].tag is Tag.COMMA):
            continue
        verb = next((v for v in verbs if v.verb > place + 1), None)
        if verb is None or verb.verb - place > _ASIDE or not verb.sorts & {Cue.SAYING, Cue.FINDING}:
            continue
        report = _aside(tokens, place, verb, leads=leads)
        if report is not None:
            yield report


def _aside(tokens: Sequence[Token], place: int, verb: Verb, *, leads: bool) -> Report | None:
    """Return the attribution of ``as`` at a place with its verb; ``None`` where the verb has a content of its own."""
    limit = ending(tokens)
    source = subject(tokens, verb.first)
    if source is None or source[0] != place + 1:
        return None
    beyond = verb.last + 1
    comma = next((n for n in range(beyond, min(beyond + _TIMED, limit)) if tokens[n].tag is Tag.COMMA), limit)
    if any(t.lower == "that" or t.tag is Tag.QUOTE for t in tokens[beyond:comma]):
        return None
    content = (comma + 1, limit - 1) if leads else before(tokens, place - 1)
    return Report(source, (verb.verb, verb.last), Said(content)) if content and content[0] <= content[1] else None


def heading(tokens: Sequence[Token]) -> Report | None:
    """Return the attribution of a headline of the form ``Name: …``, ``Name on a matter: …``, ``Poll: …``."""
    led = _of_press(tokens) or _before_quotation(tokens)
    if led is not None:
        return led
    colon = next((n for n, t in enumerate(tokens[:_HEADED]) if t.text == ":"), 0)
    plain = (Tag.CAPITAL, Tag.PREPOSITION, Tag.DETERMINER, Tag.POSSESSIVE)
    if (
        not colon
        or colon + 3 > len(tokens)
        or tokens[0].tag is not Tag.CAPITAL
        or any(t.tag not in plain for t in tokens[:colon])
    ):
        return None
    quoted = tokens[colon + 1].tag is Tag.QUOTE or tokens[colon + 1].text == "'"
    words = [t for t in tokens[colon + 1 :] if t.text[0].isalpha()]
    titled = sum(t.text[0].isupper() for t in words) >= _TITLED * len(words)
    if not (quoted or titled or tokens[-1].text not in {".", "!", "?"}):
        return None
    last = next((n for n, t in enumerate(tokens[:colon]) if t.tag is Tag.PREPOSITION), colon) - 1
    return Report((0, max(0, last)), (colon, colon), Said((colon + 1, ending(tokens) - 1)))


def _of_press(tokens: Sequence[Token]) -> Report | None:
    """Return the attribution of a headline that begins with the sort of its source: ``Report: …``, ``Police: …``."""
    told = len(tokens) > _LEAST and tokens[1].text == ":" and tokens[0].lower in PRESS
    return Report((0, 0), (1, 1), Said((2, ending(tokens) - 1))) if told else None


def _before_quotation(tokens: Sequence[Token]) -> Report | None:
    """Return the attribution of a name before a colon and a quotation, where more stands before the name."""
    colon = next((n for n in range(1, len(tokens) - 2) if tokens[n].text == ":" and tokens[n + 1].tag is Tag.QUOTE), 0)
    if not colon:
        return None
    beyond = colon > _HEADED or tokens[0].tag is not Tag.CAPITAL or any(t.tag is Tag.MARK for t in tokens[:colon])
    name = phrase_left(tokens, colon - 1) if beyond else None
    if name is None or any(t.tag is not Tag.CAPITAL and t.lower != "and" for t in tokens[name[0] : name[1] + 1]):
        return None
    return Report(name, (colon, colon), Said((colon + 1, ending(tokens) - 1)))
