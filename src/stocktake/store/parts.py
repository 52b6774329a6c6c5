"""Parts of stocks, each under the hash of what stands in it, and which a stock is made of."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from functools import partial
from typing import Any

from sqlalchemy import Connection, func, select

from stocktake.model import Part, Parted, Position, Statement, Stock
from stocktake.model.analysis import Assignment
from stocktake.store import tables
from stocktake.store.writing import add

FAST = 1
KINDS: Mapping[str, type[Any]] = {
    "statements": Statement,
    "assignments": Assignment,
    "positions": Position,
}
_TOGETHER = 500


def fields_of(stock: Stock) -> dict[str, Parted[Any]]:
    """What of a stock stands in parts, by the names of its fields."""
    values = ((field.name, getattr(stock, field.name)) for field in fields(stock))
    return {name: value for name, value in values if isinstance(value, Parted)}


def add_parts(connection: Connection, number: int, told: Mapping[str, Parted[Any]]) -> None:
    """Keep the parts of a stock under its *number*; those that are there already stay."""
    table = tables.stock_parts
    known = set(connection.execute(select(table.c.key)).scalars())
    every = {part.key: part for value in told.values() for part in value.parts}
    new = ({"key": key, "packed": _packed(part)} for key, part in every.items() if key not in known)
    add(connection, table, new)
    rows = (
        {"number": number, "field": name, "packed": _contents(value)}
        for name, value in told.items()
    )
    add(connection, tables.stock_contents, rows)


def parts_of_stock(connection: Connection, number: int) -> dict[str, Any]:
    """What of the stock of a *number* is kept in parts, by the names of its fields."""
    contents = _contents_of(connection, number)
    bodies = dict(_bodies(connection, {key for told in contents.values() for key, _ in told}))
    return {
        name: Parted(
            Part(KINDS[name], count, partial(unpacked_part, bodies[key]), key)
            for key, count in told
        )
        for name, told in contents.items()
    }


def part(connection: Connection, key: str) -> bytes:
    """One part as it is kept; see ``unpacked_part``."""
    table = tables.stock_parts
    packed: bytes = connection.execute(
        select(table.c.packed).where(table.c.key == key)
    ).scalar_one()
    return packed


def parts_of_last(connection: Connection) -> dict[str, bytes]:
    """All parts of the last stock as they are kept, by their keys."""
    last = connection.execute(select(func.max(tables.stocks.c.number))).scalar_one()
    contents = _contents_of(connection, last)
    return dict(_bodies(connection, {key for told in contents.values() for key, _ in told}))


def unpacked_part(packed: bytes) -> bytes:
    """The JSON of a part."""
    return zlib.decompress(packed)


def _contents_of(connection: Connection, number: int) -> dict[str, list[tuple[str, int]]]:
    table = tables.stock_contents
    rows = connection.execute(select(table).where(table.c.number == number))
    return {row.field: json.loads(zlib.decompress(row.packed)) for row in rows}


def _bodies(connection: Connection, keys: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    wanted, table = sorted(keys), tables.stock_parts
    for start in range(0, len(wanted), _TOGETHER):
        query = select(table).where(table.c.key.in_(wanted[start : start + _TOGETHER]))
        yield from ((row.key, row.packed) for row in connection.execute(query))


def _packed(told: Part[Any]) -> bytes:
    return zlib.compress(told.body, FAST)


def _contents(told: Parted[Any]) -> bytes:
    listed = [[part.key, part.count] for part in told.parts]
    return zlib.compress(json.dumps(listed).encode(), FAST)
