"""The embedders that are at hand; those whose model is not installed are skipped, with why."""

from __future__ import annotations

import pytest

from stocktake.embedders import EMBEDDERS, Embedder, ModelMissingError, embedder
from tests.conftest import skip_or_fail


@pytest.fixture(params=EMBEDDERS.names())
def each(request: pytest.FixtureRequest, models: None) -> Embedder:
    """Every embedder, one after another."""
    return at_hand(request.param)


def at_hand(name: str) -> Embedder:
    """The embedder called *name*; the test is skipped where its model is not installed."""
    try:
        return embedder(name)
    except ModelMissingError as error:
        skip_or_fail(str(error))
        raise
