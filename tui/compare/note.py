"""Notes: one plain sentence that says what differs."""

from collections.abc import Sequence
from typing import Final

from tui.model.collation import Reading, Verdict

_ENDS: Final = {
    Verdict.AGREE: "The articles agree.",
    Verdict.CONFLICT: "they cannot both be true",
    Verdict.DIFFERS: "they part, if they speak of one thing",
    Verdict.PRECISION: "both can be true, one is more exact",
    Verdict.SPELLING: "the same name in two spellings",
    Verdict.ATTRIBUTION: "the statement is credited differently",
    Verdict.CERTAINTY: "one is surer than the other",
    Verdict.OMISSION: "the others leave it out",
}


def note(verdict: Verdict, readings: Sequence[Reading], end: str = "") -> str:
    """Return one sentence on what the readings say and what follows, ``end`` in place of the verdict's own words."""
    said: dict[str, list[str]] = {}
    for r in readings:
        said.setdefault(_short(r.text), []).append(r.article)
    if verdict is Verdict.AGREE and not end:
        return _ENDS[verdict]
    parts = [
        f"{_joined(list(dict.fromkeys(who)))} {'has' if len(set(who)) == 1 else 'have'} “{text}”" for text, who in said.items()
    ]
    return f"{'; '.join(parts)}: {end or _ENDS[verdict]}."


def _joined(names: list[str]) -> str:
    """Return names in a row with ``and`` before the last."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _short(text: str) -> str:
    """Return a text no longer than a line of the pane, its middle left out."""
    words = " ".join(text.split())
    return words if len(words) <= 90 else f"{words[:60].rsplit(' ', 1)[0]} … {words[-25:].split(' ', 1)[-1]}"  # noqa: PLR2004 - a line of the pane
