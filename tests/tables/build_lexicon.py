"""Writes four tables of ``tui/language``: which parts English words play, how verbs are inflected, what nouns tell events.

Run in the project's root, with Debian's package ``wordnet-base`` installed: ``python -m tests.tables.build_lexicon``. WordNet 3.0
(Princeton University 2006) may be used and changed for any purpose as long as its notice goes along; it stands in
``tui/language/README.md``. Words that wordfreq does not know at 3.0 on the Zipf scale and that SemCor never tags are left out.

- ``lexicon.tsv``: the parts that words play and how often, then the words: ``n7v3`` is a noun 2⁷ times and a verb 2³ times in the
  texts that WordNet's makers tagged; level 0 is a part that those texts never show.
- ``nominals.tsv``: verbs, each with the nouns that name what it tells (``attack``, ``arrival``), by the links of derivation.
- ``irregular.tsv``: verbs, their past forms and their participles where the endings do not tell them.
- ``antonyms.tsv``: the part, then two words of which WordNet says that they are opposites in a leading sense of both.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tui.language.rarity import zipf
from tui.language.words import stem

_WORDNET: Final = Path("/usr/share/wordnet")
_TABLES: Final = Path(__file__).resolve().parents[2] / "tui/language"
_FILES: Final = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
_TYPES: Final = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
_PLAIN: Final = re.compile(r"[a-z]{2,}(?:-[a-z]+)?")
_RARE: Final = 3.0
_LEADING: Final = 3  # senses of a word that count as leading
_OF_EVENTS: Final = frozenset({4, 10, 11, 19, 22, 26})  # act, communication, event, phenomenon, process, state
_UNCHANGED: Final = ("come", "run")  # verbs whose participle is the base again
_COMMON: Final = 3.6  # both opposites must be so common


@dataclass(frozen=True, slots=True)
class Synset:
    """A set of words with one meaning."""

    words: tuple[str, ...]
    """Its words as printed."""
    topic: int
    """The number of the lexicographers' file."""
    pointers: tuple[tuple[str, str, str, int, int], ...]
    """Symbol, offset and part of what it points to, and the places of the two words, 0 for all."""


def _hexadecimal(digits: str) -> int:
    """Return a number that is printed in hexadecimal digits."""
    return int(f"0x{digits}", 0)


def synsets(part: str) -> dict[str, Synset]:
    """Return the synsets of a part by their offsets."""
    found = {}
    for line in (_WORDNET / f"data.{_FILES[part]}").read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            continue
        cells = line.split(" | ")[0].split()
        many = _hexadecimal(cells[3])
        words = tuple(cells[4 + 2 * n].split("(")[0] for n in range(many))
        rest = cells[5 + 2 * many :]
        pointers = tuple(
            (symbol, offset, pos, _hexadecimal(places[:2]), _hexadecimal(places[2:]))
            for symbol, offset, pos, places in zip(rest[::4], rest[1::4], rest[2::4], rest[3::4], strict=False)
            if len(places) == 4 and pos in _FILES
        )[: int(cells[4 + 2 * many])]
        found[cells[0]] = Synset(words, int(cells[1]), pointers)
    return found


def senses(part: str) -> dict[str, list[str]]:
    """Return the offsets of each word's senses, commonest first."""
    lines = (_WORDNET / f"index.{_FILES[part]}").read_text(encoding="utf-8").splitlines()
    rows = (line.split() for line in lines if not line.startswith(" "))
    return {cells[0]: cells[-int(cells[2]) :] for cells in rows}


def counts() -> dict[str, Counter[str]]:
    """Return how often each word was tagged as each part."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for line in (_WORDNET / "cntlist.rev").read_text(encoding="utf-8").splitlines():
        key, _, count = line.split()
        word, _, rest = key.partition("%")
        found[word][_TYPES[rest[0]]] += int(count)
    return found


def _lower(data: dict[str, Synset], offsets: list[str], word: str) -> bool:
    """Return whether a word is printed in lower case in one of its leading senses."""
    return any(word in data[offset].words for offset in offsets)


def lexicon(data: dict[str, dict[str, Synset]], index: dict[str, dict[str, list[str]]]) -> dict[str, dict[str, int]]:
    """Return for each word the level of each part it plays."""
    tagged = counts()
    found: dict[str, dict[str, int]] = {}
    for part, words in index.items():
        for word, offsets in words.items():
            known = tagged.get(word, Counter()).total() > 0
            if not _PLAIN.fullmatch(word) or not (known or zipf(stem(word)) >= _RARE) or not _lower(data[part], offsets, word):
                continue
            level = round(math.log2(1 + tagged[word][part])) if known else 1
            found.setdefault(word, {})[part] = level
    return found


def nominals(data: dict[str, dict[str, Synset]], index: dict[str, dict[str, list[str]]], known: set[str]) -> dict[str, set[str]]:
    """Return for each verb the nouns that name what it tells."""
    tagged = counts()
    best: dict[str, tuple[int, str]] = {}
    for noun, offsets in index["n"].items():
        if noun not in known:
            continue
        for rank, offset in enumerate(offsets[:2]):
            synset = data["n"][offset]
            if synset.topic not in _OF_EVENTS or noun not in synset.words:
                continue
            own = synset.words.index(noun) + 1
            for symbol, target, pos, here, there in synset.pointers:
                verb = data["v"][target].words[there - 1] if symbol == "+" and pos == "v" and here == own and there else ""
                if verb in known and verb[:3] == noun[:3]:
                    best[noun] = max(best.get(noun, (-1, "")), (tagged[verb]["v"] - rank, verb))
    found: defaultdict[str, set[str]] = defaultdict(set)
    for noun, (_, verb) in best.items():
        if not noun.endswith("er"):
            found[verb].add(noun)
    return found


def antonyms(
    data: dict[str, dict[str, Synset]], index: dict[str, dict[str, list[str]]], known: set[str]
) -> Iterator[tuple[str, str, str]]:
    """Yield the part and two opposite words, in the order of the alphabet."""
    for part, words in index.items():
        leading = {word: offsets[:_LEADING] for word, offsets in words.items() if word in known and zipf(stem(word)) >= _COMMON}
        for word, offsets in leading.items():
            for offset in offsets:
                synset = data[part][offset]
                own = synset.words.index(word) + 1 if word in synset.words else 0
                for symbol, target, pos, here, there in synset.pointers:
                    if symbol == "!" and pos == part and here == own and there:
                        other = data[part][target].words[there - 1]
                        if other in leading and target in leading[other] and word < other:
                            yield part, word, other


def irregular(known: set[str]) -> dict[str, tuple[set[str], set[str]]]:
    """Return for each verb the past forms and the participles that the endings do not tell."""
    forms: defaultdict[str, set[str]] = defaultdict(set)
    for line in (_WORDNET / "verb.exc").read_text(encoding="utf-8").splitlines():
        form, *bases = line.split()
        for base in bases:
            told = form.endswith("ed") and (len(form) > len(base) or form in {base, "pled"})  # not *fed* and *led*
            if base in known and _PLAIN.fullmatch(form) and not told and not form.endswith(("ing", "ies", "es")):
                forms[base].add(form)
    found = {}
    for base, own in forms.items():
        if base in {"be", "have", "do"}:
            continue
        late = {form for form in own if _participle(form, own - {form})} or ({base} if base.endswith(_UNCHANGED) else set())
        found[base] = (own - late, late or own)
    return found


def _participle(form: str, others: set[str]) -> bool:
    """Return whether a form is a participle and no past: taken beside took, sung beside sang."""
    if form.endswith(("n", "ne")) and any(not other.endswith("n") for other in others):
        return True
    return "u" in form and any(form.replace("u", "a") == other for other in others)


def main() -> None:
    """Write the four tables."""
    data = {part: synsets(part) for part in _FILES}
    index = {part: senses(part) for part in _FILES}
    found = lexicon(data, index)
    codes: defaultdict[str, list[str]] = defaultdict(list)
    for word, levels in found.items():
        codes["".join(f"{part}{levels[part]}" for part in "nvar" if part in levels)].append(word)
    write("lexicon", (f"{code}\t{' '.join(sorted(codes[code]))}" for code in sorted(codes)))
    named = nominals(data, index, set(found))
    write("nominals", (f"{verb}\t{' '.join(sorted(named[verb]))}" for verb in sorted(named)))
    past = irregular({word for word, levels in found.items() if "v" in levels})
    write("irregular", (f"{verb}\t{' '.join(sorted(past[verb][0]))}\t{' '.join(sorted(past[verb][1]))}" for verb in sorted(past)))
    write("antonyms", ("\t".join(row) for row in sorted(set(antonyms(data, index, set(found))))))


def write(name: str, lines: Iterator[str]) -> None:
    """Write a table."""
    (_TABLES / f"{name}.tsv").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    main()
