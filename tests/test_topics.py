"""Topics and notes: what a fact is about and what differs, in words that a reader understands."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings

from tests.casefile import Case, cases
from tests.test_compare import BODIES, SEEDS, article, told, written
from tui.collate import collate
from tui.compare.words.note import note
from tui.language.lemmas import verb_base
from tui.language.syntax.lexicon import participle, past
from tui.language.tables import lexicon
from tui.language.words import stem, words
from tui.model.article import Article
from tui.model.collation import NO_SOURCE, Fact, Reading, Verdict
from tui.model.detail import Kind

LONGEST = 16  # words
OWN = lexicon("""
    which it is for when since how long after before until time last price value of the sum money share people length distance
    weight age area speed temperature volume magnitude who that says said whether where what are called office spelling quotation
    was were by cause description whom to full name happened they somebody has does in figure says anything told spoke many much
""")


def story(given: str) -> list[Article]:
    """Return the articles of a case."""
    bodies: dict[str, list[tuple[str, str]]] = {}
    for letter, mark, text in re.findall(r"^([A-Z])([=@]?) (.+)$", given, flags=re.MULTILINE):
        bodies.setdefault(letter, []).append((mark, text))
    return [article(letter, lines) for letter, lines in bodies.items()]


def about(facts: tuple[Fact, ...], words: str) -> list[str]:
    """Return the topics of the facts whose readings hold the words wanted of each article."""
    wanted = [tuple(one.split(" ", 1)) for one in words.split(" | ")]
    return [f.topic for f in facts if all(any((r.article, r.text) == pair for r in f.readings) for pair in wanted)]


@pytest.mark.parametrize("case", cases("topics"), ids=lambda case: case.title)
def test_case(case: Case) -> None:
    facts = told(story(case.given))
    for line in case.expected.splitlines():
        words, topic = line.rsplit(": ", 1)
        found = about(facts, words)
        assert topic in found, (words, found, [(f.topic, [(r.article, r.text) for r in f.readings]) for f in facts])


def is_whole(topic: str) -> bool:
    """Return whether a topic is words in their order with no gap, outside a quotation, and none of them twice in a row."""
    plain = re.sub(r"“[^”]*”", "", topic)
    said = plain.lower().split()
    return (
        bool(topic.strip())
        and "…" not in plain
        and len(said) <= LONGEST
        and all(a != b or a in {"that", "had"} for a, b in pairwise(said))
        and topic.count('"') % 2 == 0
        and topic.count("(") == topic.count(")")
    )


def printed_in(topic: str, texts: str) -> list[str]:
    """Return the words of a topic that are neither its own nor a form of a word of the texts."""
    stems = {w.stem for w in words(texts)} | {stem(verb_base(w.text) or "") for w in words(texts)}
    return [
        w.text
        for w in words(re.sub(r"[“”]", " ", topic))
        if w.text.lower() not in OWN and w.stem not in stems and stem(verb_base(w.text) or w.text) not in stems
    ]


@settings(max_examples=40, deadline=None)
@given(BODIES)
def test_topics_are_whole_phrases_of_the_articles(bodies: list[list[str]]) -> None:
    articles = written(bodies)
    texts = " ".join(p.text for a in articles for p in a.passages)
    for fact in told(articles):
        assert is_whole(fact.topic), fact.topic
        assert not printed_in(fact.topic, texts), fact.topic


@pytest.mark.skipif(not SEEDS, reason="the seeds are not beside the project")
def test_topics_of_real_articles_are_whole() -> None:
    collation = collate(SEEDS)
    assert [f.topic for f in collation.facts if not is_whole(f.topic)] == []
    texts = " ".join(p.text for a in collation.articles for p in a.passages)
    assert [(f.topic, odd) for f in collation.facts if (odd := printed_in(f.topic, texts))] == []


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("kill", ("killed", "killed")),
        ("steal", ("stole", "stolen")),
        ("admit", ("admitted", "admitted")),
        ("carry", ("carried", "carried")),
        ("take", ("took", "taken")),
        ("hit", ("hit", "hit")),
    ],
)
def test_verbs_have_their_past_forms(base: str, forms: tuple[str, str]) -> None:
    assert (past(base), participle(base)) == forms


def reading(article: str, text: str, value: str | None = None) -> Reading:
    """Return a reading with these words."""
    return Reading(article, f"{article}1", text, 0, len(text), value)


@pytest.mark.parametrize(
    ("verdict", "readings", "wanted"),
    [
        (Verdict.CONFLICT, ("A 14", "B 21"), "A says “14”; B says “21”: they cannot both be true."),
        (Verdict.CONFLICT, ("A 1", "B 2", "C 3", "D 2"), "A says “1”; B and D say “2”; C says “3”: they cannot all be true."),
        (Verdict.PRECISION, ("A 14", "B dozens"), "A says “14”; B says “dozens”: both can be true, one is more exact."),
        (Verdict.SPELLING, ("A Orsova", "B Orsowa"), "A writes “Orsova”; B writes “Orsowa”: the same name in two spellings."),
        (Verdict.AGREE, ("A 14", "B 14"), "The articles agree."),
    ],
)  # fmt: skip
def test_a_note_is_one_plain_sentence(verdict: Verdict, readings: tuple[str, ...], wanted: str) -> None:
    assert note(verdict, [reading(*each.split(" ", 1)) for each in readings]) == wanted


def test_a_note_on_sources_takes_nobody_for_a_source() -> None:
    unsourced = reading("D", "the ferry ran aground", NO_SOURCE)
    harbour = reading("B", "the harbour", "the harbour")
    assert note(Verdict.ATTRIBUTION, [harbour, unsourced]) == "B credits “the harbour”; D gives no source."
    named = reading("A", "she", "Dilani Silva")
    assert (
        note(Verdict.ATTRIBUTION, [named, harbour])
        == "A credits “she” (Dilani Silva); B credits “the harbour”: the same is credited to different sources."
    )


def test_one_word_for_a_day_is_no_divergence() -> None:
    undated = [article("A", [("", "The tanker Ostrava sank off Galle on Monday.")])]
    facts = told(
        [*undated, article("B", [("@", "2024-05-22"), ("", "The tanker Ostrava sank off the coast of Galle on Monday.")])]
    )
    assert [f for f in facts if f.kind is Kind.DATE and f.verdict is not Verdict.AGREE] == []
