"""Case files: Markdown in which each second-level heading is a case, with an input block and an expected block."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

CASES: Final = Path(__file__).resolve().parent / "cases"
_CASE: Final = re.compile(
    r"^## (?P<title>.+)\n(?:.*\n)*?(?P<fence>```+)\w*\n(?P<given>(?:.*\n)*?)(?P=fence)\n"
    r"\s*(?P=fence)\w*\n(?P<expected>(?:.*\n)*?)(?P=fence)$",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Case:
    """One case: what is given and what must come of it."""

    title: str
    """What the case shows."""
    given: str
    """The input."""
    expected: str
    """What must come of it."""


def cases(name: str) -> list[Case]:
    """Return the cases of ``tests/cases/<name>.md``; a file without any is an error."""
    text = (CASES / f"{name}.md").read_text(encoding="utf-8")
    found = [Case(m["title"], m["given"].rstrip("\n"), m["expected"].rstrip("\n")) for m in _CASE.finditer(text)]
    assert len(found) == len(re.findall(r"^## ", text, re.MULTILINE)), f"a case of {name}.md lacks a block"
    return found
