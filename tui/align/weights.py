"""How much a term says: its rarity in the story times its rarity in the language."""

import numpy as np

from tui.align.sparse import Floats
from tui.align.story import Story
from tui.language.rarity import zipf
from tui.model.settings import AlignSettings


def rarity(story: Story, settings: AlignSettings) -> Floats:
    """Return the rarity of each term in the language, 0 (a function word) to 1 (a word that a table of common words lacks)."""
    zipfs = np.array([zipf(term) for term in story.terms], dtype=np.float64)
    return np.clip((settings.commonest - zipfs) / (settings.commonest - settings.rarest), 0.0, 1.0)


def weights(story: Story, settings: AlignSettings) -> Floats:
    """Return the weight of each term, 0 to 1."""
    count = len(story.passages)
    inverse = np.log((count + 1) / (story.spread() + 0.5)) / np.log(count + 1)
    return np.asarray(np.clip(inverse, 0.0, 1.0) ** settings.foreground * rarity(story, settings) ** settings.background)
