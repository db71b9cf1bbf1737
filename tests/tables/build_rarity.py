"""Writes ``tui/language/rarity.tsv``: how common the stems of English are.

Run in the project's root, with wordfreq installed: ``python -m tests.tables.build_rarity``. The frequencies are those of
wordfreq 3.1 (Speer 2022), whose data are under CC BY-SA 4.0; the table, derived from them, is under the same licence, as
``tui/language/README.md`` states. Each line holds a level, ten times the Zipf value (log10 of occurrences in a thousand
million words), and the stems of that level; stems below the lowest level are left out.
"""

import math
from collections import defaultdict
from pathlib import Path
from typing import Final

from wordfreq import get_frequency_dict

from tui.language.words import stem

_LEAST: Final = 30
_TABLE: Final = Path(__file__).resolve().parents[2] / "tui/language/rarity.tsv"


def main() -> None:
    """Add the frequencies of the words of one stem together and write the stems by level."""
    totals: defaultdict[str, float] = defaultdict(float)
    for word, frequency in get_frequency_dict("en", "large").items():
        if word.replace("'", "").isalpha():
            totals[stem(word)] += frequency
    levels: defaultdict[int, list[str]] = defaultdict(list)
    for stemmed, frequency in totals.items():
        level = round(10 * math.log10(frequency * 1e9))
        if level >= _LEAST:
            levels[level].append(stemmed)
    lines = [f"{level}\t{' '.join(sorted(levels[level]))}\n" for level in sorted(levels, reverse=True)]
    _TABLE.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
