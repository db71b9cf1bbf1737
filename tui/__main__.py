"""The command line."""

import sys

from tui.collate import collate


def main() -> int:
    """Run the command line and return its exit status."""
    collation = collate(sys.argv[1:])
    sys.stdout.write(f"{len(collation.articles)} articles, {len(collation.facts)} facts\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
