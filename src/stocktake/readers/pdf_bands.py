"""Running headers, footers and page numbers: the lines at the edges that come back on other pages.

The same words (digits aside) at the same height on several pages are a band, if their numbers
stay the same or count with the pages. Left and right pages may have bands of their own.
"""

from __future__ import annotations

import re
import statistics
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from stocktake.readers.pdf_gaps import is_sure
from stocktake.readers.pdf_page import Line, Page, cut, rows

_NUMBER = re.compile(r"\d+|\b[ivxl]+\b")
_LONE = re.compile(r"\W*1(\W+1)?\W*")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
_ROWS = 4
_EDGE = 0.2
_SHIFT = 6.0
_BLANK = 1.5
_SHARE = 0.45
_MANY_PAGES = 5


@dataclass(frozen=True, slots=True)
class _Edge:
    """A line near an edge, or the *text* of a part of it, and how far away it is from the edge."""

    page: int
    line: Line
    text: str
    away: float
    numbers: tuple[int, ...]


def running_lines(pages: Sequence[Page]) -> list[frozenset[Line]]:
    """For each page, the lines that are no part of the text but come back from page to page."""
    found = {foot: _bands(pages, foot) for foot in (False, True)}
    if len(pages) == 1:
        found = {foot: {pages[0].number: _lone_number(pages[0], foot)} for foot in (False, True)}
    return [
        frozenset(
            line
            for foot in (False, True)
            for line in _outermost(page, foot, found[foot].get(page.number, set()))
        )
        for page in pages
    ]


def _bands(pages: Sequence[Page], foot: bool) -> dict[int, set[Line]]:
    """For each page the lines at one of its edges of which all parts belong to bands."""
    groups: dict[str, list[_Edge]] = defaultdict(list)
    for page in pages:
        for edge in _edges(page, foot):
            groups[_pattern(edge.text)].append(edge)
    found: dict[int, set[Line]] = defaultdict(set)
    others: dict[int, set[Line]] = defaultdict(set)
    fewest = 2 if len(pages) < _MANY_PAGES else 3
    for group in groups.values():
        for band in _same_height(group):
            lines = found if _comes_back(band, fewest) else others
            for edge in band:
                lines[edge.page].add(edge.line)
    return {page: lines - others[page] for page, lines in found.items()}


def _edges(page: Page, foot: bool) -> Iterator[_Edge]:
    for line in (line for row in _edge_rows(page, foot) for line in row):
        away = page.height - line.baseline if foot else line.baseline
        for part in cut(line, [gap for gap in line.gaps if is_sure(gap, line)]):
            yield _Edge(page.number, line, part.text, away, _numbers(part.text))


def _edge_rows(page: Page, foot: bool) -> list[list[Line]]:
    """The outermost rows at an edge, the outermost first."""
    border = page.height * ((1 - _EDGE) if foot else _EDGE)
    near = (line for line in page.lines if (line.baseline > border) == foot)
    ordered = rows(near)
    return (ordered[::-1] if foot else ordered)[:_ROWS]


def _pattern(text: str) -> str:
    return " ".join(_NUMBER.sub("#", text.casefold()).split())


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(_value(number) for number in _NUMBER.findall(text.casefold()))


def _value(number: str) -> int:
    """The value of a number in Arabic or Roman digits, cut to what a page number can be."""
    if number.isdecimal():
        return int(number[:9])
    digits = [_ROMAN[letter] for letter in number]
    following = [*digits[1:], 0]
    return sum(
        -digit if digit < after else digit for digit, after in zip(digits, following, strict=True)
    )


def _same_height(group: Sequence[_Edge]) -> Iterator[list[_Edge]]:
    """The edges of a group that lie at its usual height, and those that lie at another."""
    rest = list(group)
    while rest:
        middle = statistics.median_low([edge.away for edge in rest])
        yield [edge for edge in rest if abs(edge.away - middle) <= _SHIFT]
        rest = [edge for edge in rest if abs(edge.away - middle) > _SHIFT]


def _comes_back(band: Sequence[_Edge], fewest: int) -> bool:
    """Whether a band is on most pages of a stretch, or on every second, and its numbers run.

    *fewest* is on how many pages it has to be at least.
    """
    pages = {edge.page for edge in band}
    stretch = max(pages) - min(pages) + 1
    return len(pages) >= fewest and len(pages) > _SHARE * stretch and _numbers_run(band)


def _numbers_run(band: Sequence[_Edge]) -> bool:
    """Whether each number of the band is always the same, or counts with the pages."""
    columns = zip(*(edge.numbers for edge in band), strict=False)
    return all(
        _mostly_one(column)
        or _mostly_one(number - edge.page for number, edge in zip(column, band, strict=True))
        for column in columns
    )


def _mostly_one(values: Iterable[int]) -> bool:
    counts = Counter(values)
    return max(counts.values()) >= 0.8 * counts.total()


def _outermost(page: Page, foot: bool, known: AbstractSet[Line]) -> Iterator[Line]:
    """From an edge inwards, the lines of bands, as far as a blank parts them from the rest."""
    pending: list[Line] = []
    inwards = _edge_rows(page, foot)
    for row, inner in zip(inwards, [*inwards[1:], []], strict=False):
        pending += [line for line in row if line in known]
        if not all(line in known for line in row):
            yield from (line for line in pending if _is_number(line.text))
            return
        if not inner or _apart(row[0], inner[0]):
            yield from pending
            pending = []


def _apart(line: Line, inner: Line) -> bool:
    return abs(line.baseline - inner.baseline) > _BLANK * max(line.size, inner.size)


def _is_number(text: str) -> bool:
    return not any(map(str.isalpha, _NUMBER.sub("", text.casefold())))


def _lone_number(page: Page, foot: bool) -> set[Line]:
    """The number of the only page, which cannot come back."""
    outer = _edge_rows(page, foot)[:1]
    return {line for row in outer for line in row if _LONE.fullmatch(line.text)}


def repeated(pages: Sequence[Page]) -> frozenset[str]:
    """What is stamped at an angle on more than one page: it is no part of the text."""
    counts = Counter(text for page in pages for text in {line.text for line in page.turned})
    return frozenset(text for text, count in counts.items() if count > 1)
