"""Who is to act with whom: a graph of those that are asked and their partners, and its table."""

from __future__ import annotations

from stocktake.model import Cell, Chart, ChartKind, Partnership
from stocktake.model.report import Block
from stocktake.reports.limits import NAMES
from stocktake.reports.patterns import count_cell, one_line, plain, table, words
from stocktake.reports.records import Records
from stocktake.reports.stands import paragraph, passages

_MOST = 25


def chart(records: Records) -> tuple[Block, ...]:
    """The graph with its table; nothing where no partner is named."""
    found = records.stock.partnerships
    if not found:
        return ()
    rule = paragraph(plain("partnerships_rule"), note=True)
    rows = (_row(item, records) for item in found[:_MOST])
    left = len(found) - _MOST
    more = paragraph(plain("more_partnerships", n=left), note=True) if left > 0 else ()
    return (*rule, Chart(ChartKind.NETWORK, table("partnerships", rows)), *more)


def _row(item: Partnership, records: Records) -> tuple[Cell, ...]:
    names = records.names(item.asked_by)
    shown = "; ".join(names[:NAMES])
    return (
        Cell(one_line(records.name(item.actor)), passages(item.statement_ids, records)),
        Cell(records.name(item.partner)),
        count_cell(len(item.statement_ids)),
        Cell(words("names_and_more", names=shown, more=len(names) - NAMES))
        if len(names) > NAMES
        else Cell(shown),
    )
