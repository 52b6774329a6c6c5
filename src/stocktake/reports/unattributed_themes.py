"""Theme by theme without attribution: how many actors spoke, and what enough of them ask."""

from __future__ import annotations

from collections.abc import Sequence

from stocktake.model import Cell, Proposal, SchemeKind, Section, Theme
from stocktake.model.report import Block
from stocktake.reports.discretion import Discretion
from stocktake.reports.limits import BRIEF_PROPOSALS
from stocktake.reports.patterns import plain, table, words
from stocktake.reports.proposals import ranked
from stocktake.reports.records import speakers
from stocktake.reports.stands import number, paragraph, stands_on
from stocktake.reports.wording import wording_of


def section(discreet: Discretion) -> Section:
    """All themes in the scheme's order: one by numbers of actors could tell of small numbers."""
    themes = discreet.records.entries(SchemeKind.THEMES)
    rows = [(Cell(discreet.title(theme)), Cell(_spoke(theme, discreet))) for theme in themes]
    parts = tuple(
        _part(position, theme, discreet)
        for position, theme in enumerate(themes, 1)
        if discreet.records.is_spoken_of(theme)
    )
    blocks = (table("unattributed_themes", rows),) if rows else ()
    return Section("themes", words("themes"), blocks, parts)


def _spoke(theme: Theme, discreet: Discretion) -> str:
    statements = discreet.records.about(SchemeKind.THEMES, theme.code)
    return discreet.quantity(len(speakers(statements)))


def _part(position: int, theme: Theme, discreet: Discretion) -> Section:
    proposals = ranked(
        (item for item in discreet.records.stock.proposals if theme.code in item.theme_codes),
        discreet.records,
    )
    definition = discreet.clear(theme.definition)
    blocks: tuple[Block, ...] = (
        *(paragraph(plain("definition", text=definition), note=True) if definition else ()),
        *paragraph(plain("unattributed_spoke", quantity=_spoke(theme, discreet))),
        *_proposals(position, proposals, discreet),
    )
    return Section(f"theme-{position}", discreet.title(theme), blocks)


def _proposals(
    position: int, proposals: Sequence[Proposal], discreet: Discretion
) -> tuple[Block, ...]:
    """Those that may be shown as a table, in alphabetical order; the others are counted."""
    if not discreet.withheld.rule.wordings:
        unworded = plain("unattributed_unworded", n=len(proposals))
        return paragraph(unworded, note=True) if proposals else ()
    shared = [item for item in proposals if discreet.is_shared(item)][:BRIEF_PROPOSALS]
    left = len(proposals) - len(shared)
    rows = sorted((_row(item, discreet) for item in shared), key=lambda row: row[0].text)
    withheld = plain("unattributed_withheld", n=left)
    return (
        *((table("unattributed_proposals", rows, id_=f"asked-{position}"),) if rows else ()),
        *(paragraph(withheld, note=True) if left else ()),
    )


def _row(proposal: Proposal, discreet: Discretion) -> tuple[Cell, ...]:
    stands = stands_on(proposal.id, discreet.records)
    sides = (stands.supports, stands.opposes, stands.mixed)
    return (
        Cell(words("quoted", text=wording_of(proposal, discreet.records))),
        *(Cell(discreet.quantity(number(side))) for side in sides),
    )
