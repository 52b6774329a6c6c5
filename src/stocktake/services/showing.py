"""The parts of a stock as tables for people and as records for programs."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from stocktake.errors import UsageError
from stocktake.model import Stock
from stocktake.services import rows, rows_relations
from stocktake.services.names import Names
from stocktake.services.reporting import last_stock
from stocktake.services.workspace import Workspace

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Item:
    """One thing: its *row* of a table, and its *record* with all that is known."""

    row: Row
    record: Row


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a stock: where its records are, and how one of them becomes a row."""

    records: Callable[[Stock], tuple[Any, ...]]
    row: Callable[[Any, Names], Row]


PARTS = {
    "actors": Part(lambda stock: stock.actors, rows.actor),
    "bridges": Part(lambda stock: stock.relations.bridges, rows_relations.bridge),
    "campaigns": Part(lambda stock: stock.campaigns, rows.campaign),
    "case-studies": Part(lambda stock: stock.case_studies, rows.case_study),
    "coalitions": Part(lambda stock: stock.relations.coalitions, rows_relations.coalition),
    "convergence": Part(lambda stock: stock.relations.convergence, rows_relations.convergence),
    "facts": Part(lambda stock: stock.facts, rows.fact),
    "gaps": Part(lambda stock: stock.gaps, rows.gap),
    "inputs": Part(lambda stock: stock.inputs, rows.input_),
    "issues": Part(lambda stock: stock.issues, rows.issue),
    "ledger": Part(lambda stock: stock.ledger, rows.ledger_entry),
    "map": Part(rows_relations.points, rows_relations.point),
    "participation": Part(lambda stock: stock.participation, rows.participation),
    "positions": Part(lambda stock: stock.positions, rows.position),
    "proposals": Part(lambda stock: stock.proposals, rows.proposal),
    "review": Part(rows.unreviewed, rows.doubtful),
    "reviews": Part(lambda stock: stock.reviews, rows.review),
    "statements": Part(lambda stock: stock.statements, rows.statement),
    "themes": Part(rows.themes_of, rows.theme),
}


def show(workspace: Workspace, part: str) -> list[Item]:
    """The things of one *part* of the last stock, in the stock's order.

    UsageError lists the parts there are; NotFoundError if no stock was taken yet.
    """
    if part not in PARTS:
        raise UsageError(f"there are no {part!r}.", remedy=f"Known: {', '.join(PARTS)}.")
    return list(_items(Names(last_stock(workspace), workspace.lexicon), PARTS[part]))


def _items(names: Names, part: Part) -> Iterator[Item]:
    for record in part.records(names.stock):
        yield Item(part.row(record, names), dataclasses.asdict(record))
