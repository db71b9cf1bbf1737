"""The sample story is what its README says: read clean from every form, and in nobody else's words."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tui.collate import collate
from tui.model.article import PassageKind
from tui.model.collation import Collation
from tui.model.rawcopy import Format

ROOT = Path(__file__).resolve().parent.parent
STORY = ROOT / "articles" / "limousine"
SHARED = ROOT / "../shared"
FURNITURE = re.compile(
    r"cookies|Accept all|Subscribe|Leave a Reply|email address|Related|Author:|Disclaimer|infringe|Title:|Images source"
    r"|Last Updated|newsletter|Log in to join|hatchback|parking it|All rights reserved|Privacy"
    r"|lane hogging|palaces|Tags|83 partners|Source:"
)


@pytest.fixture(scope="module")
def story() -> Collation:
    """Return the sample story."""
    return collate([str(STORY)])


def test_five_articles_arrive_in_three_forms(story: Collation) -> None:
    assert story.problems == ()
    assert [a.format for a in story.articles] == [Format.TEXT, Format.TEXT, Format.TEXT, Format.MARKDOWN, Format.HTML]


def test_each_states_of_itself_what_its_page_states(story: Collation) -> None:
    stated = [(a.metadata.headline, a.metadata.byline, a.metadata.published, a.metadata.updated) for a in story.articles]
    assert stated == [
        ("Leaders trade the driver's seat in a Pyongyang garden", ("Harbour Wire",), "2024-06-21T06:20", None),
        ("A limousine for the host: Putin's charm offensive in Pyongyang", ("Zuzanna Wrońska",), "2024-06-20T19:35", None),
        ("Laughing Kim, chauffeur Putin: the clip that everybody shares", (), None, "2024-06-22T09:41"),
        (
            "A $300 thousand limousine, a dagger and a tea set: what Putin and Kim Jong-un gave each other (video)",
            ("Ilse Marwitz",),
            "2024-06-21",
            None,
        ),
        ("Kim Jong-un gets a new luxury car, with Putin's compliments", ("Harriet Longcroft",), "2024-02-20", None),
    ]
    assert [a.metadata.outlet for a in story.articles[3:]] == ["Continental Review", "Motor Gazette"]


def test_no_furniture_is_left_and_no_sentence_lost(story: Collation) -> None:
    prose = {PassageKind.STANDFIRST, PassageKind.BODY}
    bodies = [[p.text for p in a.passages if p.kind in prose] for a in story.articles]
    assert not [text for texts in bodies for text in texts if FURNITURE.search(text)]
    ends = [(texts[0], texts[-1]) for texts in bodies]
    assert [(first.split()[:3], last.split()[-3:]) for first, last in ends] == [
        (["Vladimir", "Putin", "and"], ["analytical", "agency", "Autostat."]),
        (["Vladimir", "Putin", "set"], ["the", "dictator's", "garage."]),
        (["Russian", "President", "Vladimir"], ["one", "to", "Kim."]),
        (["Vladimir", "Putin", "has"], ["war", "in", "Ukraine."]),
        (["The", "present", "is"], ["the", "two", "countries."]),
    ]
    assert all(20 <= len(texts) <= 32 for texts in bodies[:4])


def test_the_readme_lists_every_article_and_says_that_all_is_invented() -> None:
    told = (STORY / "README.md").read_text(encoding="utf-8")
    assert all(f"`{path.name}`" in told for path in STORY.iterdir() if path.name != "README.md")
    assert "The outlets, the authors" in told
    assert "invented" in told


def test_no_sentence_is_taken_from_the_press() -> None:
    script = SHARED / "tools" / "own_words.py"
    if not script.exists():
        pytest.skip(f"{script} is not there, so there is nothing to hold the sample story against")
    found = subprocess.run([sys.executable, script], capture_output=True, text=True, check=False, cwd=ROOT)
    assert found.stderr == ""
    assert not [line for line in found.stdout.splitlines() if line.startswith(("articles/", "README"))]
