"""Comparing: facts with verdicts on small stories, and what holds for every story."""

import re
from dataclasses import replace
from itertools import pairwise, permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.measure.corpora import SHARED
from tui.align import align
from tui.collate import collate, siglum
from tui.compare import compare, drafts_of, ruled
from tui.compare.draft import Draft, number
from tui.compare.merge import one_each
from tui.compare.names.naming import ONE_NAME
from tui.compare.repeats import once
from tui.compare.story import gather
from tui.details import extract
from tui.model.alignment import Alignment, Near
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
    return ruled(articles, extractions, align(articles, extractions))


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


def test_numbers_run_from_the_most_important() -> None:
    facts = told(written([list(SENTENCES[:5]), list(SENTENCES[5:])]))
    assert [f.id for f in facts] == [f"F{n}" for n in range(1, len(facts) + 1)]
    parted = [f.priority for f in facts if f.verdict is not Verdict.AGREE]
    assert parted == sorted(parted)
    assert parted
    graver = [(f.priority, f.verdict is not Verdict.CONFLICT) for f in facts if f.verdict is not Verdict.AGREE]
    assert graver == sorted(graver)


def test_of_one_priority_the_likeliest_comes_first() -> None:
    articles = written([list(SENTENCES[:5]), list(SENTENCES[5:]), list(SENTENCES[5:])])
    extractions = extract(articles)
    story = gather(articles, extractions, align(articles, extractions))
    drafts = [replace(draft, weight=n / 100) for n, draft in enumerate(drafts_of(story))]
    parted = [f for f in number(story, drafts) if f.verdict not in {Verdict.AGREE, Verdict.CONFLICT}]
    weights = {(d.verdict, d.topic, d.note): d.weight for d in drafts}
    assert parted
    for one, two in pairwise(parted):
        if one.priority == two.priority:
            assert weights[one.verdict, one.topic, one.note] >= weights[two.verdict, two.topic, two.note]


def _draft(kind: Kind, verdict: Verdict, topic: str, *said: tuple[str, str], why: tuple[str, ...] = ()) -> Draft:
    """Return a draft whose readings are words in passages."""
    readings = tuple(Reading(passage[0], passage, words, 0, len(words), None) for passage, words in said)
    return Draft(kind, topic, verdict, readings, "A says this: one says more.", why)


def test_the_same_words_are_told_once() -> None:
    wide = _draft(Kind.PLACE, Verdict.PRECISION, "what burned", ("A1", "Ulvia"), ("B1", "southern Ulvia"), ("C1", "Ulvia"))
    again = _draft(Kind.PLACE, Verdict.PRECISION, "what was burnt", ("A4", "Ulvia"), ("B5", "southern Ulvia"))
    assert once((again, wide)) == (wide,)


def test_the_same_words_of_two_clauses_are_told_twice() -> None:
    one = _draft(Kind.NEGATION, Verdict.CONFLICT, "whether she sold it", ("A1", "did"), ("B1", "did not"))
    two = _draft(Kind.NEGATION, Verdict.CONFLICT, "whether she left", ("A2", "did"), ("B2", "did not"))
    assert len(once((one, two))) == len((one, two))


def test_two_holders_of_an_office_are_one_question() -> None:
    grave = _draft(Kind.PERSON, Verdict.CONFLICT, "who is harbour master", ("A1", "Ada Prahm"), ("B1", "Ada Brahe"))
    weak = _draft(Kind.PERSON, Verdict.DIFFERS, "who is Harbour Master", ("B4", "Ada Brahe"), ("C1", "Ada Prahm"))
    [told_once] = once((weak, grave))
    assert told_once.verdict is Verdict.CONFLICT
    assert [r.article for r in told_once.readings] == ["A", "B", "C"]


def test_a_name_of_two_parts_is_one_fact() -> None:
    full = ("C1", "Orlov-Brandt 900")
    maker = _draft(Kind.NAME, Verdict.PRECISION, "Orlov-Brandt 900", ("A1", "Orlov"), full, why=(ONE_NAME,))
    model = _draft(Kind.NAME, Verdict.PRECISION, "Orlov-Brandt 900", ("A2", "Brandt"), full, why=(ONE_NAME,))
    [told_once] = once((maker, model))
    assert sorted(r.text for r in told_once.readings) == ["Brandt", "Orlov", "Orlov-Brandt 900"]


def test_a_thing_spelt_otherwise_is_told_by_its_part_alone() -> None:
    part = _draft(Kind.NAME, Verdict.SPELLING, "spelling of MX 12", ("A1", "MX 12"), ("B1", "MX-12"))
    whole = _draft(Kind.NAME, Verdict.SPELLING, "spelling of MX 12 motors", ("A2", "MX-12 motors"), ("B2", "MX 12 motors"))
    longer = _draft(Kind.NAME, Verdict.PRECISION, "MX 12 motors", ("A2", "MX 12 motors"), ("B1", "MX-12"), why=(ONE_NAME,))
    assert once((longer, whole, part)) == (part,)


def test_what_all_print_alike_does_not_part() -> None:
    alike = _draft(Kind.DATE, Verdict.PRECISION, "when it sails", ("A1", "Saturday"), ("B1", "Saturday"))
    assert once((alike,)) == ()


def test_one_question_is_one_fact() -> None:
    office = "office of Ada Prahm"
    wide = _draft(Kind.ROLE, Verdict.PRECISION, office, ("A1", "leader"), ("B1", "President"), ("C1", "President"))
    narrow = _draft(Kind.ROLE, Verdict.PRECISION, office, ("A4", "head"), ("B5", "President"))
    further = _draft(Kind.ROLE, Verdict.PRECISION, office, ("A4", "head"), ("D2", "President of Lunnia"))
    [told_once] = one_each((narrow, wide, further))
    assert [(r.article, r.text) for r in told_once.readings] == [
        ("A", "leader"),
        ("B", "President"),
        ("C", "President"),
        ("D", "President of Lunnia"),
    ]
    source = _draft(Kind.ATTRIBUTION, Verdict.ATTRIBUTION, "who says so", ("A1", "aides"), ("B1", "the guild"), ("C1", "no one"))
    again = _draft(Kind.ATTRIBUTION, Verdict.ATTRIBUTION, "who says it", ("B1", "the guild"), ("C2", "Prahm"))
    other = _draft(Kind.ATTRIBUTION, Verdict.ATTRIBUTION, "who says that", ("B7", "the guild"), ("C8", "Prahm"))
    assert one_each((again, other, source)) == (source, other)


@pytest.mark.parametrize(("verb", "held"), [("moved into", True), ("wrote songs on", False)])
def test_a_noun_of_near_passages_is_compared_beside_one_verb_alone(verb: str, *, held: bool) -> None:
    bodies = (
        ["The singer Odile Marn moved into the Weller clinic."],
        [f"Marn, fined on Monday, {verb} the unlicensed Dunmore clinic."],
    )
    articles = [article(letter, [("", text) for text in body]) for letter, body in zip("AB", bodies, strict=True)]
    extractions = extract(articles)
    wanted = "precision organisation: A Weller clinic | B unlicensed Dunmore clinic"
    assert not any(holds(fact, wanted) for fact in ruled(articles, extractions, Alignment()))
    found = ruled(articles, extractions, Alignment(near=(Near("A1", "B1", 0.2),)))
    assert any(holds(fact, wanted) for fact in found) is held
    assert not any(fact.verdict is Verdict.CONFLICT for fact in found)


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
