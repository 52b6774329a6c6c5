"""Clusters of related proposals within a theme: the step between a proposal and its theme."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from stocktake.model import Cell, Proposal, ProposalCluster
from stocktake.model.report import Block
from stocktake.reports.limits import BRIEF_PROPOSALS
from stocktake.reports.patterns import count_cell, plain, table, words
from stocktake.reports.records import Records, cite
from stocktake.reports.stands import paragraph, stands_on
from stocktake.reports.wording import wording_of


def blocks(proposals: Collection[Proposal], name: str, records: Records) -> tuple[Block, ...]:
    """A row for each cluster with two or more of some *proposals*, the largest first; *name*
    makes the table's id."""
    inside = {item.id: item for item in proposals}
    rows = sorted(_rows(inside, records), key=lambda row: -(row[1].value or 0))
    if not rows:
        return ()
    left = len(rows) - BRIEF_PROPOSALS
    return (
        *paragraph(plain("clusters_rule"), note=True),
        table("clusters", rows[:BRIEF_PROPOSALS], id_=f"{name}-clusters"),
        *(paragraph(plain("more_rows", n=left), note=True) if left > 0 else ()),
    )


def _rows(inside: dict[str, Proposal], records: Records) -> Iterator[tuple[Cell, ...]]:
    for found in records.stock.clusters:
        members = [inside[id_] for id_ in found.proposal_ids if id_ in inside]
        if len(members) > 1:
            yield _row(found, members, records)


def _row(found: ProposalCluster, members: list[Proposal], records: Records) -> tuple[Cell, ...]:
    centre = next(item for item in records.stock.proposals if item.id == found.centre_id)
    wording = records.statements[centre.wording_id]
    heading = ", ".join(words("quoted", text=word.text) for word in found.words)
    actors = {held.actor_id for item in members for held in stands_on(item.id, records).all}
    shown = heading or words("quoted", text=wording_of(centre, records))
    return (
        Cell(shown, (cite(wording),)),
        Cell(", ".join(str(item.number) for item in members), value=len(members)),
        count_cell(len(actors)),
    )
