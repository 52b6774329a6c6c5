"""Links within a report that is only a part of the whole: those that lead nowhere are taken out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from stocktake.model import Cell, Chart, Entry, Listing, Section, Table
from stocktake.model.report import Block

_ELSEWHERE = "original:"


def within(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """The same sections, with no link to a section or entry that is not among them."""
    known = frozenset(anchor for section in sections for anchor in _anchors(section))
    return tuple(_section(section, known) for section in sections)


def _anchors(section: Section) -> Iterator[str]:
    yield section.id
    for block in section.blocks:
        if isinstance(block, Listing):
            yield from (entry.anchor for entry in block.entries)
    for part in section.sections:
        yield from _anchors(part)


def _section(section: Section, known: frozenset[str]) -> Section:
    return replace(
        section,
        blocks=tuple(_block(block, known) for block in section.blocks),
        sections=tuple(_section(part, known) for part in section.sections),
    )


def _block(block: Block, known: frozenset[str]) -> Block:
    match block:
        case Listing(entries=entries):
            return Listing(tuple(_entry(entry, known) for entry in entries))
        case Table():
            return _table(block, known)
        case Chart():
            return replace(block, table=_table(block.table, known))
    return block


def _entry(entry: Entry, known: frozenset[str]) -> Entry:
    return replace(entry, blocks=tuple(_block(block, known) for block in entry.blocks))


def _table(table: Table, known: frozenset[str]) -> Table:
    return replace(
        table, rows=tuple(tuple(_cell(cell, known) for cell in row) for row in table.rows)
    )


def _cell(cell: Cell, known: frozenset[str]) -> Cell:
    leads = cell.link in known or cell.link.startswith(_ELSEWHERE)
    return cell if leads else replace(cell, link="")
