"""The rules of the house that a machine can check."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "tui"
BANNED = frozenset({"manager", "helper", "helpers", "utils", "util", "item", "items", "obj", "process", "handle", "data", "info"})
MODULES = sorted(PACKAGE.rglob("*.py"))
HEAVY = ("textual", "rich", "trafilatura", "ftfy", "charset_normalizer", "markdown_it", "yaml", "htmldate", "urllib3", "sqlite3")


def names(tree: ast.AST) -> set[str]:
    """Return every name that the module itself gives: functions, classes, arguments, variables."""
    found: set[str] = set()
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                found.add(node.name)
            case ast.arg():
                found.add(node.arg)
            case ast.Name(ctx=ast.Store()):
                found.add(node.id)
            case _:
                pass
    return found


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_name_says_nothing(module: Path) -> None:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    empty = {n for n in names(tree) if BANNED & set(re.sub(r"(?<=[a-z])(?=[A-Z])", "_", n).lower().split("_"))}
    assert not empty


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_is_one_sitting_and_a_function_one_screen(module: Path) -> None:
    source = module.read_text(encoding="utf-8")
    assert source.count("\n") <= 300
    long = {
        node.name: node.end_lineno - node.lineno + 1
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno and node.end_lineno - node.lineno >= 60
    }
    assert not long


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_nothing_is_left_to_do_and_no_error_is_swallowed(module: Path) -> None:
    source = module.read_text(encoding="utf-8")
    assert not re.search(r"\b(TODO|FIXME|XXX|HACK)\b", source)
    assert not re.search(r"except (Base)?Exception[^\n]*:\s*pass", source)


def test_the_engine_loads_without_a_screen_and_without_what_only_some_articles_need() -> None:
    code = f"import sys, tui.collate; print(*[m for m in {HEAVY!r} if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == []
