"""Attributions: who is said to have said what, as source, cue and content."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tui.details.phrases import NOUNLIKE, Span, phrase_left, phrase_right, subject, verb_group
from tui.details.voices.around import around, follows_source, names_source, opens_clause
from tui.details.voices.contents import Said, after, before, ending, opening
from tui.details.voices.cues import Verb, reporting_verbs
from tui.language.lemmas import verb_forms
from tui.language.speech import EVIDENCE, NOUNS, STANCE_NOUNS, Cue, cues
from tui.language.tables import row
from tui.language.tokens import Tag, Token

_QUESTIONS: Final = frozenset({"if", "whether", "about", "how", "why", "what", "which", "when", "where", "who"})
_LEADS: Final = row("speech", "lead")
_QUOTED: Final = frozenset({"quoted", "quotes", "cited", "cites", "quoting", "citing"})
_RAISING: Final = row("speech", "raising")
_ASKED: Final = frozenset({"asked", "questioned", "pressed"})
_UNSOURCED: Final = frozenset({"said", "believed", "thought", "expected", "reported", "alleged", "rumored", "rumoured", "known"})
_SUBJECTS: Final = frozenset({"he", "she", "they", "we", "i"})
_HEADED: Final = 9  # tokens of a headline among which the colon behind its source stands
_TITLED: Final = 0.6  # share of capitalised words from which what is said is a headline
_BEFORE_FINITE: Final = NOUNLIKE | {Tag.PRONOUN, Tag.COMMA, Tag.ADVERB}


@dataclass(frozen=True, slots=True)
class Report:
    """One attribution of a sentence, in tokens."""

    source: Span | None
    """The source; ``None`` where it is left out."""
    cue: Span
    """The cue."""
    said: Said
    """What is said."""
    attitude: bool = False
    """True where the cue tells what the source wants or holds rather than what it said."""


def reports(tokens: Sequence[Token], quoted: Sequence[Span]) -> tuple[Report, ...]:
    """Return the attributions of a sentence; ``quoted`` are the token ranges that stand in quotation marks."""
    found: list[Report] = []
    for verb in reporting_verbs(tokens):
        if any(first <= verb.verb <= last for first, last in quoted):
            continue
        report = _of_verb(tokens, verb, found[-1].source if found else None)
        if report is not None:
            found.append(report)
    found += [report for report in (*_asked(tokens), *_passives(tokens), *_by_agent(tokens)) if not _inside(report.cue, quoted)]
    quoting = list(_as_saying(tokens))
    if quoting:
        cues_taken = {n for place, _ in quoting for n in (place, place + 1)}
        found = [r for r in found if r.cue[0] not in cues_taken and tokens[r.cue[0]].lower not in _QUOTED]
        found += [report for _, report in quoting]
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
    inverted = _inverted(tokens, verb)
    if inverted is not None:
        return inverted
    source = _source(tokens, verb, earlier)
    if source is None:
        return None
    adjacent = source[1] == verb.first - 1 or (source[1] == verb.first - 2 and tokens[verb.first - 1].tag is Tag.COMMA)
    said = _before(tokens, source[0], verb) if adjacent else None
    if said is None:
        evidence = any(token.lower in EVIDENCE for token in tokens[: verb.first])
        content = after(tokens, verb.last + 1, verb.sorts, evidence=evidence)
        if content and opens_clause(tokens, source[0]):
            comma = next((n for n in range(*content) if tokens[n].tag is Tag.COMMA), content[1] + 1)
            content = content[0], comma - 1
        said = Said(content) if content and content[0] <= content[1] else None
    attitude = verb.sorts <= {Cue.STANCE, Cue.WISH}
    return Report(source, (verb.verb, verb.last), said, attitude) if said else None


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
        if token.lower in _SUBJECTS:
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
    if start == 0 or tokens[start - 1].tag not in {Tag.COMMA, Tag.QUOTE} or not verb.sorts & {Cue.SAYING, Cue.TELLING}:
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
    if tokens[mark].tag is Tag.COMMA and not follows_source(tokens, source[1] + 1):
        return None
    said = around(tokens, mark, source[1] + 1) or around(tokens, mark, ending(tokens))
    return Report(source, (verb.verb, verb.last), said) if said else None


def _as_saying(tokens: Sequence[Token]) -> Iterator[tuple[int, Report]]:
    """Yield ``as`` and the attribution of ``was quoted as saying``, ``quoted the mayor as saying``: to who is quoted."""
    for place in range(2, len(tokens) - 1):
        if tokens[place].lower != "as" or tokens[place + 1].lower not in {"saying", "telling", "adding"}:
            continue
        verb = next((n for n in range(place - 1, 0, -1) if tokens[n].lower in _QUOTED), 0)
        if not verb:
            continue
        first = verb_group(tokens, verb)
        passive = any(t.tag is Tag.AUXILIARY for t in tokens[first:verb])
        leading = subject(tokens, first)
        source = leading if passive else (verb + 1, place - 1)
        content = after(tokens, place + 2, frozenset({Cue.SAYING}))
        said = Said(content) if content else _said_before(tokens, leading, place + 2)
        if source is not None and source[0] <= source[1] and said:
            yield place, Report(source, (place + 1, place + 1), said)


def _said_before(tokens: Sequence[Token], leading: Span | None, following: int) -> Said | None:
    """Return what stands before a clause that only says who is quoted: ``"…," she was quoted as saying``."""
    mark = leading[0] - 1 if leading else 0
    return around(tokens, mark, following) if mark > 0 and tokens[mark].tag in {Tag.COMMA, Tag.QUOTE} else None


def _asked(tokens: Sequence[Token]) -> Iterator[Report]:
    """Yield the question of a sentence that begins with ``Asked whether``; who asked is left out."""
    limit = ending(tokens)
    for place in range(limit - 2):
        opens = place == 0 or tokens[place - 1].lower in {"when", "if"}
        if opens and tokens[place].lower in _ASKED and tokens[place + 1].lower in _QUESTIONS:
            comma = next((n for n in range(place + 1, limit) if tokens[n].tag is Tag.COMMA), limit)
            if comma > place + 2:
                yield Report(None, (place, place), Said((place + 1, comma - 1)))


def _by_agent(tokens: Sequence[Token]) -> Iterator[Report]:
    """Yield ``was rejected by the council``: the agent is the source, the subject what it takes its stand on."""
    limit = ending(tokens)
    for place in range(1, limit - 2):
        if tokens[place + 1].lower != "by" or tokens[place].lower not in cues() or not tokens[place].lower.endswith("ed"):
            continue
        first = verb_group(tokens, place)
        whom = subject(tokens, first)
        agent = phrase_right(tokens, place + 2, limit)
        if whom and agent and names_source(tokens, agent) and not tokens[agent[0]].lower.endswith("ing"):
            attitude = all(sorts <= {Cue.STANCE, Cue.WISH} for _, sorts in cues()[tokens[place].lower].values())
            yield Report(agent, (place, place), Said(whom), attitude)


def _passives(tokens: Sequence[Token]) -> Iterator[Report]:
    """Yield ``is said to``, ``are expected to``: an attribution without a source, around its cue."""
    limit = ending(tokens)
    for place in range(1, limit - 2):
        raising = tokens[place].lower in _RAISING
        if not (raising or tokens[place].lower in _UNSOURCED) or tokens[place + 1].lower != "to":
            continue
        first = verb_group(tokens, place)
        helped = first < place and tokens[first].tag is Tag.AUXILIARY
        whom = subject(tokens, first) if raising or helped else None
        if whom is not None:
            yield Report(None, (place, place), Said(whom, (place + 1, limit - 1)), raising)


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
    """Return the attribution of a headline of the form ``Name: what was said``, ``Name on a matter: what was said``."""
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
