"""Lists and headings that were typed by hand, in formats that could have marked them as such."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from stocktake.model import BlockKind
from stocktake.readers.building import Found
from stocktake.readers.lines import ends_sentence
from stocktake.readers.numbering import Number, leading_number
from stocktake.readers.structure import HEADING_LEVEL, LONGEST_HEADING, announces, deepened, is_item


def with_typed(raw: str, blocks: Sequence[Found]) -> Iterator[Found]:
    """The blocks in order; numbered paragraphs become headings or items where they are such.

    Bullets and letters make items, and so do plain numbers in a list that a colon announced; a
    short line with a Roman number or a capital letter is a heading.
    """
    depth: list[str] = []
    before: Number | None = None
    announced = False
    for block in sorted(blocks, key=lambda block: block.start):
        words = raw[block.start : block.end]
        number = leading_number(f"{block.number} ") if block.number else None
        listed = block.kind is BlockKind.PARAGRAPH and number is not None
        if listed and number and _is_heading(words, number):
            depth = []
            yield replace(block, kind=BlockKind.HEADING, level=HEADING_LEVEL[number.shape])
        elif listed and number and is_item(number, before, announced=announced, within=bool(depth)):
            depth = deepened(depth, number, before)
            yield replace(block, kind=BlockKind.LIST_ITEM, level=len(depth) - 1)
        else:
            depth = depth if block.kind is BlockKind.FOOTNOTE else []
            yield block
        if block.kind is not BlockKind.FOOTNOTE:
            before, announced = number, announces(words)


def _is_heading(words: str, number: Number) -> bool:
    return (
        number.text[:1].isupper()
        and number.shape in HEADING_LEVEL
        and len(words) <= LONGEST_HEADING
        and not ends_sentence(words)
    )
