"""Texts set in lines and pages (plain text, text taken from a PDF) read into blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from stocktake.model import BlockKind
from stocktake.readers.building import Found
from stocktake.readers.furniture import furniture
from stocktake.readers.hyphens import Vocabulary
from stocktake.readers.lines import Line, is_blank_between, split_lines
from stocktake.readers.mending import Change
from stocktake.readers.notes import Note, find_marks, find_notes
from stocktake.readers.paragraphs import Paragraph, paragraphs
from stocktake.readers.structure import kinds


@dataclass(frozen=True, slots=True)
class Layout:
    """The lines in reading order as one raw text, the blocks in it, and what to mend.

    Reading order is that of the file, but that a footnote between two halves of a paragraph
    comes behind it. *page_starts* is empty if the text has but one page.
    """

    raw: str
    blocks: tuple[Found, ...]
    changes: tuple[Change, ...]
    page_starts: tuple[int, ...]


def lay_out(text: str, offset: int = 0) -> Layout:
    """Read *text*; all offsets of the result are moved by *offset*."""
    lines = list(split_lines(text))
    printed = furniture(lines)
    places = [place for place in range(len(lines)) if place not in printed]
    notes = find_notes(lines, places)
    noted = {place for note in notes for place in note.places}
    body = list(paragraphs(lines, [place for place in places if place not in noted]))
    page = _set(lines, _reading_order(len(lines), body, noted), offset)
    marks = _marks(page, body, notes)
    words = Vocabulary(text)
    groups = [*(paragraph.places for paragraph in body), *(note.places for note in notes)]
    changes = [change for places in groups for change in _joints(page, places, words)]
    return Layout(
        page.raw,
        (*_body_blocks(page, body), *_note_blocks(page, notes, marks)),
        (*changes, *(Change(*span, "") for span in marks.values())),
        _page_starts(page),
    )


@dataclass(frozen=True, slots=True)
class _Set:
    """Lines set one after another in *order*: the *raw* text, and where in it each line's text
    lies, by its place."""

    lines: Sequence[Line]
    order: Sequence[int]
    raw: str
    offset: int
    spans: dict[int, tuple[int, int]]


def _reading_order(count: int, body: Sequence[Paragraph], noted: set[int]) -> list[int]:
    """The places of all lines; notes that interrupt a paragraph are put off to its end."""
    put_off = {
        place: paragraph.places[-1]
        for paragraph in body
        for a, b in pairwise(paragraph.places)
        for place in range(a + 1, b)
        if place in noted
    }
    return sorted(range(count), key=lambda place: (put_off.get(place, place), place in put_off))


def _set(lines: Sequence[Line], order: Sequence[int], offset: int) -> _Set:
    lengths = accumulate((len(lines[place].raw) for place in order), initial=offset)
    spans = {}
    for place, start in zip(order, lengths, strict=False):
        line = lines[place]
        begin = start + len(line.raw) - len(line.raw.lstrip())
        spans[place] = (begin, begin + len(line.text))
    return _Set(lines, order, "".join(lines[place].raw for place in order), offset, spans)


def _joints(page: _Set, places: Sequence[int], words: Vocabulary) -> Iterator[Change]:
    """What comes between the lines of a paragraph, where it is more than a blank."""
    for before, place in pairwise(places):
        end, start = page.spans[before][1], page.spans[place][0]
        text, following = page.lines[before].text, page.lines[place].text
        hyphen = words.joint(text, following)
        if hyphen:
            yield Change(end - hyphen[0], start, hyphen[1])
        elif not is_blank_between(text[-1], following[0]):
            yield Change(end, start, "")
        elif page.raw[end - page.offset : start - page.offset].strip():
            yield Change(end, start, " ")


def _body_blocks(page: _Set, body: Sequence[Paragraph]) -> Iterator[Found]:
    for paragraph, (kind, level) in zip(body, kinds(page.lines, body), strict=True):
        start, end = page.spans[paragraph.places[0]][0], page.spans[paragraph.places[-1]][1]
        number = paragraph.number.text if paragraph.number else None
        yield Found(kind, start, end, level=level, number=number)


def _note_blocks(
    page: _Set, notes: Sequence[Note], marks: dict[str, tuple[int, int]]
) -> Iterator[Found]:
    for note in notes:
        start, end = page.spans[note.places[0]][0], page.spans[note.places[-1]][1]
        yield Found(BlockKind.FOOTNOTE, start, end, number=note.mark, mark=marks.get(note.mark))


def _marks(
    page: _Set, body: Sequence[Paragraph], notes: Sequence[Note]
) -> dict[str, tuple[int, int]]:
    """Where in the raw text the marks of the notes stand, by mark."""
    if not notes:
        return {}
    running = {place for paragraph in body for place in paragraph.places}
    masked = "".join(
        line.raw if place in running else " " * len(line.raw)
        for place, line in ((place, page.lines[place]) for place in page.order)
    )
    found = find_marks(masked, [note.mark for note in notes])
    return {mark: (a + page.offset, b + page.offset) for mark, (a, b) in found.items()}


def _page_starts(page: _Set) -> tuple[int, ...]:
    starts: dict[int, int] = {}
    for place in page.order:
        starts.setdefault(page.lines[place].page, page.spans[place][0])
    return (page.offset, *list(starts.values())[1:]) if len(starts) > 1 else ()
