"""Where views on proposals and themes meet and part: counts, a chart, measures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from stocktake.lexicon.relations import Thresholds
from stocktake.model import Cell, Chart, ChartKind, Convergence, ConvergenceKind, Section, Sentence
from stocktake.model.report import Block
from stocktake.reports import facts
from stocktake.reports.limits import CHART_PROPOSALS
from stocktake.reports.patterns import count_cell, plain, table, words
from stocktake.reports.stands import paragraph
from stocktake.reports.targets import Targets, figure, percent

_APART = (ConvergenceKind.DIVERGENT, ConvergenceKind.CONTESTED)


def part(targets: Targets, limits: Thresholds) -> Section:
    """What is said of proposals, then of themes; those on which most actors spoke come first."""
    found = sorted(
        targets.records.stock.relations.convergence,
        key=lambda item: (-item.spoke, targets.short(item.target), item.target),
    )
    on_proposals = [item for item in found if item.target in targets.proposals]
    on_themes = [item for item in found if item.target in targets.themes]
    blocks = (
        *rules(limits),
        *paragraph(_counted(on_proposals, limits)),
        *_chart(on_proposals, targets),
        *facts.tables("views_proposals", rows(on_proposals, targets)),
        *facts.tables("views_themes", rows(on_themes, targets)),
    )
    return Section("relations-views", words("relations_views"), blocks)


def rules(limits: Thresholds) -> tuple[Block, ...]:
    """What the kinds and measures of convergence mean."""
    rule = plain(
        "views_rule",
        least=limits.least_actors,
        share=percent(limits.convergent_share),
        balance=percent(limits.contested_balance),
    )
    return paragraph(rule, plain("views_measures"), note=True)


def _counted(found: Sequence[Convergence], limits: Thresholds) -> Sentence:
    kinds = Counter(item.kind for item in found)
    return plain(
        "views_on_proposals",
        convergent=kinds[ConvergenceKind.CONVERGENT],
        divergent=kinds[ConvergenceKind.DIVERGENT],
        contested=kinds[ConvergenceKind.CONTESTED],
        singular=kinds[ConvergenceKind.SINGULAR],
        few=kinds[ConvergenceKind.TOO_FEW],
        least=str(limits.least_actors),
    )


def _chart(found: Sequence[Convergence], targets: Targets) -> tuple[Block, ...]:
    apart = [item for item in found if item.kind in _APART][:CHART_PROPOSALS]
    rows = [(targets.cell(item.target), *_counts(item)) for item in apart]
    return (Chart(ChartKind.STACKED_BARS, table("views_parting", rows)),) if rows else ()


def rows(found: Sequence[Convergence], targets: Targets) -> list[tuple[Cell, ...]]:
    """Those with measures: what has one or two voices is counted only."""
    return [_row(item, targets) for item in found if item.agreement is not None]


def _row(item: Convergence, targets: Targets) -> tuple[Cell, ...]:
    return (
        targets.cell(item.target),
        Cell(words(f"kind_{item.kind.value}")),
        *_counts(item),
        count_cell(item.through),
        figure(item.agreement),
        figure(item.polarisation),
        count_cell(len(item.regions)),
        figure(item.evenness),
        Cell(percent(item.actors_share), value=item.actors_share),
        Cell(percent(item.inputs_share), value=item.inputs_share),
    )


def _counts(item: Convergence) -> tuple[Cell, Cell, Cell]:
    return count_cell(item.supports), count_cell(item.opposes), count_cell(item.mixed)
