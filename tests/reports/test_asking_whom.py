"""Who asks whom to act, as a chart with its table."""

from __future__ import annotations

from dataclasses import replace

from stocktake import reports
from stocktake.model import Stance, Stock
from tests.reports import reading
from tests.reports.world import Invented


def asked(invented: Invented, *addressees: str, stance: Stance = Stance.SUPPORTS) -> Stock:
    first, *others = invented.stock.statements
    statement = replace(first, addressees=addressees, stance=stance)
    bare = (replace(item, addressees=()) for item in others)
    return replace(invented.stock, statements=(statement, *bare))


def tables(invented: Invented, stock: Stock) -> dict[str, object]:
    return dict(reading.tables(reports.build(stock, invented.texts)))


def test_each_that_is_asked_has_a_row_with_how_many_ask_it(invented: Invented) -> None:
    made = reports.build(asked(invented, "ferry owners", "harbours"), invented.texts)
    rows = reading.tables(made)["asking-whom"].rows
    assert [(row[0].text, row[1].value) for row in rows] == [("ferry owners", 1), ("harbours", 1)]


def test_what_is_opposed_is_not_asked(invented: Invented) -> None:
    stock = asked(invented, "ferry owners", "harbours", stance=Stance.OPPOSES)
    assert "asking-whom" not in tables(invented, stock)


def test_one_alone_makes_no_chart(invented: Invented) -> None:
    assert "asking-whom" not in tables(invented, asked(invented, "ferry owners"))
