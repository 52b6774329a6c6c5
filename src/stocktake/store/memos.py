"""What analyses found out before, by the hash of all that it depends on.

It stands beside the records: if it is lost, it is found out anew.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy import Column, Connection, LargeBinary, MetaData, Table, Text, select

from stocktake.store.dialects import dialect_of

MEMOS = MetaData()
table = Table(
    "memos",
    MEMOS,
    Column("kind", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("body", LargeBinary, nullable=False),
)
CHUNK = 500


def memos(connection: Connection, kind: str) -> dict[str, bytes]:
    """All that is kept of a *kind*, by its keys."""
    if not dialect_of(connection).columns(connection, table.name):
        return {}
    query = select(table.c.key, table.c.body).where(table.c.kind == kind)
    return {row.key: row.body for row in connection.execute(query)}


def keep_memos(
    connection: Connection, kind: str, before: Mapping[str, bytes], now: Mapping[str, bytes]
) -> None:
    """Keep what is known of a *kind* *now* instead of what was known *before*."""
    gone = sorted(key for key, body in before.items() if now.get(key) != body)
    for start in range(0, len(gone), CHUNK):
        these = table.c.key.in_(gone[start : start + CHUNK])
        connection.execute(table.delete().where(table.c.kind == kind, these))
    new = [
        {"kind": kind, "key": key, "body": body}
        for key, body in now.items()
        if before.get(key) != body
    ]
    if new:
        connection.execute(table.insert(), new)


def forget_memos(connection: Connection, but: Collection[str]) -> None:
    """Forget all kinds *but* these."""
    MEMOS.create_all(connection)
    connection.execute(table.delete().where(table.c.kind.not_in(sorted(but))))
