"""The README says what is so: its commands, calls, keys, packages, pictures and its example in Python."""

import re
import shlex
import tomllib
from pathlib import Path

import pytest

from tui.app.commands import COMMANDS
from tui.arguments import DeskCall, parse

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def section(title: str) -> str:
    """Return the text under a heading."""
    return README.split(f"\n## {title}\n")[1].split("\n## ")[0]


def test_the_two_commands_do_all_their_set_up() -> None:
    first, second = re.findall(r"```sh\n(.*?)\n```", section("Two commands"), re.DOTALL)
    for command in (first, second):
        assert command.startswith("python3 -m venv .venv && .venv/bin/pip install --quiet ")
    assert isinstance(parse(shlex.split(first.split("/sidebyline ")[1])), DeskCall)
    assert (ROOT / first.split()[-1]).is_dir()
    for part in second.split(" && "):
        assert part in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_every_call_is_one(capsys: pytest.CaptureFixture[str]) -> None:
    calls = re.findall(r"^\| `sidebyline(.*?)` \|", section("What it is called with"), re.MULTILINE)
    assert len(calls) >= 5
    for call in calls:
        words = re.sub(r"[\[\]…]", "", call).replace("\\|html\\|csv\\|json", "").replace("\\|json", "").split()
        assert parse(words)
    assert capsys.readouterr().err == ""


def test_every_key_is_bound() -> None:
    bound = {key for command in COMMANDS for keys in command.keys for key in (keys, *keys.split(" "))}
    shown = {"↓": "down", "↑": "up", "←": "left", "→": "right"}
    rows = [row.split("|")[1] for row in section("Keys").splitlines() if row.startswith("| `")]
    keys = [key for row in rows for key in re.findall(r"`(.+?)`", row)]
    assert len(keys) > 30
    assert [key for key in keys if shown.get(key, key if len(key) == 1 else key.lower()) not in bound] == []


def test_every_package_is_explained() -> None:
    told = re.findall(r"^\| ([\w, -]+) \|", section("Dependencies"), re.MULTILINE)
    names = {name.strip().lower() for row in told for name in row.split(",")} - {"package"}
    assert names == {re.split(r"[<>=\[]", package)[0].lower() for package in PROJECT["dependencies"]}


def test_every_link_and_picture_leads_somewhere() -> None:
    links = [link for link in re.findall(r"\]\(([^)]+)\)", README) if "://" not in link]
    assert links
    assert [link for link in links if not (ROOT / link.split("#")[0]).exists()] == []


def test_the_example_runs(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    (example,) = re.findall(r"```python\n(.*?)```", section("For programs"), re.DOTALL)
    exec(example, {})  # noqa: S102 - it is the README's own
    assert len(capsys.readouterr().out.splitlines()) > 1
