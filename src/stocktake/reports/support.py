"""Support for the proposals most spoken of, by regional group or kind of actor."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from stocktake.model import Cell, Chart, ChartKind, Proposal, Section
from stocktake.model.report import Block
from stocktake.reports.limits import CHART_PROPOSALS
from stocktake.reports.patterns import count_cell, table
from stocktake.reports.proposals import anchor, on_themes, ranked
from stocktake.reports.records import Records
from stocktake.reports.stands import number, stands_on
from stocktake.reports.voices import group
from stocktake.reports.wording import heading_of


def within(section: Section, told: frozenset[str], records: Records) -> Section:
    """The section with the chart of support behind its own blocks."""
    return replace(section, blocks=(*section.blocks, *chart(told, records)))


def chart(told: frozenset[str], records: Records) -> tuple[Block, ...]:
    """A bar a proposal that two actors or more support, a part of it for each group."""
    chosen = [
        item
        for item in ranked(on_themes(records.stock.proposals), records)
        if number(stands_on(item.id, records).supports) > 1
    ][:CHART_PROPOSALS]
    counts = [_by_group(item, records) for item in chosen]
    groups = sorted({title for count in counts for title in count})
    if not groups:
        return ()
    rows = [
        (_heading(item, told, records), *(count_cell(count[title]) for title in groups))
        for item, count in zip(chosen, counts, strict=True)
    ]
    return (Chart(ChartKind.STACKED_BARS, table("support", rows, columns=groups)),)


def _by_group(proposal: Proposal, records: Records) -> Counter[str]:
    supports = stands_on(proposal.id, records).supports
    counted = (position.actor_id for position in supports if position.counts)
    return Counter(group(actor_id, records) for actor_id in counted)


def _heading(proposal: Proposal, told: frozenset[str], records: Records) -> Cell:
    return Cell(heading_of(proposal, records), link=anchor(proposal) if proposal.id in told else "")
