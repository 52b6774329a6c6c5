"""The lines of a draft: where each stands, how deep, and by what mark it is led."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from stocktake.model import Block, BlockKind, Document

_LINE = re.compile(r"[^\n]*\n?")
_LEAD = re.compile(r"[^\S\n]*")
_HASHES = re.compile(r"(#{1,6})[^\S\n]+")
_FENCE = re.compile(r"-{3,}\s*\Z")
_DIRECTIVE = re.compile(r"\{:[^}\n]*\}\s*\Z|[*+-]\s+TOC\s*\Z|\[[^\]\n^]+\]:\s*\S+\s*\Z|-{3,}\s*\Z")
_NOTE_NUMBER = re.compile(r"(\S{1,20})\s+")
_NOTE = re.compile(r"\[\^([^\]\n]{1,20})\]:[^\S\n]*")
_TAB = 4
_POINTS = 9


@dataclass(frozen=True, slots=True)
class Line:
    """``text[start:end]`` without the white space around it, and what is known of it.

    *lead* is where its mark begins (hashes of a heading, the label of a note), *indent* its column,
    *heading* its level as a heading (0: none), *after_blank* whether a blank line stands before.
    *note* is the label of a footnote whose text begins here; *inserted*: it stands within the text,
    which goes on behind it. *aside*: no part of the text, such as
    a directive of the format. *number* is a label that the format gave apart from the text.
    """

    start: int
    end: int
    lead: int
    indent: int = 0
    heading: int = 0
    after_blank: bool = True
    note: str | None = None
    inserted: bool = False
    aside: bool = False
    number: str | None = None


def of_text(text: str) -> Iterator[Line]:
    """The lines of plain text or Markdown that hold anything."""
    blank, front = True, _front_matter(text)
    for match in _LINE.finditer(text):
        start, end = match.span()
        stripped = match.group().strip()
        if not stripped:
            blank = True
            continue
        yield _line(text, start, start + len(match.group().rstrip()), blank, end <= front)
        blank = False


def of_document(document: Document) -> Iterator[Line]:
    """The blocks of a document as lines; a footnote's further blocks bear its label."""
    count, label = 0, ""
    for block in document.blocks:
        if block.end <= block.start:
            continue
        if block.kind is not BlockKind.FOOTNOTE:
            label = ""
            yield _of_block(document.text, block)
            continue
        count += block.number is not None or not label
        label = block.number or label or str(count)
        yield _of_note(document.text, block, label)


def _of_note(text: str, block: Block, label: str) -> Line:
    """A footnote, without the number that its reader has left before its words."""
    number = _NOTE_NUMBER.match(text, block.start, block.end)
    leads = number is not None and number[1] == block.number
    start = number.end() if number is not None and leads else block.start
    return Line(start, block.end, block.start, note=label, inserted=True)


def _of_block(text: str, block: Block) -> Line:
    """Readers leave the number where it stands, at the beginning of the block."""
    is_apart = block.number is not None and not text.startswith(block.number, block.start)
    return Line(
        block.start,
        block.end,
        block.start,
        indent=round(block.indent / _POINTS),
        heading=block.level if block.kind is BlockKind.HEADING else 0,
        number=block.number if is_apart else None,
    )


def _front_matter(text: str) -> int:
    """Where the fenced lines that lead a Markdown file end; 0 if there are none."""
    first, *rest = text.split("\n", 40)
    if not _FENCE.match(first):
        return 0
    place = len(first) + 1
    for line in rest[:-1]:
        place += len(line) + 1
        if _FENCE.match(line):
            return place
    return 0


def _line(text: str, start: int, end: int, blank: bool, front: bool) -> Line:
    lead = _after(_LEAD, text, start, end)
    indent = len(text[start:lead].expandtabs(_TAB))
    if front or _DIRECTIVE.match(text, lead, end):
        return Line(lead, end, lead, indent, after_blank=blank, aside=True)
    if hashes := _HASHES.match(text, lead, end):
        return Line(hashes.end(), end, lead, indent, len(hashes[1]), after_blank=blank)
    if note := _NOTE.match(text, lead, end):
        return Line(note.end(), end, lead, indent, after_blank=blank, note=note[1])
    return Line(lead, end, lead, indent, after_blank=blank)


def _after(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    match = pattern.match(text, start, end)
    return match.end() if match else start
