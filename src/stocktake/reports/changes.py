"""Positions that changed over time, and members that stand against a group of theirs."""

from __future__ import annotations

from stocktake.model import Cell, Contradiction, PositionChange, PositionStance, Section
from stocktake.model.report import Block
from stocktake.reports.dates import say_text
from stocktake.reports.facts import tables
from stocktake.reports.patterns import Cited, cell, plain, words
from stocktake.reports.records import Records
from stocktake.reports.stands import paragraph, passages
from stocktake.reports.wording import heading_of


def section(records: Records) -> tuple[Section, ...]:
    """Both as tables with their passages; no section where there is neither."""
    stock = records.stock
    if not stock.changes and not stock.contradictions:
        return ()
    changed, against = rows_of(records)
    blocks: tuple[Block, ...] = (
        *paragraph(plain("changes_rule"), note=True),
        *tables("position_changes", changed),
        *tables("contradictions", against),
    )
    return (Section("changes", words("changes"), blocks),)


def rows_of(
    records: Records, actor_id: str | None = None
) -> tuple[list[tuple[Cell, ...]], list[tuple[Cell, ...]]]:
    """Rows of changes and of contradictions; of one actor, if it is given."""
    stock, targets = records.stock, _targets(records)
    changed = [
        _changed(item, targets, records)
        for item in stock.changes
        if actor_id in {None, item.actor_id}
    ]
    against = [
        _against(item, targets, records)
        for item in stock.contradictions
        if actor_id in {None, item.member_id, item.group_id}
    ]
    return changed, against


def _targets(records: Records) -> dict[str, str]:
    """What positions are on, in words, by their targets."""
    themes = (theme for scheme in records.stock.schemes for theme in scheme.themes)
    return {f"theme:{theme.code}": theme.title for theme in themes} | {
        item.id: heading_of(item, records) for item in records.stock.proposals
    }


def _changed(item: PositionChange, targets: dict[str, str], records: Records) -> tuple[Cell, ...]:
    stands = [
        Cited(
            words("stood", stance=words(stand.stance.value), date=say_text(stand.date)),
            passages(stand.statement_ids, records),
        )
        for stand in item.stands
    ]
    return (
        Cell(records.name(item.actor_id)),
        Cell(targets.get(item.target, item.target)),
        cell("names", names=stands),
    )


def _against(item: Contradiction, targets: dict[str, str], records: Records) -> tuple[Cell, ...]:
    return (
        Cell(records.name(item.member_id)),
        _stands(item.member_stance, item.member_statement_ids, records),
        Cell(records.name(item.group_id)),
        _stands(item.group_stance, item.group_statement_ids, records),
        Cell(targets.get(item.target, item.target)),
    )


def _stands(stance: PositionStance, ids: tuple[str, ...], records: Records) -> Cell:
    return Cell(words(stance.value), passages(ids, records))
