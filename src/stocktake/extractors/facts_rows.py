"""Rows of a document that are no sentences: lines of a title page or calendar, rows of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from stocktake.extractors.facts_block import Around, moved
from stocktake.extractors.facts_lists import Span
from stocktake.extractors.facts_nouns import is_place
from stocktake.extractors.facts_reading import Reading
from stocktake.model import Block, BlockKind, Period
from stocktake.text.dates import DateMention

LONGEST = 240
_BORDER = re.compile(r"\s+-+\s+|:\s+|\s*\|\s*|[,;]\s+|\t+|\n+")
_TRIM = re.compile(
    r"(?:\s*\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]\s+)?[\s.,;:|*#()-]*(?:(?:on|from|in|at|between|held|the|and|to\s+be\s+held|(?:Mon|Tues|Wednes|Thurs|Fri|"
    r"Satur|Sun)day)\b[\s,]*)*",
    re.IGNORECASE,
)
_TAIL = " .,;:|-*\"'("
_YEAR = re.compile(r"\W*((?:19|20)\d\d)\W*")
_SENTENCE_END = re.compile(r"[a-z\d)\"'][.]\s*$")


@dataclass(frozen=True, eq=False)
class Row:
    """A line or table row: *dates* in it and the other *parts*, both in order.

    *cells* are the ranges of its cells, one for a line; *table* is the number of its table.
    """

    reading: Reading
    cells: tuple[Span, ...]
    dates: tuple[DateMention, ...]
    parts: tuple[Span, ...]
    table: int | None = None

    def words(self, span: Span) -> str:
        return self.reading.plain[slice(*span)]

    def between(self, first: Span, second: Span) -> str:
        """What stands between two ranges."""
        return self.reading.plain[first[1] : second[0]]

    def places(self) -> list[Span]:
        """The parts that read like names of places."""
        return [part for part in self.parts if is_place(self.reading, *part)]


def rows(blocks: Sequence[tuple[Block, list[Reading]]]) -> Iterator[Row | None]:
    """The rows of a document in their order; None stands for running text between them."""
    year: Period | None = None
    for cells, readings in _grouped(blocks):
        row = _row(cells, readings, year)
        if row is None:
            yield None
            continue
        alone = _YEAR.fullmatch(row.reading.plain, row.reading.start, row.reading.end)
        year = Period.year(int(alone[1])) if alone else year
        if not alone:
            yield row


def _grouped(
    blocks: Sequence[tuple[Block, list[Reading]]],
) -> Iterator[tuple[list[Block], list[Reading]]]:
    """Blocks one by one, but the cells of a table row together."""
    cells: list[Block] = []
    first: list[Reading] = []
    for block, readings in blocks:
        if cells and _row_of(block) != _row_of(cells[0]):
            yield cells, first
            cells, first = [], []
        if not readings:
            continue
        if block.kind is BlockKind.CELL:
            cells, first = [*cells, block], first or readings
        else:
            yield [block], readings
    if cells:
        yield cells, first


def _row_of(block: Block) -> tuple[int | None, int | None]:
    return block.table, block.row


def _row(cells: list[Block], readings: list[Reading], year: Period | None) -> Row | None:
    start, end = cells[0].start, cells[-1].end
    first = readings[0]
    line = first.plain[start:end]
    in_table = cells[0].kind is BlockKind.CELL
    if not in_table and (end - start > LONGEST or _SENTENCE_END.search(line)):
        return None
    reading = replace(
        first,
        start=start,
        end=end,
        tables=first.words.tables_in(line),
        around=Around(first.around.whole, start, end),
    )
    dates = _dates(reading, year)
    spans = tuple((cell.start, cell.end) for cell in cells)
    parts = [part for span in spans for part in _parts(reading, span, dates)]
    return Row(reading, spans, dates, tuple(parts), cells[0].table)


def _dates(reading: Reading, year: Period | None) -> tuple[DateMention, ...]:
    whole = reading.around.whole
    found = whole.finder.find(reading.text[reading.start : reading.end], year or whole.near)
    return moved(found, reading.start)


def _parts(reading: Reading, cell: Span, dates: Sequence[DateMention]) -> Iterator[Span]:
    """What stands between the dates and borders of a cell, without small words at its ends."""
    position = cell[0]
    for date in [item for item in dates if cell[0] <= item.start < cell[1]]:
        yield from _divided(reading, position, date.start)
        position = date.end
    yield from _divided(reading, position, cell[1])


def _divided(reading: Reading, start: int, end: int) -> Iterator[Span]:
    position = start
    for border in _BORDER.finditer(reading.plain, start, end):
        yield from _trimmed(reading, position, border.start())
        position = border.end()
    yield from _trimmed(reading, position, end)


def _trimmed(reading: Reading, start: int, end: int) -> Iterator[Span]:
    lead = _TRIM.match(reading.plain, start, end)
    begin = lead.end() if lead else start
    stop = begin + len(reading.plain[begin:end].rstrip(_TAIL))
    if begin < stop and ")" not in reading.plain[begin:stop].partition("(")[0]:
        yield begin, stop
    elif begin < stop:
        yield from _trimmed(reading, begin, reading.plain.index(")", begin, stop))
