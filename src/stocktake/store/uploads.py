"""Files that come in pieces: whose they are, and what was announced of them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from stocktake.model.uploads import Upload
from stocktake.store.tables_people import uploads as table


def add_upload(connection: Connection, upload: Upload) -> None:
    """Keep that a file begins to come."""
    row = {name: getattr(upload, name) for name in table.c.keys()}  # noqa: SIM118
    connection.execute(insert(table), row)


def upload(connection: Connection, upload_id: str) -> Upload | None:
    """The upload with that id."""
    row = connection.execute(select(table).where(table.c.id == upload_id)).first()
    return _upload(row) if row else None


def uploads_of(connection: Connection, account_id: str) -> list[Upload]:
    """The uploads of an account, those first that are kept longest."""
    query = select(table).where(table.c.account_id == account_id)
    return [_upload(row) for row in connection.execute(query.order_by(table.c.until.desc()))]


def upload_ids(connection: Connection) -> set[str]:
    """The ids of all uploads."""
    return set(connection.execute(select(table.c.id)).scalars())


def keep_upload(connection: Connection, upload_id: str, until: str) -> None:
    """Keep an upload until then."""
    connection.execute(update(table).where(table.c.id == upload_id).values(until=until))


def drop_upload(connection: Connection, upload_id: str) -> None:
    """Forget an upload."""
    connection.execute(delete(table).where(table.c.id == upload_id))


def drop_uploads_before(connection: Connection, moment: str) -> None:
    """Forget the uploads that were kept until before then."""
    connection.execute(delete(table).where(table.c.until < moment))


def _upload(row: Any) -> Upload:
    return Upload(**row._mapping)
