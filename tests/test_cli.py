"""The command line as a shell sees it: exit statuses, both streams, pipes, files and signals."""

import fcntl
import json
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.stories import COAST, FERRY, HARBOUR
from tui import __version__
from tui.__main__ import main
from tui.arguments import verdicts
from tui.collate import collate
from tui.ledger import ledger_path, open_book
from tui.model.collation import Verdict
from tui.model.triage import Decision, Mark

ROOT: Final = Path(__file__).resolve().parent.parent
STORY: Final = str(ROOT / "articles" / "limousine")


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """Return a folder of three short articles and nothing else."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for name, sentences in (("one.txt", FERRY), ("two.txt", HARBOUR), ("three.txt", COAST)):
        (folder / name).write_text("\n\n".join(sentences), encoding="utf-8")
    return folder


class Calls:
    """Calls the program in this process, as most tests do, because starting one takes most of a second."""

    def __init__(self, capture: pytest.CaptureFixture[bytes]) -> None:
        """Watch both streams."""
        self.capture = capture

    def __call__(self, *words: str | Path) -> tuple[int, str, list[str]]:
        """Return the exit status, what was printed and the sentences on standard error."""
        try:
            status = main([str(word) for word in words])
        except SystemExit as end:
            status = int(end.code or 0)
        out, complaints = self.capture.readouterr()
        return status, out.decode(), complaints.decode().splitlines()


@pytest.fixture
def run(capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Calls:
    """Return a way to call the program from the project's root."""
    monkeypatch.chdir(ROOT)
    return Calls(capsysbinary)


def started(*words: str | Path, stdin: bytes = b"", **environment: str) -> tuple[int, str, list[str]]:
    """Start the program and return its status, what it printed and the sentences on standard error."""
    command = [sys.executable, "-m", "tui", *map(str, words)]
    done = subprocess.run(command, input=stdin, capture_output=True, cwd=ROOT, env=os.environ | environment, check=False)
    return done.returncode, done.stdout.decode(), done.stderr.decode().splitlines()


def test_a_report_is_all_that_is_printed(pages: Path) -> None:
    status, out, complaints = started("report", pages, "--format", "json")
    assert (status, complaints) == (0, [])
    assert [article["id"] for article in json.loads(out)["articles"]] == ["A", "B", "C"]


def test_markdown_is_what_a_report_is_written_in(run: Calls, pages: Path) -> None:
    status, out, _ = run("report", pages)
    assert status == 0
    assert out.startswith("# ")


def test_the_command_is_the_module(pages: Path) -> None:
    command = Path(sys.executable).with_name("sidebyline")
    if not command.exists():
        pytest.skip("the command is not installed beside this Python")
    done = subprocess.run([command, "report", pages, "--format", "json"], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout == started("report", pages, "--format", "json")[1]


def test_the_same_articles_give_the_same_bytes_whatever_the_hash_seed() -> None:
    assert started("report", STORY, "--format", "json", PYTHONHASHSEED="1") == started(
        "report", STORY, "--format", "json", PYTHONHASHSEED="7"
    )


def binary(folder: Path) -> Path:
    """Return a file that is no text."""
    (folder / "tool.bin").write_bytes(bytes(range(256)) * 40)
    return folder / "tool.bin"


def empty(folder: Path) -> Path:
    """Return a file with nothing in it."""
    (folder / "empty.txt").touch()
    return folder / "empty.txt"


def bare(folder: Path) -> Path:
    """Return a folder without articles."""
    (folder / "bare").mkdir()
    return folder / "bare"


def locked(folder: Path) -> Path:
    """Return a file that cannot be opened: a link to itself."""
    (folder / "locked.txt").symlink_to(folder / "locked.txt")
    return folder / "locked.txt"


def missing(folder: Path) -> Path:
    """Return a path where nothing is."""
    return folder / "missing.txt"


@pytest.mark.parametrize("bad", [binary, empty, bare, locked, missing])
def test_one_bad_source_gets_one_sentence_and_the_others_are_read(run: Calls, pages: Path, bad: Callable[[Path], Path]) -> None:
    source = bad(pages.parent)
    status, out, complaints = run("report", pages, source, "--format", "json")
    assert status == 1
    (sentence,) = complaints
    assert sentence.startswith("sidebyline: ")
    assert source.name in sentence
    assert sentence.endswith(".")
    parsed = json.loads(out)
    assert len(parsed["articles"]) == 3
    assert [problem["source"] for problem in parsed["problems"]] == [str(source)]
    status, out, complaints = run("report", source)
    assert (status, out) == (1, "")
    assert len(complaints) == 2


def test_one_article_is_too_few_to_compare_and_enough_to_read(run: Calls, pages: Path) -> None:
    status, out, complaints = run("report", pages / "one.txt")
    assert (status, out) == (1, "")
    assert complaints == ["sidebyline: A comparison takes at least two articles; 1 could be read."]
    status, out, complaints = run("read", pages / "one.txt")
    assert (status, complaints) == (0, [])
    assert all(sentence in out for sentence in FERRY)


def test_read_prints_a_list_as_json(run: Calls, pages: Path) -> None:
    status, out, _ = run("read", pages / "two.txt", pages / "one.txt", "--format", "json")
    assert status == 0
    first, second = json.loads(out)
    assert [p["text"] for p in first["passages"]] == list(HARBOUR)
    assert {"details", "quotations", "attributions"} <= second.keys()
    for article in (first, second):
        texts = {p["id"]: p["text"] for p in article["passages"]}
        assert all(texts[d["passage"]][d["start"] : d["end"]] == d["text"] for d in article["details"])


def test_read_of_nothing_prints_nothing(run: Calls, pages: Path) -> None:
    status, out, complaints = run("read", missing(pages), "--format", "json")
    assert (status, out, len(complaints)) == (1, "", 1)


@pytest.mark.parametrize(
    "words",
    [
        ["report", "x", "--format", "pdf"],
        ["report"],
        ["read"],
        ["report", "x", "--only", "lies"],
        ["report", "x", "--priority", "4"],
        ["read", "x", "--format", "csv"],
        ["--nonsense"],
    ],
)
def test_wrong_usage_is_said_and_is_status_two(run: Calls, words: list[str]) -> None:
    status, out, complaints = run(*words)
    assert (status, out) == (2, "")
    assert complaints[-1].startswith("sidebyline")
    assert "error:" in complaints[-1]


def test_help_and_version_go_to_standard_output(run: Calls) -> None:
    assert run("--version") == (0, f"sidebyline {__version__}\n", [])
    for words in ([], ["report"], ["read"]):
        status, out, complaints = run(*words, "--help")
        assert (status, complaints) == (0, [])
        assert "PATH_OR_URL" in out


def test_an_article_comes_through_a_pipe(pages: Path) -> None:
    status, out, _ = started("report", pages / "one.txt", "-", "--format", "json", stdin="\n\n".join(HARBOUR).encode())
    assert status == 0
    article = json.loads(out)["articles"][1]
    assert article["source"] == "-"
    assert [p["text"] for p in article["passages"]] == list(HARBOUR)


def test_the_desk_is_refused_without_a_terminal(pages: Path) -> None:
    status, out, (sentence,) = started(pages)
    assert (status, out) == (2, "")
    assert "sidebyline report" in sentence


def test_the_desk_is_refused_on_a_dumb_terminal(pages: Path) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "tui", str(pages)]
    done = subprocess.run(
        command,
        stdin=theirs,
        stdout=theirs,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"TERM": "dumb"},
        check=False,
        cwd=ROOT,
    )
    os.close(ours)
    os.close(theirs)
    assert done.returncode == 2
    assert "sidebyline report" in done.stderr


def test_the_first_command_of_the_readme_opens_the_desk_and_q_closes_it() -> None:
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 45, 160, 0, 0))
    command = [sys.executable, "-m", "tui", "articles/limousine"]
    environment = os.environ | {"TERM": "xterm-256color"}
    desk = subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment, cwd=ROOT, start_new_session=True
    )
    os.close(theirs)
    assert b"ends the tour" in read_until(ours, b"ends the tour", 200)
    os.write(ours, b"\x1b")
    shown, end = b"", time.monotonic() + 200
    while b"\x1b[?1049l" not in shown and time.monotonic() < end:
        shown += read_until(ours, b"\x1b[?1049l", 0.7)  # a slow desk may not have closed the tour yet, and is asked again
        with suppress(OSError):  # it has left in the meantime
            os.write(ours, b"q")
    assert b"\x1b[?1049l" in shown
    assert desk.wait(200) == 0
    os.close(ours)


def read_until(terminal: int, wanted: bytes, seconds: float) -> bytes:
    """Return what a terminal shows until it shows what is wanted, the program ends or the time is over."""
    shown = b""
    end = time.monotonic() + seconds
    while wanted not in shown and time.monotonic() < end:
        if select.select([terminal], [], [], 0.2)[0]:
            try:
                shown += os.read(terminal, 65536)
            except OSError:  # the other end is closed
                break
    return shown


@pytest.mark.parametrize("lines", [0, 1])
def test_a_reader_that_leaves_is_no_fault(lines: int) -> None:
    command = [sys.executable, "-m", "tui", "report", STORY, "--format", "json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as writer:
        assert writer.stdout is not None
        assert writer.stderr is not None
        for _ in range(lines):
            assert writer.stdout.readline()
        writer.stdout.close()
        assert writer.stderr.read() == b""
    assert writer.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk to write to on this system")
def test_a_full_disk_is_said(pages: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "tui", "report", pages], stdout=full, stderr=subprocess.PIPE, text=True, check=False, cwd=ROOT
        )
    assert done.returncode == 1
    assert done.stderr == "sidebyline: Standard output cannot be written: No space left on device.\n"


def test_control_c_leaves_quietly() -> None:
    command = [sys.executable, "-m", "tui", "report", "-"]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - a shell's background job ignores it
    ) as waiting:
        assert waiting.stdin is not None
        waiting.stdin.write(b"a" * 1_000_000)  # more than a pipe holds, so it is reading when this is through
        waiting.send_signal(signal.SIGINT)
        out, complaints = waiting.communicate()
    assert (waiting.returncode, out, complaints) == (130, b"", b"")


def test_output_is_written_whole_or_not_at_all(run: Calls, pages: Path, tmp_path: Path) -> None:
    target = tmp_path / "sheet.md"
    target.write_text("before", encoding="utf-8")
    target.chmod(0o640)
    assert run("report", pages / "one.txt", "--output", target)[0] == 1
    assert target.read_text(encoding="utf-8") == "before"
    status, out, complaints = run("report", pages, "--output", target)
    assert (status, out, complaints) == (0, "", [])
    assert target.read_text(encoding="utf-8").startswith("# ")
    assert target.stat().st_mode & 0o777 == 0o640
    assert sorted(p.name for p in tmp_path.iterdir() if p.is_file()) == ["sheet.md"]


def test_output_follows_a_link_and_refuses_a_folder(run: Calls, pages: Path, tmp_path: Path) -> None:
    (tmp_path / "link.md").symlink_to(tmp_path / "real.md")
    assert run("report", pages, "--output", tmp_path / "link.md")[0] == 0
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").exists()
    for place in (tmp_path, tmp_path / "no" / "such" / "sheet.md"):
        status, out, (sentence,) = run("report", pages, "--output", place)
        assert (status, out) == (1, "")
        assert "cannot be written" in sentence


def test_a_csv_file_says_its_encoding_and_a_pipe_does_not(run: Calls, pages: Path, tmp_path: Path) -> None:
    assert run("report", pages, "--format", "csv", "--output", tmp_path / "sheet.csv")[0] == 0
    assert (tmp_path / "sheet.csv").read_bytes().startswith(b"\xef\xbb\xbfnumber,")
    assert run("report", pages, "--format", "csv")[1].startswith("number,")


def report_of(run: Calls, *words: str) -> list[dict[str, object]]:
    """Return the facts of a JSON report of the sample story."""
    _, out, _ = run("report", STORY, "--format", "json", *words)
    return list(json.loads(out)["facts"])


def test_choices_narrow_the_report(run: Calls) -> None:
    every = report_of(run)
    verdict = str(every[0]["verdict"])
    assert report_of(run, "--only", f"{verdict}s") == [f for f in every if f["verdict"] == verdict]
    assert report_of(run, "--only", "divergences") == [f for f in every if f["verdict"] != "agree"]
    assert report_of(run, "--priority", "1") == [f for f in every if f["priority"] == 1]
    assert report_of(run, "--marked") == []


def test_verdicts_are_named_singly_plurally_and_together() -> None:
    assert verdicts("conflicts, spelling") == {Verdict.CONFLICT, Verdict.SPELLING}
    assert verdicts("all") == frozenset(Verdict)
    assert verdicts("divergences") == frozenset(Verdict) - {Verdict.AGREE}


def test_a_check_fails_on_what_nobody_dismissed(run: Calls) -> None:
    every = report_of(run)
    verdict = str(every[0]["verdict"])
    assert run("report", STORY, "--only", "all", "--fail-on", verdict)[0] == 3
    pair = [str(path) for path in sorted(Path(STORY).iterdir()) if path.suffix != ".md"][:2]
    assert run("report", *pair, "--only", "all", "--fail-on", "omission")[0] == 0, "of two articles neither leaves anything out"
    collation = collate([STORY])
    book = open_book((STORY,))
    book.follow(collation)
    for fact in collation.facts:
        if fact.verdict == verdict:
            book.decide(fact, Decision(Mark.DISMISSED, "settled"))
    book.close()
    assert run("report", STORY, "--only", "all", "--fail-on", verdict)[0] == 0
    decision = report_of(run, "--marked")[0]["decision"]
    assert isinstance(decision, dict)
    assert (decision["mark"], decision["note"]) == ("dismissed", "settled")


def test_a_report_goes_on_without_marks_that_cannot_be_read(run: Calls, pages: Path) -> None:
    ledger_path().parent.mkdir(parents=True)
    ledger_path().write_bytes(b"nothing of the kind" * 100)
    status, out, (sentence,) = run("report", pages)
    assert status == 0
    assert out
    assert "damaged" in sentence
    assert run("report", pages, "--marked")[0] == 1


def test_a_report_writes_nothing_but_itself(run: Calls, pages: Path, own_folders: Path) -> None:
    run("report", pages)
    assert list(own_folders.iterdir()) == []


def test_a_name_cannot_steer_the_terminal(pages: Path) -> None:
    _, _, (sentence,) = started("report", pages, "\x1b[31mred\udce9.txt")
    assert "\\x1b[31mred" in sentence
    assert "\x1b" not in sentence


def test_a_fault_is_one_sentence(pages: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("tui.collate.collate", broken)
    assert main(["report", str(pages)]) == 1
    assert capsys.readouterr().err.startswith("sidebyline: A fault in Sidebyline stopped it (ZeroDivisionError")
    monkeypatch.setenv("SIDEBYLINE_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        main(["report", str(pages)])


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.binary(max_size=400), st.sampled_from([".txt", ".md", ".html", ""]))
def test_any_bytes_are_an_article_or_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes, suffix: str
) -> None:
    source = tmp_path / f"any{suffix}"
    source.write_bytes(content)
    status = main(["read", str(source), "--format", "json"])
    out, complaints = capsys.readouterr()
    assert "A fault in Sidebyline" not in complaints
    assert (status, len(complaints.splitlines())) == ((0, 0) if out else (1, 1))
