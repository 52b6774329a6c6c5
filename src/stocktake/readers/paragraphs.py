"""Lines put together into paragraphs: which line goes on with the one before, and which begins."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from stocktake.readers.lines import Line
from stocktake.readers.numbering import Number, leading_number

WRAPPED_WIDTH = 160
SLACK = 10
LONG = 45
PROSE = 180


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Consecutive lines that are one paragraph, by their places; *number* is what it begins with.

    *above*, *below*: there is an empty line, or nothing, on that side.
    """

    places: tuple[int, ...]
    number: Number | None
    above: bool
    below: bool


@dataclass(frozen=True, slots=True)
class Setting:
    """How the lines of a text are set: broken at the margin *widths* of their page, or, if it is
    empty, one line to a paragraph. *long*: a line of that length that ends within a sentence was
    broken by accident, as at the end of a page."""

    widths: dict[int, int]
    long: int = LONG

    def is_full(self, line: Line, following: Line) -> bool:
        """Whether the line was broken because the next word did not fit (or is long enough)."""
        if not self.widths:
            return len(line.text) >= self.long
        room = self.widths.get(line.page, WRAPPED_WIDTH) - line.right
        return len(following.first_word) + 1 > room - SLACK


def setting(lines: Sequence[Line]) -> Setting:
    """Find out how *lines* (without blank ones) are set."""
    plain = [line for line in lines if not line.has_columns]
    if not plain or _quantile([line.right for line in plain], 0.9) > WRAPPED_WIDTH + 40:
        return Setting({}, _long(lines))
    pairs = list(pairwise(plain))
    broken = sum(_is_broken(a, b) for a, b in pairs)
    if broken < 0.15 * len(pairs) or not pairs:
        return Setting({}, _long(lines))
    pages: dict[int, list[int]] = {}
    for line in plain:
        pages.setdefault(line.page, []).append(line.right)
    whole = _quantile([line.right for line in plain], 0.9)
    return Setting({page: _quantile(r, 0.9) if len(r) > 12 else whole for page, r in pages.items()})


def _long(lines: Sequence[Line]) -> int:
    """Only where most lines are whole paragraphs of prose can a short one be an accident."""
    prose = bool(lines) and _quantile([len(line.text) for line in lines], 0.5) >= PROSE
    return LONG if prose else sys.maxsize


def _is_broken(line: Line, following: Line) -> bool:
    return not line.ends_sentence and (
        following.begins_within or (line.text[-1:].isalpha() and not line.text[-1:].isascii())
    )


def _quantile(values: Sequence[int], share: float) -> int:
    return sorted(values)[int(share * (len(values) - 1))]


def paragraphs(lines: Sequence[Line], places: Sequence[int]) -> Iterator[Paragraph]:
    """Put the lines at *places* (furniture and notes left out) together into paragraphs."""
    filled = [place for place in places if lines[place].text]
    style = setting([lines[place] for place in filled])
    opened: list[int] = []
    number = last = None
    above = True
    for place in filled:
        line = lines[place]
        if opened and _goes_on(lines, opened[-1], place, style, last):
            opened.append(place)
            continue
        if opened:
            below = place - opened[-1] > 1
            yield Paragraph(tuple(opened), number, above, below)
            above = below
        opened, number = [place], leading_number(line.text)
        last = number or last
    if opened:
        yield Paragraph(tuple(opened), number, above, below=True)


def _goes_on(
    lines: Sequence[Line], before: int, place: int, style: Setting, last: Number | None
) -> bool:
    """Whether the line at *place* goes on with the paragraph of the line at *before*."""
    line, following = lines[before], lines[place]
    full = style.is_full(line, following)
    if _has_columns(line):
        return place - before == 1 and _hangs(line, following)
    flows = not line.ends_sentence and (full or following.begins_within)
    if _begins_item(following, flows, last) or _has_columns(following):
        return False
    if line.text[-1] in "-–—,،、" and full:
        return True
    if not line.ends_sentence and following.begins_within:
        return True
    if not style.widths or place - before > 1:
        return flows and full and _same_run(lines, before, place, style)
    return full and not (line.ends_sentence and following.indent >= line.indent + 2)


def _same_run(lines: Sequence[Line], before: int, place: int, style: Setting) -> bool:
    """A sentence broken at the margin goes on over a page border, or in a text set line by line;
    there no headline at its beginning does, and nothing over an empty line."""
    if lines[before].page != lines[place].page:
        return True
    headline = len(lines[before].text) < PROSE and not any(line.text for line in lines[:before])
    return not style.widths and place - before == 1 and not headline


def _begins_item(line: Line, flows: bool, last: Number | None) -> bool:
    number = leading_number(line.text)
    if number is None:
        return False
    return not flows or number.strong or number.opens or number.follows(last)


def _hangs(line: Line, following: Line) -> bool:
    """Whether a line hangs below the last column of a row, and so goes on with it."""
    return not (line.ends_sentence or _has_columns(following)) and (
        following.indent >= line.indent + 4
    )


def _has_columns(line: Line) -> bool:
    """Rows of a table and parts of a masthead are each for themselves."""
    return line.has_columns and leading_number(line.text) is None
