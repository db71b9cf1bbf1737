"""A story saved as one file opens elsewhere with its articles, marks and notes; a file that is none is one sentence."""

import io
import json
import zipfile
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.stories import FERRY, HARBOUR
from tui.__main__ import main
from tui.app.exports import written
from tui.collate import collate
from tui.ledger import LedgerError, open_book, recalled, recent_stories, save_story, unpacked
from tui.ledger.keys import fingerprint
from tui.model.alignment import Hands
from tui.model.article import Article, Passage, PassageKind
from tui.model.collation import Collation, Fact
from tui.model.fold import fold
from tui.model.rawcopy import Format, Metadata
from tui.model.triage import Decision, Mark
from tui.present.report.sheet import Sheet

STORY = str(Path(__file__).resolve().parent.parent / "articles" / "limousine")


@pytest.fixture(scope="module")
def collation() -> Collation:
    """Return the sample story."""
    return collate([STORY])


@pytest.fixture
def saved(collation: Collation, tmp_path: Path) -> Path:
    """Return the sample story as one file, its first fact marked and noted and two passages linked by hand."""
    book = open_book((STORY,), tmp_path / "here.db")
    book.follow(collation)
    book.decide(collation.facts[0], Decision(Mark.CONFIRMED, "per archive\n“2000”"))
    book.keep_hands(Hands(frozenset({("A2", "B3")})))
    book.keep_view({"place": "A2"})
    book.close()
    save_story(collation, tmp_path / "limousine.sidebyline", tmp_path / "here.db")
    return tmp_path / "limousine.sidebyline"


def first_fact(sources: tuple[str, ...]) -> tuple[Collation, Fact]:
    """Return the collation of unpacked articles and its first fact."""
    again = collate(sources)
    return again, again.facts[0]


def test_a_saved_story_opens_elsewhere_as_it_was(collation: Collation, saved: Path, tmp_path: Path) -> None:
    sources = unpacked((str(saved),), tmp_path / "there" / "ledger.db")
    again, fact = first_fact(sources)
    assert [fingerprint(a) for a in again.articles] == [fingerprint(a) for a in collation.articles]
    assert [a.metadata for a in again.articles] == [a.metadata for a in collation.articles]
    assert recalled(again, tmp_path / "there" / "ledger.db").decisions[fact.id].note == "per archive\n“2000”"
    book = open_book(sources, tmp_path / "there" / "ledger.db")
    book.follow(again)
    assert book.hands.linked == {("A2", "B3")}
    assert book.view == {"place": "A2"}
    book.close()
    (recent,) = recent_stories(tmp_path / "there" / "ledger.db")
    assert recent.sources == sources


def test_the_same_story_is_saved_as_the_same_bytes(collation: Collation, saved: Path, tmp_path: Path) -> None:
    save_story(collation, tmp_path / "again.sidebyline", tmp_path / "here.db")
    assert (tmp_path / "again.sidebyline").read_bytes() == saved.read_bytes()


@pytest.mark.parametrize(("at", "holds"), [("9999-01-01T00:00:00Z", Mark.DISMISSED), ("2001-01-01T00:00:00Z", Mark.CONFIRMED)])
def test_of_two_decisions_the_later_one_holds(saved: Path, tmp_path: Path, at: str, holds: Mark) -> None:
    changed = rewritten(saved, tmp_path / "other.sidebyline", at=at, mark="dismissed")
    sources = unpacked((str(changed),), tmp_path / "here.db")
    again, fact = first_fact(sources)
    assert recalled(again, tmp_path / "here.db").decisions[fact.id].mark is holds


def rewritten(saved: Path, target: Path, **fields: str) -> Path:
    """Write a saved story with other fields in its first decision."""
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "story.json":
                manifest = json.loads(content)
                manifest["decisions"][0] |= fields
                content = json.dumps(manifest).encode()
            new.writestr(name, content)
    return target


def test_an_article_without_a_file_is_saved_as_it_was_understood(tmp_path: Path) -> None:
    texts = (FERRY, ("A *starred* ferry [sic] # is stuck.", "It had 221 people <aboard>.", "Two_crew_were hurt & fine."))
    articles = []
    for n, (letter, sentences) in enumerate(zip("AB", texts, strict=True)):
        kinds = (PassageKind.HEADLINE, *([PassageKind.BODY] * (len(sentences) - 1)))
        passages = tuple(
            Passage(f"{letter}{p}", letter, kind, p, p, text, fold(text))
            for p, (text, kind) in enumerate(zip(sentences, kinds, strict=True), 1)
        )
        stated = Metadata(
            sentences[0], "Harbour: Wire", None, ("Ada “A.” Brine",), "2031-03-04T02:50", address=f"https://x.example/{n}"
        )
        articles.append(Article(letter, f"https://x.example/{n}", Format.HTML, stated, passages))
    save_story(Collation(tuple(articles)), tmp_path / "web.sidebyline", tmp_path / "none.db")
    again = collate(unpacked((str(tmp_path / "web.sidebyline"),), tmp_path / "there.db"))
    assert [[p.text for p in a.passages] for a in again.articles] == [list(text) for text in texts]
    for old, new in zip(articles, again.articles, strict=True):
        assert (new.metadata.outlet, new.metadata.byline) == (old.metadata.outlet, old.metadata.byline)
        assert (new.metadata.published, new.metadata.address) == (old.metadata.published, old.metadata.address)


def test_no_name_in_the_file_chooses_where_it_is_written(saved: Path, tmp_path: Path) -> None:
    target = tmp_path / "evil.sidebyline"
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(target, "w") as new:
        manifest = json.loads(old.read("story.json"))
        for place, name in enumerate(("../../outside.txt", "/etc/outside.txt", "C:\\outside.txt", "..", "articles/.hidden.txt")):
            manifest["articles"][place]["file"] = name
            new.writestr(zipfile.ZipInfo(name), "\n\n".join(HARBOUR))
        new.writestr("story.json", json.dumps(manifest))
    ledger = tmp_path / "deep" / "down" / "ledger.db"
    sources = unpacked((str(target),), ledger)
    assert len(sources) == 5
    assert all(Path(source).parent.parent == ledger.parent / "stories" for source in sources)
    assert not list(tmp_path.glob("**/outside.txt"))


def bomb() -> bytes:
    """Return a saved story with an article that is far larger than any article."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as new:
        new.writestr("big.txt", b"x" * 30_000_000)
        entry = {"file": "big.txt", "content": "", "passages": []}
        new.writestr(
            "story.json",
            json.dumps({"sidebyline": 1, "title": "", "articles": [entry], "view": {}, "decisions": [], "deeds": []}),
        )
    return archive.getvalue()


@pytest.mark.parametrize(
    "content", [b"", b"no zip", b"PK\x05\x06" + b"\0" * 18, bomb()], ids=["empty", "text", "no story", "bomb"]
)
def test_what_is_no_saved_story_is_one_sentence(tmp_path: Path, content: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "bad.sidebyline"
    target.write_bytes(content)
    assert main(["report", str(target)]) == 1
    out, complaints = capsys.readouterr()
    assert out == ""
    assert complaints == f"sidebyline: {target} is no story saved by Sidebyline, or a damaged one.\n"


def test_a_newer_saved_story_says_so(saved: Path, tmp_path: Path) -> None:
    target = tmp_path / "newer.sidebyline"
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(target, "w") as new:
        new.writestr("story.json", json.dumps(json.loads(old.read("story.json")) | {"sidebyline": 2}))
    with pytest.raises(LedgerError, match="newer version"):
        unpacked((str(target),), tmp_path / "there.db")


def outcome(target: Path, ledger: Path) -> int | str:
    """Return how many articles a saved story holds, or the sentence on why it does not open."""
    try:
        return len(unpacked((str(target),), ledger))
    except LedgerError as error:
        return str(error)


def test_damage_anywhere_is_a_sentence_or_nothing(saved: Path, tmp_path: Path) -> None:
    whole, random = saved.read_bytes(), Random(3)  # noqa: S311 - places to damage, not secrets
    for turn in range(60):
        damaged = bytearray(whole)
        for _ in range(4):
            damaged[random.randrange(len(damaged))] = random.randrange(256)
        target = tmp_path / "damaged.sidebyline"
        target.write_bytes(damaged[: random.randrange(len(damaged))] if turn % 3 == 0 else damaged)
        assert outcome(target, tmp_path / f"{turn}.db") in {5, f"{target} is no story saved by Sidebyline, or a damaged one."}


ODD: tuple[object, ...] = (
    None, 0, -1, 10**30, 1.5, True, "", "x", "../../x", "5", "[]", "[1, 2]", '[[0, "x", 0], 3]', "confirmed", "\ud800", "a\0b",
    [], [[]], [1, 2, 3], {}, {"file": "x"},
)  # fmt: skip


def places_in(node: object, at: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Return the way to every node of a JSON tree."""
    inside = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    return [at, *(way for key, below in inside for way in places_in(below, (*at, key)))]


def replaced(node: Any, way: tuple[str | int, ...], new: object) -> Any:  # noqa: ANN401 - JSON has any shape
    """Return a JSON tree with the node at the end of a way replaced."""
    if not way:
        return new
    inside = dict(node.items() if isinstance(node, dict) else enumerate(node))
    inside[way[0]] = replaced(node[way[0]], way[1:], new)
    return inside if isinstance(node, dict) else list(inside.values())


def test_a_manifest_of_any_shape_is_a_sentence_or_opens(saved: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(saved) as old:
        manifest = json.loads(old.read("story.json"))
        texts = {name: old.read(name) for name in old.namelist() if name != "story.json"}
    for article in manifest["articles"]:
        del article["passages"][2:]  # enough to be odd
    random, target = Random(5), tmp_path / "odd.sidebyline"  # noqa: S311 - what to make odd, no secret
    ledger, collation = tmp_path / "odd.db", collate([STORY])
    for way in [way for way in places_in(manifest) for _ in range(2)]:
        with zipfile.ZipFile(target, "w") as new:
            for name, text in texts.items():
                new.writestr(name, text)
            new.writestr("story.json", json.dumps(replaced(manifest, way, random.choice(ODD))))
        said = outcome(target, ledger)
        assert isinstance(said, int) or str(target) in said, (way, said)
    assert recent_stories(ledger)
    book = open_book((), ledger)  # whatever was taken in, the ledger still opens
    book.follow(collation)
    assert book.decision(collation.facts[0]).note
    book.close()


@pytest.mark.parametrize(
    "deed",
    [["linked", "5"], ["cut", "[[0, 1], [1, 2]]"], ["burnt", "[]"], ["dropped", '[9, "x"]'], [[], "[]"]],
)
def test_a_deed_that_no_desk_does_is_refused(saved: Path, tmp_path: Path, deed: list[object]) -> None:
    target = tmp_path / "odd.sidebyline"
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name)) if name != "story.json" else None
        new.writestr("story.json", json.dumps(json.loads(old.read("story.json")) | {"deeds": [deed]}))
    assert "no story saved" in str(outcome(target, tmp_path / "there.db"))


def test_more_than_a_story_holds_is_refused(tmp_path: Path) -> None:
    entries: list[dict[str, Any]] = [{"file": f"{n}.txt", "content": str(n), "passages": []} for n in range(501)]
    target = tmp_path / "many.sidebyline"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in entries:
            new.writestr(entry["file"], b"x")
        new.writestr(
            "story.json",
            json.dumps({"sidebyline": 1, "title": "", "articles": entries, "view": {}, "decisions": [], "deeds": []}),
        )
    assert "no story saved" in str(outcome(target, tmp_path / "there.db"))
    assert not (tmp_path / "stories").exists() or not any((tmp_path / "stories").rglob("*.txt"))


def test_save_is_a_call_of_its_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["save", STORY, "--output", str(tmp_path / "story")]) == 0
    assert main(["report", str(tmp_path / "story.sidebyline"), "--format", "json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["articles"]) == 5
    assert main(["save", STORY + "/1-harbour-wire.txt", "--output", str(tmp_path / "one")]) == 1
    assert not (tmp_path / "one.sidebyline").exists()


def test_the_desk_saves_it_too(collation: Collation, tmp_path: Path) -> None:
    said = written("s", str(tmp_path / "desk.sidebyline"), Sheet(collation, collation.facts))
    assert str(tmp_path / "desk.sidebyline") in said
    assert len(unpacked((str(tmp_path / "desk.sidebyline"),), tmp_path / "there.db")) == 5
    assert "cannot be written" in written("s", str(tmp_path / "no" / "x.sidebyline"), Sheet(collation, ()))
