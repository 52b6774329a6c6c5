"""Where views meet and part: proposals and themes, coalitions, the map of actors, bridges."""

from __future__ import annotations

from dataclasses import fields

from stocktake.lexicon.relations import thresholds
from stocktake.model import Cell, Section, Table
from stocktake.reports import relations_coalitions, relations_map, relations_views
from stocktake.reports.patterns import table, words
from stocktake.reports.records import Records
from stocktake.reports.targets import Targets


def section(records: Records, told: frozenset[str]) -> tuple[Section, ...]:
    """The section with its four parts; none where nobody took a position."""
    relations = records.stock.relations
    if not relations.convergence:
        return ()
    targets = Targets.of(records, told)
    limits = thresholds(records.stock.process.relations)
    parts = (
        relations_views.part(targets, limits),
        relations_coalitions.part(targets, limits),
        relations_map.on_map(targets, limits),
        *((relations_map.between(targets),) if len(relations.coalitions) > 1 else ()),
    )
    return (Section("relations", words("relations"), (), parts),)


def method(records: Records) -> Table:
    """All thresholds that were used, by their names."""
    limits = thresholds(records.stock.process.relations)
    values = ((item.name, getattr(limits, item.name)) for item in fields(limits))
    rows = ((Cell(words("quoted", text=name)), Cell(f"{n:g}", value=n)) for name, n in values)
    return table("thresholds", rows)
