"""What parts the words of the open classes can play, from tables derived from WordNet (``tests/tables/build_lexicon.py``)."""

import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from tui.language.lemmas import noun_base, regular_past
from tui.language.syntax.parts import Choice, Form, Part
from tui.language.tables import lexicon, rows

_LEVEL: Final = re.compile(r"([nvar])(\d+)")
_PARTS: Final = {"n": Part.NOUN, "a": Part.ADJECTIVE, "r": Part.ADVERB}
_STEP: Final = 0.45  # cost of being half as frequent
_AUXILIARIES: Final = {"be": ("was", "been"), "have": ("had", "had"), "do": ("did", "done")}
"""Past form and participle of the verbs that are no ordinary ones."""
_UNCHANGED: Final = lexicon("""
    bet beat bid broadcast burst cast cost cut hit hurt let put quit read rid set shed shut split spread thrust upset offset
    outbid overcut recast reset rerun sublet wed forecast telecast bust input output
""")
"""Verbs whose past form is the base again."""
_VOWEL: Final = re.compile(r"[aeiouy]")


@cache
def _levels() -> dict[str, str]:
    """Return the code of each word of the table."""
    table: dict[str, str] = {}
    for line in files("tui.language").joinpath("lexicon.tsv").read_text(encoding="utf-8").splitlines():
        code, _, words = line.partition("\t")
        table.update(dict.fromkeys(words.split(" "), code))
    return table


@cache
def _irregular() -> dict[str, tuple[tuple[str, Form], ...]]:
    """Return the verb and form of every form that the endings do not tell."""
    found: dict[str, tuple[tuple[str, Form], ...]] = {}
    for base, past, late in rows("tui.language", "irregular.tsv"):
        for form, words in ((Form.PAST, past), (Form.PARTICIPLE, late)):
            for word in words.split():
                found[word] = (*found.get(word, ()), (base, form))
    for base in _UNCHANGED:
        found[base] = ((base, Form.PAST), (base, Form.PARTICIPLE))
    return found


@lru_cache(maxsize=8192)
def level(word: str, part: str) -> int | None:
    """Return how often a base form plays a part (``n``, ``v``, ``a`` or ``r``), as a power of two; ``None`` for never."""
    found = dict(_LEVEL.findall(_levels().get(word, "")))
    return int(found[part]) if part in found else None


def known(word: str) -> bool:
    """Return whether the table has a word or the form of a verb or noun in lower case."""
    return word in _levels() or bool(verb_forms(word)) or noun_base(word) in _levels()


@lru_cache(maxsize=16384)
def verb_forms(word: str) -> tuple[tuple[str, Form], ...]:
    """Return the verbs in their base that a word in lower case can be a form of, with the form."""
    found = list(_irregular().get(word, ()))
    if level(word, "v") is not None:
        found.append((word, Form.BASE))
    for ending, form in (("s", Form.PRESENT), ("ed", Form.PAST), ("ing", Form.GERUND)):
        if word.endswith(ending) and len(word) > len(ending) + 1 and not (form is Form.PRESENT and word.endswith("ss")):
            base = next((b for b in _stripped(word.removesuffix(ending), form) if level(b, "v") is not None), None)
            if base is not None and _VOWEL.search(base):
                found += [(base, form)] + ([(base, Form.PARTICIPLE)] if form is Form.PAST else [])
    return tuple(found)


@lru_cache(maxsize=1024)
def past(base: str) -> str:
    """Return the past form of a verb in its base form."""
    irregular = next((early.split()[0] for known, early, _ in rows("tui.language", "irregular.tsv") if known == base), None)
    return _AUXILIARIES.get(base, ("", ""))[0] or (base if base in _UNCHANGED else irregular or regular_past(base))


@lru_cache(maxsize=1024)
def participle(base: str) -> str:
    """Return the past participle of a verb in its base form."""
    irregular = next((late.split()[0] for known, _, late in rows("tui.language", "irregular.tsv") if known == base), None)
    return _AUXILIARIES.get(base, ("", ""))[1] or (base if base in _UNCHANGED else irregular or regular_past(base))


def _stripped(rest: str, form: Form) -> list[str]:
    """Return the bases that a form without its ending may have, likeliest first."""
    if form is Form.PRESENT:
        return [rest] + ([rest[:-1]] if rest.endswith("e") else []) + ([f"{rest[:-2]}y"] if rest.endswith("ie") else [])
    if rest.endswith("i"):
        return [f"{rest[:-1]}y", f"{rest}e"]
    if len(rest) > 2 and rest[-1] == rest[-2] and rest[-1] not in "aeiou":  # noqa: PLR2004 - a doubled consonant after a vowel
        return [rest, rest[:-1]]
    silent = bool(re.search(r"(?:[^aeiou][aeiou][^aeiouwxy]|[cgvsuz]|[rtl]l)$", rest)) and not rest.endswith(
        ("en", "er", "et", "it")
    )
    return [f"{rest}e", rest] if silent else [rest, f"{rest}e"]


@lru_cache(maxsize=16384)
def open_choices(lower: str) -> tuple[Choice, ...]:
    """Return the parts that a word of the open classes, in lower case, can play, guessed by its ending where no table has it."""
    found: dict[tuple[Part, Form], tuple[int, str]] = {}
    for letter, part in _PARTS.items():
        own = level(lower, letter)
        if own is not None:
            found[part, Form.NONE] = (own, lower)
    single = noun_base(lower)
    if single == lower and level(single, "n") is None:
        single = lower.removesuffix("s")  # sports, barracks
    if single != lower and level(single, "n") is not None:
        found[Part.NOUN, Form.NONE] = (level(single, "n") or 0, single)
    for base, form in verb_forms(lower):
        for part in _verbal(form):
            own = level(base, "v") or 0
            found[part, form] = max(found.get((part, form), (0, base)), (own, base))
    if any(form is Form.GERUND for _, form in found) and level(lower, "n") is None:
        found[Part.NOUN, Form.NONE] = (0, lower)
    if not found:
        return _guessed(lower)
    if (Part.ADJECTIVE, Form.NONE) in found and (Part.PARTICIPLE, Form.PARTICIPLE) in found:
        own, _ = found[Part.PARTICIPLE, Form.PARTICIPLE]
        found[Part.ADJECTIVE, Form.NONE] = (min(found[Part.ADJECTIVE, Form.NONE][0], own) - 2, lower)  # wounded is one of wound
    top = max(own for own, _ in found.values())
    return tuple(
        Choice(part, _STEP * (top - own), base, form, part is Part.NOUN and base != lower)
        for (part, form), (own, base) in found.items()
    )


INTRANSITIVE: Final = lexicon("""
    die happen occur arrive remain exist appear disappear emerge sleep go come rise belong consist result lie sit wait stay
    collapse fall live depend differ respond persist vanish erupt
""")
"""Verbs that befall nobody, so that their participles narrow no noun."""


def _verbal(form: Form) -> tuple[Part, ...]:
    """Return the parts that a form of a verb plays."""
    match form:
        case Form.BASE:
            return Part.BARE, Part.VERB
        case Form.PRESENT | Form.PAST:
            return (Part.VERB,)
        case Form.PARTICIPLE:
            return (Part.PARTICIPLE,)
        case Form.GERUND:
            return (Part.GERUND,)
        case Form.NONE:
            return ()


def _guessed(lower: str) -> tuple[Choice, ...]:
    """Return the parts that the ending of an unknown word suggests."""
    if lower.endswith("ly"):
        return Choice(Part.ADVERB, 0.0, lower), Choice(Part.ADJECTIVE, 1.0, lower)
    if lower.endswith("ed"):
        base = lower[:-2]
        return (
            Choice(Part.PARTICIPLE, 0.0, base, Form.PARTICIPLE),
            Choice(Part.VERB, 0.3, base, Form.PAST),
            Choice(Part.ADJECTIVE, 0.7, lower),
        )
    if lower.endswith("ing"):
        return (
            Choice(Part.GERUND, 0.0, lower[:-3], Form.GERUND),
            Choice(Part.NOUN, 0.7, lower),
            Choice(Part.ADJECTIVE, 1.2, lower),
        )
    adjective = lower.endswith(("al", "ous", "ive", "ic", "able", "ible", "ful", "less", "ish", "ary"))
    return (
        Choice(Part.NOUN, 1.0 if adjective else 0.0, noun_base(lower), plural=noun_base(lower) != lower),
        Choice(Part.ADJECTIVE, 0.0 if adjective else 1.2, lower),
    )
