"""Reading: a path, an address or a stream becomes copy."""

from collections.abc import Sequence
from pathlib import Path

from tui.model.collation import Problem
from tui.model.errors import UnreadableError
from tui.model.rawcopy import Copy, CopyLine, Format


def expand(sources: Sequence[str]) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """Return the single sources behind ``sources``: folders become their readable files, sorted by name."""
    found: list[str] = []
    problems: list[Problem] = []
    for source in sources:
        path = Path(source)
        if path.is_dir():
            inside = sorted(str(p) for p in path.iterdir() if p.suffix in {".txt", ".md", ".html"} and p.name != "README.md")
            found += inside
            if not inside:
                problems.append(Problem(source, "The folder holds no article."))
        else:
            found.append(source)
    return tuple(found), tuple(problems)


def read(source: str) -> Copy:
    """Return the copy at ``source``; raises ``UnreadableError`` where there is none."""
    try:
        text = Path(source).read_text(encoding="utf-8")
    except OSError as error:
        sentence = f"{source} cannot be read: {error.strerror}."
        raise UnreadableError(sentence) from error
    lines = tuple(CopyLine(line, number) for number, line in enumerate(text.splitlines(), 1))
    return Copy(source, Format.TEXT, lines)
