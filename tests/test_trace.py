"""Tracing: copied passages, their share, the source, and reprints that count once."""

from tests.test_align import article
from tui.model.alignment import Alignment
from tui.model.article import Article
from tui.model.detail import Extraction, Quotation
from tui.model.rawcopy import Metadata
from tui.trace import trace

WIRE = (
    "The ferry left Ostrand at six with two hundred and twelve people on board, the harbour office said.",
    "It struck a reef off the island of Hemmer twenty minutes later and began to take in water.",
    "Fishing boats picked up all but three of the passengers before the coastguard arrived.",
)
OWN = (
    "Grief hung over Ostrand this morning as families waited on the quay for word.",
    "Our reporter counted eleven boats that came back empty from the search.",
)


def dated(letter: str, body: tuple[str, ...], published: str | None, agency: str | None = None) -> Article:
    """Return an article with a time and an agency."""
    plain = article(letter, body)
    return Article(letter, plain.source, plain.format, Metadata(published=published, agency=agency), plain.passages)


def test_a_reprint_counts_once_and_the_earlier_is_the_source() -> None:
    found = trace(
        [dated("A", WIRE, "2024-05-02T09:00"), dated("B", WIRE, "2024-05-02T07:00"), article("C", OWN)], (), Alignment()
    )
    assert [(each.source, each.copy, each.share) for each in found.copying] == [("B", "A", 1.0)]
    assert found.copying[0].passages == (("B1", "A1"), ("B2", "A2"), ("B3", "A3"))
    assert found.independent == 2


def test_a_part_that_is_copied_has_its_share_and_leaves_both_independent() -> None:
    found = trace([article("A", (*OWN, *OWN[::-1], WIRE[1])), article("B", WIRE)], (), Alignment())
    assert len(found.copying) == 1
    assert 0.1 < found.copying[0].share < 0.5
    assert found.independent == 2


def test_light_rewording_is_copying_still() -> None:
    reworded = ("It struck a reef off the isle of Hemmer about twenty minutes later and began to take on water.",)
    found = trace([article("A", (WIRE[1],)), article("B", reworded)], (), Alignment())
    assert found.copying[0].passages in {(("A1", "B1"),), (("B1", "A1"),)}


def test_dots_of_an_acronym_make_no_difference() -> None:
    one = "The yards were closed, as a U.N. panel on shipping had asked the government to do in May."
    two = "Six yards have shut, as a UN panel on shipping had asked, and the cranes stand still in the rain."
    assert trace([article("A", (one,)), article("B", (two,))], (), Alignment()).copying


def test_one_speech_quoted_by_two_is_not_copying() -> None:
    speech = '"We shall not rest until every one of those people has been found and brought home to their families," she said.'
    end = speech.index('," she')
    quotations = [Extraction(letter, quotations=(Quotation(f"{letter}1", 1, end, speech[1:end]),)) for letter in "AB"]
    articles = [article("A", (speech, OWN[0])), article("B", (speech, WIRE[0]))]
    assert trace(articles, quotations, Alignment()).copying == ()
    assert trace(articles, (), Alignment()).copying != ()


def test_two_that_credit_one_agency_count_once_sooner() -> None:
    half = (WIRE[0], *OWN, BAND)
    apart = trace([article("A", half), article("B", (*WIRE, *BACKGROUND))], (), Alignment())
    assert apart.independent == 2
    credited = trace([dated("A", half, None, "AP"), dated("B", (*WIRE, *BACKGROUND), None, "AP")], (), Alignment())
    assert credited.independent == 1


BAND = "A band that was to play on the pier tonight has called its concert off, and the theatre is dark."
BACKGROUND = (
    "The reef has been on the charts since 1874, and nineteen ships have met it.",
    "A beacon that stood there was switched off two winters ago for want of money.",
    "Parliament will debate the matter next week, the speaker of the house announced.",
    "Insurers put the loss of the vessel at nine million, which the line would not confirm.",
    "Schools on the island stayed shut, and the church bells rang at noon for a minute.",
)


def test_one_article_is_one_source() -> None:
    assert trace([article("A", WIRE)], (), Alignment()).independent == 1
