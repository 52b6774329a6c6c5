"""Pages in Arabic or Hebrew: lines made from where each character stands.

A PDF draws such text in any order and breaks it at every vowel sign, so the order in which it
was drawn tells nothing, and no tool gives it back reliably.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from stocktake.readers.pdf_bidi import RTL, in_reading_order, is_rtl
from stocktake.readers.pdf_glyphs import Glyphs
from stocktake.readers.pdf_page import Line

_ENOUGH = 0.2
_SPACE = 0.14
_GAP = 1.5
_LAM = "\u0644"
_AFTER_LAM = "\u0622\u0623\u0625\u0627\u0649\u064a"


@dataclass(slots=True)
class _Sign:
    """A letter with its place, and the vowel signs that belong to it."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    vowels: list[str] = field(default_factory=list)

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


def is_rtl_page(text: str) -> bool:
    """Whether a good part of the letters of a page are read from right to left."""
    found = len(RTL.findall(text))
    return found > 2 and found > _ENOUGH * sum(map(str.isalpha, text))


def rtl_lines(glyphs: Glyphs) -> list[Line]:
    """The lines of a page from top to bottom, those beside each other from right to left."""
    letters, vowels = _signs(glyphs)
    return [_line(part) for row in _rows(letters, vowels) for part in _parts(row)]


def _signs(glyphs: Glyphs) -> tuple[list[_Sign], list[_Sign]]:
    """The letters (and all other signs) of a page, and its vowel signs."""
    letters: list[_Sign] = []
    vowels: list[_Sign] = []
    for at, text in enumerate(glyphs.text):
        if text.isspace() or unicodedata.category(text) in {"Cc", "Cf", "Cn"}:
            continue
        glyph = glyphs.glyph(at)
        sign = _Sign(text, glyph.left, glyph.right, glyph.baseline, glyph.size or 1.0)
        (vowels if unicodedata.combining(text) else letters).append(sign)
    return letters, vowels


def _rows(letters: Sequence[_Sign], vowels: Sequence[_Sign]) -> list[list[_Sign]]:
    """The letters of each line, with the vowel signs that stand nearest to them."""
    rows: list[list[_Sign]] = []
    for sign in sorted(letters, key=lambda sign: (sign.baseline, sign.left)):
        if rows and sign.baseline - rows[-1][0].baseline < 0.4 * sign.size:
            rows[-1].append(sign)
        else:
            rows.append([sign])
    rows = _without_strays(rows)
    for vowel in vowels if rows else ():
        row = min(rows, key=lambda row: abs(row[0].baseline - vowel.baseline))
        nearest = min(row, key=lambda sign: abs(sign.middle - vowel.middle))
        nearest.vowels.append(vowel.text)
    return rows


def _without_strays(rows: Sequence[list[_Sign]]) -> list[list[_Sign]]:
    """A few letters a little above a line, drawn with its vowel signs, belong to it."""
    kept: list[list[_Sign]] = []
    for row in reversed(rows):
        near = kept and kept[-1][0].baseline - row[0].baseline < 0.7 * row[0].size
        if near and 4 * len(row) < len(kept[-1]):
            kept[-1] += row
        else:
            kept.append(row)
    return kept[::-1]


def _parts(row: Sequence[_Sign]) -> Iterator[list[_Sign]]:
    """A row from right to left, cut at wide gaps."""
    part: list[_Sign] = []
    for sign in sorted(row, key=lambda sign: -sign.middle):
        if part and min(other.left for other in part[-3:]) - sign.right > _GAP * sign.size:
            yield part
            part = []
        part.append(sign)
    yield part


def _line(signs: list[_Sign]) -> Line:
    whole = _lam_first(_once(signs))
    if is_rtl("".join(sign.text for sign in whole)):
        text = in_reading_order(_spaced(whole))
    else:
        text = _spaced(sorted(whole, key=lambda sign: sign.left))
    left, right = min(sign.left for sign in signs), max(sign.right for sign in signs)
    return Line(text, left, right, signs[0].baseline, max(sign.size for sign in signs))


def _spaced(signs: Sequence[_Sign]) -> str:
    """The signs of a line with spaces where there is room between them."""
    pieces: list[str] = []
    before: _Sign | None = None
    for sign in signs:
        if before:
            room = max(sign.left - before.right, before.left - sign.right)
            pieces.append(" " if room > _SPACE * sign.size else "")
        pieces += [sign.text, *sorted(set(sign.vowels))]
        before = sign
    return "".join(pieces)


def _once(signs: Sequence[_Sign]) -> list[_Sign]:
    """The signs without those that say again what the one before at the same place says."""
    kept = list(signs[:1])
    for before, sign in pairwise(signs):
        if before.text != sign.text or not _overlap(before, sign):
            kept.append(sign)
    return kept


def _lam_first(signs: list[_Sign]) -> list[_Sign]:
    """In a ligature, one shape for two letters, lam is read first, whichever was stored first."""
    ordered = list(signs)
    for index, (first, second) in enumerate(pairwise(signs)):
        if second.text == _LAM and first.text in _AFTER_LAM and _overlap(first, second):
            ordered[index], ordered[index + 1] = second, first
    return ordered


def _overlap(first: _Sign, second: _Sign) -> bool:
    common = min(first.right, second.right) - max(first.left, second.left)
    return common > 0.6 * min(first.right - first.left, second.right - second.left)
