"""``python -m tests.measure details``: details and facts held against the corpora, changes planted in them, and the seeds."""

import sys

from tests.measure import planted, recognizers, seeds, voices

_TARGETS = {"values with units and money": 0.96, "plain numbers": 0.75, "past dates of the forms of news": 0.75}


def main(argv: list[str]) -> int:
    """Print the tables; ``misses`` and a row's beginning print what was missed, too."""
    total, right, misses = recognizers.measure()
    print("| Recognizers | right | of | share | to reach |")
    print("|---|---|---|---|---|")
    for row, of in total.items():
        target = _TARGETS.get(row)
        print(f"| {row} | {right[row]} | {of} | {right[row] / of:.3f} | {'' if target is None else f'≥ {target}'} |")
    if argv[:1] == ["misses"]:
        for miss in misses:
            if miss.row.startswith(argv[1] if len(argv) > 1 else ""):
                print(f"\n{miss.row}: {miss.given}\n  {miss.gold}\n  {miss.found}")
    if not argv:
        print("\n| quotations, attributions, names | reached | to reach |\n|---|---|---|")
        voices.main([])
        print("\nplanted changes, 60 articles")
        planted.main(["--articles", "60"])
        print("\nthe seeds")
        seeds.main([])
    sys.stdout.flush()
    return 0
