"""The parts of a stock as tables for people and as records for programs."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from stocktake.analysis.levels import silent_levels
from stocktake.errors import UsageError
from stocktake.model import Stock
from stocktake.services import (
    actor_history,
    rows,
    rows_following,
    rows_gaps,
    rows_labels,
    rows_positions,
    rows_relations,
)
from stocktake.services.frozen import last_stock
from stocktake.services.names import Names
from stocktake.services.workspace import Workspace

Row = dict[str, Any]
NO_FILTER: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Item:
    """One thing: its *row* of a table, and its *record* with all that is known."""

    row: Row
    record: Row


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a stock: where its records are, and how one of them becomes a row."""

    records: Callable[[Stock], Sequence[Any]]
    row: Callable[[Any, Names], Row]


PARTS = {
    "actors": Part(lambda stock: stock.actors, rows.actor),
    "adoptions": Part(lambda stock: stock.adoptions, rows_following.adoption),
    "affected": Part(lambda stock: stock.affected, rows_gaps.affected),
    "bridges": Part(lambda stock: stock.relations.bridges, rows_relations.bridge),
    "campaigns": Part(lambda stock: stock.campaigns, rows.campaign),
    "case-studies": Part(lambda stock: stock.case_studies, rows.case_study),
    "changes": Part(lambda stock: stock.changes, rows_positions.change),
    "clusters": Part(lambda stock: stock.clusters, rows_positions.cluster),
    "coalitions": Part(lambda stock: stock.relations.coalitions, rows_relations.coalition),
    "commitments": Part(lambda stock: stock.commitments, rows_following.commitment),
    "conflicts": Part(lambda stock: stock.conflicts, rows_gaps.conflict),
    "contradictions": Part(lambda stock: stock.contradictions, rows_positions.contradiction),
    "convergence": Part(lambda stock: stock.relations.convergence, rows_relations.convergence),
    "facts": Part(lambda stock: stock.facts, rows.fact),
    "gaps": Part(lambda stock: stock.gaps, rows_gaps.gap),
    "inputs": Part(lambda stock: stock.inputs, rows.input_),
    "issues": Part(lambda stock: stock.issues, rows.issue),
    "joined": Part(lambda stock: stock.joined, rows_following.joined),
    "labels": Part(lambda stock: stock.statements, rows_labels.label),
    "ledger": Part(lambda stock: stock.ledger, rows.ledger_entry),
    "level-gaps": Part(lambda stock: tuple(silent_levels(stock)), rows_gaps.gap),
    "map": Part(rows_relations.points, rows_relations.point),
    "participation": Part(lambda stock: stock.participation, actor_history.row),
    "partnerships": Part(lambda stock: stock.partnerships, rows_following.partnership),
    "positions": Part(lambda stock: stock.positions, rows_positions.position),
    "proposals": Part(lambda stock: stock.proposals, rows.proposal),
    "regions": Part(lambda stock: stock.regions, rows_gaps.region),
    "reservations": Part(lambda stock: stock.reservations, rows_following.reservation),
    "review": Part(rows.unreviewed, rows.doubtful),
    "review-facts": Part(rows.unreviewed_facts, rows.fact),
    "reviews": Part(lambda stock: stock.reviews, rows.review),
    "statements": Part(lambda stock: stock.statements, rows.statement),
    "themes": Part(rows.themes_of, rows.theme),
}


def show(workspace: Workspace, part: str, wanted: Mapping[str, str] = NO_FILTER) -> list[Item]:
    """The things of one *part* of the last stock, in the stock's order.

    *wanted* are pairs of a column and what must stand in it, whatever the letter case; a theme or
    dimension can also be given by its code. UsageError lists the parts there are, or says that a
    part has no such column; NotFoundError if no stock was taken yet.
    """
    if part not in PARTS:
        raise UsageError(f"there are no {part!r}.", remedy=f"Known: {', '.join(PARTS)}.")
    names = Names(last_stock(workspace), workspace.lexicon)
    found = items(names, part)
    texts = {column: names.theme(text).casefold() for column, text in wanted.items()}
    _refuse_unknown(part, found, texts)
    return [item for item in found if all(_holds(item, *pair) for pair in texts.items())]


def items(names: Names, part: str) -> list[Item]:
    """All things of one *part*, which must be known, in the stock's order."""
    known = PARTS[part]
    return [
        Item(known.row(record, names), dataclasses.asdict(record))
        for record in known.records(names.stock)
    ]


def _refuse_unknown(part: str, items: list[Item], wanted: Mapping[str, str]) -> None:
    for column in wanted:
        if items and column not in items[0].row:
            columns = ", ".join(items[0].row)
            raise UsageError(f"{part} have no {column!r}.", remedy=f"They have: {columns}.")


def _holds(item: Item, column: str, text: str) -> bool:
    return text in str(item.row[column]).casefold()
