"""Topics: a few of the articles' own words that say what a fact is about."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from tui.compare.mention import Mention
from tui.compare.story import Story
from tui.language.clauses import Tag, Token

_WORDS: Final = 3  # words beside the head
_BETWEEN: Final = 2  # words between two words of a topic that stay


def topic(story: Story, members: Sequence[Mention]) -> str:
    """Return what the members are about in the words of the one that says most of what they share."""
    weights: Counter[str] = Counter()
    for member in members:
        weights.update(member.near)
    shared = {w for w in weights if sum(w in m.near for m in members) > len(members) / 2}
    teller = max(members, key=lambda m: (sum(m.near.get(w, 0) for w in shared), -len(m.passage.text)))
    tokens = [t for t in story.tokens(teller.passage.id) if t.tag not in {Tag.FUNCTION, Tag.NUMBER}]
    outside = [t for t in tokens if t.word.end <= teller.detail.start or t.word.start >= teller.detail.end]
    ranked = sorted(
        (s for s in {t.word.stem for t in outside} & teller.near.keys()), key=lambda s: (s not in shared, -weights[s], s)
    )
    chosen = ([teller.head] if teller.head else []) + [s for s in ranked if s != teller.head]
    wanted = set(chosen[: _WORDS + bool(teller.head)][: _WORDS + 1])
    seen: set[str] = set()
    chosen_tokens = []
    for token in outside:
        if token.word.stem in wanted - seen:
            seen.add(token.word.stem)
            chosen_tokens.append(token)
    return phrase(story, teller, chosen_tokens) or teller.detail.text


def phrase(story: Story, teller: Mention, chosen: Sequence[Token]) -> str:
    """Return words of a passage as a phrase: what little stands between two of them stays, the figure itself does not."""
    text, detail = teller.passage.text, teller.detail
    words = story.tokens(teller.passage.id)
    pieces: list[str] = []
    for before, token in zip([None, *chosen], chosen, strict=False):
        if before is not None:
            between = [t for t in words if before.word.end <= t.word.start and t.word.end <= token.word.start]
            own = before.word.end <= detail.start < token.word.start
            pieces.append(_gap(text[before.word.end : token.word.start], len(between), own=own))
        pieces.append(text[token.word.start : token.word.end])
    return " ".join("".join(pieces).split())


def _gap(printed: str, words: int, *, own: bool) -> str:
    """Return what stands between two words of a topic: as printed where it is little, else a sign that words are left out."""
    plain = all(c.isalpha() or c in " -" for c in printed)
    return printed if plain and words <= _BETWEEN and not own else " … "
