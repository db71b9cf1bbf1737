"""Manner: to whom a statement was made, in which form, and whether its source is named, where several articles give it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from tui.compare.draft import Draft, reading
from tui.compare.quotes.hearers import same_hearer, telling_words, told_outlet
from tui.compare.quotes.utterances import Shared, Utterance, shared_utterances
from tui.compare.quotes.voice import Voices, voices
from tui.compare.story import Story
from tui.compare.words.gist import quoted
from tui.compare.words.note import note
from tui.language.tables import lexicon, row
from tui.language.words import stem, words
from tui.model.collation import Verdict
from tui.model.detail import Kind, Name

_ONE: Final = 0.7  # share of the telling words from which two utterances are surely one statement
_WEIGHT: Final = 1.5  # the least rarity of the words in common
_NEAR: Final = 60  # letters between a cue and the form in which it was said
_SHOWN: Final = 8  # words of source and cue that are shown
_FORMS: Final = {word: form for form in ("written", "posted", "interview", "spoken") for word in row("speech", f"form-{form}")}
_TONES: Final = {
    stem(word): tone
    for tone, listed in (
        ("", "say tell state add note announce according explain report write tweet reply"),
        ("claim", "claim allege contend insist maintain assert purport"),
        ("admit", "admit concede acknowledge confess"),
        ("deny", "deny reject dispute refute rebut"),
        ("swear", "testify swear depose"),
        ("boast", "boast brag crow gloat"),
        ("complain", "complain lament grumble"),
        ("warn", "warn threaten caution"),
        ("joke", "joke quip"),
    )
    for word in lexicon(listed)
}
"""Verbs of saying by their tone, the plain ones with none."""
_QUOTED: Final = 0.7  # share of what is said in quotation marks from which it is a quotation
_RETOLD: Final = "quoted or retold:"
_UNSURE: Final = 0.5
_MARKS: Final = frozenset("'\"`")
_PHRASE: Final = 5  # words from a preposition to the form
_IN: Final = frozenset({"in", "at", "on", "during", "through", "via", "a", "the", "his", "her"})
Span = tuple[int, int]
_WHY: Final = ("what is said has the same words",)


def manner_facts(story: Story) -> tuple[Draft, ...]:
    """Return how articles part on the manner of one statement, each statement once for each question."""
    speaking = voices(story)
    drafts = []
    every = shared_utterances(story, speaking)
    for shared in every:
        if shared.share >= _ONE and shared.weight >= _WEIGHT and shared.one.voice.may_be(shared.two.voice):
            both = shared.one.attribution is not None and shared.two.attribution is not None
            found = _named(story, shared) or _hearer(story, shared) or _form(story, speaking, shared) if both else None
            found = found or _as_quotation(story, speaking, shared)
            drafts += [found] if found else []
    return (*drafts, *_voiced(story, every))


def _voiced(story: Story, every: Sequence[Shared]) -> Iterator[Draft]:
    """Yield which named speakers only *say* in one article what they admit, claim or testify in the other, each once."""
    told: set[tuple[str, str]] = set()
    for shared in every:
        one, two = shared.one, shared.two
        if shared.weight < _WEIGHT or not one.voice.speaker or one.voice.speaker != two.voice.speaker:
            continue
        tones = _tone(story, one), _tone(story, two)
        tone = "".join(t for t in tones if t)
        if "" not in tones or not tone or None in tones or (one.voice.speaker, tone) in told:
            continue
        told.add((one.voice.speaker, tone))
        spans = _source(story, one), _source(story, two)
        found = _draft(story, shared, "how was said", spans, "one verb says more than the other")
        yield replace(found, minor=tone == "swear")


def _tone(story: Story, utterance: Utterance) -> str | None:
    """Return the tone of a verb that says more than *say*, empty for one that does not; ``None`` for no plain verb of saying."""
    if utterance.attribution is None:
        return None
    cue = words(_text(story, utterance, utterance.attribution.cue))
    return next((_TONES[w.stem] for w in cue if w.stem in _TONES), None)


def _draft(story: Story, shared: Shared, question: str, spans: tuple[Span, Span], end: str) -> Draft:
    """Return the fact that two articles part on a question about one statement."""
    ends = zip((shared.one, shared.two), spans, strict=True)
    readings = tuple(reading(story, u.passage, *span, u.voice.speaker) for u, span in ends)
    said = min((story.passages[u.passage].text[slice(*u.voice.content)] for u in (shared.one, shared.two)), key=len)
    shown = note(Verdict.PRECISION, readings, end)
    kind = Kind.QUOTATION if question == _RETOLD else Kind.ATTRIBUTION
    return Draft(kind, f"{question} {quoted(said)}", Verdict.PRECISION, readings, shown, _WHY, shared.weight / 4)


def _named(story: Story, shared: Shared) -> Draft | None:
    """Return that one article names the person who says it and the other never does."""
    for one, two in ((shared.one, shared.two), (shared.two, shared.one)):
        name = one.voice.speaker
        if name is None or two.voice.speaker is not None or not two.voice.words or two.voice.pointing:
            continue
        source = story.passages[one.passage].folded[slice(*one.voice.span)]
        person = any(
            d.kind is Kind.PERSON and isinstance(d.value, Name) and d.value.full == name
            for d in story.people.named.get(one.passage, ())
        )
        if person and name.split()[-1] in source and name not in story.named(two.siglum):
            spans = shared.one.voice.span, shared.two.voice.span
            return _draft(story, shared, "who says", spans, "only one of them names the source")
    return None


def _hearer(story: Story, shared: Shared) -> Draft | None:
    """Return that the articles name different hearers, or that one leaves out the outlet that was told."""
    told = tuple(told_outlet(story, u.attribution) if u.attribution else None for u in (shared.one, shared.two))
    one, two = told
    if one is None and two is None:
        return None
    texts = tuple(_text(story, u, span) if span else "" for u, span in zip((shared.one, shared.two), told, strict=True))
    if one is not None and two is not None:
        if same_hearer(*texts):
            return None
        return _draft(story, shared, "to whom was said", (one, two), "one statement, made to different hearers")
    silent = shared.two if two is None else shared.one
    heard = next(text for text in texts if text)
    whole = " ".join(p.folded for a in story.articles if a.siglum == silent.siglum for p in a.passages)
    if all(word in whole for word in telling_words(heard)):
        return None
    spans = tuple(span or _source(story, u) for u, span in zip((shared.one, shared.two), told, strict=True))
    return _draft(story, shared, "to whom was said", (spans[0], spans[1]), "only one of them says who was told")


def _text(story: Story, utterance: Utterance, span: Span) -> str:
    """Return the words at a place of an utterance's passage."""
    return story.passages[utterance.passage].folded[slice(*span)]


def _source(story: Story, utterance: Utterance) -> Span:
    """Return the place of source and cue where they stand together, else that of the cue."""
    if utterance.attribution is None:
        return utterance.voice.span
    cue, source = utterance.attribution.cue, utterance.attribution.source or utterance.attribution.cue
    both = min(cue[0], source[0]), max(cue[1], source[1])
    return both if len(_text(story, utterance, both).split()) <= _SHOWN else cue


def _form(story: Story, speaking: Voices, shared: Shared) -> Draft | None:
    """Return that one article has it written, the other spoken or posted."""
    found = tuple(_said_in(story, speaking, u) for u in (shared.one, shared.two))
    one, two = found
    if one is None or two is None or one[1] & two[1]:
        return None
    return _draft(story, shared, "how was said", (one[0], two[0]), "one statement, made in different ways")


def _said_in(story: Story, speaking: Voices, utterance: Utterance) -> tuple[Span, frozenset[str]] | None:
    """Return where a passage tells in which form something was said, and every form near; ``None`` where it does not."""
    passage = utterance.passage
    found = words(story.passages[passage].folded)
    parts = [p for u in speaking.credited.get(passage, ()) for p in (u.content, u.rest) if p]
    cue = utterance.attribution.cue if utterance.attribution else utterance.voice.span
    near = {
        n: min(abs(word.start - cue[1]), abs(word.end - cue[0]))
        for n, word in enumerate(found)
        if word.text.lower() in _FORMS
        and not any(a <= word.start < b for a, b in parts)
        and not speaking.quotes(passage, word.start)
    }
    near = {n: away for n, away in near.items() if away <= _NEAR}
    if not near:
        return None
    best = min(near, key=lambda n: near[n])
    first = next((m for m in range(best - 1, max(-1, best - _PHRASE), -1) if found[m].text.lower() in _IN), best)
    return (found[first].start, found[best].end), frozenset(_FORMS[found[n].text.lower()] for n in near)


def _as_quotation(story: Story, speaking: Voices, shared: Shared) -> Draft | None:
    """Return that one article quotes what the other tells in its own words, both of one known source."""
    one, two = shared.one.voice, shared.two.voice
    if not (one.known and two.known):
        return None
    marked = tuple(_marked(story, speaking, u) for u in (shared.one, shared.two))
    if max(marked) < _QUOTED or min(marked) > 0:
        return None
    spans = _beginning(story, shared.one), _beginning(story, shared.two)
    end = "one quotes it, the other tells it in its own words"
    return _draft(story, shared, _RETOLD, spans, end)


def _marked(story: Story, speaking: Voices, utterance: Utterance) -> float:
    """Return the share of what is said that stands in quotation marks, .5 where a mark stands beside it that nothing closes."""
    passage = utterance.passage
    start = utterance.voice.content[0]
    own = [w for w in words(story.passages[passage].folded) if any(a <= w.start < b for a, b in utterance.parts)]
    share = sum(speaking.quotes(passage, w.start) for w in own) / max(1, len(own))
    beside = story.passages[passage].folded[max(0, start - 2) : start + 2]
    return share or (_UNSURE if any(mark in beside for mark in _MARKS) else 0.0)


def _beginning(story: Story, utterance: Utterance) -> Span:
    """Return the place of the first words of what is said."""
    start, end = utterance.voice.content
    own = [w for w in words(story.passages[utterance.passage].folded) if start <= w.start < end][:_SHOWN]
    return (own[0].start, own[-1].end) if own else (start, end)
