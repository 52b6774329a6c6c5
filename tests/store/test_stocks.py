"""Stocks are frozen, and proposals keep their numbers."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import func, select

from stocktake.model import (
    Input,
    Part,
    Parted,
    Position,
    PositionStance,
    Process,
    Proposal,
    Stock,
)
from stocktake.store import Frozen, add_stock, latest, proposal_numbers, tables
from tests.store.conftest import Anew

PROPOSAL = Proposal("p" * 32, 7, "1" * 32, ("1" * 32,), ("ports",), ())
STOCK = Stock(
    "f" * 64,
    Process("A process"),
    (Input("a" * 64, "a.txt", "text/plain", 3),),
    *((),) * 7,
    (PROPOSAL,),
    *((),) * 4,
    (("grouping", "1"),),
)


def test_the_last_stock_comes_back_as_it_was(anew: Anew) -> None:
    with anew().writing() as connection:
        add_stock(connection, "k1", replace(STOCK, digest="e" * 64), {})
        add_stock(connection, "k2", STOCK, {})
        assert latest(connection) == Frozen(2, "k2", STOCK)


def test_stocks_are_numbered_one_after_another(anew: Anew) -> None:
    with anew().writing() as connection:
        assert [add_stock(connection, key, STOCK, {}) for key in ("k1", "k2")] == [1, 2]


def test_there_is_no_stock_before_the_first(anew: Anew) -> None:
    with anew().reading() as connection:
        assert latest(connection) is None


def test_the_number_that_a_statement_bore_last_is_known(anew: Anew) -> None:
    with anew().writing() as connection:
        for numbers in ({"a": 1, "b": 2}, {"a": 3}):
            add_stock(connection, "k", STOCK, numbers)
        assert proposal_numbers(connection) == {"a": 3, "b": 2}


def theme(code: str, *statements: str) -> Position:
    return Position("FRE", f"theme:{code}", PositionStance.SUPPORTS, None, statements)


def test_what_stands_in_parts_comes_back_in_its_order(anew: Anew) -> None:
    parts = [Part.of(Position, [theme("ports", "1"), theme("ports", "2")]), Part.of(Position, [])]
    stock = replace(STOCK, positions=Parted([*parts, Part.of(Position, [theme("fish", "3")])]))
    with anew().writing() as connection:
        add_stock(connection, "k", stock, {})
        assert latest(connection) == Frozen(1, "k", stock)


def test_a_part_of_several_stocks_is_kept_once(anew: Anew) -> None:
    stock = replace(STOCK, positions=Parted([Part.of(Position, [theme("fish", "3")])]))
    with anew().writing() as connection:
        for key in ("k1", "k2"):
            add_stock(connection, key, stock, {})
        assert (
            connection.execute(select(func.count()).select_from(tables.stock_parts)).scalar() == 1
        )
