"""Stocks, frozen and numbered, and the numbers that proposals keep for good.

What stands in parts is kept apart: stocks that share a part share its row.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, func, select

from stocktake.model import Stock
from stocktake.store import codec, parts, tables
from stocktake.store.writing import add

FAST = 1


@dataclass(frozen=True, slots=True)
class Frozen:
    """A stock with its number, and the *key* that is the hash of all that it was made of."""

    number: int
    key: str
    stock: Stock


def packed(stock: Stock) -> bytes:
    """A stock as it is kept, without what stands in parts."""
    nothing: dict[str, Any] = dict.fromkeys(parts.fields_of(stock), ())
    bare = replace(stock, **nothing)
    return zlib.compress(codec.dumps(bare).encode("utf-8", "surrogatepass"), FAST)


def add_stock(
    connection: Connection,
    key: str,
    stock: Stock,
    numbers: Mapping[str, int],
    body: bytes | None = None,
) -> int:
    """Freeze *stock*, made of what *key* is the hash of, and return its number.

    *numbers* are those of its proposals, by the ids of their statements; *body* is the stock
    ``packed``, if that was done already.
    """
    table = tables.stocks
    number = (connection.execute(select(func.max(table.c.number))).scalar() or 0) + 1
    body = body or packed(stock)
    row = {"number": number, "key": key, "digest": stock.digest, "packed": body}
    add(connection, table, [row])
    parts.add_parts(connection, number, parts.fields_of(stock))
    known = proposal_numbers(connection)
    new = (
        {"statement_id": statement_id, "stock_number": number, "number": given}
        for statement_id, given in numbers.items()
        if known.get(statement_id) != given
    )
    add(connection, tables.proposal_numbers, new)
    return number


def latest(connection: Connection) -> Frozen | None:
    """The last stock; None if there is none yet."""
    table = tables.stocks
    row = connection.execute(select(table).order_by(table.c.number.desc()).limit(1)).first()
    return _frozen(connection, row)


def numbered(connection: Connection, number: int) -> Frozen | None:
    """The stock of that number; None if there is none."""
    table = tables.stocks
    row = connection.execute(select(table).where(table.c.number == number)).first()
    return _frozen(connection, row)


def stock_keys(connection: Connection) -> dict[int, str]:
    """The keys of all stocks by their numbers, in their order."""
    table = tables.stocks
    rows = connection.execute(select(table.c.number, table.c.key).order_by(table.c.number))
    return {row.number: row.key for row in rows}


def latest_key(connection: Connection) -> str | None:
    """The hash of all that the last stock was made of; None if there is none yet."""
    table = tables.stocks
    return connection.execute(select(table.c.key).order_by(table.c.number.desc()).limit(1)).scalar()


def proposal_numbers(connection: Connection) -> dict[str, int]:
    """The number that the proposal of each statement bore last, by the statement's id; also of
    statements that later stocks do not hold, so that no number is given twice."""
    table = tables.proposal_numbers
    rows = connection.execute(select(table).order_by(table.c.stock_number))
    return {row.statement_id: row.number for row in rows}


def _frozen(connection: Connection, row: Any) -> Frozen | None:
    if row is None:
        return None
    told = zlib.decompress(row.packed).decode("utf-8", "surrogatepass")
    whole = replace(codec.loads(Stock, told), **parts.parts_of_stock(connection, row.number))
    return Frozen(row.number, row.key, whole)
