"""Stocks are frozen, and proposals keep their numbers."""

from __future__ import annotations

from dataclasses import replace

from stocktake.model import Input, Process, Proposal, Stock
from stocktake.store import Frozen, add_stock, latest, open_store, proposal_numbers

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


def test_the_last_stock_comes_back_as_it_was() -> None:
    with open_store("sqlite://").writing() as connection:
        add_stock(connection, "k1", replace(STOCK, digest="e" * 64), {})
        add_stock(connection, "k2", STOCK, {})
        assert latest(connection) == Frozen(2, "k2", STOCK)


def test_stocks_are_numbered_one_after_another() -> None:
    with open_store("sqlite://").writing() as connection:
        assert [add_stock(connection, key, STOCK, {}) for key in ("k1", "k2")] == [1, 2]


def test_there_is_no_stock_before_the_first() -> None:
    with open_store("sqlite://").reading() as connection:
        assert latest(connection) is None


def test_the_number_that_a_statement_bore_last_is_known() -> None:
    with open_store("sqlite://").writing() as connection:
        for numbers in ({"a": 1, "b": 2}, {"a": 3}):
            add_stock(connection, "k", STOCK, numbers)
        assert proposal_numbers(connection) == {"a": 3, "b": 2}
