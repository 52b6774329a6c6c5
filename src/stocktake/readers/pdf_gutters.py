"""Gutters: strips of a page with lines on both sides of them, and none across."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from stocktake.readers.numbering import leading_number
from stocktake.readers.pdf_page import Line, cut, rows

_FEWEST = 3
_NARROWEST = 0.7
_TRIES = 24


@dataclass(frozen=True, slots=True)
class Gutter:
    """What a gutter parts: lines above it, on its two sides (cut where they had a gap there), and
    below it. *rows*: how many rows of text are beside it."""

    above: tuple[Line, ...]
    left: tuple[Line, ...]
    right: tuple[Line, ...]
    below: tuple[Line, ...]
    rows: int


@dataclass(frozen=True, slots=True)
class _Cut:
    """A line as a place across cuts it: what is left of it, right of it, or across it."""

    line: Line
    left: Line | None
    right: Line | None
    sure: bool

    @property
    def across(self) -> bool:
        return self.left is None and self.right is None


def best_gutter(lines: Sequence[Line]) -> Gutter | None:
    """The gutter with the most rows beside it; None if there is none."""
    if len(lines) < 2:
        return None
    ordered = sorted(lines, key=lambda line: (line.baseline, line.left))
    found = [gutter for place in _places(ordered) for gutter in _gutters_at(place, ordered)]
    return max(found, key=lambda gutter: gutter.rows, default=None)


def _places(lines: Sequence[Line]) -> list[float]:
    """Places across where gutters may be: where gaps or lines begin that have others before them.

    Those at which most lines begin come first.
    """
    starts: dict[int, int] = {}
    for line in lines:
        for start in (line.left, *(gap.right for gap in line.gaps)):
            starts[round(start / 3)] = starts.get(round(start / 3), 0) + 1
    ranked = sorted(starts, key=lambda start: (-starts[start], start))
    return [3.0 * start - 2.0 for start in ranked[:_TRIES]]


def _gutters_at(place: float, ordered: Sequence[Line]) -> Iterator[Gutter]:
    cuts = [_cut(line, place) for line in ordered]
    position = 0
    for across, group in groupby(cuts, lambda item: item.across):
        run = list(group)
        end = position + len(run)
        if not across and (gutter := _gutter(ordered[:position], run, ordered[end:])):
            yield gutter
        position = end


def _cut(line: Line, place: float) -> _Cut:
    if line.right <= place:
        return _Cut(line, line, None, False)
    if line.left >= place:
        return _Cut(line, None, line, False)
    for gap in line.gaps:
        if gap.left <= place <= gap.right + 4 and not _after_label(line, gap.at):
            left, right = cut(line, [gap])
            return _Cut(line, left, right, gap.sure)
    return _Cut(line, None, None, False)


def _after_label(line: Line, at: int) -> bool:
    """Whether there is only the number of a paragraph or item before a gap."""
    number = leading_number(line.text)
    return number is not None and at <= len(number.text) + 1


def _gutter(above: Sequence[Line], run: list[_Cut], below: Sequence[Line]) -> Gutter | None:
    start, end = _without_headings(run)
    above = [*above, *(item.line for item in run[:start])]
    below = [*(item.line for item in run[end:]), *below]
    left = [item.left for item in run[start:end] if item.left]
    right = [item.right for item in run[start:end] if item.right]
    if not left or not right or not _are_columns(left, right, run[start:end]):
        return None
    count = len(rows([*left, *right]))
    return Gutter(tuple(above), tuple(left), tuple(right), tuple(below), count)


def _are_columns(left: Sequence[Line], right: Sequence[Line], run: Sequence[_Cut]) -> bool:
    """Whether two sides stand beside each other, apart, and have lines enough to tell."""
    size = max(line.size for line in (*left, *right))
    apart = min(line.left for line in right) - max(line.right for line in left)
    shared = min(left[-1].baseline, right[-1].baseline) - max(left[0].baseline, right[0].baseline)
    if apart < _NARROWEST * size or shared < 0:
        return False
    paired = [row for row in rows([*left, *right]) if len(row) > 1]
    split = [item.sure for item in run if item.left and item.right]
    if 2 * sum(split) < len(split):
        return False
    return min(len(left), len(right)) >= _FEWEST or len(paired) >= 2


def _without_headings(run: Sequence[_Cut]) -> tuple[int, int]:
    """A run without lines set larger or bold that stand above or below all of the other side."""
    start, end = 0, len(run)
    while start + 1 < end and _is_heading(run[start], run[start + 1], run[start:end]):
        start += 1
    while end - 2 > start and _is_heading(run[end - 1], run[end - 2], run[start:end]):
        end -= 1
    return start, end


def _is_heading(item: _Cut, beside: _Cut, run: Sequence[_Cut]) -> bool:
    line, other = item.line, beside.line
    if not (line.size > 1.12 * other.size or (line.bold and not other.bold)):
        return False
    sides = [cut.right if item.left else cut.left for cut in run]
    heights = [side.baseline for side in sides if side]
    return not heights or not min(heights) - line.size < line.baseline < max(heights) + line.size
