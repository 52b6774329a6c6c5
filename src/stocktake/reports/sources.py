"""The annex of sources: every line of the completeness ledger, with what became of it."""

from __future__ import annotations

from collections.abc import Mapping

from stocktake.model import Cell, Input, LedgerEntry, Section
from stocktake.reports.dates import say_text
from stocktake.reports.patterns import count_cell, plain, table, words
from stocktake.reports.records import Records
from stocktake.reports.stands import paragraph

_DESCRIBED = frozenset({"title", "actor", "date", "kind"})


def section(records: Records) -> Section:
    """All inputs, in the stock's order."""
    ledger = records.stock.ledger
    rows = [_row(entry, records.inputs, records) for entry in ledger]
    blocks = (
        *paragraph(plain("sources_rule"), note=True),
        *((table("sources", rows),) if rows else ()),
    )
    return Section("sources", words("sources"), blocks)


def _row(entry: LedgerEntry, inputs: Mapping[str, Input], records: Records) -> tuple[Cell, ...]:
    source = inputs.get(entry.input_id)
    names = "; ".join((entry.name, *entry.also_under))
    return (
        Cell(names, link=f"original:{entry.input_id}"),
        Cell(source.title if source and source.title != entry.name else ""),
        Cell("; ".join(records.names(source.actor_ids)) if source else ""),
        Cell(say_text(source.get("date")) if source else ""),
        Cell(source.kind.value if source else ""),
        Cell(_known_from(source) if source else ""),
        Cell(entry.status.value),
        Cell(entry.reason),
        count_cell(entry.pages),
        count_cell(entry.statements),
    )


def _known_from(source: Input) -> str:
    """How we know author, date and kind, so that what was inferred can be told from the rest."""
    origins = (item.origin for item in source.metadata if item.name in _DESCRIBED)
    return "; ".join(dict.fromkeys(origins))
