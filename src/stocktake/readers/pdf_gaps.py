"""Wide blanks in lines: where columns, cells and tabs may part them."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from itertools import pairwise

from stocktake.readers.numbering import leading_number
from stocktake.readers.pdf_page import Gap, Line

FAR = 0.9
_WIDE = 0.4
_SPACE = 0.3
_WIDEST_SPACE = 2.8
_STANDING_OUT = 1.7
_WIDEST_TAB = 4.0

Place = tuple[int, float, float]


def wide_gaps(
    words: Sequence[Place], size: float, is_ruled: Callable[[float, float], bool]
) -> tuple[Gap, ...]:
    """The blanks that are wider than a usual space, and those that a rule stands in.

    *words*: for each, where it begins in the text, its left and its right end. *size* is that of
    the font. *is_ruled* tells of the ends of a blank whether there is a rule in it.
    """
    gaps = [
        Gap(at, end, start, is_ruled(end, start)) for (_, _, end), (at, start, _) in pairwise(words)
    ]
    return tuple(gap for gap in gaps if gap.ruled or gap.width > _WIDE * size)


def is_sure(gap: Gap, line: Line) -> bool:
    """Whether a gap is no space: ruled, much wider than the others in its line, or very wide.

    In a justified line all spaces may be wide.
    """
    spaces = line.text.count(" ") - len(line.gaps)
    widths = [other.width for other in line.gaps] + [_SPACE * line.size] * max(0, spaces)
    usual = statistics.median_low(widths) if len(widths) > 1 else 0.0
    limit = min(max(FAR * line.size, _STANDING_OUT * usual), _WIDEST_SPACE * line.size)
    return gap.ruled or gap.width > limit


def parting_gaps(line: Line) -> list[Gap]:
    """The gaps of a line but for the tab behind the number of a paragraph or item."""
    number = leading_number(line.text)
    head = len(number.text) + 1 if number else 0
    tab = _WIDEST_TAB * line.size
    return [gap for gap in line.gaps if gap.at > head or gap.width > tab]
