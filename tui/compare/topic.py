"""Topics: a few of the articles' own words that say what a fact is about."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from tui.compare.mention import Mention
from tui.compare.story import Story
from tui.language.clauses import Tag

_WORDS: Final = 3  # words beside the head
_EITHER_SIDE: Final = 8


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
    words = []
    for token in outside:
        if token.word.stem in wanted - seen:
            seen.add(token.word.stem)
            words.append(token.word.text)
    return " ".join(words) or teller.detail.text
