"""Unsure: what a doubt is about, and in which degree a passage doubts what one of its words tells."""

from collections.abc import Iterator, Sequence
from typing import Final

from tui.compare.claims.doubts.evened import Spot, carries, telling
from tui.compare.story import Story
from tui.language.clauses import Tag, Token
from tui.language.doubts import Doubt, doubts
from tui.language.nouns import NounSort, sort_of
from tui.language.opposites import negates
from tui.language.syntax.phrases import chunk
from tui.language.syntax.pieces import Phrase
from tui.language.syntax.predicates import predicates
from tui.language.tables import lexicon, row
from tui.model.article import Passage

_REACH: Final = 7  # words behind a doubt within which what is doubted stands
_COVERED: Final = 9  # words behind a doubt that it covers
_BEFORE: Final = 3  # words before a doubt that it covers: *the fire was set, apparently*
_ALLEGED: Final = "alleged"
_UNSURE: Final = lexicon("""
    if whether unless any may might could would will shall should can must 'll 'd until before why how to deny denied denies
    denying reject rejected dispute disputed question questioned plan plans planned intend intends intended
    consider considers considered considering investigate investigating investigation probe suspect suspects prevent
""")
"""Words that leave open, deny or put off what follows them."""
_LEGAL: Final = lexicon("""
    charge charged charges accused accusation accusations allegation allegations claims lawsuit suit convicted guilty
    trial suspicion indicted indictment
""")
"""Words of a case in court, which vouches for nothing."""
_TURNS: Final = lexicon("""
    and or but who which when where while because although though after as since for in on at with by from about against over
    under during between than before
""")
"""Words that end what a doubt is about."""
_IDLE: Final = lexicon("be have do make take give get become remain come go end carry play suffer sustain receive commit try")
"""Verbs that leave it to their object to say what is done."""
_ADVERBS: Final = row("hedging", "adverb-hedged") | row("hedging", "adverb-alleged")
_TO_NOUNS: Final = lexicon("of in be")
"""Last words of doubts that a noun may follow: *accused of arson*."""
_COMING: Final = lexicon("potential possible likely probable")
_HOPED: Final = lexicon(
    "motive reason explanation candidate agreement deal solution option scenario way replacement outcome choice"
)
"""Things that are called possible before there is any, and doubted by nobody."""
_CLOSING: Final = '.;:()"'


def about(story: Story, passage: Passage, doubt: Doubt) -> Spot | None:
    """Return the word that tells what a doubt is about: a verb behind it, else the noun that it or an idle verb has."""
    tokens = story.tokens(passage.id)
    narrowed = _narrowed(passage, tokens, doubt)
    owner = narrowed is not None and "'" in passage.folded[tokens[doubt.last].word.end : narrowed.at[0]]
    if owner or _refused(tokens, doubt) or (narrowed is not None and hoped(tokens[doubt.last].word.text, narrowed)):
        return None
    verbs = {p.group.at[0]: p.verb for p in predicates(passage.folded)}
    held = narrowed is not None or tokens[doubt.last].word.text.lower() in _TO_NOUNS or _opens_phrase(tokens, doubt)
    first: Spot | None = None
    for place in range(doubt.last + 1, min(doubt.last + 1 + _REACH, len(tokens))):
        gap = passage.folded[tokens[place - 1].word.end : tokens[place].word.start]
        word = tokens[place].word
        closed = any(mark in gap for mark in _CLOSING) or ("," in gap and place > doubt.last + 1)
        if closed or (narrowed is not None and word.start >= narrowed.end):
            break
        if word.text.lower() in _TURNS and (first is not None or held):
            break
        spot = Spot(passage, place)
        verb = verbs.get(word.start)
        if verb in _IDLE:
            held = True
        elif verb is not None and telling(tokens[place]):
            settled = first is not None and tokens[doubt.last + 1].word.text.lower() in {"a", "an"}
            return first if settled else spot
        elif (
            place == doubt.last + 1
            and verb is None
            and tokens[doubt.last].word.text.lower() in _ADVERBS
            and telling(tokens[place])
        ):
            return spot
        elif (
            held and verb is None and first is None and tokens[place].tag not in {Tag.FUNCTION, Tag.NAME} and carries(story, spot)
        ):
            if not telling(tokens[place]):
                break
            first = spot
    return first


def _opens_phrase(tokens: Sequence[Token], doubt: Doubt) -> bool:
    """Return whether a doubt is an adverb right before a noun phrase that is no superlative: *apparently a sprain*."""
    words = [t.word.text.lower() for t in tokens[doubt.last + 1 : doubt.last + 4]]
    top = any(word in {"most", "least", "best", "worst"} or word.endswith("est") for word in words)
    opened = bool(words) and words[0] in row("grammar", "determiner")
    return tokens[doubt.last].word.text.lower() in _ADVERBS and opened and not top


def _narrowed(passage: Passage, tokens: Sequence[Token], doubt: Doubt) -> Phrase | None:
    """Return the noun phrase that a doubt narrows as an adjective; ``None`` where it is none."""
    last = tokens[doubt.last].word
    if doubt.first < doubt.last or last.text.lower() not in row("surety", "doubtful"):
        return None
    phrases = (piece.phrase for piece in chunk(passage.folded) if piece.phrase is not None)
    return next((p for p in phrases if p.start <= last.start < p.at[0]), None)


def _refused(tokens: Sequence[Token], doubt: Doubt) -> bool:
    """Return whether a doubt is denied itself, or *might have* is followed by no verb: *might have a farm*."""
    words = [t.word.text.lower() for t in tokens[max(0, doubt.first - _BEFORE) : doubt.last + 1]]
    if any(word in {"not", "never"} or word.endswith("n't") for word in words):
        return True
    behind = tokens[doubt.last + 1].word.text.lower() if doubt.last + 1 < len(tokens) else ""
    if words[-1] == "likely" and behind == "to":
        return True
    return words[-1] == "have" and not (behind.endswith(("ed", "en", "ly")) or behind in row("grammar", "past"))


def hoped(word: str, phrase: Phrase) -> bool:
    """Return whether a word before a noun calls it possible because there is none yet: *potential buyers*, *a possible deal*."""
    lower = word.lower()
    person = lower == "potential" and sort_of(phrase.base) is NounSort.PERSON
    return person or (lower in _COMING and (phrase.base in _HOPED or phrase.base in row("hedging", "electoral")))


def degree_of(story: Story, spot: Spot) -> str | None:
    """Return in which degree a word's passage doubts it; empty where it vouches for it, ``None`` where it is open or to come."""
    tokens, folded = story.tokens(spot.passage.id), spot.passage.folded
    start = tokens[spot.place].word.start
    for doubt in doubts(folded):
        phrase = _narrowed(spot.passage, tokens, doubt)
        behind = doubt.last < spot.place <= doubt.last + _COVERED and (phrase is None or start < phrase.end)
        before = doubt.first - _BEFORE <= spot.place < doubt.first and phrase is None
        low, high = sorted((spot.place, doubt.last))
        gap = folded[tokens[low].word.end : tokens[high].word.start]
        if (behind or before) and not any(mark in gap for mark in _CLOSING):
            return doubt.degree
    near = tokens[max(0, spot.place - _COVERED) : spot.place + _COVERED]
    if any(t.word.text.lower() in _LEGAL for t in near):
        return _ALLEGED
    return None if _before(folded, tokens, spot.place, _UNSURE) else ""


def denied(story: Story, spot: Spot) -> bool:
    """Return whether a word of denial stands before a word in its clause."""
    tokens = story.tokens(spot.passage.id)
    return any(negates(word) for word in _clause(spot.passage.folded, tokens, spot.place))


def _before(folded: str, tokens: Sequence[Token], place: int, words: frozenset[str]) -> bool:
    """Return whether one of the words stands before a word in its clause; *to* right before it."""
    before = list(_clause(folded, tokens, place))
    return any(word in words and (word != "to" or n == 0) for n, word in enumerate(before))


def _clause(folded: str, tokens: Sequence[Token], place: int) -> Iterator[str]:
    """Yield the words before a word in its clause, the nearest first, in lower case."""
    for n in range(place - 1, max(-1, place - _COVERED), -1):
        if any(mark in folded[tokens[n].word.end : tokens[n + 1].word.start] for mark in (*_CLOSING, ",")):
            return
        yield tokens[n].word.text.lower()
