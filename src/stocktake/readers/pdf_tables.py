"""Tables: cells in columns whose rows stand side by side, with or without rules."""

from __future__ import annotations

import statistics
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise

from stocktake.readers.pdf_gaps import parting_gaps
from stocktake.readers.pdf_page import Line, cut, has_leader, joined, rows

_GUTTER = 0.35
_MOSTLY = 0.7
_SHORTEST = 60.0
Rules = Sequence[tuple[float, float, float]]


@dataclass(frozen=True, slots=True)
class Cell:
    """The lines of a table cell, from top to bottom, and its place, counted from 0."""

    row: int
    column: int
    lines: tuple[Line, ...]


def ruled_tables(lines: Sequence[Line], rules: Rules) -> list[tuple[float, float]]:
    """From where to where there are tables with a rule above, below and between their rows."""
    found: list[list[float]] = [[]]
    for above, below in pairwise(_levels(rules)):
        inside = [line for line in lines if above.height < line.middle < below.height]
        if not inside:
            continue
        if len(_columns(inside)) > 1 and all(below.spans(line) for line in inside):
            found[-1] += [above.height, below.height]
        elif found[-1]:
            found.append([])
    return [(min(heights), max(heights)) for heights in found if len(set(heights)) >= 3]


@dataclass(frozen=True, slots=True)
class _Level:
    """Rules at one height: their ends, and how long they are together."""

    height: float
    left: float
    right: float
    length: float

    def spans(self, line: Line) -> bool:
        """Whether a line stands within the ends of the rules."""
        return self.left - line.size < line.left and line.right < self.right + line.size


def _levels(rules: Rules) -> list[_Level]:
    """The rules, those at about the same height together; short ones are left out."""
    together: dict[int, list[tuple[float, float, float]]] = {}
    for rule in rules:
        together.setdefault(round(rule[0] / 3), []).append(rule)
    levels = [
        _Level(
            rules[0][0],
            min(left for _, left, _ in rules),
            max(right for _, _, right in rules),
            sum(right - left for _, left, right in set(rules)),
        )
        for _, rules in sorted(together.items())
    ]
    return [level for level in levels if level.length > _SHORTEST]


def is_table(lines: Sequence[Line]) -> bool:
    """Whether lines that stand in columns are cells rather than columns of running text.

    Cells are short, and stand in rows: what is in the first column has something beside it.
    Running text fills its column line after line, whatever is beside it.
    """
    columns = _columns(lines)
    if len(columns) < 2 or _is_contents(lines):
        return False
    text = [column for column in columns if _is_running_text(column) or _is_wide(column)]
    if len(text) > 1 and sum(map(_length, text)) > _MOSTLY * sum(map(_length, columns)):
        return False
    grid = rows(line for column in columns for line in column)
    beside = {id(line) for row in grid if len(row) > 1 for line in row}
    if any(_share(column, beside) > _MOSTLY for column in text):
        return False
    return len(grid) > 1 and _share(columns[0], beside) > _MOSTLY


def _is_contents(lines: Sequence[Line]) -> bool:
    grid = rows(lines)
    return 2 * sum(any(map(has_leader, row)) for row in grid) > len(grid)


def _share(column: Sequence[Line], beside: AbstractSet[int]) -> float:
    """How many of the lines of a column have others beside them."""
    return sum(id(line) in beside for line in column) / len(column)


def table_cells(lines: Sequence[Line], rules: Rules) -> Iterator[Cell]:
    """The cells of a table, row by row."""
    columns = _columns(lines)
    column_of = {id(line): number for number, column in enumerate(columns) for line in column}
    grid = rows(line for column in columns for line in column)
    for number, row in enumerate(_table_rows(grid, rules, column_of)):
        by_column: dict[int, list[Line]] = {}
        for line in row:
            by_column.setdefault(column_of[id(line)], []).append(line)
        for column in sorted(by_column):
            yield Cell(number, column, tuple(by_column[column]))


def _columns(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of each strip of the page that no line leaves, when cut at all their gaps."""
    columns: list[list[Line]] = []
    edge = float("-inf")
    cut_up = [piece for line in lines for piece in cut(line, parting_gaps(line))]
    for line in sorted(cut_up, key=lambda line: (line.left, line.baseline)):
        if line.left - edge > _GUTTER * line.size or not columns:
            columns.append([])
        columns[-1].append(line)
        edge = max(edge, line.right)
    return [[joined(row) for row in rows(column)] for column in columns]


def _length(column: Sequence[Line]) -> int:
    return sum(len(line.text) for line in column)


def _is_wide(column: Sequence[Line]) -> bool:
    """Whether there are many lines, longer than cells usually are."""
    return len(column) >= 6 and statistics.median(len(line.text) for line in column) >= 25


def _is_running_text(column: Sequence[Line]) -> bool:
    """Whether most lines fill the column, and hold more than a few words."""
    if len(column) < 3:
        return False
    width = max(line.right for line in column) - min(line.left for line in column)
    full = sum(line.width > 0.75 * width for line in column)
    return 2 * full >= len(column) and statistics.median(len(line.text) for line in column) >= 18


def _table_rows(
    grid: Sequence[list[Line]], rules: Rules, column_of: Mapping[int, int]
) -> Iterator[list[Line]]:
    first, last = grid[0][0].baseline, grid[-1][0].baseline
    ruled = [level.height for level in _levels(rules) if first < level.height < last]
    borders = ruled or _wide_steps(grid)
    opened = list(grid[0])
    for before, here in pairwise(grid):
        columns = {column_of[id(line)] for line in here}
        if _begins_row(before, here, borders, columns):
            yield opened
            opened = []
        opened += here
    yield opened


def _begins_row(
    before: Sequence[Line], here: Sequence[Line], borders: Sequence[float], columns: set[int]
) -> bool:
    """Whether a row of lines begins a row of cells: below a border, or in the first column."""
    if borders:
        above, below = before[0].baseline, here[0].baseline
        return bisect_right(borders, below - 1) > bisect_right(borders, above - 1)
    return 0 in columns and (len(columns) > 1 or len(before) == 1)


def _wide_steps(grid: Sequence[list[Line]]) -> list[float]:
    """Heights in the wider steps between rows of lines, if the narrow ones are within cells."""
    steps = [(below[0].baseline - above[0].baseline, below) for above, below in pairwise(grid)]
    high = [step for step, _ in steps]
    if not steps or max(high) < 1.25 * min(high):
        return []
    limit = 1.15 * min(high)
    fullest = max(len(row) for row in grid)
    narrow = [below for step, below in steps if step <= limit]
    if 2 * sum(len(row) == fullest for row in narrow) > len(narrow):
        return []
    return [below[0].baseline - step / 2 for step, below in steps if step > limit]
