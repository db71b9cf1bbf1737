"""Attributions: who is said to have said what, as source, cue and content."""

from collections.abc import Sequence
from typing import Final

from tui.details.phrases import NOUNLIKE, Span, phrase_right, subject, verb_group
from tui.details.voices.around import around, follows_source, names_source, opens_clause
from tui.details.voices.asides import according, as_reported, heading
from tui.details.voices.contents import Said, after, ending
from tui.details.voices.cues import Verb, reporting_verbs
from tui.details.voices.passives import QUOTED, as_saying, passive
from tui.details.voices.phrased import phrased
from tui.details.voices.report import Report, inside_other, settle
from tui.language.lemmas import verb_forms
from tui.language.speech import EVIDENCE, Cue
from tui.language.tables import row
from tui.language.tokens import Tag, Token

_LEADS: Final = row("speech", "lead")
_PRIVATE: Final = row("speech", "private")
_SUBJECTS: Final = frozenset({"he", "she", "they", "we", "i"})
_RELATING: Final = frozenset({"where", "who", "whom", "which"})
_BEFORE_FINITE: Final = NOUNLIKE | {Tag.PRONOUN, Tag.COMMA, Tag.ADVERB}


def reports(tokens: Sequence[Token], quoted: Sequence[Span]) -> tuple[Report, ...]:
    """Return the attributions of a sentence; ``quoted`` are the token ranges that stand in quotation marks."""
    found: list[Report] = []
    for verb in reporting_verbs(tokens):
        report = None if _inside(verb.verb, quoted) else _of_verb(tokens, verb, _leading(found))
        found += [report] if report else []
    found += [report for report in passive(tokens) if not _inside(report.cue[0], quoted)]
    quoting = list(as_saying(tokens))
    if quoting:
        cues_taken = {n for place, _ in quoting for n in (place, place + 1)}
        found = [r for r in found if r.cue[0] not in cues_taken and tokens[r.cue[0]].lower not in QUOTED]
        found += [report for _, report in quoting]
    verbs = {n for report in found for n in range(report.cue[0], report.cue[1] + 1)}
    asides = (*as_reported(tokens), *according(tokens), *phrased(tokens))
    found += [r for r in asides if not _inside(r.cue[0], quoted) and verbs.isdisjoint(range(r.cue[0], r.cue[1] + 1))]
    headed = None if found else heading(tokens)
    return settle(tokens, [headed] if headed else found)


def _leading(found: Sequence[Report]) -> Span | None:
    """Return the source of the last report that is no part of another's statement; ``None`` for none."""
    return next((report.source for report in reversed(found) if not inside_other(report, found)), None)


def _inside(place: int, quoted: Sequence[Span]) -> bool:
    """Return whether a token stands in quoted words."""
    return any(first <= place <= last for first, last in quoted)


def _of_verb(tokens: Sequence[Token], verb: Verb, earlier: Span | None) -> Report | None:
    """Return the attribution that a reporting verb makes, ``None`` where it makes none."""
    inverted = _inverted(tokens, verb)
    if inverted is not None:
        return inverted
    source = _source(tokens, verb, earlier)
    if source is None or _own_words(tokens, source, verb):
        return None
    adjacent = source[1] == verb.first - 1 or (source[1] == verb.first - 2 and tokens[verb.first - 1].tag is Tag.COMMA)
    said = _before(tokens, source[0], verb) if adjacent else None
    if said is None:
        evidence = any(token.lower in EVIDENCE for token in tokens[: verb.first])
        content = after(tokens, verb.last + 1, verb.sorts, evidence=evidence)
        related = source[0] > 0 and tokens[source[0] - 1].tag is Tag.RELATIVE
        if content and (related or opens_clause(tokens, source[0])):
            comma = next((n for n in range(*content) if tokens[n].tag is Tag.COMMA), content[1] + 1)
            content = content[0], comma - 1
        said = Said(content) if content and content[0] <= content[1] else None
    attitude = verb.sorts <= {Cue.STANCE, Cue.WISH}
    return Report(source, (verb.verb, verb.last), said, attitude) if said else None


def _own_words(tokens: Sequence[Token], source: Span, verb: Verb) -> bool:
    """Return whether a writer speaks to the reader or of a thought of his own: ``you know``, ``I think``."""
    who = tokens[source[0]].lower.partition("'")[0] if source[0] == source[1] else ""
    return who == "you" or (who in {"i", "we"} and verb.lemma in _PRIVATE)


def _source(tokens: Sequence[Token], verb: Verb, earlier: Span | None) -> Span | None:
    """Return the source of a reporting verb that follows it, or that it shares with an earlier verb of the sentence."""
    prior = tokens[verb.first - 1] if verb.first else None
    helped = any(t.tag is Tag.AUXILIARY for t in tokens[verb.first : verb.verb])
    if verb.form == "ing" and not helped:
        contracted = prior is not None and prior.tag is Tag.PRONOUN
        return (verb.first - 1, verb.first - 1) if contracted else earlier or _main_subject(tokens, verb.first)
    if prior is not None and prior.lower == "to":
        return _of_infinitive(tokens, verb.first - 1)
    if prior is None:
        return None
    shared = prior.tag is Tag.CONJUNCTION or prior.text == ";"
    found = None if shared else subject(tokens, verb.first)
    if shared or (found is None and prior.tag is Tag.COMMA):
        return earlier or _main_subject(tokens, verb.first)
    return found


def _of_infinitive(tokens: Sequence[Token], to: int) -> Span | None:
    """Return the subject of a verb that only leads to another: ``appeared to imply``, ``went on to say``; else ``None``."""
    if to < 2 or tokens[to - 1].lower not in _LEADS:  # noqa: PLR2004 - a subject and a verb
        return None
    first = verb_group(tokens, to - 1)
    first -= tokens[to - 1].lower == "on" and tokens[to - 2].lower in {"went", "goes"}
    return subject(tokens, verb_group(tokens, first))


def _main_subject(tokens: Sequence[Token], limit: int) -> Span | None:
    """Return the subject of the first finite verb before ``limit``."""
    for place in range(limit):
        token = tokens[place]
        if token.lower in _SUBJECTS and (place == 0 or tokens[place - 1].lower not in _RELATING):
            return place, place
        past = token.lower in verb_forms() or token.lower.endswith("ed")
        finite = token.tag is Tag.AUXILIARY or (token.tag is Tag.WORD and past and not token.lower.endswith("ing"))
        if place and finite and (tokens[place - 1].tag in _BEFORE_FINITE or tokens[place - 1].text == ")"):
            found = subject(tokens, verb_group(tokens, place))
            if found is not None:
                return found
    return None


def _before(tokens: Sequence[Token], start: int, verb: Verb) -> Said | None:
    """Return the content before a source that follows a comma or a quotation mark: ``…, the mayor said``."""
    shown = Cue.FINDING in verb.sorts and verb.last + 1 >= ending(tokens)
    if start == 0 or tokens[start - 1].tag not in {Tag.COMMA, Tag.QUOTE} or not (verb.sorts & {Cue.SAYING, Cue.TELLING} or shown):
        return None
    following = verb.last + 1
    if Cue.TELLING in verb.sorts:
        hearer = phrase_right(tokens, following, ending(tokens))
        following = hearer[1] + 1 if hearer else following
    return around(tokens, start - 1, following)


def _inverted(tokens: Sequence[Token], verb: Verb) -> Report | None:
    """Return the attribution of a verb before its source, after what was said: ``…, said the mayor``."""
    if verb.first < 2 or Cue.SAYING not in verb.sorts or verb.form == "ing":  # noqa: PLR2004 - words and a comma
        return None
    source = phrase_right(tokens, verb.last + 1, ending(tokens))
    mark = verb.first - 1
    if source is None or tokens[mark].tag not in {Tag.COMMA, Tag.QUOTE} or not names_source(tokens, source):
        return None
    if not follows_source(tokens, source[1] + 1):
        return None
    said = around(tokens, mark, source[1] + 1) or around(tokens, mark, ending(tokens))
    return Report(source, (verb.verb, verb.last), said) if said else None
