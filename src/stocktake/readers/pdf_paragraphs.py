"""Lines of a zone put together into paragraphs, and paragraphs over columns and pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from stocktake.readers.lines import is_blank_between
from stocktake.readers.numbering import Number, leading_number
from stocktake.readers.pdf_bidi import is_rtl
from stocktake.readers.pdf_columns import Zone
from stocktake.readers.pdf_page import Line

_ENDS = re.compile(r"[.!?:;…。！？；：؟۔][\"'”’»）)\]*]*\d{0,3}\Z|[;,]\s*\w{1,3}\Z")
_FARTHEST = 2.2
_WITHIN = re.compile(r"[^\W\d_]|[,;)\]%&]")


@dataclass(frozen=True, slots=True)
class Style:
    """What is usual in a document: the *size* of its text in points, and the distance of its
    baselines in multiples of the size."""

    size: float
    leading: float


@dataclass(frozen=True, slots=True)
class Piece:
    """Lines of one page that are one paragraph, or the part of one that stands on this page.

    *right* is where lines of this zone end at most. *place*: table, row and column of a cell.
    *note*: it stands at the foot, set smaller. *apart*: it is turned, and no part of the running
    text. *goes_on*: the next piece belongs to it.
    """

    page: int
    lines: tuple[Line, ...]
    number: Number | None = None
    left: float = 0.0
    right: float = 0.0
    place: tuple[int, int, int] | None = None
    note: bool = False
    apart: bool = False
    goes_on: bool = False

    @property
    def is_running(self) -> bool:
        """Whether it is part of the running text, which may go on on the next page."""
        return not (self.note or self.apart)

    @property
    def size(self) -> float:
        return max(line.size for line in self.lines)

    @property
    def bold(self) -> bool:
        return all(line.bold for line in self.lines)


def ends_sentence(text: str) -> bool:
    """Whether a line may be the last of its paragraph by what it ends with."""
    return bool(_ENDS.search(text[-12:]))


def begins_within(text: str) -> bool:
    """Whether a line begins as only the inside of a sentence does."""
    return bool(_WITHIN.match(text)) and not text[0].isupper() and not _caseless(text[0])


def _caseless(letter: str) -> bool:
    return letter.isalpha() and letter.lower() == letter.upper()


def paragraphs(zone: Zone, page: int, style: Style) -> Iterator[Piece]:
    """The paragraphs of a zone of text; one read from right to left is looked at in a mirror."""
    if is_rtl(" ".join(line.text for line in zone.lines)):
        zone = replace(zone, lines=tuple(map(_mirrored, zone.lines)))
    left, right = zone.left, zone.right
    opened: list[Line] = []
    number: Number | None = None
    for line in zone.lines:
        if opened and _begins(opened, line, number, right, style):
            yield Piece(page, tuple(opened), number, left, right)
            opened = []
        if not opened:
            number = leading_number(line.text)
        opened.append(line)
    if opened:
        yield Piece(page, tuple(opened), number, left, right)


def _mirrored(line: Line) -> Line:
    return replace(line, left=-line.right, right=-line.left)


def _begins(
    opened: Sequence[Line], line: Line, number: Number | None, right: float, style: Style
) -> bool:
    """Whether a line begins a paragraph after those that are opened."""
    before = opened[-1]
    if before.hyphen or _is_raised(line) or _differs(before, line):
        return not before.hyphen
    if _is_title(before, line, style):
        return leading_number(line.text) is not None
    flows = not ends_sentence(before.text) and begins_within(line.text)
    if flows:
        return _step(before, line, style) > _FARTHEST or _is_item_within(line, before)
    return (
        _far_below(before, line, style)
        or _begins_item(line, number, before)
        or _ended_early(before, line, right)
        or _indented(opened, line, number)
    )


def _is_raised(line: Line) -> bool:
    """Whether a line begins with a raised mark, as a note does."""
    return bool(line.marks) and line.marks[0][0] == 0


def _differs(before: Line, line: Line) -> bool:
    """Whether two lines are set so differently that they cannot be one paragraph."""
    larger, smaller = max(before.size, line.size), min(before.size, line.size)
    return larger > 1.12 * smaller or (before.bold != line.bold and _whole(before, line))


def _is_title(before: Line, line: Line, style: Style) -> bool:
    """Two lines of one heading: both set larger than the text, one right below the other."""
    return min(before.size, line.size) > 1.12 * style.size and not _far_below(before, line, style)


def _whole(before: Line, line: Line) -> bool:
    """Bold words within a paragraph may fill a line; not so a bold line that ends early."""
    return ends_sentence(before.text) or not begins_within(line.text)


def _step(before: Line, line: Line, style: Style) -> float:
    size = max(before.size, line.size, 1.0)
    return (line.baseline - before.baseline) / (style.leading * size)


def _far_below(before: Line, line: Line, style: Style) -> bool:
    return not 0 < _step(before, line, style) < 1.35


def _is_item_within(line: Line, before: Line) -> bool:
    """A list mark that no sentence goes on with, at a new place across."""
    number = leading_number(line.text)
    return number is not None and number.strong and abs(line.left - before.left) > 1


def _begins_item(line: Line, number: Number | None, before: Line) -> bool:
    found = leading_number(line.text)
    if found is None:
        return False
    sure = found.strong or found.follows(number) or ends_sentence(before.text)
    return sure or abs(line.left - before.left) > 0.8 * line.size


def _ended_early(before: Line, line: Line, right: float) -> bool:
    """Whether the next word would have fitted into the line before: it was ended on purpose."""
    spaced = is_blank_between(line.text[0], line.text[0])
    word = line.text.split(maxsplit=1)[0] if spaced else line.text[:1]
    width = (len(word) + 1) * line.width / max(1, len(line.text))
    slack = 1.0 if ends_sentence(before.text) else 4.0
    return before.right + width < right - slack * line.size


def _indented(opened: Sequence[Line], line: Line, number: Number | None) -> bool:
    """Whether a line steps in, though it is not the second of an item with a hanging indent."""
    hanging = number is not None and len(opened) == 1
    steps_in = line.left - opened[-1].left > 0.8 * line.size
    return steps_in and not hanging and ends_sentence(opened[-1].text)


def join_over_borders(found: Iterable[Piece]) -> Iterator[Piece]:
    """Mark the pieces that go on in the next piece of running text, in another column or page.

    Notes and what is apart may stand between the two.
    """
    pieces = list(found)
    text = [n for n, piece in enumerate(pieces) if piece.is_running]
    following = dict(pairwise(text))
    for index, piece in enumerate(pieces):
        after = following.get(index)
        goes_on = after is not None and _continues(piece, pieces[after])
        yield replace(piece, goes_on=goes_on)


def _continues(piece: Piece, after: Piece) -> bool:
    last, first = piece.lines[-1], after.lines[0]
    over = after.page != piece.page or first.baseline < last.baseline
    if not over or piece.place or after.place or last.bold != first.bold:
        return False
    if max(last.size, first.size) > 1.12 * min(last.size, first.size):
        return False
    if last.hyphen:
        return True
    if ends_sentence(last.text) or _starts_new(after):
        return False
    return begins_within(first.text) or _is_full(piece)


def _starts_new(after: Piece) -> bool:
    first = after.lines[0]
    second = after.lines[1] if len(after.lines) > 1 else first
    indented = first.left - min(second.left, after.left) > 0.8 * first.size
    return after.number is not None or (indented and not begins_within(first.text))


def _is_full(piece: Piece) -> bool:
    """Whether the last line reaches about as far as others do, in a paragraph of some length."""
    last = piece.lines[-1]
    return last.right > piece.right - 6 * last.size and last.width > 0.5 * (
        piece.right - piece.left
    )
