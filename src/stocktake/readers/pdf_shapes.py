"""What is drawn on a page besides text: rules of tables, and pictures that may hold text."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from stocktake.readers.pdf_glyphs import Box

_MOST_OBJECTS = 3000
_MOST_RULES = 1000
_THIN = 3.0
_SHORTEST = 8.0


@dataclass(frozen=True, slots=True)
class Rules:
    """Rules in points from the upper left corner.

    *level*: height, left and right end of each horizontal one; *upright*: place across, top and
    bottom of each vertical one. The edges of boxes are rules.
    """

    level: tuple[tuple[float, float, float], ...] = ()
    upright: tuple[tuple[float, float, float], ...] = ()

    def stand_between(self, left: float, right: float, height: float) -> bool:
        """Whether an upright rule stands between two places on a height."""
        return any(left - 1 < x < right + 1 and top < height < low for x, top, low in self.upright)


def find_rules(page: Any, box: Box) -> Rules:
    """The rules of a page."""
    level: set[tuple[float, float, float]] = set()
    upright: set[tuple[float, float, float]] = set()
    for kind, thing in _objects(page):
        if kind != pdfium.FPDF_PAGEOBJ_PATH or len(level) + len(upright) > _MOST_RULES:
            continue
        left, bottom, right, top = _bounds(thing)
        x0, x1 = round(left - box.left, 1), round(right - box.left, 1)
        y0, y1 = round(box.top - top, 1), round(box.top - bottom, 1)
        if x1 - x0 > _SHORTEST:
            level |= {(y, x0, x1) for y in (y0, y1 if y1 - y0 > _THIN else y0)}
        if y1 - y0 > _SHORTEST:
            upright |= {(x, y0, y1) for x in (x0, x1 if x1 - x0 > _THIN else x0)}
    return Rules(tuple(sorted(level)), tuple(sorted(upright)))


def is_picture(page: Any, box: Box) -> bool:
    """Whether pictures cover half of the page, or many shapes are drawn on it."""
    area = (box.right - box.left) * (box.top - box.bottom)
    shapes, covered = 0, 0.0
    for kind, thing in _objects(page):
        if kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM):
            left, bottom, right, top = _bounds(thing)
            covered += max(0.0, right - left) * max(0.0, top - bottom)
        shapes += kind == pdfium.FPDF_PAGEOBJ_PATH
    return covered > 0.5 * area or shapes > 200


def _objects(page: Any) -> Iterator[tuple[int, Any]]:
    for index in range(min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        thing = pdfium.FPDFPage_GetObject(page, index)
        yield pdfium.FPDFPageObj_GetType(thing), thing


def _bounds(thing: Any) -> tuple[float, float, float, float]:
    sides = [ctypes.c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(thing, *[ctypes.byref(side) for side in sides])
    left, bottom, right, top = (side.value for side in sides)
    return left, bottom, right, top
