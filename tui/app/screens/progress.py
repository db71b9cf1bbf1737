"""The page shown while the engine works; the first picture has nothing else."""

from typing import Final

from tui.present.lines import BLANK, Entry, Line, Piece, Tone, prose

_BAR: Final = 40  # cells


def progressing(what: str, share: float) -> tuple[Entry, ...]:
    """Return the page shown while the engine works: what it does, and the share that is done."""
    full = round(max(0.0, min(share, 1.0)) * _BAR)
    bar = Line((Piece("━" * full, Tone.ACCENT, 3), Piece("─" * (_BAR - full), Tone.RULE), Piece(f"  {what}", Tone.FAINT)))
    return (Entry((BLANK, BLANK, bar, BLANK, prose("q leaves", Tone.FAINT, 3)), rests=False),)
