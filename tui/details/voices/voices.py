"""Names and voices: what takes the whole story at once, as whom a surname means and who speaks."""

from collections.abc import Sequence
from dataclasses import replace

from tui.details.names.cast import cast
from tui.details.names.names import names
from tui.details.voices.certainty import certainty
from tui.details.voices.negation import negation
from tui.details.voices.sayings import sayings
from tui.model.article import Article
from tui.model.detail import Detail, Extraction


def voices(articles: Sequence[Article], found: tuple[Extraction, ...]) -> tuple[Extraction, ...]:
    """Return the extractions with the story's names, offices, quotations, attributions and degrees of certainty added."""
    added: list[Extraction] = []
    for article, scene, extraction in zip(articles, cast(articles), found, strict=True):
        claims = [d for sentence in scene.sentences for d in (*certainty(sentence), *negation(sentence))]
        details = _in_order(article, (*extraction.details, *names(scene), *claims))
        said = sayings(scene)
        added.append(replace(extraction, details=details, quotations=said.quotations, attributions=said.attributions))
    return tuple(added)


def _in_order(article: Article, details: Sequence[Detail]) -> tuple[Detail, ...]:
    """Return details in reading order."""
    place = {passage.id: number for number, passage in enumerate(article.passages)}
    return tuple(sorted(details, key=lambda d: (place[d.passage], d.start, d.end)))
