"""Each kind of store passes the contract."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from stocktake.store import Store, open_store
from tests.postgresql import Server
from tests.store.contract import StoreContract


class TestFile(StoreContract):
    @pytest.fixture
    def store(self, tmp_path: Path) -> Iterator[Store]:
        store = open_store(f"sqlite:///{tmp_path / 'stocktake.db'}")
        yield store
        store.close()


class TestMemory(StoreContract):
    @pytest.fixture
    def store(self) -> Iterator[Store]:
        store = open_store("sqlite://")
        yield store
        store.close()


class TestPostgreSQL(StoreContract):
    @pytest.fixture
    def store(self, postgresql: Server) -> Iterator[Store]:
        store = open_store(postgresql.url())
        yield store
        store.close()
