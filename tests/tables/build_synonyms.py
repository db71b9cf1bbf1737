"""Writes ``tui/language/synonyms.tsv``: which stems of English may stand for one another.

Run in the project's root, with the database files of WordNet 3.0 or later in a folder (Debian's package ``wordnet-base``
has them in ``/usr/share/wordnet``): ``python -m tests.tables.build_synonyms /usr/share/wordnet``.

Two words are taken where they share a synset (WordNet, Fellbaum 1998) that is among the first five senses of both, or one of
the first senses is marked as similar, grouped, pertaining or derived. Words rarer than the table of rarity holds or as
common as function words are left out. Each line holds a stem and those that it may stand for.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tui.language.rarity import zipf
from tui.language.words import stem

_TABLE: Final = Path(__file__).resolve().parents[2] / "tui/language/synonyms.tsv"
_POS: Final = {"n": "noun", "v": "verb", "a": "adj", "s": "adj", "r": "adv"}
_RANKS: Final = {"same": 5, "+": 4, "\\": 4, "&": 2, "$": 3}
"""Up to which sense of both words a relation counts: one synset, derived, pertaining, similar, grouped."""
_COMMONEST: Final = 6.0
_RAREST: Final = 3.0
_SHORTEST: Final = 3

Sense = tuple[str, int]


class WordNet:
    """The database of WordNet as its files have it."""

    def __init__(self, folder: Path) -> None:
        """Read the files in ``folder``."""
        self.words: dict[Sense, list[str]] = {}
        self.pointers: dict[Sense, list[tuple[str, Sense, int, int]]] = {}
        self.senses: dict[tuple[str, str], list[int]] = {}
        for name in ("noun", "verb", "adj", "adv"):
            for line in self._lines(folder / f"data.{name}"):
                self._synset(name, line.split(" | ")[0].split())
            for line in self._lines(folder / f"index.{name}"):
                fields = line.split()
                self.senses[name, fields[0]] = [int(offset) for offset in fields[6 + int(fields[3]) :]]

    @staticmethod
    def _lines(path: Path) -> list[str]:
        """Return the lines of a file without its licence, which is set in by two spaces."""
        return [line for line in path.read_text(encoding="latin-1").splitlines() if not line.startswith("  ")]

    def _synset(self, name: str, fields: list[str]) -> None:
        """Keep the words and pointers of a synset, its line cut into fields."""
        count = int(fields[3], 16)
        sense = name, int(fields[0])
        self.words[sense] = [re.sub(r"\(.*", "", word).lower() for word in fields[4 : 4 + 2 * count : 2]]
        first = 5 + 2 * count
        self.pointers[sense] = []
        for n in range(int(fields[first - 1])):
            symbol, offset, pos, ends = fields[first + 4 * n : first + 4 * n + 4]
            source, target = bytes.fromhex(ends)
            self.pointers[sense].append((symbol, (_POS[pos], int(offset)), source, target))

    def rank(self, word: str, sense: Sense) -> int:
        """Return the number of a sense of a word, the commonest 1."""
        held = self.senses.get((sense[0], word), [])
        return held.index(sense[1]) + 1 if sense[1] in held else 99

    def relations(self) -> Iterator[tuple[str, str, str, int]]:
        """Yield a relation, two words in it and the rarer one's number of the sense."""
        for sense, words in self.words.items():
            for place, one in enumerate(words):
                for other in words[place + 1 :]:
                    yield "same", one, other, max(self.rank(one, sense), self.rank(other, sense))
            for symbol, target, source_word, target_word in self.pointers[sense]:
                if symbol not in _RANKS or target not in self.words:
                    continue
                for one in [words[source_word - 1]] if source_word else words:
                    there = self.words[target]
                    for other in [there[target_word - 1]] if target_word else there:
                        yield symbol, one, other, max(self.rank(one, sense), self.rank(other, target))


def main(folder: Path) -> None:
    """Write the pairs of stems."""
    pairs: defaultdict[str, set[str]] = defaultdict(set)
    for relation, one, other, rank in WordNet(folder).relations():
        if rank > _RANKS[relation] or not all(word.isalpha() and len(word) >= _SHORTEST for word in (one, other)):
            continue
        first, second = sorted((stem(one), stem(other)))
        if first != second and all(_RAREST <= zipf(each) <= _COMMONEST for each in (first, second)):
            pairs[first].add(second)
            pairs[second].add(first)
    lines = [f"{first}\t{' '.join(sorted(pairs[first]))}\n" for first in sorted(pairs)]
    _TABLE.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
