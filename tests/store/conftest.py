"""Each of these tests is for both databases."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from stocktake.store import Store, open_store
from tests.postgresql import Server

Anew = Callable[[], Store]


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def anew(request: pytest.FixtureRequest) -> Anew:
    """Opens a database that is empty."""
    if request.param == "sqlite":
        return lambda: open_store("sqlite://")
    server: Server = request.getfixturevalue("postgresql")
    return lambda: open_store(server.url())
