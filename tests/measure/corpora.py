"""Where the corpora lie and how they are read; they are for measuring only and never part of the project."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

SHARED: Final = Path(__file__).resolve().parents[2] / "../shared"
"""The folder beside the project that holds seeds, corpora and stories."""


def rows(name: str) -> Iterator[dict[str, Any]]:
    """Yield the rows of a gzipped file of JSON lines, named from the corpora's folder: ``aeb/pages.jsonl.gz``."""
    with gzip.open(SHARED / "corpora" / name, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)
