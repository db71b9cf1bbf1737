"""Second hand: the first source of an article is another outlet, where an article on the same has it from somebody else."""

from collections.abc import Iterator
from itertools import combinations
from typing import Final

from tui.compare.quotes.voice import POINTING, Voice, Voices
from tui.compare.story import Story
from tui.language.agencies import agency_in
from tui.language.tables import lexicon
from tui.language.words import stem, words
from tui.model.article import Article, PassageKind
from tui.model.detail import Kind

_TOP: Final = 6  # passages at the head of an article
_LINKED: Final = 0.3  # how much the two passages must tell the same
_OUTLETS: Final = lexicon(
    "times post news gazette herald tribune journal chronicle guardian observer telegraph press star sun standard independent"
    " examiner courier dispatch inquirer sentinel globe mirror daily weekly magazine newspaper newspapers tabloid tabloids tv"
    " television radio media website site blog network broadcaster channel reporter reporters cnn bbc itv nbc abc cbs msnbc fox"
    " tmz thr politico huffpost variety collider deadline espn npr pbs reddit buzzfeed axios slate vox wire agency"
)
"""Words of the names of outlets."""


def second_hand(story: Story, speaking: Voices) -> Iterator[tuple[tuple[str, str], tuple[Voice, Voice]]]:
    """Yield two passages that tell the same, with the first source of each article, where one of the sources is an outlet."""
    found = [
        (passage, voice)
        for article in story.articles
        if (first := _first(story, speaking, article))
        for passage, voice in [first]
    ]
    for (a, one), (b, two) in combinations(found, 2):
        if story.alike(a, b) >= _LINKED and (_is_outlet(story, one) or _is_outlet(story, two)):
            yield ((a, b), (one, two)) if story.first(a, b) else ((b, a), (two, one))


def _first(story: Story, speaking: Voices, article: Article) -> tuple[str, Voice] | None:
    """Return the first source at the head of an article that is no protagonist and no pronoun, with its passage."""
    for passage in article.passages[:_TOP]:
        for x in speaking.credited.get(passage.id, ()) if passage.kind is PassageKind.BODY else ():
            voice = speaking.of(x)
            plain = story.passages[voice.passage].folded[slice(*voice.span)].lower() not in POINTING
            named = {stem(word) for word in (voice.speaker or "").split()}
            if voice.known and plain and not (voice.words | named) & story.hubs:
                return passage.id, voice
    return None


def _is_outlet(story: Story, voice: Voice) -> bool:
    """Return whether a source is an outlet or an agency, and no person."""
    start, end = voice.span
    people = story.people.named.get(voice.passage, ())
    if any(d.kind is Kind.PERSON and d.start < end and start < d.end for d in people):
        return False
    printed = story.passages[voice.passage].folded[start:end]
    return agency_in(printed) is not None or any(w.text.lower() in _OUTLETS for w in words(printed))
