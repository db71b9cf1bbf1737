"""What a word is in its sentence: the verbs tell what happened."""

from tui.align.story import Story
from tui.language.syntax.predicates import predicates
from tui.model.settings import AlignSettings


def emphasis(story: Story, settings: AlignSettings) -> tuple[dict[int, float], ...]:
    """Return for each passage the factors of its main verbs by their places; none in a story too large to be parsed."""
    if len(story.passages) > settings.parsed:
        return ({},) * len(story.passages)
    return tuple({each.group.at[0]: settings.verb for each in predicates(passage.folded)} for passage in story.passages)
