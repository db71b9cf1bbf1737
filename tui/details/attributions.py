"""Attributions: who is said to have said what, as source, cue and content."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tui.details.contents import Said, after, before, ending, opening
from tui.details.cues import Verb, reporting_verbs
from tui.details.phrases import NOUNLIKE, Span, phrase_left, phrase_right, subject, verb_group
from tui.language.lemmas import verb_forms
from tui.language.speech import NOUNS, STANCE_NOUNS, Cue
from tui.language.tokens import Tag, Token

_POST: Final = frozenset({Tag.COMMA, Tag.QUOTE, Tag.MARK})
_TIMES: Final = frozenset({"in", "on", "at", "during", "after", "to", "of", "through", "via", "before", "as", "from", "about"})


@dataclass(frozen=True, slots=True)
class Report:
    """One attribution of a sentence, in tokens."""

    source: Span | None
    """The source; ``None`` where it is left out."""
    cue: Span
    """The cue."""
    said: Said
    """What is said."""


def reports(tokens: Sequence[Token], quoted: Sequence[Span]) -> tuple[Report, ...]:
    """Return the attributions of a sentence; ``quoted`` are the token ranges that stand in quotation marks."""
    found: list[Report] = []
    for verb in reporting_verbs(tokens):
        if any(first <= verb.verb <= last for first, last in quoted):
            continue
        report = _of_verb(tokens, verb, found[-1].source if found else None)
        if report is not None:
            found.append(report)
    found += [report for report in _according(tokens) if not _inside(report.cue, quoted)]
    found += [report for report in _of_nouns(tokens) if not _inside(report.cue, quoted)]
    heading = _of_heading(tokens)
    found += [heading] if heading and not found else []
    return tuple(sorted(found, key=lambda r: r.cue))


def _inside(cue: Span, quoted: Sequence[Span]) -> bool:
    """Return whether a cue stands in quoted words."""
    return any(first <= cue[0] <= last for first, last in quoted)


def _of_verb(tokens: Sequence[Token], verb: Verb, earlier: Span | None) -> Report | None:
    """Return the attribution that a reporting verb makes, ``None`` where it makes none."""
    cue = verb.verb, verb.last
    source = _source(tokens, verb, earlier)
    if source is None:
        return _inverted(tokens, verb)
    said = None
    if source[1] == verb.first - 1 or (source[1] == verb.first - 2 and tokens[verb.first - 1].tag is Tag.COMMA):
        said = _before_or_around(tokens, source[0], verb)
    if said is None:
        content = after(tokens, verb.last + 1, verb.sorts)
        said = Said(content) if content else None
    return Report(source, cue, said) if said else None


def _source(tokens: Sequence[Token], verb: Verb, earlier: Span | None) -> Span | None:
    """Return the source of a reporting verb that follows it, or that it shares with an earlier verb of the sentence."""
    prior = tokens[verb.first - 1] if verb.first else None
    helped = any(t.tag is Tag.AUXILIARY for t in tokens[verb.first : verb.verb])
    if verb.form == "ing" and not helped:
        return earlier or _main_subject(tokens, verb.first)
    if prior is None or prior.lower == "to":
        return None
    shared = prior.tag is Tag.CONJUNCTION or prior.text == ";"
    found = None if shared else subject(tokens, verb.first)
    if shared or (found is None and prior.tag is Tag.COMMA and Cue.STANCE in verb.sorts):
        return earlier or _main_subject(tokens, verb.first)
    return found


def _main_subject(tokens: Sequence[Token], limit: int) -> Span | None:
    """Return the subject of the first finite verb before ``limit``."""
    for place in range(1, limit):
        token = tokens[place]
        finite = token.tag is Tag.AUXILIARY or (
            token.tag is Tag.WORD and token.lower in verb_forms() and not token.lower.endswith("ing")
        )
        if finite and (tokens[place - 1].tag in NOUNLIKE | {Tag.PRONOUN, Tag.COMMA, Tag.ADVERB} or tokens[place - 1].text == ")"):
            found = subject(tokens, verb_group(tokens, place))
            if found is not None:
                return found
    return None


def _before_or_around(tokens: Sequence[Token], start: int, verb: Verb) -> Said | None:
    """Return the content before a source that follows a comma or a quotation mark: ``…, the mayor said``."""
    if start == 0 or tokens[start - 1].tag not in {Tag.COMMA, Tag.QUOTE} or Cue.SAYING not in verb.sorts:
        return None
    closed = tokens[start - 1].tag is Tag.QUOTE and (verb.last + 1 >= len(tokens) or tokens[verb.last + 1].lower != "that")
    if not closed and not _ends_after(tokens, verb.last + 1):
        return None
    return _left(tokens, start - 1, verb.last + 1)


def _left(tokens: Sequence[Token], mark: int, following: int) -> Said | None:
    """Return the content before token ``mark`` and what goes on after an interrupting cue."""
    content = before(tokens, mark - (tokens[mark].tag is Tag.COMMA))
    if content is None:
        return None
    limit = ending(tokens)
    resumed = following
    while resumed < limit and tokens[resumed].tag is not Tag.QUOTE and tokens[resumed].tag is not Tag.COMMA:
        resumed += 1
    if resumed + 1 < limit and tokens[resumed].tag is Tag.COMMA:
        resumed += 1
        quoted = tokens[resumed].tag is Tag.QUOTE
        going_on = tokens[mark].tag is Tag.COMMA and tokens[resumed].lower not in {"who", "but", "which"}
        resumes = quoted or (going_on and not tokens[resumed].lower.endswith("ing") and resumed == following + 1)
        return Said(content, (resumed, limit - 1)) if resumes else Said(content)
    return Said(content, (resumed, limit - 1)) if resumed < limit and tokens[resumed].tag is Tag.QUOTE else Said(content)


def _ends_after(tokens: Sequence[Token], place: int) -> bool:
    """Return whether nothing but a day or an occasion follows a cue before the sentence or the clause ends."""
    limit = ending(tokens)
    if place >= limit or tokens[place].tag in _POST:
        return True
    if tokens[place].lower in {"that", "to"} and tokens[place].tag is not Tag.PREPOSITION:
        return False
    timed = tokens[place].lower in _TIMES or tokens[place].tag in {Tag.ADVERB, Tag.CAPITAL}
    stretch = tokens[place:limit]
    return timed and not any(t.lower in {"that", "whether"} for t in stretch[:8])


def _inverted(tokens: Sequence[Token], verb: Verb) -> Report | None:
    """Return the attribution of a verb before its source, after what was said: ``…, said the mayor``."""
    if (
        verb.first == 0
        or Cue.SAYING not in verb.sorts
        or tokens[verb.first - 1].tag not in {Tag.COMMA, Tag.QUOTE}
        or verb.form == "ing"
    ):
        return None
    limit = ending(tokens)
    source = phrase_right(tokens, verb.last + 1, limit)
    if source is None or tokens[source[0]].tag is Tag.RELATIVE:
        return None
    said = _left(tokens, verb.first - 1, source[1] + 1)
    return Report(source, (verb.verb, verb.last), said) if said else None


def _according(tokens: Sequence[Token]) -> Iterator[Report]:
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


def _of_nouns(tokens: Sequence[Token]) -> Iterator[Report]:
    """Yield the attributions of ``the mayor's claim that``."""
    ending(tokens)
    for place in range(1, len(tokens) - 2):
        following = tokens[place + 1].lower
        stance = tokens[place].lower in STANCE_NOUNS and following in {"to", "for", "of"}
        if tokens[place].lower not in NOUNS or not (following == "that" or stance):
            continue
        owner = tokens[place - 1]
        if owner.tag is Tag.POSSESSIVE or owner.lower in {"his", "her", "their", "its", "my", "our"}:
            source = phrase_left(tokens, place - 2) if owner.tag is Tag.POSSESSIVE else (place - 1, place - 1)
            content = after(tokens, place + 1, frozenset({Cue.STANCE}))
            if source and content:
                yield Report(source, (place, place), Said(content))


def _of_heading(tokens: Sequence[Token]) -> Report | None:
    """Return the attribution of a headline of the form ``Name: what was said``."""
    colon = next((n for n, t in enumerate(tokens[:6]) if t.text == ":"), 0)
    if not colon or colon + 3 > len(tokens) or any(t.tag is not Tag.CAPITAL for t in tokens[:colon]):
        return None
    quoted = tokens[colon + 1].tag is Tag.QUOTE or tokens[colon + 1].text == "'" or tokens[-1].text not in {".", "!", "?"}
    return Report((0, colon - 1), (colon, colon), Said((colon + 1, ending(tokens) - 1))) if quoted else None
