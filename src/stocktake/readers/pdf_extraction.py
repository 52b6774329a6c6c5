"""From an open pdfium page to a Page: its lines, upright, in the order they were drawn in."""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Sequence
from typing import Any

import pypdfium2.raw as pdfium

from stocktake.readers.pdf_gaps import FAR
from stocktake.readers.pdf_glyphs import Box, Glyphs
from stocktake.readers.pdf_lines import drawn_lines, suspects, with_gaps
from stocktake.readers.pdf_page import Line, Page, joined
from stocktake.readers.pdf_rtl import is_rtl_page, rtl_lines
from stocktake.readers.pdf_shapes import Rules, find_rules, is_picture

_FEW_CHARACTERS = 100
_SAMPLE = 24


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
    glyphs.turn = _usual_turn(glyphs)
    lines, rules = _rtl(glyphs) if is_rtl_page(glyphs.text) else _ltr(page, glyphs)
    return Page(
        number,
        glyphs.width,
        glyphs.height,
        tuple(line for line in lines if _is_seen(line, glyphs) and not line.turned),
        tuple(line for line in lines if not _is_seen(line, glyphs)),
        tuple(line for line in lines if _is_seen(line, glyphs) and line.turned),
        rules.level,
        _unmapped(glyphs),
        len(glyphs.text) < _FEW_CHARACTERS and is_picture(page, glyphs.box),
    )


def _ltr(page: Any, glyphs: Glyphs) -> tuple[list[Line], Rules]:
    every = drawn_lines(glyphs)
    drawn = [item for item in every if not item.line.turned]
    rules = Rules() if glyphs.turn else find_rules(page, glyphs.box)
    doubtful = suspects(glyphs, drawn, rules)
    turned = [item.line for item in every if item.line.turned]
    return _mended(with_gaps(glyphs, drawn, doubtful, rules)) + turned, rules


def _rtl(glyphs: Glyphs) -> tuple[list[Line], Rules]:
    return rtl_lines(glyphs), Rules()


def _usual_turn(glyphs: Glyphs) -> int:
    """The quarter turns that most of the text is drawn with, by a sample."""
    text = glyphs.text
    sample = range(0, len(text), 1 + len(text) // _SAMPLE)
    turns = Counter(glyphs.glyph(at).turn for at in sample if not text[at].isspace())
    return max(turns, key=lambda turn: (turns[turn], -turn), default=0)


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


def _unmapped(glyphs: Glyphs) -> float:
    """The share of characters, in a sample, whose meaning the file does not tell."""
    text = glyphs.text
    sample = range(0, len(text), 1 + len(text) // _SAMPLE)
    looked_at = [glyphs.unmapped(at) for at in sample if not text[at].isspace()]
    return sum(looked_at) / len(looked_at) if looked_at else 0.0
