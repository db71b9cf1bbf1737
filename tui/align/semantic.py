"""Static embeddings as one more part of likeness, for readers who have a model (``sidebyline[semantic]``)."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from tui.align.pairs import Pairs
from tui.align.sparse import Floats
from tui.align.story import Story
from tui.model.errors import ModelError
from tui.model.settings import AlignSettings

if TYPE_CHECKING:
    from model2vec import StaticModel

_CONFIG: Final = "config.json"  # what every folder of a model holds
_CUSTOM: Final = "HF_HOME"  # where the cache lies if not in its usual place


def find_model(name: str) -> Path:
    """Return the folder of a model: ``name`` itself, or the latest one under that name in the user's cache of Hugging Face.

    Nothing is fetched. Raises ``ModelError`` where there is no such folder.
    """
    folder = Path(name).expanduser()
    if (folder / _CONFIG).is_file():
        return folder
    cache = Path(os.environ.get(_CUSTOM) or Path.home() / ".cache/huggingface") / "hub"
    held = [path.parent for path in (cache / f"models--{name.replace('/', '--')}").glob(f"snapshots/*/{_CONFIG}")]
    if not held:
        message = f"There is no embedding model at {name}, neither as a folder nor in {cache}; none is fetched."
        raise ModelError(message)
    return max(held, key=lambda path: (path.stat().st_mtime, path.name))


def with_meaning(story: Story, pairs: Pairs, settings: AlignSettings) -> Pairs:
    """Return the pairs, those alike in meaning more alike; as they are where the settings name no model.

    Raises ``ModelError`` where the model that they name is missing, or the extra that reads it.
    """
    if not settings.model or not len(pairs):
        return pairs
    vectors = _vectors(_load(find_model(settings.model)), [passage.folded for passage in story.passages])
    cosine = np.einsum("pd,pd->p", vectors[pairs.a], vectors[pairs.b])
    return pairs.liked(np.clip(pairs.likeness + settings.meaning * (cosine - settings.usual_meaning), 0.0, 1.0))


def _load(folder: Path) -> "StaticModel":
    """Return the model in a folder."""
    try:
        from model2vec import StaticModel  # noqa: PLC0415 - an extra that most readers do not have, and slow to import
    except ImportError as error:
        message = "The settings name an embedding model, but its reader is missing: pip install 'sidebyline[semantic]'."
        raise ModelError(message) from error
    try:
        return StaticModel.from_pretrained(folder)
    except (OSError, ValueError, KeyError) as error:
        message = f"{folder} holds no embedding model that can be read ({error})."
        raise ModelError(message) from error


def _vectors(model: "StaticModel", texts: Sequence[str]) -> Floats:
    """Return a vector of length 1 for each text, of length 0 where the model knows none of its words."""
    vectors = np.asarray(model.encode(list(texts), use_multiprocessing=False), dtype=np.float64)
    lengths = np.sqrt((vectors**2).sum(axis=1, keepdims=True))
    return np.asarray(vectors / np.where(lengths > 0, lengths, 1.0))
