"""Pages of a PDF that hold pictures of text: rendered, and read by OCR."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from stocktake.readers.ocr import OcrFailedError, Recognised, Tesseract
from stocktake.readers.pdf_bidi import is_rtl
from stocktake.readers.pdf_gaps import wide_gaps
from stocktake.readers.pdf_page import Gap, Line, Page, joined, rows

_DPI = 300
_MOST_PIXELS = 20_000_000
_LONGEST = 90.0
_UNSURE = 0.3
_HEIGHT = 0.9
_HIGHER = 1.4
_WIDEST_RIVER = 2.2


@dataclass(frozen=True, slots=True)
class OcrResult:
    """The pages read, the numbers of those that were not, how sure it is of all (0..1), and in
    which languages it was looked."""

    pages: dict[int, Page]
    unread: tuple[int, ...]
    confidence: float | None
    languages: tuple[str, ...]


def read_by_ocr(
    document: Any, pages: Sequence[Page], tesseract: Tesseract, seconds: float
) -> OcrResult:
    """Read *pages* of an open ``pypdfium2.PdfDocument`` within *seconds* for all of them."""
    end = time.monotonic() + seconds
    done: dict[int, Page] = {}
    unread: list[int] = []
    letters, sure = 0, 0.0
    languages: set[str] = set()
    for page in pages:
        try:
            scan = _Scan(document, page, tesseract, end)
            lines, used = scan.lines()
        except OcrFailedError:
            unread.append(page.number)
            continue
        languages |= set(used)
        letters += sum(len(line.text) for line in lines)
        sure += sum(line.confidence * len(line.text) for line in lines)
        done[page.number] = scan.page(lines)
    confidence = round(sure / letters, 3) if letters else None
    return OcrResult(done, tuple(unread), confidence, tuple(sorted(languages)))


@dataclass(slots=True)
class _Scan:
    """One page on its way through OCR."""

    document: Any
    shown: Page
    tesseract: Tesseract
    end: float
    scale: float = 1.0

    def lines(self) -> tuple[list[Recognised], list[str]]:
        """The lines of the page, turned upright, and the languages that were looked for."""
        image = self._image(0)
        lies = self.tesseract.orientation(image, self._left())
        if lies.turn:
            image = self._image(lies.turn)
        languages = self.tesseract.languages_for(lies.script)
        return self.tesseract.read(image, languages, self._left()), languages

    def page(self, lines: Sequence[Recognised]) -> Page:
        """The page as shown, with the lines that were recognised, in points."""
        sure = [line for line in lines if line.confidence >= _UNSURE]
        usual = statistics.median(line.height for line in sure) if sure else 0.0
        read = tuple(_rejoined(self._line(line, usual) for line in sure))
        return replace(
            self.shown, lines=read, hidden=(), turned=(), rules=(), scanned=False, unmapped=0.0
        )

    def _line(self, line: Recognised, usual: float) -> Line:
        """A line; its font size is the usual one of the page unless it is clearly higher."""
        size = (line.height if line.height > _HIGHER * usual else usual) / _HEIGHT / self.scale
        at, words = 0, []
        for word in line.words:
            words.append((at, word.left / self.scale, word.right / self.scale))
            at += len(word.text) + 1
        return Line(
            line.text,
            min(left for _, left, _ in words),
            max(right for _, _, right in words),
            statistics.median_low(word.bottom for word in line.words) / self.scale,
            size,
            gaps=() if is_rtl(line.text) else wide_gaps(words, size, lambda _left, _right: False),
        )

    def _left(self) -> float:
        left = self.end - time.monotonic()
        if left <= 0:
            raise OcrFailedError("no time is left")
        return min(left, _LONGEST)

    def _image(self, turn: int) -> bytes:
        """The page in grey, as PGM."""
        page = self.document[self.shown.number]
        try:
            width, height = page.get_size()
            fitting = (_MOST_PIXELS / max(1.0, width * height)) ** 0.5
            self.scale = min(_DPI / 72, fitting)
            bitmap = page.render(scale=self.scale, rotation=turn, grayscale=True)
            grey = bitmap.to_numpy().reshape(bitmap.height, bitmap.width, -1)
            head = f"P5 {bitmap.width} {bitmap.height} 255\n".encode()
            return head + bytes(grey[:, :, 0].tobytes())
        finally:
            page.close()


def _rejoined(lines: Iterable[Line]) -> Iterator[Line]:
    """Tesseract takes rivers of white for gutters: neighbours in a row are one line again."""
    for row in rows(lines):
        whole = row[0]
        for line in row[1:]:
            blank = line.left - whole.right
            if is_rtl(line.text) or not 0 <= blank < _WIDEST_RIVER * line.size:
                yield whole
                whole = line
                continue
            gap = Gap(len(whole.text) + 1, whole.right, line.left)
            both = joined([whole, line])
            whole = replace(both, gaps=tuple(sorted([*both.gaps, gap], key=lambda g: g.at)))
        yield whole
