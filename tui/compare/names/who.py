"""Who is meant: the person or body that the words at a place of a sentence are said of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from tui.language.clauses import Token
from tui.language.events import is_spoken
from tui.model.article import Article
from tui.model.detail import Detail, Extraction, Kind, Name

_ASIDE: Final = frozenset(["to", "against", "from", "over", "with", "at", "in", "by", "near", "than", "off", "via", "despite"])
_HE: Final = frozenset({"he", "his", "she", "her", "him"})
_BESIDE: Final = 3  # words between a name and a verb of saying that makes it a speaker
_CLOSE: Final = 4  # words within which even the object of a preposition is meant: ``to Rahman (36 knockouts)``


@dataclass(frozen=True, slots=True)
class People:
    """The persons and bodies that each passage names."""

    named: Mapping[str, tuple[Detail, ...]] = field(default_factory=dict)
    """Name details of persons and bodies by passage, in reading order."""
    last: Mapping[str, str] = field(default_factory=dict)
    """For each passage the person that its article named last before it, whom ``he`` can mean."""

    def at(self, passage: str, tokens: tuple[Token, ...], place: int) -> tuple[str, bool]:
        """Return the fullest name of whom the token at ``place`` is said of, and whether the sentence itself names it.

        The name is empty where nothing tells; behind a pronoun it is the person named last before, which is a guess.
        """
        here = {n: d for d in self.named.get(passage, ()) for n, t in enumerate(tokens) if d.start <= t.word.start < d.end}
        for n in range(place - 1, -1, -1):
            detail = here.get(n)
            if detail is not None and isinstance(detail.value, Name):
                first = min(m for m, d in here.items() if d is detail)
                aside = first > 0 and tokens[first - 1].word.text.lower() in _ASIDE and place - n > _CLOSE
                if not aside:
                    return ("" if _speaks(tokens, first, n) else detail.value.full), True
            if tokens[n].word.text.lower() in _HE and n not in here:
                inside = [
                    d.value.full for m, d in sorted(here.items()) if m < n and d.kind is Kind.PERSON and isinstance(d.value, Name)
                ]
                return ("" if _speaks(tokens, n, n) else (inside or [self.last.get(passage, "")])[-1]), bool(inside)
        return "", False

    def near(self, passage: str, tokens: tuple[Token, ...], first: int, last: int) -> frozenset[str]:
        """Return the fullest names of everybody and every body named near the tokens ``first`` to ``last``, in their clauses."""
        clauses = {tokens[n].clause for n in (first, last)} if tokens else set()
        inside = [t for t in tokens if t.clause in clauses]
        return frozenset(
            d.value.full
            for d in self.named.get(passage, ())
            if isinstance(d.value, Name) and any(d.start <= t.word.start < d.end for t in inside)
        )


def people(articles: tuple[Article, ...], extractions: tuple[Extraction, ...]) -> People:
    """Return the persons and bodies of every passage."""
    named: dict[str, tuple[Detail, ...]] = {}
    last: dict[str, str] = {}
    for article, extraction in zip(articles, extractions, strict=True):
        by_passage: dict[str, list[Detail]] = {}
        for detail in extraction.details:
            if detail.kind in {Kind.PERSON, Kind.ORGANISATION} and isinstance(detail.value, Name):
                by_passage.setdefault(detail.passage, []).append(detail)
        person = ""
        for passage in article.passages:
            last[passage.id] = person
            named[passage.id] = tuple(by_passage.get(passage.id, ()))
            person = next(
                (d.value.full for d in named[passage.id] if d.kind is Kind.PERSON and isinstance(d.value, Name)), person
            )
    return People(named, last)


def _speaks(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Return whether a verb of saying stands beside the tokens ``first`` to ``last``, so that the name is a speaker's."""
    around = tokens[max(0, first - _BESIDE) : first] + tokens[last + 1 : last + 1 + _BESIDE]
    return any(is_spoken(t.word.stem) for t in around)
