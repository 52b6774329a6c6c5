"""What a paragraph of a text set in lines is: heading, numbered paragraph, or item of a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stocktake.model import BlockKind
from stocktake.readers.lines import Line
from stocktake.readers.numbering import Number, Shape
from stocktake.readers.paragraphs import Paragraph

HEADING_LEVEL = {Shape.UPPER_ROMAN: 1, Shape.UPPER_LETTER: 2, Shape.DECIMAL: 3}
_COUNTED = {Shape.DECIMAL, Shape.DOTTED}
LONGEST_HEADING = 150

Kind = tuple[BlockKind, int]


def kinds(lines: Sequence[Line], found: Sequence[Paragraph]) -> Iterator[Kind]:
    """For each paragraph its kind, and its level if it is a heading or item."""
    depth: list[str] = []
    before: Paragraph | None = None
    for index, paragraph in enumerate(found):
        following = found[index + 1] if index + 1 < len(found) else None
        if following and _is_heading(lines, paragraph, following):
            depth = []
            yield BlockKind.HEADING, _heading_level(paragraph, first=not index)
        elif _is_listed(lines, paragraph, before, depth):
            depth = deepened(depth, paragraph.number, before.number if before else None)
            yield BlockKind.LIST_ITEM, len(depth) - 1
        else:
            depth = []
            yield BlockKind.PARAGRAPH, 0
        before = paragraph


def _is_heading(lines: Sequence[Line], paragraph: Paragraph, following: Paragraph) -> bool:
    first, last = lines[paragraph.places[0]], lines[paragraph.places[-1]]
    length = sum(len(lines[place].text) for place in paragraph.places)
    if length > LONGEST_HEADING or last.ends_sentence or _has_columns(first, paragraph.number):
        return False
    number = paragraph.number
    if number is None:
        room = paragraph.above and (paragraph.below or following.number is not None)
        return room and not first.begins_within and length > 2
    if number.shape in {Shape.UPPER_ROMAN, Shape.UPPER_LETTER}:
        return paragraph.above or paragraph.below
    return number.shape in _COUNTED and paragraph.above and paragraph.below


def _has_columns(line: Line, number: Number | None) -> bool:
    return line.has_columns if number is None else "   " in line.text[len(number.text) :].strip()


def _heading_level(paragraph: Paragraph, *, first: bool) -> int:
    if paragraph.number is None:
        return 1 if first else 2
    if paragraph.number.shape is Shape.DOTTED:
        return paragraph.number.text.strip(".)").count(".") + 1
    return HEADING_LEVEL[paragraph.number.shape]


def _is_listed(
    lines: Sequence[Line], paragraph: Paragraph, before: Paragraph | None, depth: Sequence[str]
) -> bool:
    if paragraph.number is None:
        return False
    return is_item(
        paragraph.number,
        before.number if before else None,
        announced=before is not None and announces(lines[before.places[-1]].text),
        within=bool(depth),
    )


def is_item(number: Number, before: Number | None, *, announced: bool, within: bool) -> bool:
    """Whether a paragraph with this number is an item; *before* is the number of the one before.

    A bullet or letter always makes an item, a plain number only in a list that was *announced*,
    which goes on *within* as long as its numbers do.
    """
    if number.shape not in _COUNTED:
        return True
    return announced or (within and number.follows(before))


def announces(words: str) -> bool:
    """Whether a list follows on these words."""
    return words.rstrip().endswith((":", "："))


def deepened(depth: Sequence[str], number: Number | None, before: Number | None) -> list[str]:
    """The kinds of number that an item stands under, its own included."""
    if number is None or (depth and number.follows(before)):
        return list(depth)
    own = number.text if number.shape is Shape.BULLET else number.shape.value
    return [*depth[: depth.index(own)], own] if own in depth else [*depth, own]
