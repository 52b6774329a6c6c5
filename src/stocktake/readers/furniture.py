"""What is printed on every page and belongs to no paragraph: running heads, feet, page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby, pairwise

from stocktake.readers.lines import Line

BAND = 3
_PAGE_NUMBER = re.compile(
    r"(?:[-–—|(]\s*)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:/|of|de|из|من|共)\s*\d{1,4})?\s*(?:[-–—|)])?"
    r"|(?:[Pp]age|PAGE|[Pp]ágina|[Сс]тр\.?|第|صفحة)\s*\d{1,4}(?:\s*\S{1,3}\s*\d{1,4})?\s*页?"
)
_JOB_NUMBER = re.compile(r"(?:[A-Z]{1,4}\.)?\d{2}-\d{4,6}\s*(?:\([A-Z]\))?(?:\s+\d{6})?")
_BARCODE = re.compile("[\\s*\ue000-\uf8ff]+")


def furniture(lines: Sequence[Line]) -> set[int]:
    """The places in *lines* of those that are printed on every page.

    With pages: what recurs at their top or foot, page numbers, and the printer's job number.
    Without: page numbers that count up, standing alone, and what recurs beside them.
    """
    filled = [n for n, line in enumerate(lines) if line.text]
    paged = [list(group) for _, group in groupby(filled, key=lambda n: lines[n].page)]
    if len(paged) < 2:
        return _unpaged(lines, filled)
    return {
        *_recurring(lines, [page[:BAND] for page in paged]),
        *_recurring(lines, [page[::-1][:BAND] for page in paged]),
        *(n for page in paged for n in _printed_marks(lines, page)),
    }


def _recurring(lines: Sequence[Line], bands: Sequence[Sequence[int]]) -> set[int]:
    """Lines of the bands whose words, whatever their digits, stand there on many pages."""
    seen = Counter(
        words for band in bands for words in {_shape(lines[number].text) for number in band}
    )
    enough = max(2, min(4, len(bands) // 3))
    kept: set[int] = set()
    for band in bands:
        for number in band:
            if seen[_shape(lines[number].text)] < enough or _is_prose(lines[number].text):
                break
            kept.add(number)
    return kept


def _shape(text: str) -> str:
    return re.sub(r"\d+", "#", " ".join(text.split())).casefold()


def _is_prose(text: str) -> bool:
    return len(text) > 120


def _printed_marks(lines: Sequence[Line], page: Sequence[int]) -> list[int]:
    """The page number at the top or foot, and at the foot the printer's marks around it."""
    marks = [page[0]] if _PAGE_NUMBER.fullmatch(lines[page[0]].text) else []
    for number in page[: -BAND - 2 : -1]:
        text = lines[number].text
        if not any(p.fullmatch(text) for p in (_PAGE_NUMBER, _JOB_NUMBER, _BARCODE)):
            break
        marks.append(number)
    return marks


def _unpaged(lines: Sequence[Line], filled: Sequence[int]) -> set[int]:
    """Numbers that stand alone and count up by one, and the line that recurs beside them."""
    texts = [lines[place].text for place in filled]
    alone = [n for n, text in enumerate(texts) if text.isdecimal() and len(text) < 5]
    steps = [(a, b) for a, b in pairwise(alone) if int(texts[b]) == int(texts[a]) + 1]
    counting = {n for step in steps for n in step}
    if len(counting) < 3:
        return set()
    beside = [m for n in counting for m in (n - 1, n + 1) if 0 <= m < len(texts)]
    shapes = Counter(_shape(texts[m]) for m in beside)
    heads = {m for m in beside if shapes[_shape(texts[m])] > len(counting) // 2}
    return {filled[n] for n in counting | heads}
