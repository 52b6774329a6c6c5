"""A proposal in a report: in full, with its quotations, or as one row of a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from stocktake.model import Cell, Entry, Listing, Position, Proposal, Sentence, Table
from stocktake.model.report import Block
from stocktake.reports import campaigns
from stocktake.reports.limits import BRIEF_PROPOSALS, FULL_PROPOSALS, NAMES, QUOTES
from stocktake.reports.patterns import Cited, cell, plain, table
from stocktake.reports.records import Records, cite
from stocktake.reports.stands import (
    Stands,
    number,
    paragraph,
    quotes,
    sentences,
    stands_on,
    voices,
)
from stocktake.reports.wording import heading_of, quoted_wording


def anchor(proposal: Proposal) -> str:
    return f"proposal-{proposal.number}"


def ranked(proposals: Iterable[Proposal], records: Records) -> list[Proposal]:
    """Those on which most actors took a position first, then by number."""
    return sorted(
        proposals, key=lambda item: (-number(stands_on(item.id, records).all), item.number)
    )


def on_themes(proposals: Iterable[Proposal]) -> list[Proposal]:
    """Those of some proposals that are about a theme of the scheme."""
    return [item for item in proposals if item.theme_codes]


def listing(
    proposals: Sequence[Proposal], name: str, told: frozenset[str], records: Records
) -> tuple[Block, ...]:
    """The first few in full unless *told* before, some more as a table, the rest counted.

    *name* makes the table's id; *told* holds the ids of proposals that are shown in full already.
    """
    full = in_full(proposals, told)
    brief = [item for item in proposals if item not in full][:BRIEF_PROPOSALS]
    left = len(proposals) - len(full) - len(brief)
    blocks: list[Block] = []
    if full:
        blocks.append(Listing(tuple(_entry(item, records) for item in full)))
    if brief:
        blocks.append(brief_table(brief, f"{name}-proposals", told, records))
    if left:
        blocks += paragraph(plain("more_proposals", n=left), note=True)
    return tuple(blocks)


def in_full(proposals: Sequence[Proposal], told: frozenset[str]) -> list[Proposal]:
    """The first few of some ranked proposals that are not *told* before."""
    return [item for item in proposals if item.id not in told][:FULL_PROPOSALS]


def brief_table(
    proposals: Iterable[Proposal],
    id_: str,
    told: frozenset[str],
    records: Records,
    name: str = "proposals",
) -> Table:
    """Proposals one a row: number, wording, who supports, who opposes or does both.

    *name* is that of the table's pattern.
    """
    return table(name, (_row(item, told, records) for item in proposals), id_=id_)


def _entry(proposal: Proposal, records: Records) -> Entry:
    stands = stands_on(proposal.id, records)
    blocks = (
        *paragraph(*sentences(stands, records), *campaigns.of_proposal(proposal, records)),
        *paragraph(*_decided(proposal), note=True),
        *quotes(stands.supports, "supports", records),
        *quotes(stands.opposes, "opposes", records),
        *quotes(stands.mixed, "mixed", records),
        *_more_quotes(stands),
    )
    return Entry(heading_of(proposal, records), blocks, anchor(proposal))


def _decided(proposal: Proposal) -> tuple[Sentence, ...]:
    """What people made of what the machine had gathered."""
    merged = [Cited(str(number)) for number in proposal.also]
    apart = sorted({part.number for part in proposal.parts} - {proposal.number, *proposal.also})
    split = [Cited(str(number)) for number in apart]
    return (
        *((plain("merged", numbers=merged),) if merged else ()),
        *((plain("split_off", numbers=split),) if split else ()),
    )


def _more_quotes(stands: Stands) -> tuple[Block, ...]:
    sides = (stands.supports, stands.opposes, stands.mixed)
    left = sum(max(0, len(side) - QUOTES) for side in sides)
    return paragraph(plain("more_quotes", n=left), note=True) if left else ()


def _row(proposal: Proposal, told: frozenset[str], records: Records) -> tuple[Cell, ...]:
    stands = stands_on(proposal.id, records)
    link = anchor(proposal) if proposal.id in told else ""
    return (
        Cell(str(proposal.number), link=link),
        wording_cell(proposal, records),
        names_of(stands.supports, records),
        names_of((*stands.opposes, *stands.mixed), records),
    )


def wording_cell(proposal: Proposal, records: Records, link: str = "") -> Cell:
    """A proposal's wording in quotation marks, with its passage."""
    cited = (cite(records.statements[proposal.wording_id]),)
    return Cell(quoted_wording(proposal, records), cited, link=link)


def names_of(positions: tuple[Position, ...], records: Records) -> Cell:
    """The first few actors that hold some positions, and how many more there are."""
    named = voices(positions, records)
    shown, more = named[:NAMES], named[NAMES:]
    if more:
        return cell("names_and_more", value=number(positions), names=shown, more=len(more))
    return cell("names", value=number(positions), names=shown)
