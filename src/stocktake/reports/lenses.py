"""Perspectives across themes: how much was said through each lens."""

from __future__ import annotations

from stocktake.model import Cell, SchemeKind, Section, Theme
from stocktake.model.report import Block
from stocktake.reports.patterns import count_cell, plain, table, words
from stocktake.reports.records import Records, speakers
from stocktake.reports.stands import paragraph


def section(records: Records) -> tuple[Section, ...]:
    """The lenses by the number of actors; no section where the process has none."""
    lenses = records.entries(SchemeKind.LENSES)
    if not lenses:
        return ()
    rows = sorted((_row(lens, records) for lens in lenses), key=lambda row: -(row[1].value or 0))
    blocks: tuple[Block, ...] = (*paragraph(plain("lenses_rule"), note=True), table("lenses", rows))
    return (Section("lenses", words("lenses"), blocks),)


def _row(lens: Theme, records: Records) -> tuple[Cell, ...]:
    statements = records.on_themes(records.about(SchemeKind.LENSES, lens.code))
    ids = {item.id for item in statements}
    proposals = [item for item in records.stock.proposals if ids.intersection(item.statement_ids)]
    return (
        Cell(lens.title),
        count_cell(len(speakers(statements))),
        count_cell(len(statements)),
        count_cell(len(proposals)),
    )
