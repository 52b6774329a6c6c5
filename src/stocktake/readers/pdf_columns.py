"""The order in which a page is read: its columns, also where they were drawn line by line.

A gutter is a strip that few lines cross, with lines on both sides of it. Lines that cross it
(headings over the full width) part the page into zones; what lies between them is read column by
column, or, if it is a table, row by row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from stocktake.readers.pdf_bidi import is_rtl
from stocktake.readers.pdf_gutters import Gutter, best_gutter
from stocktake.readers.pdf_page import Line, Page, joined, rows
from stocktake.readers.pdf_tables import Cell, Rules, is_table, ruled_tables, table_cells


@dataclass(frozen=True, slots=True)
class Zone:
    """Lines of text below each other, in reading order, or a table, by its cells."""

    lines: tuple[Line, ...] = ()
    cells: tuple[Cell, ...] = ()

    @property
    def left(self) -> float:
        return min((line.left for line in self.lines), default=0.0)

    @property
    def right(self) -> float:
        """Where lines end at most, a few that are too long aside."""
        ends = sorted(line.right for line in self.lines)
        return ends[-1 - len(ends) // 10] if ends else 0.0


def zones(page: Page, lines: Sequence[Line]) -> list[Zone]:
    """The zones of a page, in reading order; *lines* are those of its text."""
    if not lines:
        return []
    if _downwards(lines) and not any(line.gaps for line in lines):
        return [Zone(tuple(lines))]
    return list(_arranged(lines, page.rules))


def _downwards(lines: Sequence[Line]) -> bool:
    """Whether the lines were drawn from top to bottom, each below the one before."""
    return all(
        below.baseline - above.baseline > 0.35 * above.size for above, below in pairwise(lines)
    )


def _arranged(lines: Sequence[Line], rules: Rules) -> Iterator[Zone]:
    """Zones above, below and beside each other; tables with rules each in its place."""
    rest = list(lines)
    for top, bottom in ruled_tables(lines, rules) if lines and rules else ():
        yield from _parted([line for line in rest if line.middle < top], rules)
        inside = [line for line in rest if top <= line.middle < bottom]
        yield Zone(cells=tuple(table_cells(inside, rules)))
        rest = [line for line in rest if line.middle >= bottom]
    yield from _parted(rest, rules)


def _parted(lines: Sequence[Line], rules: Rules) -> Iterator[Zone]:
    """The zones of lines without ruled tables over their full width, parted by the best gutter."""
    gutter = best_gutter(lines)
    if gutter is None:
        if lines:
            yield Zone(tuple(_whole_rows(lines)))
        return
    yield from _arranged(gutter.above, rules)
    yield from _beside(gutter, rules)
    yield from _arranged(gutter.below, rules)


def _beside(gutter: Gutter, rules: Rules) -> Iterator[Zone]:
    both = [*gutter.left, *gutter.right]
    if is_table(both):
        yield Zone(cells=tuple(table_cells(both, ())))
        return
    sides = gutter.left, gutter.right
    for side in reversed(sides) if _is_rtl(both) else sides:
        yield from _arranged(side, rules)


def _whole_rows(lines: Sequence[Line]) -> Iterator[Line]:
    """Lines that stand beside each other put together, from top to bottom."""
    for row in rows(lines):
        yield joined(row[::-1] if _is_rtl(row) else row)


def _is_rtl(lines: Iterable[Line]) -> bool:
    return is_rtl(" ".join(line.text for line in lines))
