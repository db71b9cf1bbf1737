"""Plain text: a page pasted whole, an agency text whose lines are wrapped."""

import re
from itertools import groupby, pairwise
from typing import Final

from tui.model.rawcopy import Copy, CopyLine, Format
from tui.read.gate import lines_of

_WIDEST: Final = 90  # characters of a wrapped line
_NARROWEST: Final = 45
_FEWEST: Final = 3  # lines that go on tell a habit
_MOSTLY: Final = 0.8
_STOPPED: Final = re.compile(r"[.!?:][\"'”’)]*$")


def read_text(source: str, text: str) -> Copy:
    """Return the copy of a plain text, line by line, with nothing stated; wrapped paragraphs are one line again."""
    return Copy(source, Format.TEXT, tuple(unwrapped([line.rstrip() for line in lines_of(text)])))


def unwrapped(lines: list[str]) -> list[CopyLine]:
    """Return the lines of a text, numbered from 1; where it was wrapped at a width, each paragraph becomes one line."""
    if not _is_wrapped(lines):
        return [CopyLine(line, number) for number, line in enumerate(lines, 1)]
    found: list[CopyLine] = []
    for blank, run in groupby(enumerate(lines, 1), key=lambda pair: not pair[1].strip()):
        group = list(run)
        if blank:
            found += [CopyLine("", number) for number, _line in group]
            continue
        texts = [line.strip() for _number, line in group]
        breaks: list[int] = []
        for text in texts[:-1]:
            breaks.append((breaks[-1] if breaks else 0) + len(text) + 1)
        found.append(CopyLine(" ".join(texts), group[0][0], breaks=tuple(breaks)))
    return found


def _is_wrapped(lines: list[str]) -> bool:
    """Tell whether a text was wrapped: its lines are of about one width and go on in the next where no blank line parts them."""
    going = [above.strip() for above, below in pairwise(lines) if above.strip() and below.strip()]
    if len(going) < _FEWEST or max(len(line.strip()) for line in lines) > _WIDEST:
        return False
    wide = sum(len(line) >= _NARROWEST for line in going)
    stopped = sum(bool(_STOPPED.search(line)) for line in going)
    return wide >= _MOSTLY * len(going) and stopped <= len(going) / 2
