"""Who and what each passage is about by name: what it names, and whom its pronoun means."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from tui.language.tables import lexicon
from tui.language.words import Word
from tui.model.article import Passage
from tui.model.detail import Extraction, Kind, Name

_PERSONAL = lexicon("he she him her his")


def cast(
    passages: Sequence[Passage], words: Sequence[Sequence[Word]], extractions: Iterable[Extraction]
) -> tuple[frozenset[str], ...]:
    """Return the fullest forms of what each passage names.

    One that names no person and has a pronoun of one is about the person that its article named last before it.
    """
    held: defaultdict[str, list[tuple[Kind, str]]] = defaultdict(list)
    for extraction in extractions:
        for detail in extraction.details:
            if isinstance(detail.value, Name):
                held[detail.passage].append((detail.kind, detail.value.full))
    found: list[frozenset[str]] = []
    last, siglum = "", ""
    for passage, each in zip(passages, words, strict=True):
        if passage.siglum != siglum:
            last, siglum = "", passage.siglum
        names = {full for _kind, full in held[passage.id]}
        persons = [full for kind, full in held[passage.id] if kind is Kind.PERSON]
        if not persons and last and any(word.text.lower() in _PERSONAL for word in each):
            names.add(last)
        last = next(iter(persons), last)
        found.append(frozenset(names))
    return tuple(found)
