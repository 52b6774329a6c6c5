"""Brings a database to the tables of this version, or refuses one that a newer version wrote."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, text

from stocktake.errors import IntegrityError
from stocktake.store.dialects import dialect_of
from stocktake.store.tables import REVISION

SCRIPTS = Path(__file__).parent / "migrations"


def ensure(connection: Connection) -> None:
    """Create or migrate the tables as needed.

    IntegrityError if the database was written by a newer version of stocktake.
    """
    if not is_current(connection):
        dialect_of(connection).prepare(connection)
        upgrade(connection)


def is_current(connection: Connection) -> bool:
    """Whether the tables are those of this version."""
    return revision(connection) == REVISION


def revision(connection: Connection) -> str | None:
    """The revision the database is at, None if it is new."""
    if not dialect_of(connection).columns(connection, "alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def upgrade(connection: Connection) -> None:
    """Run the scripts that lie between the database and this version."""
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    found = revision(connection)
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if found and found not in known:
        raise IntegrityError(
            f"the database was written by a newer version of stocktake (schema {found}, "
            f"this version knows up to {REVISION}).",
            remedy="Install the newer version; nothing was changed.",
        )
    command.upgrade(config, "head")
