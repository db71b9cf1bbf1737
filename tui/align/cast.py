"""Who and what each passage is about by name: what it names, and whom its pronoun means."""

from collections.abc import Iterable, Sequence

from tui.language.grammar import PERSONAL
from tui.language.words import Word
from tui.model.article import Passage
from tui.model.detail import Extraction, Kind


def cast(
    passages: Sequence[Passage], words: Sequence[Sequence[Word]], extractions: Iterable[Extraction]
) -> tuple[frozenset[str], ...]:
    """Return the fullest forms of what each passage names.

    One that names no person and has a pronoun of one is about the person that its article named last before it.
    """
    held = {passage: names for extraction in extractions for passage, names in extraction.cast().items()}
    found: list[frozenset[str]] = []
    last, siglum = "", ""
    for passage, each in zip(passages, words, strict=True):
        if passage.siglum != siglum:
            last, siglum = "", passage.siglum
        own = held.get(passage.id, ())
        names = {full for _kind, full in own}
        persons = [full for kind, full in own if kind is Kind.PERSON]
        if not persons and last and any(word.text.lower() in PERSONAL for word in each):
            names.add(last)
        last = next(iter(persons), last)
        found.append(frozenset(names))
    return tuple(found)
