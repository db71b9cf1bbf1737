"""Per cent and percentage points as they are printed."""

from collections.abc import Sequence

from tui.details.figures.tokens import Token


def percent_at(tokens: Sequence[Token], at: int) -> tuple[bool, int] | None:
    """Return whether percentage points stand at ``at``, the index after; ``None`` where neither they nor per cent do."""
    if (
        at < len(tokens)
        and tokens[at].text == "-"
        and at + 1 < len(tokens)
        and tokens[at + 1].lower in {"percent", "per", "percentage"}
    ):
        at += 1
    words = [t.lower for t in tokens[at : at + 4]] + [""] * 4
    last = at
    if words[0] in {"%", "percent", "pct", "percents", "percentage"}:
        last = at + 1
    elif words[:2] == ["per", "cent"] or words[:3] == ["per", "-", "cent"]:
        last = at + (2 if words[1] == "cent" else 3)
    elif words[:2] == ["pct", "."]:
        last = at + 2
    if last == at:
        return None
    if last < len(tokens) and tokens[last].text == "-" and last + 1 < len(tokens) and tokens[last + 1].lower == "point":
        return True, last + 2
    if last < len(tokens) and tokens[last].lower in {"point", "points"}:
        return True, last + 1
    return False, last
