"""Comparing: facts with verdicts on small stories, and what holds for every story."""

import re
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.measure.corpora import SHARED
from tui.align import align
from tui.collate import collate, siglum
from tui.compare import compare
from tui.compare.draft import Draft
from tui.compare.merge import one_each
from tui.details import extract
from tui.model.article import Article, Passage, PassageKind
from tui.model.collation import Fact, Reading, Verdict
from tui.model.detail import Kind
from tui.model.fold import fold
from tui.model.rawcopy import Format, Metadata

CASES = Path(__file__).parent / "cases/verdicts.md"
SEEDS = sorted(str(path) for path in (SHARED / "seeds").glob("*.txt"))


def article(letter: str, lines: list[tuple[str, str]]) -> Article:
    """Return an article of lines with their marks: ``=`` for a headline, ``@`` for the day, nothing for the body."""
    published = next((text for mark, text in lines if mark == "@"), "2024-05-20")
    passages = [(PassageKind.HEADLINE if mark == "=" else PassageKind.BODY, text) for mark, text in lines if mark != "@"]
    return Article(
        letter,
        f"{letter}.txt",
        Format.TEXT,
        Metadata(published=published),
        tuple(Passage(f"{letter}{n}", letter, kind, n, n, text, fold(text)) for n, (kind, text) in enumerate(passages, 1)),
    )


def told(articles: list[Article]) -> tuple[Fact, ...]:
    """Return the facts of articles."""
    extractions = extract(articles)
    return compare(articles, extractions, align(articles, extractions))


def cases() -> list[tuple[str, str, str]]:
    """Return title, passages and facts of each case."""
    text = CASES.read_text(encoding="utf-8")
    return re.findall(r"^(\S[^\n]*)\n\.\n(.+?)\n\.\n(.+?)\n(?=\n|\Z)", text, flags=re.MULTILINE | re.DOTALL)


def holds(fact: Fact, wanted: str) -> bool:
    """Return whether a fact is of the verdict and kind wanted and touches all the words wanted."""
    head, words = wanted.split(": ", 1)
    verdict, kind = head.split()
    if fact.verdict != verdict or kind not in {"*", fact.kind.value}:
        return False
    touched: set[int] = set()
    for one in words.split(" | "):
        letter, string = one.split(" ", 1)
        hits = (
            n
            for n, r in enumerate(fact.readings)
            if n not in touched and r.article == letter and (string in r.text or r.text in string)
        )
        place = next(hits, None)
        if place is None:
            return False
        touched.add(place)
    return True


@pytest.mark.parametrize(("passages", "wanted"), [pytest.param(p, w, id=t) for t, p, w in cases()])
def test_case(passages: str, wanted: str) -> None:
    bodies: dict[str, list[tuple[str, str]]] = {}
    for letter, mark, text in re.findall(r"^([A-Z])([=@]?) (.+)$", passages, flags=re.MULTILINE):
        bodies.setdefault(letter, []).append((mark, text))
    facts = told([article(letter, lines) for letter, lines in bodies.items()])
    shown = [f"{f.verdict} {f.kind}: {[(r.article, r.text) for r in f.readings]}" for f in facts]
    for line in wanted.splitlines():
        hit = any(holds(fact, line.removeprefix("not ")) for fact in facts)
        assert hit != line.startswith("not "), (line, shown)


SENTENCES = (
    "The tanker Ostrava sank off the coast of Galle on Monday with 23 sailors aboard.",
    "Captain Nuwan Perera told reporters that 19 sailors had been rescued.",
    "At least 300 tonnes of oil leaked into the sea, the port authority said.",
    "The tanker, built in 1987, was valued at $12 million.",
    "The cause is not known, but the engine probably failed.",
    "On Monday the tanker Ostrawa went down near Galle; 25 sailors were aboard.",
    "Port authority spokeswoman Dilani Silva said 19 sailors were saved.",
    "“We heard a bang before the lights went out,” said a sailor.",
    "“We heard two bangs before the lights went out,” said a cook.",
    "More than 400 tonnes of oil leaked into the sea.",
    "The engine failed after midnight.",
    "The tanker had been built in 1991 and was worth $9 million.",
)
BODIES = st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6, unique=True), min_size=2, max_size=4)


def written(bodies: list[list[str]]) -> list[Article]:
    """Return articles with these bodies."""
    return [article(siglum(n), [("", text) for text in body]) for n, body in enumerate(bodies)]


def shape(facts: tuple[Fact, ...], articles: list[Article]) -> list[tuple[object, ...]]:
    """Return what facts say without sigla and order."""
    names = {a.siglum: " ".join(p.text for p in a.passages) for a in articles}
    texts = {p.id: p.text for a in articles for p in a.passages}
    return sorted(
        (
            f.kind,
            f.verdict,
            f.priority,
            f.topic,
            tuple(sorted((names[r.article], texts[r.passage], r.start, r.end, r.odd) for r in f.readings)),
        )
        for f in facts
    )


@settings(max_examples=40, deadline=None)
@given(BODIES)
def test_readings_slice_back(bodies: list[list[str]]) -> None:
    articles = written(bodies)
    texts = {p.id: p.text for a in articles for p in a.passages}
    for fact in told(articles):
        assert all(r.text and texts[r.passage][r.start : r.end] == r.text for r in fact.readings)
        assert not {r.article for r in fact.readings} & set(fact.silent)
        assert len(fact.readings) > 1


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6, unique=True), min_size=2, max_size=3, unique_by=tuple)
)
def test_order_of_articles_changes_nothing(bodies: list[list[str]]) -> None:
    first = written(bodies)
    wanted = shape(told(first), first)
    for order in permutations(bodies):
        articles = written(list(order))
        assert shape(told(articles), articles) == wanted


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=12, unique=True))
def test_an_article_agrees_with_itself(body: list[str]) -> None:
    assert all(f.verdict is Verdict.AGREE for f in told(written([body, body])))


@pytest.mark.skipif(not SEEDS, reason="the seeds are not beside the project")
@pytest.mark.parametrize("place", range(len(SEEDS)))
def test_a_seed_agrees_with_itself(place: int) -> None:
    facts = collate([SEEDS[place], SEEDS[place]]).facts
    assert [f.topic for f in facts if f.verdict is not Verdict.AGREE] == []


_TOLD = (Verdict.CONFLICT, Verdict.DIFFERS, Verdict.ATTRIBUTION, Verdict.CERTAINTY, Verdict.SPELLING, Verdict.PRECISION)


def test_numbers_run_from_the_most_important() -> None:
    facts = told(written([list(SENTENCES[:5]), list(SENTENCES[5:])]))
    assert [f.id for f in facts] == [f"F{n}" for n in range(1, len(facts) + 1)]
    parted = [f.priority for f in facts if f.verdict is not Verdict.AGREE]
    assert parted == sorted(parted)
    assert parted
    verdicts = [f.verdict for f in facts if f.priority == parted[len(parted) // 2] and f.verdict in _TOLD]
    assert verdicts == sorted(verdicts, key=_TOLD.index)


def test_one_question_is_one_fact() -> None:
    def draft(kind: Kind, verdict: Verdict, topic: str, *said: tuple[str, str]) -> Draft:
        readings = tuple(Reading(place[0], place, words, 0, len(words), None) for place, words in said)
        return Draft(kind, topic, verdict, readings, "A says this: one says more.")

    office = "office of Ada Prahm"
    wide = draft(Kind.ROLE, Verdict.PRECISION, office, ("A1", "leader"), ("B1", "President"), ("C1", "President"))
    narrow = draft(Kind.ROLE, Verdict.PRECISION, office, ("A4", "head"), ("B5", "President"))
    further = draft(Kind.ROLE, Verdict.PRECISION, office, ("A4", "head"), ("D2", "President of Lunnia"))
    [told_once] = one_each((narrow, wide, further))
    assert [(r.article, r.text) for r in told_once.readings] == [
        ("A", "leader"),
        ("B", "President"),
        ("C", "President"),
        ("D", "President of Lunnia"),
    ]
    source = draft(Kind.ATTRIBUTION, Verdict.ATTRIBUTION, "who says so", ("A1", "aides"), ("B1", "the guild"), ("C1", "no one"))
    again = draft(Kind.ATTRIBUTION, Verdict.ATTRIBUTION, "who says it", ("B1", "the guild"), ("C2", "Prahm"))
    other = draft(Kind.ATTRIBUTION, Verdict.ATTRIBUTION, "who says that", ("B7", "the guild"), ("C8", "Prahm"))
    assert one_each((again, other, source)) == (source, other)


def test_majority_is_a_count_of_articles() -> None:
    bodies = [["The ferry carried 140 passengers to Bornholm on Friday."]] * 2 + [
        ["The ferry carried 90 passengers to Bornholm on Friday."]
    ]
    (fact,) = (f for f in told(written(bodies)) if f.verdict is Verdict.CONFLICT)
    assert [r.odd for r in fact.readings] == [False, False, True]


def test_silence_is_no_conflict() -> None:
    bodies = [["The ferry carried 140 passengers to Bornholm on Friday."], ["The ferry reached Bornholm on Friday."]]
    assert not any(f.verdict is Verdict.CONFLICT for f in told(written(bodies)))


@pytest.mark.slow  # a measurement rather than a test
@pytest.mark.benchmark(min_rounds=3, warmup=False)
def test_speed(benchmark: pytest.FixtureRequest) -> None:
    bodies = [[s.replace("23", str(n)).replace("Monday", f"{n} May") for n in range(3) for s in SENTENCES[::2]] for _ in range(5)]
    articles = [replace(a) for a in written(bodies)]
    extractions = extract(articles)
    alignment = align(articles, extractions)
    benchmark(compare, articles, extractions, alignment)  # type: ignore[operator]  # the plugin's fixture is callable
