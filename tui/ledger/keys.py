"""How the ledger knows an article or a fact again by its content, whatever files are called and in which order they come.

An article is known by the digests of its passages: the same passages are the same article, and one that shares half of them
is the same article corrected; beside an article that is known so, one at the same path or address is the same rewritten. A fact
has no content of its own but its readings, so it is known by them: by passage and words, by words alone where the passage was
edited around them, or by passage alone where the rules now cut the words otherwise. A fact whose readings are partly gone is
still known by the others; one that an added article joins has all its old ones.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Final

from tui.model.article import Article
from tui.model.fold import fold

_SAME: Final = 0.5  # the least share of an article's passages that makes it the same article, corrected
_STRONG: Final = 3
_WORDS: Final = 2
_PLACE: Final = 1
_PAIR: Final = 2  # readings that must still stand together for a decision to hold


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What an article is known by."""

    content: str
    """The digest of all its passages in reading order."""
    passages: frozenset[str]
    """The digest of each passage."""
    source: str = field(default="", compare=False)
    """Its absolute path or its address; empty for standard input."""


@dataclass(frozen=True, slots=True)
class Trace:
    """What a reading is known by."""

    article: int
    """The ledger's number of the article."""
    passage: str
    """The text of the passage, levelled."""
    words: str
    """The words of the reading, levelled."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """What a fact is known by."""

    kind: str
    """Its kind of detail."""
    topic: str
    """Its topic, which only settles a tie."""
    traces: tuple[Trace, ...]
    """Its readings."""

    @property
    def key(self) -> str:
        """A digest of the kind and readings, the same for two desks that see the same articles."""
        return digest(self.kind, *(f"{t.article}\0{t.passage}\0{t.words}" for t in sorted(set(self.traces), key=_order)))


def level(text: str) -> str:
    """Return text with its typography folded and its spaces single, for comparing."""
    return " ".join(fold(text).split())


def digest(*parts: str) -> str:
    """Return 128 bits of BLAKE2b over the parts, as hexadecimal digits."""
    return blake2b("\1".join(parts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def fingerprint(article: Article) -> Fingerprint:
    """Return what an article is known by; its siglum and the kinds of its passages are no part of it."""
    texts = [level(passage.text) for passage in article.passages]
    return Fingerprint(digest(*texts), frozenset(map(digest, texts)), absolute(article.source))


def absolute(source: str) -> str:
    """Return a path that means the same from any folder, an address as it is, nothing for standard input."""
    return "" if source == "-" else source if "://" in source else str(Path(source).absolute())


def match_articles(kept: Mapping[int, Fingerprint], now: Sequence[Fingerprint]) -> dict[int, int]:
    """Return which of the articles of ``now`` (by place) is which of the kept ones (by number); the same content goes first."""
    matched: dict[int, int] = {}
    left = dict(kept)
    for place, print_ in enumerate(now):
        number = next((n for n, old in left.items() if old.content == print_.content), None)
        if number is not None:
            matched[place] = number
            del left[number]
    shares = sorted(
        ((-_share(old, now[place]), place, number) for number, old in left.items() for place in range(len(now))),
    )
    for share, place, number in shares:
        if -share >= _SAME and place not in matched and number in left:
            matched[place] = number
            del left[number]
    if matched:
        place_at = {known.source: place for place, known in enumerate(now) if place not in matched and known.source}
        matched |= {place_at.pop(old.source): number for number, old in left.items() if old.source in place_at}
    return matched


def _share(old: Fingerprint, new: Fingerprint) -> float:
    """Return the share of the shorter article's passages that the other has too."""
    shorter = min(len(old.passages), len(new.passages))
    return len(old.passages & new.passages) / shorter if shorter else 0.0


def match_facts(kept: Sequence[Sketch], now: Sequence[Sketch]) -> dict[int, int]:
    """Return which of the kept facts (by place) is which of the present ones (by place); the surest matches are made first."""
    index: dict[tuple[int, str], set[int]] = defaultdict(set)
    for place, sketch in enumerate(now):
        for trace in sketch.traces:
            index[trace.article, trace.passage].add(place)
            index[trace.article, trace.words].add(place)
    scored = []
    for old, sketch in enumerate(kept):
        near = {n for t in sketch.traces for text in (t.passage, t.words) for n in index.get((t.article, text), ())}
        scored += [(_score(sketch, now[new]), -old, -new) for new in near]
    matched: dict[int, int] = {}
    taken: set[int] = set()
    for score, old, new in sorted(scored, reverse=True):
        if score > 0 and -old not in matched and -new not in taken:
            matched[-old] = -new
            taken.add(-new)
    return matched


def _score(old: Sketch, new: Sketch) -> float:
    """Return how surely two sketches are of one fact, 0 where they are not."""
    weights = [likeness(trace, new.traces) for trace in old.traces]
    if max(weights, default=0) < _WORDS or (old.kind != new.kind and min(weights) < _STRONG):
        return 0.0
    return sum(weights) + 0.5 * (old.kind == new.kind) + 0.25 * (old.topic == new.topic)


def likeness(trace: Trace, others: Iterable[Trace]) -> int:
    """Return how surely a reading is among others of its article: 3 by passage and words, 2 by words, 1 by passage, 0 not."""
    best = 0
    for other in others:
        if other.article == trace.article:
            best = max(best, (_WORDS if other.words == trace.words else 0) + (_PLACE if other.passage == trace.passage else 0))
    return best


def changed(old: Sketch, new: Sketch, passages: Mapping[int, frozenset[str]]) -> Trace | None:
    """Return a reading that the fact had when it was decided and that has become another since, ``None`` where there is none.

    ``passages`` are the levelled passages of each present article by its number. What an added article says changes nothing.
    Neither does an article that was taken away, nor a rule that groups an unchanged passage elsewhere, as long as two of the
    readings that were decided on still stand together.
    """
    lost = [trace for trace in old.traces if not likeness(trace, new.traces)]
    edited = next((t for t in lost if t.article in passages and t.passage not in passages[t.article]), None)
    held = {trace.article for trace in old.traces} - {trace.article for trace in lost}
    together = min(_PAIR, len({trace.article for trace in old.traces}))
    return edited or (lost[0] if len(held) < together else None)


def _order(trace: Trace) -> tuple[int, str, str]:
    """Return what traces are sorted by."""
    return trace.article, trace.passage, trace.words
