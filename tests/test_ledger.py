"""What a reader decided survives: other names and orders of the files, edits, added articles, kills, full and locked disks."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.stories import COAST, FERRY, HARBOUR, article, fact, ferry, story
from tui.ledger import LedgerError, StoryBook, open_book, recent_stories
from tui.ledger.store import MIGRATIONS, Store
from tui.model.alignment import Hands
from tui.model.collation import Collation
from tui.model.triage import Decision, Mark

DISMISSED = Decision(Mark.DISMISSED, "counted twice")


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    """Yield the place of a ledger; afterwards every ledger in it still opens clean."""
    place = tmp_path / "kept" / "ledger.db"
    yield place
    if place.exists() and place.stat().st_size and os.access(place, os.W_OK):
        Store(place).close()


def marked(path: Path, collation: Collation, decision: Decision = DISMISSED, number: int = 0) -> None:
    """Decide about one fact in a sitting of its own."""
    book = open_book((), path)
    book.follow(collation)
    book.decide(collation.facts[number], decision)
    book.close()


def remembered(path: Path, collation: Collation, number: int = 0) -> Decision:
    """Return what another sitting finds decided about one fact."""
    book = open_book((), path)
    book.follow(collation)
    found = book.decision(collation.facts[number])
    book.close()
    return found


def test_a_decision_comes_back_with_who_and_when(path: Path) -> None:
    marked(path, ferry())
    found = remembered(path, ferry())
    assert (found.mark, found.note, found.changed) == (Mark.DISMISSED, "counted twice", "")
    assert found.at.endswith("Z")
    assert remembered(path, ferry(), 1) == Decision()


def test_other_names_and_another_order_keep_it(path: Path) -> None:
    marked(path, ferry())
    articles = (article(0, HARBOUR, "z/renamed.md"), article(1, FERRY, "new.txt"))
    turned = story(
        articles,
        (
            fact(articles, {"A": (3, "Two"), "B": (3, "Three")}, topic="crew hurt"),
            fact(articles, {"A": (2, "221"), "B": (2, "212")}),
        ),
    )
    assert remembered(path, turned, 1).mark is Mark.DISMISSED
    assert remembered(path, turned, 0) == Decision()


def test_an_added_article_keeps_it_dismissed(path: Path) -> None:
    marked(path, ferry())
    articles = (article(0, COAST), article(1, FERRY), article(2, HARBOUR))
    grown = story(articles, (fact(articles, {"A": (2, "212"), "B": (2, "212"), "C": (2, "221")}),))
    assert remembered(path, grown).mark is Mark.DISMISSED
    assert not remembered(path, grown).changed


def test_a_changed_reading_brings_it_back_and_says_so(path: Path) -> None:
    marked(path, ferry())
    corrected = (HARBOUR[0], "On board were 230 people.", *HARBOUR[2:])
    articles = (article(0, FERRY), article(1, corrected))
    now = story(articles, (fact(articles, {"A": (2, "212"), "B": (2, "230")}),))
    found = remembered(path, now)
    assert found.mark is Mark.OPEN
    assert "221" in found.changed
    assert "230" in found.changed
    marked(path, now)
    assert remembered(path, now).mark is Mark.DISMISSED
    assert not remembered(path, now).changed


def test_an_edit_around_the_words_changes_nothing(path: Path) -> None:
    marked(path, ferry())
    edited = (HARBOUR[0], "Some 221 people were on board, the company said.", *HARBOUR[2:])
    articles = (article(0, FERRY), article(1, edited))
    assert remembered(path, story(articles, (fact(articles, {"A": (2, "212"), "B": (2, "221")}),))).mark is Mark.DISMISSED


def test_another_cut_of_the_same_words_changes_nothing(path: Path) -> None:
    marked(path, ferry())
    articles = (article(0, FERRY), article(1, HARBOUR))
    recut = story(articles, (fact(articles, {"A": (2, "212 people"), "B": (2, "221")}),))
    assert remembered(path, recut).mark is Mark.DISMISSED


def test_an_article_rewritten_whole_is_the_one_at_its_place(path: Path) -> None:
    marked(path, ferry())
    rewritten = ("Ferry freed at last.", "All 230 aboard are safe.", "The tug came at dawn.")
    articles = (article(0, FERRY, "elsewhere/a.txt"), article(1, rewritten, "b.txt"))
    now = story(articles, (fact(articles, {"A": (2, "212"), "B": (2, "230")}),))
    found = remembered(path, now)
    assert found.mark is Mark.OPEN
    assert found.changed.startswith("B read “221” before, now “230”.")


def test_new_articles_under_old_names_are_another_story(path: Path) -> None:
    marked(path, ferry())
    articles = (article(0, ("Beans are up.", "A pound costs 212 pence.")), article(1, ("Beans dear.", "It is 221 now.")))
    assert remembered(path, story(articles, (fact(articles, {"A": (2, "212"), "B": (2, "221")}),))) == Decision()


def test_one_reading_left_is_not_the_fact_that_was_dismissed(path: Path) -> None:
    marked(path, ferry())
    third = ("A ferry is lost.", "Some 300 people sailed.", "Two crew were hurt.", "A tug is on its way.", *FERRY[3:])
    articles = (article(0, FERRY), article(1, HARBOUR), article(2, third))
    now = story(articles, (fact(articles, {"A": (2, "212"), "C": (2, "300")}),))
    found = remembered(path, now)
    assert found.mark is Mark.OPEN
    assert found.changed


def test_what_no_longer_matches_is_kept_aside_and_comes_back(path: Path) -> None:
    marked(path, ferry())
    book = open_book((), path)
    book.follow(story(ferry().articles, ()))
    (orphan,) = book.orphans
    assert (orphan.topic, orphan.readings, orphan.decision.mark) == ("people aboard", ("212", "221"), Mark.DISMISSED)
    book.follow(ferry())
    assert book.orphans == ()
    assert book.decision(ferry().facts[0]).note == "counted twice"
    book.close()


def test_another_story_has_pages_of_its_own(path: Path) -> None:
    marked(path, ferry())
    articles = (article(0, FERRY), article(1, ("Beans are up.", "A pound costs 221 pence.", "Shops fret."), "c.txt"))
    assert remembered(path, story(articles, (fact(articles, {"A": (2, "212"), "B": (2, "221")}),))) == Decision()


def test_an_earlier_decision_can_be_taken_again_and_every_one_is_on_record(path: Path) -> None:
    book = open_book((), path)
    book.follow(ferry())
    first = ferry().facts[0]
    for mark in (Mark.CONFIRMED, Mark.ASK, Mark.OPEN):
        book.decide(first, Decision(mark))
    assert book.decision(first).mark is Mark.OPEN
    book.close()
    store = Store(path)
    assert [row["mark"] for row in store.rows("SELECT mark FROM change ORDER BY id")] == ["confirmed", "ask the source", "open"]
    store.close()


def test_two_desks_on_one_story_see_each_other(path: Path) -> None:
    one, other = open_book((), path), open_book((), path)
    one.follow(ferry())
    other.follow(ferry())
    one.refresh()
    assert not one.refresh()
    other.decide(ferry().facts[1], Decision(Mark.ASK, "rung the yard"))
    assert one.refresh()
    assert one.decision(ferry().facts[1]).note == "rung the yard"
    one.decide(ferry().facts[1], Decision(Mark.CONFIRMED))
    assert other.refresh()
    assert other.decision(ferry().facts[1]).mark is Mark.CONFIRMED
    assert len(one._store.rows("SELECT * FROM decision")) == 1  # noqa: SLF001 - one fact is one row for both desks
    one.close()
    other.close()


def test_deeds_by_hand_follow_their_passages(path: Path) -> None:
    deeds = Hands(
        frozenset({("A2", "B3")}), frozenset({("A3", "B3")}), frozenset({("a.txt", "Read more")}), frozenset({("b.txt", "Tag")})
    )
    book = open_book((), path)
    book.follow(ferry())
    book.keep_hands(deeds)
    assert book.hands == deeds
    moved = (article(0, HARBOUR, "h.txt"), article(1, ("Breaking", *FERRY), "f.txt"))
    book.follow(story(moved, ()))
    assert book.hands.linked == {("A3", "B3")}
    assert book.hands.cut == {("A3", "B4")}
    assert book.hands.restored == {("f.txt", "Read more")}
    book.keep_hands(Hands())
    assert book.hands == Hands()
    book.close()


def test_a_deed_on_a_passage_that_is_gone_waits_for_it(path: Path) -> None:
    book = open_book((), path)
    book.follow(ferry())
    book.keep_hands(Hands(frozenset({("A2", "B2")})))
    shorter = (article(0, (FERRY[0], *FERRY[2:])), article(1, HARBOUR))
    book.follow(story(shorter, ()))
    assert book.hands == Hands()
    book.keep_hands(Hands(frozenset({("A1", "B1")})))
    book.follow(ferry())
    assert book.hands.linked == {("A1", "B1"), ("A2", "B2")}
    book.close()


def test_the_view_comes_back_and_recent_stories_are_listed(path: Path) -> None:
    assert recent_stories(path) == ()
    book = open_book(("articles", "https://example.org/x", "-"), path)
    book.follow(ferry())
    book.keep_view({"place": "A2", "theme": "nord"})
    book.decide(ferry().facts[0], DISMISSED)
    book.close()
    book = open_book((), path)
    book.follow(ferry())
    assert book.view == {"place": "A2", "theme": "nord"}
    book.close()
    book = open_book(("articles", "https://example.org/x"), path)
    book.follow(ferry())
    book.close()
    (recent,) = recent_stories(path)
    assert (recent.title, recent.articles, recent.decided, recent.noted) == (FERRY[0], 2, 1, 1)
    here = Path.cwd()
    assert recent.sources == (str(here / "articles"), "https://example.org/x", str(here / "a.txt"), str(here / "b.txt"))


def test_what_opens_a_story_again_is_what_was_given_and_what_was_added(path: Path, tmp_path: Path) -> None:
    book = open_book((str(tmp_path / "folder"), "-"), path)
    inside = (article(0, FERRY, str(tmp_path / "folder" / "a.txt")), article(1, HARBOUR, "-"))
    book.follow(story(inside, ()))
    assert recent_stories(path)[0].sources == (str(tmp_path / "folder"),)
    book.follow(story((*inside, article(2, COAST, "https://example.org/coast")), ()))
    assert recent_stories(path)[0].sources == (str(tmp_path / "folder"), "https://example.org/coast")
    book.close()


words = st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), min_size=1, max_size=12).filter(str.strip)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(words, min_size=3, max_size=6, unique=True),
    st.lists(words, min_size=3, max_size=6, unique=True),
    st.text(),
    st.randoms(),
)
def test_any_words_any_order_any_note(
    tmp_path_factory: pytest.TempPathFactory, a: list[str], b: list[str], note: str, random: Random
) -> None:
    place = tmp_path_factory.mktemp("any") / "ledger.db"
    articles = (article(0, a), article(1, b))
    marked(place, story(articles, (fact(articles, {"A": (2, a[1]), "B": (2, b[1])}),)), Decision(Mark.ASK, note))
    renamed = (article(0, a, "else.txt"), article(1, b, "where.md"))
    articles = renamed if random.random() < 0.5 else (article(0, b), article(1, a))
    now = {"A": (2, articles[0].passages[1].text), "B": (2, articles[1].passages[1].text)}
    found = remembered(place, story(articles, (fact(articles, now),)))
    assert (found.mark, found.note, found.changed) == (Mark.ASK, note, "")


def test_a_newer_ledger_is_refused_and_left_alone(path: Path) -> None:
    marked(path, ferry())
    with sqlite3.connect(path) as other:
        other.execute("PRAGMA user_version = 99")
    other.close()
    before = path.read_bytes()
    with pytest.raises(LedgerError, match="newer version"):
        open_book((), path)
    assert path.read_bytes() == before
    with sqlite3.connect(path) as other:
        other.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
    other.close()
    assert remembered(path, ferry()).mark is Mark.DISMISSED


@pytest.mark.parametrize("damage", [b"not a database at all" * 40, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_damaged_ledger_is_refused_and_left_alone(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "ledger.db"
    path.write_bytes(damage)
    with pytest.raises(LedgerError, match="damaged"):
        open_book((), path)
    assert path.read_bytes() == damage


def test_damage_inside_is_found_at_opening(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    marked(path, ferry())
    whole = bytearray(path.read_bytes())
    whole[4096:] = os.urandom(len(whole) - 4096)
    path.write_bytes(whole)
    with pytest.raises(LedgerError, match="damaged"):
        open_book((), path)
    assert path.read_bytes() == whole


def test_the_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE bookmarks (id)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(LedgerError, match="another program"):
        open_book((), path)
    assert path.read_bytes() == before


def test_an_older_ledger_is_brought_up_to_date_and_a_copy_kept(path: Path) -> None:
    marked(path, ferry())
    store = Store(path, (*MIGRATIONS, "CREATE TABLE later (id INTEGER PRIMARY KEY); ALTER TABLE story ADD COLUMN more TEXT;"))
    assert store.rows("SELECT more FROM story")[0]["more"] is None
    assert [row["note"] for row in store.rows("SELECT note FROM decision")] == ["counted twice"]
    store.close()
    copy = path.with_name(f"{path.name}.{len(MIGRATIONS)}")
    assert remembered(copy, ferry()).mark is Mark.DISMISSED
    path.unlink()


def test_a_step_that_fails_leaves_the_ledger_as_it_was(path: Path) -> None:
    marked(path, ferry())
    with pytest.raises(LedgerError, match="no such table"):
        Store(path, (*MIGRATIONS, "CREATE TABLE later (id); INSERT INTO nowhere VALUES (1)"))
    assert remembered(path, ferry()).mark is Mark.DISMISSED


def test_a_full_disk_keeps_what_was_kept_and_says_so(path: Path) -> None:
    book = open_book((), path)
    book.follow(ferry())
    book.decide(ferry().facts[0], DISMISSED)
    pages = book._store.rows("PRAGMA page_count")[0][0]  # noqa: SLF001 - a limit on pages is SQLite's own full disk
    book._store.rows(f"PRAGMA max_page_count = {pages}")  # noqa: SLF001 - see above
    with pytest.raises(LedgerError, match="disk is full"):
        book.decide(ferry().facts[1], Decision(Mark.ASK, "long " * 20_000))
    assert book.decision(ferry().facts[1]) == Decision()
    book.close()
    assert remembered(path, ferry()).note == "counted twice"


READ_ONLY = """
import os, sys
from pathlib import Path
from tests.stories import ferry
from tui.ledger import StoryBook, LedgerError, open_book
from tui.model.triage import Decision

if os.geteuid() == 0:  # permissions do not bind the superuser
    os.setegid(65534)
    os.seteuid(65534)
book = open_book((), Path(sys.argv[1]))
book.follow(ferry())
print(book.trouble)
print(book.decision(ferry().facts[0]).note)
try:
    book.decide(ferry().facts[0], Decision())
except LedgerError as error:
    print(error)
book.close()
"""


@pytest.mark.parametrize("decided", ["counted twice", ""])
def test_a_read_only_folder_still_shows_what_was_decided(decided: str) -> None:
    with TemporaryDirectory() as folder:  # one that another user may enter
        path = Path(folder) / "ledger.db"
        Path(folder).chmod(0o755)
        if decided:
            marked(path, ferry())
            path.chmod(0o444)
        Path(folder).chmod(0o555)
        run = subprocess.run([sys.executable, "-c", READ_ONLY, str(path)], capture_output=True, text=True, check=False)
        Path(folder).chmod(0o755)
    assert run.stderr == ""
    sentence = f"{path} cannot be written, so marks and notes of this sitting are not kept."
    assert run.stdout.splitlines() == [sentence, decided, sentence]


def test_a_ledger_opens_on_a_disk_without_room(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    marked(path, ferry())
    opened = Store._connected  # noqa: SLF001 - what the system says cannot be brought about otherwise

    def without_room(place: Path) -> sqlite3.Connection:
        if place == path:
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorcode = sqlite3.SQLITE_IOERR_SHMSIZE
            raise error
        return opened(place)

    monkeypatch.setattr(Store, "_connected", staticmethod(without_room))
    monkeypatch.setattr("shutil.disk_usage", lambda _place: SimpleNamespace(free=0))
    book = open_book((), path)
    book.follow(ferry())
    sentence = "The disk is full, so marks and notes of this sitting are not kept."
    assert (book.trouble, book.decision(ferry().facts[0]).note) == (sentence, "counted twice")
    with pytest.raises(LedgerError, match="disk is full"):
        book.decide(ferry().facts[0], Decision())
    book.close()


def test_a_disk_full_at_the_start_still_shows_what_was_decided(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    marked(path, ferry())

    def full(*_arguments: object) -> int:
        sentence = "The disk is full."
        raise LedgerError(sentence)

    monkeypatch.setattr(StoryBook, "_record", full)
    book = open_book((), path)
    book.follow(ferry())
    assert (book.trouble, book.decision(ferry().facts[0]).note) == ("The disk is full.", "counted twice")
    book.close()
    new = open_book((), path.with_name("new.db"))
    with pytest.raises(LedgerError, match="disk is full"):
        new.follow(ferry())
    new.close()


def test_a_change_that_another_program_blocks_says_so(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.ledger.store._WAIT", 0.05)
    book = open_book((), path)
    book.follow(ferry())
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(LedgerError, match="holds"):
        book.decide(ferry().facts[0], DISMISSED)
    other.execute("ROLLBACK")
    other.close()
    book.decide(ferry().facts[0], DISMISSED)
    book.close()


SITTING = """
import sys
from pathlib import Path
from tests.stories import ferry
from tui.ledger import StoryBook, open_book
from tui.model.triage import Decision, Mark

collation, marks = ferry(), list(Mark)
book = open_book((), Path(sys.argv[1]))
book.follow(collation)
print("ready", flush=True)
for n in range(10_000):
    book.decide(collation.facts[n % 2], Decision(marks[n % 4], f"note {n} " + "x" * (n % 700)))
    print(n, flush=True)
"""


def killed_at(path: Path, moment: float) -> tuple[int, int]:
    """Let a sitting write until it is killed; return the last change it told of and the last one that is kept."""
    before = max((remembered_number(path, n) for n in (0, 1)), default=-1)
    with subprocess.Popen([sys.executable, "-c", SITTING, str(path)], stdout=subprocess.PIPE, text=True) as sitting:
        assert sitting.stdout is not None
        assert sitting.stdout.readline() == "ready\n"
        time.sleep(moment)
        sitting.send_signal(signal.SIGKILL)
        told = [int(line) for line in sitting.stdout if line.endswith("\n")]
    kept = max(remembered_number(path, n) for n in (0, 1))
    return (told[-1] if told else before), kept


def remembered_number(path: Path, number: int) -> int:
    """Return the number in the note of a fact, -1 where there is none."""
    note = remembered(path, ferry(), number).note
    return int(note.split()[1]) if note else -1


@pytest.mark.parametrize("moment", [0.0, 0.013, 0.05])
def test_a_kill_loses_nothing_that_was_shown(path: Path, moment: float) -> None:
    told, kept = killed_at(path, moment)
    assert told <= kept <= told + 1


@pytest.mark.slow
def test_two_hundred_kills_lose_nothing_that_was_shown(tmp_path: Path) -> None:
    random = Random(200)  # noqa: S311 - moments, not secrets
    for turn in range(200):
        told, kept = killed_at(tmp_path / f"{turn}.db", random.uniform(0, 0.15))
        assert told <= kept <= told + 1
