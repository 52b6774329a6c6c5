"""All relations between the actors of a stock."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from stocktake.analysis.relations.bridging import bridges
from stocktake.analysis.relations.coalitions import coalitions
from stocktake.analysis.relations.convergence import Whole, convergence
from stocktake.analysis.relations.mapping import actor_map, axes
from stocktake.analysis.relations.network import Network
from stocktake.analysis.relations.null import Null
from stocktake.analysis.relations.stances import stances
from stocktake.analysis.relations.ties import ties
from stocktake.lexicon.relations import Thresholds, thresholds
from stocktake.model import (
    Convergence,
    Document,
    Relations,
    SchemeKind,
    Stock,
    Structure,
)

_FEWEST = 3


def relate(stock: Stock, documents: Mapping[str, Document]) -> Relations:
    """How the actors of a *stock* stand to one another; *documents* are its own, by their ids.

    SettingsError if the process names a threshold that is not known.
    """
    limits = thresholds(stock.process.relations)
    views = _views(stock, documents, limits)
    table = stances(stock.positions, _subject(stock), limits.least_positions)
    left_out = Structure(len(table.actors), len(table.targets), table.few)
    if len(table.actors) < max(limits.least_compared, _FEWEST):
        return Relations(views, structure=left_out)
    network = Network.of(table.table())
    tied = ties(table, network, stock.positions, limits)
    null = Null.of(table, limits)
    grouping = coalitions(table, network, null, limits)
    told = null.as_long(axes(network).lengths) <= limits.by_chance
    return Relations(
        views,
        tied.kept,
        grouping.coalitions,
        actor_map(table, network) if told else None,
        bridges(table, network, grouping.coalitions, limits),
        replace(
            left_out,
            modularity=grouping.modularity,
            by_chance=grouping.chance,
            not_shown=grouping.not_shown,
            ties_left_out=tied.left_out,
        ),
    )


def _views(
    stock: Stock, documents: Mapping[str, Document], limits: Thresholds
) -> tuple[Convergence, ...]:
    input_of = {
        item.id: documents[item.document_id].input_id
        for item in stock.statements
        if item.document_id in documents
    }
    read = sum(entry.counts for entry in stock.ledger)
    whole = Whole.of(stock.positions, stock.actors, read, input_of)
    return tuple(convergence(stock.positions, whole, limits))


def _subject(stock: Stock) -> str | None:
    """The target that stands for the process's own text, if the themes mark one."""
    codes = (item.subject for item in stock.schemes if item.kind is SchemeKind.THEMES)
    code = next(codes, None)
    return f"theme:{code}" if code else None
