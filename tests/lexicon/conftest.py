"""The packaged gazetteer, loaded once for all tests of the room."""

from __future__ import annotations

import pytest

from stocktake.lexicon import Gazetteer, load


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return load().actors
