"""Attributions whose verb stands in the passive: who is quoted, who is asked, what is expected, what the council rejected."""

from collections.abc import Iterator, Sequence
from typing import Final

from tui.details.phrases import Span, phrase_right, subject, verb_group
from tui.details.voices.around import around, names_source
from tui.details.voices.contents import Said, after, ending
from tui.details.voices.ends import clause_end
from tui.details.voices.report import Report
from tui.language.speech import Cue, cues
from tui.language.tables import row
from tui.language.tokens import Tag, Token

QUOTED: Final = frozenset({"quoted", "quotes", "cited", "cites", "quoting", "citing"})
"""Verbs of which ``as saying`` tells who is quoted."""
_QUESTIONS: Final = frozenset({"if", "whether", "about", "how", "why", "what", "which", "when", "where", "who"})
_RAISING: Final = row("speech", "raising")
_ASKED: Final = frozenset({"asked", "questioned", "pressed"})
_UNSOURCED: Final = frozenset({"said", "believed", "thought", "expected", "reported", "alleged", "rumored", "rumoured", "known"})


def passive(tokens: Sequence[Token]) -> Iterator[Report]:
    """Yield the attributions of a sentence in the passive, without those of *as saying*."""
    yield from _asked(tokens)
    yield from _passives(tokens)
    yield from _by_agent(tokens)


def as_saying(tokens: Sequence[Token]) -> Iterator[tuple[int, Report]]:
    """Yield ``as`` and the attribution of ``was quoted as saying``, ``quoted the mayor as saying``: to who is quoted."""
    for place in range(2, len(tokens) - 1):
        if tokens[place].lower != "as" or tokens[place + 1].lower not in {"saying", "telling", "adding"}:
            continue
        verb = next((n for n in range(place - 1, 0, -1) if tokens[n].lower in QUOTED), 0)
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
    """Yield the question of ``Asked whether``, ``was asked about``; who asked is left out."""
    limit = ending(tokens)
    for place in range(limit - 2):
        opens = place == 0 or tokens[place - 1].lower in {"when", "if"} or tokens[verb_group(tokens, place)].tag is Tag.AUXILIARY
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
            end = clause_end(tokens, place + 1, limit, noun=True) - 1
            yield Report(None, (place, place), Said(whom, (place + 1, end)), raising)
