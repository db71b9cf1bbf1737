"""The extra that reads a static embedding model: found in a folder or the cache, never fetched, nothing without it."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.test_align import BODIES, story
from tui.align import align
from tui.align.semantic import find_model
from tui.model.errors import ModelError
from tui.model.settings import AlignSettings

WORDS = ("bridge", "span", "collapsed", "fell", "river", "inquiry", "[UNK]")


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """Return the folder of a tiny model in which ``bridge`` and ``span`` mean the same."""
    model2vec = pytest.importorskip("model2vec", reason="the extra sidebyline[semantic] is not installed")
    tokenizers = pytest.importorskip("tokenizers")
    numpy = pytest.importorskip("numpy")
    tokenizer = tokenizers.Tokenizer(
        tokenizers.models.WordLevel({word: place for place, word in enumerate(WORDS)}, unk_token="[UNK]")  # noqa: S106 - a token of text
    )
    tokenizer.normalizer = tokenizers.normalizers.Lowercase()
    tokenizer.pre_tokenizer = tokenizers.pre_tokenizers.Whitespace()
    vectors = numpy.eye(len(WORDS), dtype=numpy.float32)
    vectors[WORDS.index("span")] = vectors[WORDS.index("bridge")]
    vectors[WORDS.index("[UNK]")] = 0
    folder = tmp_path / "tiny"
    model2vec.StaticModel(vectors, tokenizer).save_pretrained(folder)
    return folder


ARTICLES = story(
    ("The bridge over the Selm, a landmark of the county, is gone.", "A ferry will carry commuters instead."),
    ("The span, a landmark of the county since 1961, lies in the Selm.", "A ferry may carry them."),
)


def test_a_model_makes_what_means_the_same_more_alike(model: Path) -> None:
    plain, with_model = (align(ARTICLES, (), replace(AlignSettings(), model=name)) for name in ("", str(model)))
    before, after = ({(link.a, link.b): link.likeness for link in found.links} for found in (plain, with_model))
    assert after["A1", "B1"] > before["A1", "B1"]


def test_a_model_is_found_by_name_in_the_cache(model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    snapshot = tmp_path / "home/hub/models--maker--tiny/snapshots/0a1b"
    snapshot.parent.mkdir(parents=True)
    model.rename(snapshot)
    monkeypatch.setenv("HF_HOME", str(tmp_path / "home"))
    assert find_model("maker/tiny") == snapshot
    assert align(ARTICLES, (), replace(AlignSettings(), model="maker/tiny")).links


def test_a_missing_model_is_a_sentence_and_nothing_is_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HOME", str(tmp_path))
    with pytest.raises(ModelError, match="none is fetched"):
        align(ARTICLES, (), replace(AlignSettings(), model="maker/absent"))


def test_a_folder_that_holds_no_model_is_a_sentence(tmp_path: Path) -> None:
    pytest.importorskip("model2vec", reason="the extra sidebyline[semantic] is not installed")
    (tmp_path / "config.json").write_text("{}", encoding="utf-8")
    with pytest.raises(ModelError, match="holds no embedding model"):
        align(ARTICLES, (), replace(AlignSettings(), model=str(tmp_path)))


def test_without_the_extra_a_named_model_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "config.json").write_text("{}", encoding="utf-8")
    monkeypatch.setitem(sys.modules, "model2vec", None)
    with pytest.raises(ModelError, match="sidebyline\\[semantic\\]"):
        align(ARTICLES, (), replace(AlignSettings(), model=str(tmp_path)))


def test_no_model_named_nothing_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "model2vec", None)
    assert align(story(*BODIES), ()).links
