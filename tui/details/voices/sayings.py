"""Quotations and attributions of an article with their speakers."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tui.details.names.cast import Scene
from tui.details.names.clusters import Group
from tui.details.names.sorts import NameSort
from tui.details.phrases import Span
from tui.details.voices.attributions import reports
from tui.details.voices.quotes import Quoted, quoted
from tui.details.voices.report import Report
from tui.details.voices.speakers import Speaker, speaker_of
from tui.language.speech import PRESS
from tui.language.tokens import Tag, Token
from tui.model.detail import Attribution, Quotation

_FULL: Final = 0.75
_TITLE: Final = 6


@dataclass(frozen=True, slots=True)
class Sayings:
    """What an article makes people say."""

    attributions: tuple[Attribution, ...]
    """Every attribution, in reading order."""
    quotations: tuple[Quotation, ...]
    """Every quotation, in reading order."""


@dataclass(frozen=True, slots=True)
class _Heard:
    """An attribution with its sentence and whom its source names."""

    place: int
    report: Report
    speaker: Speaker


def sayings(scene: Scene) -> Sayings:
    """Return the attributions and quotations of an article."""
    passages = [sentence.passage for sentence in scene.sentences]
    marked = quoted(passages)
    heard = _heard(scene, marked)
    attributions = tuple(_attribution(scene, one) for one in heard if not one.report.nested)
    return Sayings(attributions, _quotations(scene, marked, heard))


def _heard(scene: Scene, marked: Sequence[Quoted]) -> list[_Heard]:
    """Return the attributions of an article, each source resolved with what was heard before it."""
    inside: dict[int, list[Span]] = {}
    for quote in marked:
        span = _token_span(scene.sentences[quote.passage].tokens, quote.start, quote.end)
        inside.setdefault(quote.passage, []).extend([span] if span else [])
    found: list[_Heard] = []
    spoke: list[Group | None] = []
    for place, sentence in enumerate(scene.sentences):
        last: Group | None = None
        for report in reports(sentence.tokens, inside.get(place, ())):
            speaker = speaker_of(scene, place, report.source, [*spoke, last], inside.get(place, ()))
            heading = sentence.tokens[report.cue[0]].text == ":" and sentence.tokens[0].lower not in PRESS
            if heading and (speaker.group is None or speaker.group.sort is NameSort.PLACE):
                continue
            found.append(_Heard(place, report, speaker))
            if speaker.group is not None and speaker.group.sort is NameSort.PERSON:
                last = speaker.group
        spoke.append(last)
    return found


def _token_span(tokens: Sequence[Token], start: int, end: int) -> Span | None:
    """Return the first and last token that stand wholly between two places of the text."""
    inside = [n for n, token in enumerate(tokens) if token.start >= start and token.end <= end]
    return (inside[0], inside[-1]) if inside else None


def _chars(tokens: Sequence[Token], span: Span) -> Span:
    """Return the place in the text of a range of tokens."""
    return tokens[span[0]].start, tokens[span[1]].end


def _attribution(scene: Scene, heard: _Heard) -> Attribution:
    """Return an attribution of the model."""
    sentence, report = scene.sentences[heard.place], heard.report
    words = sentence.tokens
    return Attribution(
        sentence.passage.id,
        _chars(words, report.source) if report.source else None,
        _chars(words, report.cue),
        _chars(words, report.said.first),
        heard.speaker.group.full if heard.speaker.group else None,
        named=heard.speaker.named,
        rest=_chars(words, report.said.rest) if report.said.rest else None,
        attitude=report.attitude,
    )


def _quotations(scene: Scene, marked: Sequence[Quoted], heard: Sequence[_Heard]) -> tuple[Quotation, ...]:
    """Return the quotations of an article with their speakers; scare quotes and titles are none."""
    at: dict[int, list[_Heard]] = {}
    for one in heard:
        at.setdefault(one.place, []).append(one)
    direct = [_direct(scene, quote, at.get(quote.passage, ())) for quote in marked]
    found: list[Quotation] = []
    for number, quote in enumerate(marked):
        speaker = direct[number] or _by_chain(scene, marked, direct, number, at)
        passage = scene.sentences[quote.passage].passage
        text = passage.text[quote.start : quote.end]
        whole = direct[number] is not None and _alone(scene, quote, at.get(quote.passage, ()))
        if not whole and not quote.continued and not quote.open and _no_statement(passage.text, quote):
            continue
        if " " not in text and not (quote.continued or quote.open) and not _alone(scene, quote, at.get(quote.passage, ())):
            continue
        full = speaker.group.full if speaker and speaker.group else None
        found.append(Quotation(passage.id, quote.start, quote.end, text, full))
        if direct[number] is None and speaker is not None:
            direct[number] = speaker
    return tuple(found)


def _no_statement(text: str, quote: Quoted) -> bool:
    """Return whether quoted words are a title or a nickname: few words, each with a capital, in the middle of a sentence."""
    words = text[quote.start : quote.end].split()
    whole = quote.start <= 1 and quote.end >= len(text) - 2
    return not whole and len(words) <= _TITLE and all(word[:1].isupper() or len(word) < 4 for word in words)  # noqa: PLR2004 - of, the


def _alone(scene: Scene, quote: Quoted, here: Sequence[_Heard]) -> bool:
    """Return whether one quoted word is all that an attribution makes its source say."""
    tokens = scene.sentences[quote.passage].tokens
    for one in here:
        start, end = _chars(tokens, one.report.said.first)
        if abs(start - quote.start) <= 2 and abs(end - quote.end) <= 3:  # noqa: PLR2004 - the mark, the comma, the blank
            return True
    return False


def _direct(scene: Scene, quote: Quoted, here: Sequence[_Heard]) -> Speaker | None:
    """Return the speaker whom an attribution of the same sentence gives to quoted words."""
    tokens = scene.sentences[quote.passage].tokens
    best: tuple[int, int, Speaker] | None = None
    for one in here:
        spans = [_chars(tokens, span) for span in (one.report.said.first, one.report.said.rest) if span]
        shared = sum(max(0, min(end, quote.end) - max(start, quote.start)) for start, end in spans)
        size = sum(end - start for start, end in spans)
        if shared and (best is None or (shared, -size) > best[:2]):
            best = shared, -size, one.speaker
    return best[2] if best else None


def _by_chain(
    scene: Scene, marked: Sequence[Quoted], direct: Sequence[Speaker | None], number: int, at: dict[int, list[_Heard]]
) -> Speaker | None:
    """Return the speaker of quoted words without an attribution of their own: by their other pieces, then by what is around."""
    quote = marked[number]
    for step in (-1, 1):
        other = number + step
        while 0 <= other < len(marked) and (marked[other].open if step < 0 else marked[other].continued):
            if direct[other] is not None:
                return direct[other]
            other += step
    passage = scene.sentences[quote.passage].passage
    share = (quote.end - quote.start) / max(1, len(passage.text))
    if share < _FULL:
        return _subject_here(scene, quote, at)
    return _from_paragraph(scene, marked, direct, number) or _introduced(scene, quote.passage, at)


def _subject_here(scene: Scene, quote: Quoted, at: dict[int, list[_Heard]]) -> Speaker | None:
    """Return who leads the sentence that has quoted words in it, else who was heard last shortly before."""
    for one in at.get(quote.passage, ()):
        if one.speaker.group is not None:
            return one.speaker
    tokens = scene.sentences[quote.passage].tokens
    for mention in scene.mentions[quote.passage]:
        owner = mention.last + 1 < len(tokens) and tokens[mention.last + 1].tag is Tag.POSSESSIVE
        if mention.end <= quote.start and mention.group.sort is NameSort.PERSON and not owner:
            return Speaker(mention.group, named=True)
    for place, token in enumerate(tokens):
        if token.start < quote.start and token.lower in {"he", "she"}:
            spoke = [_last_person(at, n) for n in range(quote.passage + 1)]
            return speaker_of(scene, quote.passage, (place, place), spoke)
    return _introduced(scene, quote.passage, at)


def _last_person(at: dict[int, list[_Heard]], place: int) -> Group | None:
    """Return the person heard last in a sentence."""
    for one in reversed(at.get(place, ())):
        if not one.report.nested and one.speaker.group is not None and one.speaker.group.sort is NameSort.PERSON:
            return one.speaker.group
    return None


def _from_paragraph(scene: Scene, marked: Sequence[Quoted], direct: Sequence[Speaker | None], number: int) -> Speaker | None:
    """Return the speaker of the nearest quotation before, then after, in the same paragraph; else of the one right before."""
    home = scene.sentences[marked[number].passage].passage.paragraph
    nearby: list[int] = [*range(number - 1, -1, -1), *range(number + 1, len(marked))]
    for other in nearby:
        if scene.sentences[marked[other].passage].passage.paragraph == home and direct[other] is not None:
            return direct[other]
    if number and marked[number].passage - marked[number - 1].passage <= 1:
        return direct[number - 1]
    return None


def _introduced(scene: Scene, place: int, at: dict[int, list[_Heard]]) -> Speaker | None:
    """Return who was heard, or who is named first, in the nearest of the two sentences before."""
    for back in (place - 1, place - 2):
        for one in reversed(at.get(back, ())):
            if not one.report.nested and one.speaker.group is not None:
                return one.speaker
        if back >= 0:
            for mention in scene.mentions[back]:
                if mention.group.sort is NameSort.PERSON:
                    return Speaker(mention.group, named=True)
    return None
