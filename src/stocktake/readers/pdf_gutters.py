"""Gutters: strips of a page with lines on both sides of them, and none across."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from stocktake.readers.pdf_gaps import is_sure, parting_gaps
from stocktake.readers.pdf_page import Gap, Line, cut, rows

_FEWEST = 3
_NARROWEST = 0.7
_PLACES = 12
_TRIES = 6


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
class _Item:
    """A line with the gaps that may part it, and which of these are no spaces for sure."""

    line: Line
    gaps: tuple[Gap, ...]
    sure: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class _Run:
    """Lines that follow on each other and that a place does not cross: items[start:end]."""

    place: float
    start: int
    end: int


def best_gutter(lines: Sequence[Line]) -> Gutter | None:
    """The gutter with the most rows beside it; None if there is none."""
    ordered = sorted(lines, key=lambda line: (line.baseline, line.left))
    items = [_item(line) for line in ordered]
    if sum(any(item.sure) for item in items) < 2 and not _are_beside(ordered):
        return None
    runs = [run for place in _places(items) for run in _runs(place, items)]
    longest = sorted(runs, key=lambda run: run.start - run.end)[:_TRIES]
    found = [gutter for run in longest if (gutter := _gutter(run, items))]
    return max(found, key=lambda gutter: gutter.rows, default=None)


def _item(line: Line) -> _Item:
    gaps = tuple(parting_gaps(line)) if line.gaps else ()
    return _Item(line, gaps, tuple(is_sure(gap, line) for gap in gaps))


def _are_beside(ordered: Sequence[Line]) -> bool:
    """Whether any line, of those from top to bottom, begins beside the one before."""
    return any(
        below.baseline - above.baseline < 0.7 * max(above.size, below.size)
        and not (above.left < below.right and below.left < above.right)
        for above, below in pairwise(ordered)
    )


def _places(items: Sequence[_Item]) -> list[float]:
    """Places across where gutters may be: left of where lines, or the text after gaps, begin.

    Those that the fewest stretches of text cross come first.
    """
    lefts = sorted(x for item in items for x in (item.line.left, *(g.right for g in item.gaps)))
    rights = sorted(x for item in items for x in (item.line.right, *(g.left for g in item.gaps)))
    starts = Counter(round(left / 3) for left in lefts)
    crossing = {
        start: bisect_left(lefts, 3.0 * start - 2.0) - bisect_right(rights, 3.0 * start - 2.0)
        for start in starts
    }
    first = min(starts, default=0)
    ranked = sorted(starts, key=lambda start: (crossing[start], -starts[start], start))
    return [3.0 * start - 2.0 for start in ranked if start > first][:_PLACES]


def _runs(place: float, items: Sequence[_Item]) -> Iterator[_Run]:
    position = 0
    for side, group in groupby(items, lambda item: _is_clear(item, place)):
        end = position + len(list(group))
        if side and end - position >= 2:
            yield _Run(place, position, end)
        position = end


def _is_clear(item: _Item, place: float) -> bool:
    """Whether a line does not reach over a place, or has a gap there."""
    line = item.line
    return line.right <= place or line.left >= place or _gap_at(item, place) is not None


def _gap_at(item: _Item, place: float) -> int | None:
    """Which of the gaps of a line is at a place."""
    for number, gap in enumerate(item.gaps):
        if gap.left <= place <= gap.right + 4:
            return number
    return None


@dataclass(frozen=True, slots=True)
class _Cut:
    """A line cut at a place: what is left of it, and right of it; *sure*: at a sure gap."""

    line: Line
    left: Line | None
    right: Line | None
    sure: bool = False


def _cut(item: _Item, place: float) -> _Cut:
    line = item.line
    if line.right <= place:
        return _Cut(line, line, None)
    number = _gap_at(item, place)
    if line.left >= place or number is None:
        return _Cut(line, None, line)
    left, right = cut(line, [item.gaps[number]])
    return _Cut(line, left, right, item.sure[number])


def _gutter(run: _Run, items: Sequence[_Item]) -> Gutter | None:
    cuts = [_cut(item, run.place) for item in items[run.start : run.end]]
    start, end = _without_headings(cuts)
    beside = cuts[start:end]
    left = [item.left for item in beside if item.left]
    right = [item.right for item in beside if item.right]
    if not left or not right or not _are_columns(left, right, beside):
        return None
    above = [item.line for item in items[: run.start + start]]
    below = [item.line for item in items[run.start + end :]]
    count = len(rows([*left, *right]))
    return Gutter(tuple(above), tuple(left), tuple(right), tuple(below), count)


def _are_columns(left: Sequence[Line], right: Sequence[Line], run: Sequence[_Cut]) -> bool:
    """Whether two sides stand beside each other, apart, and have lines enough to tell."""
    size = max(line.size for line in (*left, *right))
    apart = min(line.left for line in right) - max(line.right for line in left)
    shared = min(left[-1].baseline, right[-1].baseline) - max(left[0].baseline, right[0].baseline)
    if apart < _NARROWEST * size or shared < 0:
        return False
    split = [item.sure for item in run if item.left and item.right]
    if 2 * sum(split) < len(split):
        return False
    paired = sum(len(row) > 1 for row in rows([*left, *right]))
    return min(len(left), len(right)) >= _FEWEST or paired >= 2


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
