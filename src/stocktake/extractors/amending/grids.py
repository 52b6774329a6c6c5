"""Amendments in tables: columns for place, text as it stands, text proposed, and by whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from stocktake.extractors.amending.hits import hits, is_order
from stocktake.extractors.amending.instructions import Instruction, instructions
from stocktake.extractors.amending.places import place_without_bis
from stocktake.extractors.amending.prose import Reading, candidate
from stocktake.extractors.amending.scene import Range, Scene, starting_in
from stocktake.extractors.amending.who import Sides
from stocktake.extractors.shared import actors_named
from stocktake.legal import mentions
from stocktake.model import AmendmentAction, AmendmentCandidate, Block, BlockKind, Where

PLACE, OLD, NEW, WHO = "column_place", "column_old", "column_new", "column_who"
_NOTHING = frozenset(["", "-", "–", "—", "n/a"])


@dataclass(frozen=True, slots=True)
class _Row:
    """The cells of a row by what their columns hold; *target* are the words for its place."""

    cells: Mapping[str, Block]
    target: tuple[Range, ...]
    start: int
    end: int


def grids(reading: Reading) -> Iterator[AmendmentCandidate]:
    """The amendments in tables whose first row names a place and a proposed text."""
    cells = [block for block in reading.document.blocks if block.kind is BlockKind.CELL]
    for _, table in groupby(cells, key=lambda block: block.table):
        for row in _rows(reading, list(table)):
            yield from _offered(reading, row)


def _rows(reading: Reading, table: list[Block]) -> Iterator[_Row]:
    heads = [block for block in table if block.row == table[0].row]
    columns = {block.column: name for block in heads if (name := _name(reading, block))}
    if not {PLACE, NEW} <= set(columns.values()):
        return
    head = next(block for block in heads if columns.get(block.column) == PLACE)
    for _, group in groupby(table[len(heads) :], key=lambda block: block.row):
        blocks = list(group)
        cells = {columns[b.column]: b for b in reversed(blocks) if b.column in columns}
        if PLACE in cells:
            target = _target(reading, head, cells[PLACE])
            yield _Row(cells, target, blocks[0].start, blocks[-1].end)


def _target(reading: Reading, head: Block, cell: Block) -> tuple[Range, ...]:
    """The words of the cell, led by the heading where only this tells what is counted."""
    words = reading.document.text[head.start : head.end]
    place = (cell.start, cell.end)
    is_told = bool(starting_in(reading.units, cell.start, cell.end))
    is_unit = bool(mentions(f"{words} 1"))
    return ((head.start, head.end), place) if is_unit and not is_told else (place,)


def _name(reading: Reading, block: Block) -> str | None:
    """What a column holds by its heading, the whole of it."""
    text = reading.document.text[block.start : block.end]
    columns = reading.words.columns
    return next((name for name in (WHO, NEW, OLD, PLACE) if columns[name].match(text)), None)


def _offered(reading: Reading, row: _Row) -> Iterator[AmendmentCandidate]:
    place, new = row.cells[PLACE], row.cells.get(NEW)
    about = Sides(_proposers(reading, row) or reading.authors)
    scene = _scene(reading, new or place)
    told = list(_orders(scene)) if new else []
    for item in told or _whole(reading, row):
        cell = place_without_bis(scene.text, row.target[-1]) if item.where else row.target[-1]
        target = (*row.target[:-1], cell, *item.target)
        yield candidate(scene, replace(item, target=target), about, (row.start, row.end))


def _scene(reading: Reading, block: Block) -> Scene:
    inside = (block.start, block.end)
    quoted, units = (starting_in(spans, *inside) for spans in (reading.quoted, reading.units))
    return Scene(reading.document.text, *inside, reading.words, quoted, units)


def _orders(scene: Scene) -> Iterator[Instruction]:
    """What a cell tells to do ("delete “shall”"), where it tells that and is no text itself."""
    for hit in hits(scene):
        if not is_order(scene, hit):
            continue
        found = list(instructions(scene, hit))
        is_bare = scene.text[hit.end : scene.end].strip(" .") == ""
        if is_bare and hit.action is AmendmentAction.DELETE:
            yield Instruction(hit.action, hit.start, "table")
        else:
            yield from (item for item in found if item.old or item.new)


def _whole(reading: Reading, row: _Row) -> Iterator[Instruction]:
    """The text as it stands replaced by the one proposed; one that is new, or taken out."""
    old, new = (_words(reading, row.cells.get(name)) for name in (OLD, NEW))
    if new and old:
        yield Instruction(AmendmentAction.REPLACE, new[0], "table", old=old, new=new)
    elif new and OLD in row.cells:
        where = Where.NEW_PROVISION
        yield Instruction(AmendmentAction.INSERT, new[0], "table", new=new, where=where)
    elif new:
        yield Instruction(AmendmentAction.REPLACE, new[0], "table", new=new)


def _words(reading: Reading, block: Block | None) -> Range | None:
    if block is None or reading.document.text[block.start : block.end].strip() in _NOTHING:
        return None
    return block.start, block.end


def _proposers(reading: Reading, row: _Row) -> tuple[str, ...]:
    cell = row.cells.get(WHO)
    if cell is None:
        return ()
    named = actors_named(reading.document.text, reading.lexicon.actors)
    inside = (item.actor_id for item in named if cell.start <= item.start < cell.end)
    return tuple(sorted(set(inside)))
