"""Reading: forms, characters, the gate, and one clear sentence for everything that cannot be read."""

import gzip
import os
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from tui.clean import clean
from tui.collate import read_articles
from tui.model.article import PassageKind
from tui.model.errors import UnreadableError
from tui.model.rawcopy import Format, LineRole
from tui.read import expand, read
from tui.read.characters import decode
from tui.read.gate import lines_of, visible
from tui.read.siblings import denser
from tui.read.web import read_page

PROSE = "The ferry to Skerry island was late on Monday, the harbour office said, because of a strike that had begun at dawn.\n"


def write(folder: Path, name: str, content: str | bytes) -> str:
    """Write a file and return its path as a user would give it."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return str(path)


@given(st.text(st.characters(codec=None)))
def test_nothing_that_steers_a_terminal_or_hides_gets_past_the_gate(text: str) -> None:
    for line in lines_of(text):
        for sign in line:
            assert unicodedata.category(sign) not in {"Cc", "Cs", "Zl", "Zp"}, repr(sign)
            assert unicodedata.bidirectional(sign) not in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}, repr(
                sign
            )
            assert sign not in "\u200b\u200e\u200f\u2060\ufeff\u00ad", repr(sign)


@given(st.text(st.characters(codec=None)))
def test_the_gate_is_shut_behind_itself(text: str) -> None:
    assert visible(visible(text)) == visible(text)


def test_controls_become_visible_and_what_is_invisible_goes() -> None:
    assert visible("a\x1b[31mred\x00\x07\x7f\x9b0m\u202eend") == "a␛[31mred␀␇␡\ufffd0m\ufffdend"
    assert visible("so\u00adft ze\u200bro \ufeffmark") == "soft zero mark"
    assert visible("ten\u00a0metres – “so”") == "ten\u00a0metres – “so”"
    assert lines_of("one\r\ntwo\rthree\nfour") == ["one", "two", "three", "four"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "utf-32"])
def test_encodings(encoding: str) -> None:
    text = "“Café owners” said the ferry’s fare rose to €9 – again. They had been told of it only on the day before, they said."
    assert decode(text.encode(encoding)) == text


def test_other_alphabets() -> None:
    text = "Паром опоздал в понедельник на три часа, сообщили в порту. Причиной стала забастовка, которая началась на рассвете."
    assert decode(text.encode("cp1251")) == text


def test_mojibake_is_repaired_and_curly_marks_stay_curly() -> None:
    broken = "The ferry’s café".encode().decode("cp1252")
    assert decode(broken.encode()) == "The ferry’s café"


def test_mojibake_that_lost_a_letter_is_repaired() -> None:
    assert decode("“It was late,â€\ufffd she said.".encode()) == "“It was late,” she said."


def test_folders_become_their_articles(tmp_path: Path) -> None:
    for name in ("b.txt", "a.MD", "c.html", "README.md", "notes.txt", ".hidden.txt", "picture.png", "d.txt.gz"):
        write(tmp_path, name, "x")
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "empty").mkdir()
    paths, problems = expand([str(tmp_path), "-", "https://paper.example.org/a", str(tmp_path / "empty"), "nowhere.txt"])
    assert [Path(path).name for path in paths] == ["a.MD", "b.txt", "c.html", "d.txt.gz", "-", "a", "nowhere.txt"]
    assert [problem.source for problem in problems] == [str(tmp_path / "empty")]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00" * 9, "binary"),
        ("bytes.txt", bytes(range(256)) * 3, "binary"),
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\n\t\n", "empty"),
        ("only-mark.txt", b"\xef\xbb\xbf", "empty"),
        ("sheet.xyz", PROSE.encode(), "unknown format"),
        ("long.txt", b"a" * (20 * 1024 * 1024 + 1), "20 MB"),
        ("cut.txt.gz", b"\x1f\x8b\x08\x00broken", "unpacked"),
        ("page.html", b"<html><body></body></html>", "no article"),
        ("blank.html", b"   ", "empty"),
        ("front.md", b"---\ntitle: [\n---\ntext", "YAML"),
        ("front2.md", b"+++\ntitle = \n+++\ntext", "TOML"),
    ],
)
def test_bad_files_give_one_sentence(tmp_path: Path, name: str, content: bytes, words: str) -> None:
    with pytest.raises(UnreadableError) as error:
        read(write(tmp_path, name, content))
    sentence = str(error.value)
    assert words in sentence
    assert name in sentence
    assert "\n" not in sentence
    assert sentence.endswith((".", "."))


def test_missing_and_forbidden_files_give_one_sentence(tmp_path: Path) -> None:
    closed = write(tmp_path, "closed.txt", PROSE)
    Path(closed).chmod(0)
    bad = [str(tmp_path / "missing.txt"), closed + "/inside.txt", "nul\x00byte.txt"] + ([closed] if os.geteuid() else [])
    articles, problems = read_articles([*bad, write(tmp_path, "good.txt", PROSE * 3)])
    assert len(articles) == 1
    assert [problem.source for problem in problems] == bad
    assert all(str(problem.sentence).endswith(".") for problem in problems)


def test_gzip_is_unpacked_and_a_page_is_known_by_its_beginning(tmp_path: Path) -> None:
    body = f"<body><article><h1>Late ferry</h1><p>{PROSE * 3}</p></article></body>"
    page = f"<!DOCTYPE html><html><head><title>Late ferry</title></head>{body}</html>"
    assert read(write(tmp_path, "story.txt.gz", gzip.compress(PROSE.encode()))).format is Format.TEXT
    assert read(write(tmp_path, "story.txt", page)).format is Format.HTML


def test_markdown_keeps_places_and_states_front_matter(tmp_path: Path) -> None:
    text = (
        "---\ntitle: Late ferry\nauthor: [Ann Lee, Bo Ek]\ndate: 2024-05-06 07:08:00\n"
        "updated: 2024-05-07\noutlet: The Skerry Post\nlang: en\n---\n\n"
        "# Late ferry\n\nThe *ferry* was [late](http://x.example)\non Monday.\n\n> It was late.\n\n## Strike\n\n- one\n- two\n"
    )
    copy = read(write(tmp_path, "a.md", text))
    stated = copy.stated
    assert (stated.headline, stated.byline, stated.published, stated.updated) == (
        "Late ferry",
        ("Ann Lee", "Bo Ek"),
        "2024-05-06T07:08",
        "2024-05-07",
    )
    assert (stated.outlet, stated.language) == ("The Skerry Post", "en")
    assert [(line.number, line.role, line.text) for line in copy.lines if line.text] == [
        (10, LineRole.HEADLINE, "Late ferry"),
        (12, LineRole.PARAGRAPH, "The ferry was late"),
        (13, LineRole.PARAGRAPH, "on Monday."),
        (15, LineRole.QUOTE, "It was late."),
        (17, LineRole.HEADING, "Strike"),
        (19, LineRole.ENTRY, "one"),
        (20, LineRole.ENTRY, "two"),
    ]


def test_toml_front_matter(tmp_path: Path) -> None:
    copy = read(write(tmp_path, "a.md", '+++\ntitle = "Late ferry"\ndate = 2024-05-06\n+++\n\nIt was late.\n'))
    assert (copy.stated.headline, copy.stated.published) == ("Late ferry", "2024-05-06")
    assert [(line.number, line.role, line.text) for line in copy.lines if line.text] == [
        (None, LineRole.HEADLINE, "Late ferry"),
        (6, LineRole.PARAGRAPH, "It was late."),
    ]


def test_a_row_of_a_markdown_table_is_one_line(tmp_path: Path) -> None:
    copy = read(write(tmp_path, "a.md", "# Late ferry\n\n| Ship | Late by |\n|---|---|\n| Orsa | 9 hours |\n"))
    assert [(line.number, line.text) for line in copy.lines if line.text] == [
        (1, "Late ferry"),
        (3, "Ship Late by"),
        (5, "Orsa 9 hours"),
    ]


def test_a_web_page_states_its_facts_and_keeps_its_article(tmp_path: Path) -> None:
    paragraphs = "".join(f"<p>{number}. {PROSE}</p>" for number in range(4))
    page = f"""<html lang="en-GB"><head><title>Late ferry angers island | Skerry Post</title>
    <meta property="og:title" content="Late ferry angers island"><meta property="og:site_name" content="Skerry Post">
    <link rel="canonical" href="https://post.example.org/late">
    <script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Late ferry angers island",
      "datePublished": "2024-05-06T07:08:09+02:00", "dateModified": "2024-05-06T09:00:00Z",
      "author": [{{"@type": "Person", "name": "Ann Lee"}}], "publisher": {{"name": "The Skerry Post"}}}}</script></head>
    <body><nav><a href="/">Home</a><a href="/sport">Sport</a></nav><main><article>
    <h1>Late ferry angers island</h1>{paragraphs}</article></main>
    <footer>© 2024 The Skerry Post</footer></body></html>"""
    copy = read(write(tmp_path, "page.html", page))
    assert copy.stated.headline == "Late ferry angers island"
    assert copy.stated.byline == ("Ann Lee",)
    assert (copy.stated.published, copy.stated.updated) == ("2024-05-06T07:08+02:00", "2024-05-06T09:00+00:00")
    assert (copy.stated.outlet, copy.stated.language, copy.stated.address) == (
        "The Skerry Post",
        "en",
        "https://post.example.org/late",
    )
    texts = [line.text for line in copy.lines if line.text]
    assert texts[0] == "Late ferry angers island"
    assert sum("harbour office" in text for text in texts) == 4
    assert not [text for text in texts if "Sport" in text or "©" in text]


def test_a_saved_mail_of_a_page_is_a_page(tmp_path: Path) -> None:
    body = f"<article><h1>Late ferry</h1><p>{PROSE * 3}</p></article>"
    page = f"<html><head><title>Late ferry</title></head><body>{body}</body></html>"
    head = "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n"
    part = f"--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{page}\r\n--b--\r\n"
    copy = read(write(tmp_path, "page.mhtml", head + part))
    assert (copy.format, copy.stated.headline) == (Format.HTML, "Late ferry")
    with pytest.raises(UnreadableError, match="no web page"):
        read(write(tmp_path, "text.mht", "From: a@b.example\r\n\r\nNo page."))


def test_a_mail_states_its_headers_and_joins_wrapped_lines(tmp_path: Path) -> None:
    wrapped = (
        "The ferry to Skerry island was late on Monday, as the harbour office\n"
        "said, because of a strike of the crews that had begun at\ndawn.\n"
    )
    mail = f"From: Ann Lee <ann@post.example>\nSubject: Late ferry\nDate: Mon, 6 May 2024 07:08:09 +0200\n\n{wrapped}\n{wrapped}"
    copy = read(write(tmp_path, "late.eml", mail))
    assert (copy.format, copy.stated.headline, copy.stated.byline) == (Format.EMAIL, "Late ferry", ("Ann Lee",))
    assert copy.stated.published == "2024-05-06T07:08+02:00"
    body = [p for p in clean(copy).paragraphs if p.kind is PassageKind.BODY]
    assert len(body) == 2
    assert body[0].text.count("harbour office said") == 1


def test_a_word_file_keeps_its_headings(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_heading("Late ferry", 0)
    document.add_paragraph(PROSE.strip())
    document.add_heading("Strike", 2)
    document.save(str(tmp_path / "late.docx"))
    copy = read(str(tmp_path / "late.docx"))
    assert copy.format is Format.DOCX
    assert [(line.role, line.text) for line in copy.lines if line.text] == [
        (LineRole.HEADLINE, "Late ferry"),
        (LineRole.UNMARKED, PROSE.strip()),
        (LineRole.HEADING, "Strike"),
    ]


def test_a_word_file_without_styles_has_its_bold_first_line_as_headline_and_its_tables_in_place(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_paragraph().add_run("Late ferry").bold = True
    document.add_paragraph(PROSE.strip())
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Orsa", "9 hours"
    document.add_paragraph("It was late again.")
    document.save(str(tmp_path / "late.docx"))
    assert [(line.role, line.text) for line in read(str(tmp_path / "late.docx")).lines if line.text] == [
        (LineRole.HEADLINE, "Late ferry"),
        (LineRole.UNMARKED, PROSE.strip()),
        (LineRole.ENTRY, "Orsa 9 hours"),
        (LineRole.UNMARKED, "It was late again."),
    ]


def test_a_forwarded_mail_is_read_without_its_headers_and_signature(tmp_path: Path) -> None:
    head = (
        "---------- Forwarded message ---------\nFrom: Desk <desk@wire.example>\nDate: Fri, Mar 8, 2024\nTo: <all@wire.example>\n"
    )
    foot = "-- \nAnn Lee\n+47 22 00 00 00\n"
    mail = f'From: "Lee, Ann" <ann@post.example>\nSubject: Fwd: Late ferry\n\n{head}\n{PROSE}\n{PROSE}\n{foot}'
    cleaned = clean(read(write(tmp_path, "late.eml", mail)))
    assert (cleaned.metadata.headline, cleaned.metadata.byline) == ("Late ferry", ("Ann Lee",))
    assert [p.text for p in cleaned.paragraphs if p.kind is PassageKind.BODY] == [PROSE.strip()] * 2
    assert {line.reason for line in cleaned.removed} == {"mail header", "signature"}


def test_a_newsletter_is_the_outlet_and_the_text_names_its_author(tmp_path: Path) -> None:
    foot = "You received this email because you signed up. Unsubscribe.\n"
    text = f"View this email in your browser\n\nBy Ann Lee\n\n{PROSE}\n{PROSE}\n{foot}"
    cleaned = clean(read(write(tmp_path, "a.eml", f"From: Skerry Morning Brief <a@b.example>\nSubject: Late ferry\n\n{text}")))
    assert (cleaned.metadata.outlet, cleaned.metadata.byline) == ("Skerry Morning Brief", ("Ann Lee",))
    assert [p.text for p in cleaned.paragraphs if p.kind is PassageKind.BODY] == [PROSE.strip()] * 2


def test_a_feed_keeps_headings_lists_and_the_offset_of_its_times(tmp_path: Path) -> None:
    pytest.importorskip("feedparser")
    body = f"<p>{PROSE}</p><h2>Strike</h2><ul><li>One <b>crew</b></li><li>Two crews</li></ul>"
    when = "<pubDate>Mon, 06 May 2024 07:08:00 +0200</pubDate>"
    entry = f"<title>Ferry &amp;amp; strike</title>{when}<description><![CDATA[{body}]]></description>"
    copy = read(write(tmp_path, "a.rss", f"<rss version='2.0'><channel><title>Post</title><item>{entry}</item></channel></rss>"))
    assert (copy.stated.headline, copy.stated.published) == ("Ferry & strike", "2024-05-06T07:08+02:00")
    assert [(line.role, line.text) for line in copy.lines if line.text][1:] == [
        (LineRole.PARAGRAPH, PROSE.strip()),
        (LineRole.HEADING, "Strike"),
        (LineRole.ENTRY, "One crew"),
        (LineRole.ENTRY, "Two crews"),
    ]


def test_a_page_that_states_no_author_shows_one_and_a_print_view_shows_its_headline(tmp_path: Path) -> None:
    shown = f"<header><span>Von Ann Lee</span></header><h2>Late ferry angers island</h2><p>{PROSE * 3}</p>"
    copy = read(
        write(tmp_path, "a.html", f"<html><head><title>Print: Late ferry angers island</title></head><body>{shown}</body></html>")
    )
    assert (copy.stated.headline, copy.stated.byline) == ("Late ferry angers island", ("Ann Lee",))


def test_a_feed_gives_its_newest_entry(tmp_path: Path) -> None:
    pytest.importorskip("feedparser")
    entry = f"<item><title>Late ferry</title><link>https://post.example/late</link><description>&lt;p&gt;{PROSE}&lt;/p&gt;</description>"
    feed = f"<?xml version='1.0'?><rss version='2.0'><channel><title>Skerry Post</title>{entry}</item></channel></rss>"
    copy = read(write(tmp_path, "late.rss", feed))
    assert (copy.format, copy.stated.headline, copy.stated.outlet) == (Format.FEED, "Late ferry", "Skerry Post")
    assert any("harbour office" in line.text for line in copy.lines)


@pytest.mark.parametrize(
    ("content", "module", "extra"),
    [(b"PK\x03\x04", "docx", "docx"), (b"%PDF-1.4", "pypdf", "pdf"), (b"<rss></rss>", "feedparser", "feed")],
)
def test_a_missing_extra_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes, module: str, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(UnreadableError, match=rf"sidebyline\[{extra}\]"):
        read(write(tmp_path, f"a.{'rss' if extra == 'feed' else extra}", content))


@pytest.mark.parametrize("name", ["broken.docx", "broken.pdf", "broken.rss", "broken.xml"])
def test_broken_files_of_other_forms_give_one_sentence(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnreadableError, match=r"\.$"):
        read(write(tmp_path, name, "%PDF-broken" if name.endswith("pdf") else "not what its name says"))


def test_the_prose_of_a_page_outranks_a_notice_that_an_extractor_took_for_it() -> None:
    notice = "<p>This copy is for you alone. Ask the office for copies that may be handed on to your colleagues or clients.</p>"
    copy = read_page("page", f"<html><head><title>Late ferry</title></head><body><article>{notice}</article></body></html>")
    tree = html.document_fromstring(f"<div>{notice}</div><section>{''.join(f'<p>{n}. {PROSE}</p>' for n in range(4))}</section>")
    assert sum("harbour office" in line.text for line in denser(copy.lines, tree)) == 4
    assert denser(copy.lines, html.document_fromstring(f"<div>{notice}</div>")) == copy.lines
