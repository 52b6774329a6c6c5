"""What was found on a page: lines of text with their places, upright and in points."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

_NOT_RARE = 0.03
_LEADER = re.compile(r"(?:\.\s?){4}|…{2}")


@dataclass(frozen=True, slots=True)
class Gap:
    """A wide blank in a line: the text after it begins at *at*, the blank reaches from *left* to
    *right*. *ruled*: an upright rule stands in it."""

    at: int
    left: float
    right: float
    ruled: bool = False

    @property
    def width(self) -> float:
        return self.right - self.left


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text. *left*, *right* and *baseline* are points from the page's upper left corner.

    *size* is that of the font, in points (a guess after OCR). *gaps* are wide blanks
    within the line.
    *marks* are ranges of the text that are set small and high. *turned*: it is drawn at an angle
    to the other text of the page. *hyphen*: the word at the end goes
    on in the next line.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float
    bold: bool = False
    gaps: tuple[Gap, ...] = ()
    marks: tuple[tuple[int, int], ...] = ()
    hyphen: bool = False
    turned: bool = False

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def middle(self) -> float:
        """The height of the middle of its small letters."""
        return self.baseline - 0.3 * self.size


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its lines in the order they were drawn in, those outside the visible part, the
    heights of its horizontal rules (with their left and right ends), and how sound its text is.

    *turned* lines, in margins or across the page, are kept apart from the *lines*.

    *unmapped* is the share (0..1) of looked-at characters whose meaning the file does not tell;
    *scanned*: there is something to see, but hardly any text.
    """

    number: int
    width: float
    height: float
    lines: tuple[Line, ...] = ()
    hidden: tuple[Line, ...] = ()
    turned: tuple[Line, ...] = ()
    rules: tuple[tuple[float, float, float], ...] = ()
    unmapped: float = 0.0
    scanned: bool = False


def same_row(first: Line, second: Line) -> bool:
    """Whether two lines stand beside each other, or would but for their places across."""
    tolerance = 0.35 * max(first.size, second.size, 4.0)
    return abs(first.baseline - second.baseline) < tolerance


def rows(lines: Iterable[Line]) -> list[list[Line]]:
    """Lines grouped by height, from top to bottom, each row from left to right."""
    grouped: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (line.baseline, line.left)):
        if grouped and same_row(grouped[-1][0], line):
            grouped[-1].append(line)
        else:
            grouped.append([line])
    return [sorted(row, key=lambda line: (line.left, line.right)) for row in grouped]


def joined(lines: Sequence[Line], glue: str = " ") -> Line:
    """Lines of one row, in reading order, as one line with *glue* between them."""
    if len(lines) == 1:
        return lines[0]
    marks: list[tuple[int, int]] = []
    gaps: list[Gap] = []
    text = ""
    for line in lines:
        text += glue if text else ""
        marks += [(start + len(text), end + len(text)) for start, end in line.marks]
        gaps += [replace(gap, at=gap.at + len(text)) for gap in line.gaps]
        text += line.text
    main = max(lines, key=lambda line: (line.size, line.width))
    return replace(
        main,
        text=text,
        left=min(line.left for line in lines),
        right=max(line.right for line in lines),
        marks=tuple(marks),
        gaps=tuple(gaps),
        bold=all(line.bold for line in lines),
        hyphen=lines[-1].hyphen,
    )


def cut(line: Line, gaps: Sequence[Gap]) -> list[Line]:
    """A line in pieces, cut at those of its gaps."""
    if not gaps:
        return [line]
    starts = [0, *(gap.at for gap in gaps)]
    ends = [*starts[1:], len(line.text)]
    lefts = [line.left, *(gap.right for gap in gaps)]
    rights = [*(gap.left for gap in gaps), line.right]
    places = zip(starts, ends, lefts, rights, strict=True)
    return [_piece(line, *place) for place in places]


def _piece(line: Line, start: int, end: int, left: float, right: float) -> Line:
    within = [gap for gap in line.gaps if start < gap.at < end]
    return replace(
        line,
        text=line.text[start:end].rstrip(),
        left=left,
        right=right,
        gaps=tuple(replace(gap, at=gap.at - start) for gap in within),
        marks=tuple((a - start, b - start) for a, b in line.marks if start <= a and b <= end),
        hyphen=line.hyphen and end == len(line.text),
    )


def has_leader(line: Line) -> bool:
    """Whether dots lead to the number of a page, as in a list of contents."""
    return bool(_LEADER.search(line.text))


def usual_size(lines: Iterable[Line]) -> float:
    """The font size that most of the characters have; 0 without lines."""
    weights: dict[float, int] = {}
    for line in lines:
        size = round(line.size * 4) / 4
        weights[size] = weights.get(size, 0) + len(line.text)
    return max(weights, key=lambda size: (weights[size], -size), default=0.0)


def usual_leading(columns: Iterable[Sequence[Line]]) -> float:
    """The distance of baselines within paragraphs in multiples of the font size: the smallest
    that is not rare; 1.2 where none is seen."""
    ratios = Counter(
        round(20 * (below.baseline - above.baseline) / above.size) / 20
        for column in columns
        for above, below in pairwise(column)
        if above.size and below.size and abs(above.size - below.size) < 0.1 * above.size
    )
    usual = {ratio: count for ratio, count in ratios.items() if 0.8 < ratio < 3.0}
    enough = _NOT_RARE * sum(usual.values())
    return min((ratio for ratio, count in usual.items() if count >= enough), default=1.2)
