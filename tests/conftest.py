"""What all tests share: where the real material lies, and what to do without it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from stocktake.embedders import FOLDER, models_folder
from tests.postgresql import Server, binaries, running

settings.register_profile("same-everywhere", deadline=None, derandomize=True)
settings.load_profile("same-everywhere")

ROOT = Path(__file__).resolve().parent.parent
# What a test finds must not depend on which models its machine has: `models` brings them back. The
# processes of a divided run inherit what the first one set.
MODELS = Path(os.environ.setdefault("STOCKTAKE_TEST_MODELS", str(models_folder())))
os.environ[FOLDER] = str(ROOT / "no-models")


def pytest_make_parametrize_id(val: object) -> str | None:
    """An object is called by its class, not by where it lies in memory, which each process of a
    divided run would tell otherwise."""
    return type(val).__name__ if " at 0x" in repr(val) else None


def skip_or_fail(reason: str) -> None:
    """Skip with a reason; on CI, which has everything, fail instead."""
    if os.environ.get("STOCKTAKE_CI") == "1":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real material beside the checkout."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        skip_or_fail("the real material is not there: ../shared is missing")
    return folder


@pytest.fixture
def models(monkeypatch: pytest.MonkeyPatch) -> None:
    """The models that this machine has."""
    monkeypatch.setenv(FOLDER, str(MODELS))


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    """A PostgreSQL that runs for these tests."""
    programs = binaries()
    if programs is None:
        skip_or_fail("PostgreSQL is not installed")
    else:
        with running(programs) as server:
            yield server


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def new_url(request: pytest.FixtureRequest) -> Callable[[], str | None]:
    """Tells where the records of a new workspace may be, for each database; None: in its folder."""
    if request.param == "sqlite":
        return lambda: None
    server: Server = request.getfixturevalue("postgresql")
    return server.url
