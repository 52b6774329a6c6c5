"""Which stocks were published: for each audience the number and key in its own edition."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, insert, select

from stocktake.model.accounts import Audience
from stocktake.model.published import Published
from stocktake.store.tables_people import published as table


def add_published(connection: Connection, made: Iterable[Published]) -> None:
    """Keep that stocks were published."""
    rows = [
        {"audience": item.audience.value, "number": item.number, "key": item.key, "at": item.at}
        for item in made
    ]
    connection.execute(insert(table), rows)


def published(connection: Connection, audience: Audience) -> list[Published]:
    """What was published for an audience, the latest first; a stock may be there several times."""
    query = select(table).where(table.c.audience == audience.value)
    rows = connection.execute(query.order_by(table.c.sequence.desc()))
    return [Published(audience, row.number, row.key, row.at) for row in rows]
