"""Tables, migrations, and databases that this version cannot read."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from stocktake.errors import IntegrityError, StocktakeError
from stocktake.store import open_store
from stocktake.store.schema import revision
from stocktake.store.tables import REVISION, metadata
from tests.store.conftest import Anew


def test_migrations_end_at_the_tables_of_this_version(anew: Anew) -> None:
    with anew().reading() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, metadata) == []


def test_the_last_migration_is_the_one_that_the_tables_name(anew: Anew) -> None:
    with anew().reading() as connection:
        assert revision(connection) == REVISION


def test_a_database_of_a_newer_version_is_refused_and_left_alone(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'stocktake.db'}"
    store = open_store(url)
    with store.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    store.close()
    with pytest.raises(IntegrityError, match="newer version"):
        open_store(url)


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    path = tmp_path / "stocktake.db"
    path.write_bytes(b"no database at all, but long enough to be looked at" * 100)
    with pytest.raises(IntegrityError, match="restore it from a copy"):
        open_store(f"sqlite:///{path}")


def test_foreign_keys_and_full_synchronisation_are_on(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'stocktake.db'}")
    with store.reading() as connection:
        found = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("foreign_keys", "synchronous", "journal_mode")
        ]
    assert found == [1, 2, "wal"]


def test_a_database_that_may_not_be_written_says_what_to_check() -> None:
    store = open_store("sqlite://")
    with store.writing() as connection:
        connection.exec_driver_sql("PRAGMA query_only = ON")
    with pytest.raises(StocktakeError, match="may not be read-only"), store.writing() as connection:
        connection.exec_driver_sql("CREATE TABLE a (b)")
