"""Retold: what one article quotes and another makes the same speaker say in much the same words without the marks."""

from collections.abc import Iterator, Sequence
from typing import Final

from tui.compare.draft import Draft, reading
from tui.compare.quotes.echoes import Echo, echo
from tui.compare.quotes.retellings import Sentence, sentences
from tui.compare.quotes.voice import Voices, voices
from tui.compare.story import Story
from tui.compare.words.gist import quoted
from tui.compare.words.note import note
from tui.language.clauses import Tag, Token
from tui.language.grammar import AUXILIARIES
from tui.model.article import PassageKind
from tui.model.collation import Verdict
from tui.model.detail import Attribution, Kind

_SAME: Final = 4  # words in common, in order
_TELLING: Final = 3  # words of meaning among them
_SHARE: Final = 0.7  # of the stretch in which they are alike
_SETTLED: Final = 0.85  # share from which the other article quotes the sentence too
_SHOWN: Final = 8  # words of a reading
_END: Final = "one quotes it, the other tells it in its own words"
_WHY: Final = ("one speaker", "what is said has the same words")


def retold_facts(story: Story) -> tuple[Draft, ...]:
    """Return what one article quotes and another retells of one speaker, each quoted sentence once for each other article."""
    speaking = voices(story)
    spoken = [s for e in story.extractions for q in e.quotations if q.speaker for s in sentences(story, e.siglum, q)]
    best: dict[tuple[int, str], tuple[tuple[float, str], Draft]] = {}
    for x, tokens in _told(story, speaking):
        siglum = story.passages[x.passage].siglum
        stems = frozenset(t.word.stem for t in tokens)
        for n, sentence in enumerate(spoken):
            if sentence.siglum == siglum or sentence.quotation.speaker != x.speaker or len(sentence.telling & stems) < _TELLING:
                continue
            met = echo(sentence.tokens, tokens)
            if _enough(sentence, tokens, met) and not _quotes(spoken, sentence, siglum):
                worth = met.same + met.share, story.passages[x.passage].text
                if (n, siglum) not in best or worth > best[n, siglum][0]:
                    best[n, siglum] = worth, _draft(story, sentence, x, tokens, met)
    return tuple(draft for _, draft in best.values())


def _told(story: Story, speaking: Voices) -> Iterator[tuple[Attribution, tuple[Token, ...]]]:
    """Yield what named speakers are made to say, with its words outside quotation marks."""
    for passage, held in speaking.held.items():
        for x in held:
            if x.speaker is None or x.content is None or story.passages[passage].kind is PassageKind.HEADLINE:
                continue
            parts = [part for part in (x.content, x.rest) if part is not None]
            own = (t for t in story.tokens(passage) if any(start <= t.word.start < end for start, end in parts))
            yield x, tuple(t for t in own if not speaking.quotes(passage, t.word.start))


def _enough(sentence: Sentence, tokens: Sequence[Token], met: Echo) -> bool:
    """Return whether a stretch with a verb is told in much the same words, and not in the same ones."""
    verbs = all(
        any(t.tag is Tag.VERB or t.word.text.lower() in AUXILIARIES for t in own[slice(*span)])
        for own, span in ((sentence.tokens, met.a), (tokens, met.b))
    )
    return verbs and met.same >= _SAME and met.telling >= _TELLING and met.share >= _SHARE and bool(met.runs)


def _quotes(spoken: Sequence[Sentence], sentence: Sentence, siglum: str) -> bool:
    """Return whether an article quotes a sentence too, in the same words or nearly."""
    return any(
        other.siglum == siglum
        and echo(sentence.tokens, other.tokens).same >= _SETTLED * min(len(sentence.tokens), len(other.tokens))
        for other in spoken
    )


def _draft(story: Story, sentence: Sentence, x: Attribution, tokens: Sequence[Token], met: Echo) -> Draft:
    """Return the fact that one article quotes what another retells."""
    stretches = sentence.tokens[slice(*met.a)], tokens[slice(*met.b)]
    common = frozenset(t.word.stem for t in stretches[0]) & frozenset(t.word.stem for t in stretches[1])
    spans = [_window(own, common) for own in stretches]
    readings = (
        reading(story, sentence.quotation.passage, *spans[0], x.speaker),
        reading(story, x.passage, *spans[1], x.speaker),
    )
    whole = story.passages[sentence.quotation.passage].text[sentence.tokens[0].word.start : sentence.tokens[-1].word.end]
    shown = note(Verdict.PRECISION, readings, _END)
    return Draft(Kind.QUOTATION, f"quoted or retold: {quoted(whole)}", Verdict.PRECISION, readings, shown, _WHY, met.share)


def _window(tokens: Sequence[Token], common: frozenset[str]) -> tuple[int, int]:
    """Return the place of the words of a stretch, at most eight, that hold most of what both have."""
    starts = range(max(1, len(tokens) - _SHOWN + 1))
    first = max(starts, key=lambda n: (sum(t.word.stem in common for t in tokens[n : n + _SHOWN]), -n))
    shown = tokens[first : first + _SHOWN]
    return shown[0].word.start, shown[-1].word.end
