"""Wide blanks in lines: where columns, cells and tabs may part them."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from itertools import pairwise

from stocktake.readers.pdf_page import Gap

FAR = 0.9
_WIDE = 0.4
_WIDEST_SPACE = 2.8
_STANDING_OUT = 1.7

Word = tuple[int, float, float]


def wide_gaps(
    words: Sequence[Word], size: float, is_ruled: Callable[[float, float], bool]
) -> tuple[Gap, ...]:
    """Blanks wider than those between words; in a justified line these may be wide as well.

    *words*: for each, where it begins in the text, its left and its right end. *size* is that of
    the font. Any blank in which a rule stands, as *is_ruled* tells of its ends, is a sure gap.
    """
    blanks = [(at, end, start) for (_, _, end), (at, start, _) in pairwise(words)]
    widths = [right - left for _, left, right in blanks]
    usual = statistics.median_low(widths) if len(widths) > 1 else 0.0
    sure = min(max(FAR * size, _STANDING_OUT * usual), _WIDEST_SPACE * size)
    gaps = [
        Gap(at, left, right, right - left > sure or is_ruled(left, right))
        for at, left, right in blanks
    ]
    return tuple(gap for gap in gaps if gap.sure or gap.right - gap.left > _WIDE * size)
