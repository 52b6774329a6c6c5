"""From an open pdfium page to a Page: its lines, upright, in the order they were drawn in."""

from __future__ import annotations

import ctypes
import re
import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

from stocktake.readers.pdf_gaps import FAR, is_sure, parting_gaps, wide_gaps
from stocktake.readers.pdf_glyphs import HYPHEN, Box, Glyphs
from stocktake.readers.pdf_page import Gap, Line, Page, joined
from stocktake.readers.pdf_rtl import RTL, Sign, in_reading_order
from stocktake.readers.pdf_shapes import Rules, find_rules, is_picture

_LINE = re.compile(rf"[^\s{HYPHEN}](?:[^\r\n{HYPHEN}]*[^\s{HYPHEN}])?{HYPHEN}?")
_WORD = re.compile(r"\S+")
_MARK = re.compile(
    r"(?:^|(?<=[^\W\d_])|(?<=[.,;:!?)\]”’»\"']))(?:\d{1,3}|[*†‡§]+)(?=$|[\s.,;:!?)])"
)
_FEW_CHARACTERS = 100


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A line and its range in the text of the page."""

    line: Line
    start: int
    end: int


def read_page(document: Any, number: int) -> Page:
    """Read the page with a *number* counted from 0 of a ``pypdfium2.PdfDocument``."""
    page = pdfium.FPDF_LoadPage(document.raw, number)
    if not page:
        return Page(number, 0.0, 0.0)
    try:
        text_page = pdfium.FPDFText_LoadPage(page)
        try:
            return _page(page, Glyphs(text_page, _visible(page)), number)
        finally:
            pdfium.FPDFText_ClosePage(text_page)
    finally:
        pdfium.FPDF_ClosePage(page)


def _visible(page: Any) -> Box:
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, ctypes.byref(box))
    return Box(box.left, box.bottom, box.right, box.top)


def _page(page: Any, glyphs: Glyphs, number: int) -> Page:
    stretches = [match.span() for match in _LINE.finditer(glyphs.text)]
    glyphs.turn = _usual_turn(glyphs, stretches)
    drawn = [_line(glyphs, *stretch) for stretch in stretches]
    suspects = _suspects(glyphs, drawn)
    rules = find_rules(page, glyphs.box) if suspects and not glyphs.turn else Rules()
    lines = _mended(_with_gaps(glyphs, drawn, suspects, rules))
    return Page(
        number,
        glyphs.width,
        glyphs.height,
        tuple(line for line in lines if _is_seen(line, glyphs)),
        tuple(line for line in lines if not _is_seen(line, glyphs)),
        rules.level,
        _unmapped(glyphs, stretches),
        len(glyphs.text) < _FEW_CHARACTERS and is_picture(page, glyphs.box),
    )


def _usual_turn(glyphs: Glyphs, stretches: Sequence[tuple[int, int]]) -> int:
    """The quarter turns that most of the text is drawn with."""
    turns: Counter[int] = Counter()
    for start, end in stretches[:: 1 + len(stretches) // 12]:
        turns[glyphs.glyph(start).turn] += end - start
    return max(turns, key=lambda turn: (turns[turn], -turn), default=0)


def _line(glyphs: Glyphs, start: int, end: int) -> _Drawn:
    first, last = glyphs.glyph(start), glyphs.glyph(end - 1)
    main = max(first, last, key=lambda glyph: glyph.size)
    line = Line(
        glyphs.text[start:end],
        first.left,
        last.right,
        main.baseline,
        main.size,
        bold=glyphs.bold(start) and glyphs.bold(end - 1),
        marks=tuple(_marks(glyphs, start, end)),
        hyphen=glyphs.text[end - 1] == HYPHEN,
    )
    if RTL.search(line.text):
        line = _right_to_left(line, glyphs, start, end)
    return _Drawn(line, start, end)


def _marks(glyphs: Glyphs, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where numbers or asterisks are set smaller and higher than the letters beside them."""
    text = glyphs.text[start:end]
    for match in _MARK.finditer(text):
        beside = match.start() - 1 if match.start() else min(match.end() + 1, len(text) - 1)
        mark, letter = glyphs.glyph(start + match.start()), glyphs.glyph(start + beside)
        raised = letter.baseline - mark.baseline > 0.12 * letter.size
        smaller = mark.size < (0.95 if raised else 0.8) * letter.size
        if smaller or (match[0].isdecimal() and glyphs.is_raised(start + match.start())):
            yield match.span()


def _right_to_left(line: Line, glyphs: Glyphs, start: int, end: int) -> Line:
    words = [
        [Sign(glyphs.text[at], *glyphs.span(at)) for at in range(*match.span())]
        for match in _WORD.finditer(glyphs.text, start, end)
    ]
    signs = [sign for word in words for sign in word]
    return replace(
        line,
        text=in_reading_order(words),
        left=min(sign.left for sign in signs),
        right=max(sign.right for sign in signs),
        marks=(),
    )


def _suspects(glyphs: Glyphs, drawn: Sequence[_Drawn]) -> list[_Drawn]:
    """The lines that show signs of wide gaps."""
    heights = _gap_heights(glyphs)
    loose = _loose([item.line for item in drawn])
    return [item for item in drawn if item.line in loose or _at_height(item.line, heights)]


def _with_gaps(
    glyphs: Glyphs, drawn: Sequence[_Drawn], suspects: Sequence[_Drawn], rules: Rules
) -> list[Line]:
    """The lines with the wide gaps of suspects; of all, if several of these have sure ones."""
    looked_at = {item.start: _looked_at(glyphs, item, rules) for item in suspects}
    if (
        sum(any(is_sure(gap, line) for gap in parting_gaps(line)) for line in looked_at.values())
        > 2
    ):
        return [looked_at.get(item.start) or _looked_at(glyphs, item, rules) for item in drawn]
    return [looked_at.get(item.start, item.line) for item in drawn]


def _looked_at(glyphs: Glyphs, item: _Drawn, rules: Rules) -> Line:
    gaps = _gaps(glyphs, item, rules)
    return replace(item.line, gaps=gaps) if gaps else item.line


def _gap_heights(glyphs: Glyphs) -> list[float]:
    """At which heights two runs of text that follow on each other are far apart."""
    return [
        before[2]
        for before, after in pairwise(glyphs.runs())
        if abs(before[2] - after[2]) < 0.5 * before[3] and after[0] - before[1] > FAR * before[3]
    ]


def _loose(lines: Sequence[Line]) -> list[Line]:
    """Lines that are much wider than their characters need."""
    spread = [line.width / (len(line.text) * (line.size or 1.0)) for line in lines]
    limit = 1.35 * statistics.median(spread) if spread else 0.0
    return [
        line
        for space, line in zip(spread, lines, strict=True)
        if space > limit and " " in line.text
    ]


def _at_height(line: Line, heights: Sequence[float]) -> bool:
    return any(abs(line.baseline - height) < 0.5 * line.size for height in heights)


def _gaps(glyphs: Glyphs, item: _Drawn, rules: Rules) -> tuple[Gap, ...]:
    words = [
        (at - item.start, glyphs.span(at)[0], glyphs.span(stop - 1)[1])
        for at, stop in (m.span() for m in _WORD.finditer(glyphs.text, item.start, item.end))
    ]
    height = item.line.middle
    return wide_gaps(words, item.line.size, lambda a, b: rules.stand_between(a, b, height))


def _mended(lines: Sequence[Line]) -> list[Line]:
    """Lines that pdfium broke at a raised or lowered character are put together again."""
    whole: list[Line] = []
    for line in lines:
        if whole and _goes_on(whole[-1], line):
            before = whole[-1]
            apart = line.left - before.right > 0.15 * max(before.size, line.size)
            whole[-1] = joined([before, line], " " if apart else "")
        else:
            whole.append(line)
    return whole


def _goes_on(before: Line, after: Line) -> bool:
    size = max(before.size, after.size)
    raised = min(before.size, after.size) < 0.8 * size
    near = abs(before.baseline - after.baseline) < (0.6 if raised else 0.35) * size
    return near and -0.2 * size < after.left - before.right < FAR * size


def _is_seen(line: Line, glyphs: Glyphs) -> bool:
    across = line.right > 0 and line.left < glyphs.width
    return across and 0 < line.baseline < glyphs.height + 0.5 * line.size


def _unmapped(glyphs: Glyphs, stretches: Sequence[tuple[int, int]]) -> float:
    looked_at = [glyphs.unmapped(start) for start, _ in stretches]
    return sum(looked_at) / len(looked_at) if looked_at else 0.0
