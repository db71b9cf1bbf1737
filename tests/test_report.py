"""Reports carry every fact there and back, whatever the articles hold, and nothing in an article becomes live in them."""

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from lxml.html import document_fromstring
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.stories import COAST, FERRY, HARBOUR, article, fact, ferry, story
from tui.collate import collate
from tui.model.alignment import Alignment, Link
from tui.model.collation import NO_SOURCE, Collation, Verdict
from tui.model.detail import Kind
from tui.model.triage import Decision, Mark, Orphan
from tui.present.plain import plain
from tui.present.report import Choice, ReportFormat, Sheet, report, sheet
from tui.present.report.as_csv import COLUMNS, original
from tui.present.signs import SIGNS

SCHEMA = json.loads(files("tui.present.report").joinpath("report.schema.json").read_text(encoding="utf-8"))
HOSTILE = (
    "<script>alert('x')</script> & <img src=x onerror=alert(1)>",
    "](javascript:alert(1)) *bold* _it_ `code` ~~gone~~ | pipe \\ back",
    '=HYPERLINK("https://evil.example") @SUM(1) +1 -2',
    "&amp; &#42; &lt;b&gt; </td></table></article></style>",
    "1. one # two > three - four $x$ [note]: https://evil.example www.evil.example",
    "\u00a0no-break\u00a0ends\u00a0",
    "“curly” ’tis 海燕号 mañana \u202bright\u202c e\u0301 🜚",
)
printed = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=20)
# One reading as the four forms tell it: number, topic, article, words, paragraph.
Row = tuple[str, str, str, str, int]


def told(given: Sheet) -> list[Row]:
    """Return what a report of the sheet must carry."""
    return [(r.fact.id, r.fact.topic, t.reading.article, t.reading.text, t.passage.paragraph) for r in given.rows for t in r.told]


def in_json(text: str) -> list[Row]:
    """Return what a JSON report carries."""
    parsed = json.loads(text)
    places = {p["id"]: p for a in parsed["articles"] for p in a["passages"]}
    for f in parsed["facts"]:
        for r in f["readings"]:
            assert places[r["passage"]]["text"][r["start"] : r["end"]] == r["text"]
    return [
        (f["id"], f["topic"], r["article"], r["text"], places[r["passage"]]["paragraph"])
        for f in parsed["facts"]
        for r in f["readings"]
    ]


def in_csv(text: str) -> list[Row]:
    """Return what a CSV report carries."""
    rows = [{k: original(v) for k, v in row.items()} for row in csv.DictReader(io.StringIO(text, newline=""))]
    return [(r["number"], r["topic"], r["article"], r["words"], int(r["paragraph"])) for r in rows]


def in_markdown(text: str) -> list[Row]:
    """Return what a Markdown report carries, as a renderer of tables reads it."""
    rows: list[Row] = []
    cells: list[str] = []
    number, topic = "", ""
    tokens = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(text)
    assert not [t for t in walked(tokens) if t.type.startswith("html") or t.type in {"image", "code_inline", "fence", "s_open"}]
    for before, token in pairwise(tokens):
        if before.type == "heading_open" and before.tag == "h3":
            number, _, topic = shown(token).partition(" ")
            topic = topic.rpartition(": ")[0]
        elif before.type == "heading_open":
            number = ""
        elif before.type == "td_open" and number:
            cells.append(shown(token))
        elif before.type == "tr_close" and cells:
            rows.append((number, topic, cells[0], cells[1], int(re.findall(r"¶(\d+)", cells[4])[-1])))
            cells = []
    return rows


def walked(tokens: list[Token]) -> Iterator[Token]:
    """Yield tokens and those inside them."""
    for token in tokens:
        yield token
        yield from token.children or ()


def shown(token: Token) -> str:
    """Return the text of an inline token as a reader sees it."""
    return "".join("\n" if t.type in {"hardbreak", "softbreak"} else t.content for t in token.children or ())


def in_html(text: str) -> list[Row]:
    """Return what an HTML report carries, after a look for anything live in it."""
    page = document_fromstring(text)
    ids = page.xpath("//@id")
    assert len(set(ids)) == len(ids)
    for element in page.iter():
        assert element.tag not in {"script", "iframe", "object", "embed", "form", "img", "link", "base", "svg"}
        assert not [key for key in element.keys() if key.startswith("on") or key in {"src", "style", "srcset", "action"}]  # noqa: SIM118 - an element is no dict
        link = element.get("href", "https://")
        assert link.startswith(("http://", "https://")) or link.removeprefix("#") in ids
    return [
        (
            fact.get("id"),
            fact.xpath("string(.//span[@class='topic'])"),
            row.xpath("string(th)"),
            row.xpath("string(td[1])"),
            int(re.findall(r"¶(\d+)", row.xpath("string(td[4])"))[-1]),
        )
        for fact in page.xpath("//section[@id='sheet']/article")
        for row in fact.xpath(".//tr")
    ]


PARSED = {ReportFormat.JSON: in_json, ReportFormat.CSV: in_csv, ReportFormat.MARKDOWN: in_markdown, ReportFormat.HTML: in_html}


def hostile(words: tuple[str, ...]) -> Sheet:
    """Return a sheet in which every text is one of the words."""
    texts = [f"{a}{b}" for a, b in zip(words, (*words[1:], words[0]), strict=True)]
    articles = [article(n, [*texts[n:], *texts[:n]], f"{words[n]}.txt") for n in range(2)]
    articles = [
        replace(a, metadata=replace(a.metadata, outlet=words[0], published="2031-03-04", address=address))
        for a, address in zip(articles, ("javascript:alert(1)", "https://news.example/a?b=<c>&d=|e f"), strict=True)
    ]
    first = {a.siglum: (n + 1, a.passages[n].text) for n, a in enumerate(articles)}
    second = {a.siglum: (2, a.passages[1].text[: len(words[1 + n])]) for n, a in enumerate(articles)}
    facts = [fact(articles, first, topic=words[1]), replace(fact(articles, second, topic=words[2]), note=words[0])]
    notes = {"F1": Decision(Mark.ASK, "\n".join(words), words[0], "2031-03-05T10:00:00Z", words[1])}
    return sheet(story(articles, facts), Choice(), notes, (Orphan(words[0], words, Decision(Mark.DISMISSED, words[1])),))


@pytest.mark.parametrize("form", ReportFormat)
@pytest.mark.parametrize("start", range(len(HOSTILE)))
def test_hostile_words_come_back_as_words(form: ReportFormat, start: int) -> None:
    given = hostile((*HOSTILE[start:], *HOSTILE[:start]))
    assert PARSED[form](report(given, form)) == told(given)


@settings(max_examples=60, deadline=None)
@given(st.lists(printed, min_size=3, max_size=4).map(tuple))
def test_any_words_come_back_in_all_four_forms(words: tuple[str, ...]) -> None:
    given = hostile(words)
    for form, parsed in PARSED.items():
        assert parsed(report(given, form)) == told(given), form


@pytest.mark.parametrize("place", ["articles/limousine", "../shared/seeds"])
def test_real_stories_come_back(place: str) -> None:
    folder = Path(__file__).resolve().parent.parent / place
    if not folder.is_dir():
        pytest.skip(f"{folder} is not there")
    given = sheet(collate([str(folder)]), Choice(frozenset(Verdict)))
    assert told(given)
    for form, parsed in PARSED.items():
        assert parsed(report(given, form)) == told(given), form


def strict(schema: Any) -> Any:  # noqa: ANN401 - JSON has any shape
    """Return a schema that allows no field it does not name."""
    match schema:
        case {"properties": dict(named), **_rest} if "allOf" not in schema:
            return {k: strict(v) for k, v in schema.items()} | {"additionalProperties": False, "required": sorted(named)}
        case dict():
            return {k: strict(v) for k, v in schema.items()}
        case list():
            return [strict(v) for v in schema]
        case _:
            return schema


@pytest.mark.parametrize(
    "given", [hostile(HOSTILE), sheet(ferry()), sheet(collate(["articles/limousine"]), Choice(frozenset(Verdict)))]
)
def test_the_json_report_is_what_its_schema_says(given: Sheet) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    closed = Draft202012Validator(strict(SCHEMA))
    parsed = json.loads(report(given, ReportFormat.JSON))
    assert [error.message for error in closed.iter_errors(parsed)] == []
    parsed["facts"][0]["verdict"] = "maybe"
    assert not closed.is_valid(parsed)


def test_a_spreadsheet_finds_no_formula() -> None:
    wide = "\uff1d\uff0b\uff0d\uff20"  # = + - @ as East Asian keyboards give them
    text = report(hostile(("=1+1", "\t=cmd|' /C calc'!A0", "'=1", "-2+3", "@SUM(A1)", f"{wide[0]}1")), ReportFormat.CSV)
    cells = [cell for row in list(csv.reader(io.StringIO(text, newline="")))[1:] for cell in row]
    assert not [cell for cell in cells if cell.lstrip()[:1] in tuple("=+-@" + wide)]
    assert [original(f"'{cell}") for cell in ("=1", "'=1")] == ["=1", "'=1"]
    assert original("'tis") == "'tis"


def test_csv_lines_end_as_the_rfc_says() -> None:
    text = report(sheet(ferry()), ReportFormat.CSV)
    assert text.startswith(",".join(COLUMNS) + "\r\n")
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")


def test_a_note_of_many_lines_comes_back_from_markdown() -> None:
    note = "first\n\n- not a list\n  indented\n2. two\n# no heading\n=====\n> quoted"
    text = report(
        sheet(ferry(), decisions={"F1": Decision(Mark.CONFIRMED, note, "ada", "2031-03-05T10:00:00Z")}), ReportFormat.MARKDOWN
    )
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    start = next(n for n, token in enumerate(tokens) if token.type == "blockquote_open")
    assert [t.type for t in tokens[start : start + 5]] == [
        "blockquote_open", "paragraph_open", "inline", "paragraph_close", "blockquote_close",
    ]  # fmt: skip
    assert shown(tokens[start + 2]) == note


def test_a_choice_takes_what_it_says() -> None:
    articles = (article(0, FERRY), article(1, HARBOUR), article(2, COAST))
    facts = (
        fact(articles, {"A": (2, "212"), "B": (2, "221")}),
        replace(fact(articles, {"A": (3, "Three"), "B": (3, "Two")}, verdict=Verdict.PRECISION), priority=2),
        replace(fact(articles, {"A": (1, "Port Elm"), "B": (1, "Port Elm")}, kind=Kind.PLACE, verdict=Verdict.AGREE), priority=3),
    )
    collation = story(articles, facts)
    decisions = {"F2": Decision(Mark.OPEN, "rung")}

    def ids(choice: Choice) -> list[str]:
        return [row.fact.id for row in sheet(collation, choice, decisions).rows]

    assert ids(Choice()) == ["F1", "F2"]
    assert ids(Choice(frozenset(Verdict))) == ["F1", "F2", "F3"]
    assert ids(Choice(frozenset({Verdict.CONFLICT}))) == ["F1"]
    assert ids(Choice(priority=1)) == ["F1"]
    assert ids(Choice(marked=True)) == ["F2"]


def test_likeness_is_that_of_the_likest_other_sentence() -> None:
    collation = ferry()
    links = (Link("A2", "B2", 0.4), Link("A2", "B3", 0.9))
    linked = Collation(collation.articles, alignment=Alignment(links), facts=collation.facts)
    assert [t.likeness for row in sheet(linked).rows for t in row.told] == [0.4, 0.4, None, None]


def test_the_gravest_stand_first_in_a_line_each() -> None:
    given = sheet(collate(["articles/limousine"]), Choice(frozenset(Verdict)))
    head, _, rest = report(given, ReportFormat.MARKDOWN).partition("## Articles")
    lines = [line for line in head.splitlines() if line.startswith("- ")]
    assert [re.findall(r"\((F\d+), ", line)[0] for line in lines] == [f"F{n}" for n in range(1, 11)]
    assert "- **price of the limousine** (F2, conflict): D “\\$300 thousand” · D “approximately 275 thousand dollars”" in lines
    names = re.findall(r"^## (.+) \((\d+)\)$", rest, flags=re.MULTILINE)
    assert [name for name, _ in names] == [
        "Must be checked before publishing",
        "Worth a look",
        "Style",
        "The articles agree",
    ]
    assert sum(int(count) for _, count in names) == len(given.rows)
    page = document_fromstring(report(given, ReportFormat.HTML))
    heads = page.xpath("//section[@id='matrix']//tr[@class='priority']/th")
    assert [head.text for head in heads] == [name for name, _ in names]


def test_style_alone_is_not_shown_at_a_glance() -> None:
    given = sheet(collate(["articles/limousine"]), Choice(priority=3))
    style = replace(given, facts=tuple(fact for fact in given.facts if fact.priority == 3))
    assert style.facts
    assert "At a glance" not in report(style, ReportFormat.MARKDOWN)


def test_values_are_told_in_plain_words_where_they_add_something() -> None:
    text = report(sheet(ferry()), ReportFormat.MARKDOWN)
    assert plain("= 212") == "212"
    assert "| A | 212 |  | It carried 212 people. | ¶2, line 2 |" in text
    assert f"### F1 people aboard: {SIGNS[Verdict.CONFLICT].word}" in text


def test_the_page_needs_nothing_from_elsewhere() -> None:
    text = report(hostile(HOSTILE), ReportFormat.HTML)
    style = text[text.index("<style>") : text.index("</style>")]
    assert "default-src &#x27;none&#x27;" in text
    assert not re.search(r"url\(|@import|expression", style)
    assert "prefers-color-scheme: dark" in style
    assert "@media print" in style


def test_a_sheet_tells_how_much_is_decided_and_what_stands_beside_each_reading() -> None:
    decisions = {"F1": Decision(Mark.CONFIRMED, "rung", "anna", "2026-11-20T10:00:00Z"), "F2": Decision(Mark.ASK)}
    articles = tuple(
        replace(a, metadata=replace(a.metadata, outlet=outlet, published="2024-06-21T02:50", address=address))
        for a, outlet, address in zip(
            (article(0, FERRY), article(1, HARBOUR)), ("Harbour Wire", None), ("https://news.example/ferry", None), strict=True
        )
    )
    dropped = fact(articles, {"A": (2, "212"), "B": (2, "221")})
    told = tuple(replace(r, value=NO_SOURCE) if r.article == "B" else r for r in dropped.readings)
    facts = (replace(dropped, readings=told), fact(articles, {"A": (3, "Three"), "B": (3, "Two")}))
    given = sheet(story(articles, facts), decisions=decisions)
    counts = "1 confirmed · 1 to ask the source · 1 note"
    markdown = report(given, ReportFormat.MARKDOWN)
    assert f"\n{counts}\n" in markdown
    assert "[Harbour Wire, 21 Jun 2024 02:50](<https://news.example/ferry>), ¶2, line 2" in markdown
    page = document_fromstring(report(given, ReportFormat.HTML))
    assert page.xpath("string(//p[contains(@class, 'decisions')])") == counts
    assert page.xpath("//section[@id='matrix']//span[@class='state']/text()") == ["confirmed · note", "ask the source"]
    assert page.xpath("string(//section[@id='matrix']//tbody/tr[not(@class='priority')][1]/td[2])") == NO_SOURCE
    assert page.xpath("string(//section[@id='matrix']//thead/tr/th[2])") == "A Harbour Wire"
    assert page.xpath("//section[@id='sheet']//td[@class='place']/a[@href='https://news.example/ferry']")
