"""Notes: one plain sentence that says what differs."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from tui.model.collation import NO_SOURCE, Reading, Verdict

_LINE: Final = 90  # letters of a reading that are shown whole
_PAIR: Final = 2
_ENDS: Final = {
    Verdict.AGREE: "The articles agree.",
    Verdict.CONFLICT: "they cannot both be true",
    Verdict.DIFFERS: "they differ, if they are about the same thing",
    Verdict.PRECISION: "both can be true, one is more exact",
    Verdict.SPELLING: "the same name in two spellings",
    Verdict.ATTRIBUTION: "the same is credited to different sources",
    Verdict.CERTAINTY: "one is surer than the other",
    Verdict.OMISSION: "the others leave it out",
}
_MANY: Final[Mapping[Verdict, str]] = MappingProxyType(
    {
        Verdict.CONFLICT: "they cannot all be true",
        Verdict.PRECISION: "all can be true, some are more exact",
        Verdict.SPELLING: "the same name in several spellings",
        Verdict.CERTAINTY: "some are surer than others",
    }
)
"""What is said in place of it where there are more than two readings."""
_TELLS: Final[Mapping[Verdict, tuple[str, str]]] = MappingProxyType(
    {Verdict.SPELLING: ("writes", "write"), Verdict.ATTRIBUTION: ("credits", "credit")}
)


def note(verdict: Verdict, readings: Sequence[Reading], end: str = "") -> str:
    """Return one sentence on what the readings say and what follows, ``end`` in place of the verdict's own words."""
    if verdict is Verdict.AGREE and not end:
        return _ENDS[verdict]
    said: dict[str, list[str]] = {}
    for r in sorted(readings, key=lambda r: (len(r.article), r.article)):
        said.setdefault(_words(verdict, r), []).append(r.article)
    one, many = _TELLS.get(verdict, ("says", "say"))
    parts = [
        f"{joined(who)} {'gives' if len(who) == 1 else 'give'} no source"
        if text == NO_SOURCE
        else f"{joined(who)} {one if len(who) == 1 else many} {text}"
        for text, own in said.items()
        for who in [list(dict.fromkeys(own))]
    ]
    usual = _MANY.get(verdict, _ENDS[verdict]) if len(said) > _PAIR else _ENDS[verdict]
    closing = "" if verdict is Verdict.ATTRIBUTION and not end and NO_SOURCE in said else f": {end or usual}"
    return f"{'; '.join(parts)}{closing}."


def joined(names: Sequence[str]) -> str:
    """Return names in a row with ``and`` before the last."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _words(verdict: Verdict, reading: Reading) -> str:
    """Return the words of a reading in quotation marks; a source that is not named by them with its name."""
    if verdict is not Verdict.ATTRIBUTION:
        return f"“{_short(reading.text)}”"
    if reading.value == NO_SOURCE:
        return NO_SOURCE
    named = {word.lower() for word in (reading.value or "").split()}
    told = {word.lower() for word in reading.text.split()}
    return f"“{_short(reading.text)}”" + (f" ({reading.value})" if named and not named & told else "")


def _short(text: str) -> str:
    """Return a text no longer than a line of the pane, its middle left out."""
    words = " ".join(text.split())
    return words if len(words) <= _LINE else f"{words[:60].rsplit(' ', 1)[0]} … {words[-25:].split(' ', 1)[-1]}"
