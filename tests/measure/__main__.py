"""``python -m tests.measure reading``: measure one stage on the corpora and print a table."""

import importlib
import sys
from pathlib import Path


def main(argv: list[str]) -> int:
    """Run the measurement named first, with the rest of the arguments, and return its exit status."""
    names = sorted(path.stem for path in Path(__file__).parent.glob("*.py") if not path.stem.startswith("_"))
    measures = [name for name in names if hasattr(importlib.import_module(f"tests.measure.{name}"), "main")]
    if not argv or argv[0] not in measures:
        sys.stderr.write(f"usage: python -m tests.measure {{{'|'.join(measures)}}}\n")
        return 2
    return int(importlib.import_module(f"tests.measure.{argv[0]}").main(argv[1:]) or 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
