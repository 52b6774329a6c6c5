"""What pdfium tells of single characters of a page, turned so that the text stands upright.

Calls into pdfium are cheap one by one (0.3 µs) but not a thousand times a page: lines ask for
their first and last character only, words are looked at where a page shows wide gaps.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import pypdfium2.raw as pdfium

HYPHEN = "\ufffe"
_BOLD_NAME = re.compile(rb"bold|black|heavy|demi|cmbx", re.IGNORECASE)
_FORCE_BOLD = 1 << 18
_SLANT = 0.1
_LONGEST_NAME = 128


@dataclass(frozen=True, slots=True)
class Box:
    """The visible part of a page, in its own coordinates (points, y upwards)."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character's place in upright page coordinates.

    *turn* counts the quarter turns that it is drawn with; *slant*: it is turned by less than one.
    """

    left: float
    right: float
    baseline: float
    size: float
    turn: int
    slant: bool


@dataclass(slots=True)
class Glyphs:
    """The characters of one open page. *text* is what pdfium reads, line ends as it sees them."""

    handle: Any
    box: Box
    text: str = ""
    turn: int = 0
    _shifted: bool = False
    _rectangle: Any = field(default_factory=pdfium.FS_RECTF)
    _matrix: Any = field(default_factory=pdfium.FS_MATRIX)
    _font: Any = field(default_factory=lambda: ctypes.create_string_buffer(_LONGEST_NAME))
    _flags: Any = field(default_factory=ctypes.c_int)
    _sides: tuple[Any, ...] = ()
    _places: tuple[Any, ...] = ()
    _filled: tuple[Any, ...] = ()

    def __post_init__(self) -> None:
        self._sides = tuple(ctypes.c_double() for _ in range(4))
        self._places = tuple(map(ctypes.byref, self._sides))
        self._filled = tuple(map(ctypes.byref, (self._rectangle, self._matrix, self._flags)))
        count = max(0, pdfium.FPDFText_CountChars(self.handle))
        buffer = (ctypes.c_ushort * (2 * count + 2))()
        written = pdfium.FPDFText_GetText(self.handle, 0, count, buffer)
        raw = bytes(buffer)[: 2 * max(0, written - 1)]
        self.text = raw.decode("utf-16-le", "replace")
        self._shifted = len(self.text) != count

    @property
    def width(self) -> float:
        """The width of the upright page."""
        sides = self.box.right - self.box.left, self.box.top - self.box.bottom
        return sides[self.turn % 2]

    @property
    def height(self) -> float:
        """The height of the upright page."""
        sides = self.box.top - self.box.bottom, self.box.right - self.box.left
        return sides[self.turn % 2]

    def glyph(self, offset: int) -> Glyph:
        """The character at an offset of *text*."""
        index = self._index(offset)
        left, bottom, right, top = self._place(index)
        matrix, (x, y, *_), (to_x, to_y, *_) = self._matrix, self._sides, self._places
        pdfium.FPDFText_GetMatrix(self.handle, index, self._filled[1])
        pdfium.FPDFText_GetCharOrigin(self.handle, index, to_x, to_y)
        scale, turn, slant = _drawn(matrix.a, matrix.b, matrix.c, matrix.d)
        size = pdfium.FPDFText_GetFontSize(self.handle, index) * scale
        start, end = self._across(left, bottom, right, top)
        return Glyph(start, end, self._down(x.value, y.value), size, turn, slant)

    def span(self, offset: int) -> tuple[float, float]:
        """From where to where the character at an offset reaches across the upright page."""
        return self._across(*self._place(self._index(offset)))

    def size(self, offset: int) -> float:
        """The font size of the character at an offset, in the page's own units of text."""
        return float(pdfium.FPDFText_GetFontSize(self.handle, self._index(offset)))

    def is_raised(self, offset: int, here: Glyph) -> bool:
        """Whether what is to be seen of a character stands high above its baseline, and is low."""
        pdfium.FPDFText_GetCharBox(self.handle, self._index(offset), *self._places)
        left, right, bottom, top = (side.value for side in self._sides)
        lower = self._down(right if self.turn == 1 else left, top if self.turn == 2 else bottom)
        height = right - left if self.turn % 2 else top - bottom
        return here.baseline - lower > 0.2 * here.size and height < 0.6 * here.size

    def unmapped(self, offset: int) -> bool:
        """Whether the file does not tell what the character at an offset means."""
        return bool(pdfium.FPDFText_HasUnicodeMapError(self.handle, self._index(offset)) == 1)

    def bold(self, offset: int) -> bool:
        """Whether the character at an offset is set in a bold font, by its name, flag or weight."""
        index = self._index(offset)
        told = pdfium.FPDFText_GetFontInfo(
            self.handle, index, self._font, _LONGEST_NAME, self._filled[2]
        )
        return bool(told) and _is_bold(self._font.value, self._flags.value)

    def runs(self) -> Iterator[tuple[float, float, float, float]]:
        """Left, right, lower edge and height of each run of text that was drawn in one go."""
        left, top, right, bottom = self._sides
        for index in range(pdfium.FPDFText_CountRects(self.handle, 0, -1)):
            pdfium.FPDFText_GetRect(self.handle, index, *self._places)
            x0, y0, x1, y1 = left.value, bottom.value, right.value, top.value
            across = self._across(x0, y0, x1, y1)
            lower = self._down(x1 if self.turn == 1 else x0, y1 if self.turn == 2 else y0)
            yield *across, lower, (x1 - x0 if self.turn % 2 else y1 - y0)

    def _index(self, offset: int) -> int:
        if not self._shifted:
            return offset
        return int(pdfium.FPDFText_GetCharIndexFromTextIndex(self.handle, offset))

    def _place(self, index: int) -> tuple[float, float, float, float]:
        box = self._rectangle
        pdfium.FPDFText_GetLooseCharBox(self.handle, index, self._filled[0])
        return box.left, box.bottom, box.right, box.top

    def _across(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float]:
        if not self.turn:
            return left - self.box.left, right - self.box.left
        match self.turn:
            case 1:
                return bottom - self.box.bottom, top - self.box.bottom
            case 2:
                return self.box.right - right, self.box.right - left
        return self.box.top - top, self.box.top - bottom

    def _down(self, x: float, y: float) -> float:
        if not self.turn:
            return self.box.top - y
        match self.turn:
            case 1:
                return x - self.box.left
            case 2:
                return y - self.box.bottom
        return self.box.right - x


@lru_cache(maxsize=1024)
def _drawn(a: float, b: float, c: float, d: float) -> tuple[float, int, bool]:
    """How large a character is drawn by its matrix, by how many quarter turns, whether slanted."""
    turns = math.atan2(b, a) / (math.pi / 2)
    turn = round(turns)
    return math.hypot(c, d) or 1.0, turn % 4, abs(turns - turn) > _SLANT


@lru_cache(maxsize=1024)
def _is_bold(name: bytes, flags: int) -> bool:
    return bool(flags & _FORCE_BOLD) or bool(_BOLD_NAME.search(name))
