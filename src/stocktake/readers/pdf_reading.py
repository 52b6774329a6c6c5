"""From the pages of a PDF to a Reading: bands dropped, columns ordered, paragraphs joined."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from stocktake.readers.building import Reading
from stocktake.readers.pdf_bands import repeated, running_lines
from stocktake.readers.pdf_columns import Zone, zones
from stocktake.readers.pdf_hyphens import LineEnds
from stocktake.readers.pdf_indents import indents
from stocktake.readers.pdf_kinds import Flow, kinds
from stocktake.readers.pdf_notes import counted, is_endnote, marks, notes, split_notes, tied
from stocktake.readers.pdf_page import Line, Page, usual_leading, usual_size
from stocktake.readers.pdf_paragraphs import Piece, Style, join_over_borders, paragraphs
from stocktake.readers.pdf_writing import Writer


def reading(pages: Sequence[Page]) -> Reading:
    """The Reading of *pages*, of which each is in its place in the sequence."""
    running = running_lines(pages)
    kept = [
        [line for line in page.lines if line not in bands] if bands else list(page.lines)
        for page, bands in zip(pages, running, strict=True)
    ]
    arranged = [zones(page, lines) for page, lines in zip(pages, kept, strict=True)]
    style = _style(arranged)
    pieces = list(_in_order(join_over_borders(_pieces(pages, arranged, style))))
    stamps = repeated(pages)
    aside = [
        [line for line in page.lines if line in bands]
        + [line for line in page.turned if line.text in stamps]
        + list(page.hidden)
        for page, bands in zip(pages, running, strict=True)
    ]
    return _written(pieces, style, aside)


def _style(arranged: Sequence[Sequence[Zone]]) -> Style:
    columns = [zone.lines for found in arranged for zone in found if zone.lines]
    return Style(usual_size(line for lines in columns for line in lines), usual_leading(columns))


def _pieces(
    pages: Sequence[Page], arranged: Sequence[Sequence[Zone]], style: Style
) -> Iterator[Piece]:
    """The paragraphs, cells and notes of all pages; the notes of a page come last on it."""
    tables = 0
    stamps = repeated(pages)
    for page, found in zip(pages, arranged, strict=True):
        foot: list[Piece] = []
        for zone in found:
            if zone.cells:
                yield from _cells(zone, page.number, tables)
                tables += 1
                continue
            text, small = split_notes(zone, page, style.size)
            for piece in paragraphs(text, page.number, style):
                yield replace(piece, note=True) if is_endnote(piece) else piece
            foot += notes(small, page.number)
        yield from foot
        for line in page.turned:
            if line.text not in stamps:
                yield Piece(page.number, (line,), apart=True)


def _cells(zone: Zone, page: int, table: int) -> Iterator[Piece]:
    for cell in zone.cells:
        yield Piece(page, cell.lines, place=(table, cell.row, cell.column))


def _in_order(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The notes of a page stand on it: before a paragraph that goes on on the next page.

    A paragraph that fills a page with notes from edge to edge is parted there.
    """
    carried = False
    for _, group in groupby(pieces, lambda piece: piece.page):
        page = list(group)
        text = [piece for piece in page if piece.is_running]
        foot = [piece for piece in page if not piece.is_running]
        if text and foot and text[-1].goes_on:
            page = _with_foot(text, foot, carried)
        carried = page[-1].goes_on
        yield from page


def _with_foot(text: list[Piece], foot: list[Piece], carried: bool) -> list[Piece]:
    """The pieces of a page whose last paragraph goes on on the next page, with its notes."""
    start = len(text) - 1
    while start and text[start - 1].goes_on:
        start -= 1
    if start == 0 and carried:
        return [*text[:-1], replace(text[-1], goes_on=False), *foot]
    return [*text[:start], *foot, *text[start:]]


def _flows(pieces: Iterable[Piece]) -> Iterator[Flow]:
    opened: list[Piece] = []
    for piece in pieces:
        opened.append(piece)
        if not piece.goes_on:
            yield Flow(tuple(opened))
            opened = []
    if opened:
        yield Flow(tuple(opened))


def _written(pieces: Sequence[Piece], style: Style, aside: Sequence[Sequence[Line]]) -> Reading:
    flows = list(_flows(pieces))
    writer = Writer(LineEnds([line.text for piece in pieces for line in piece.lines]), aside)
    for flow, kind, indent in zip(flows, kinds(flows, style), indents(flows), strict=True):
        writer.paragraph(flow, kind, indent)
    writer.finish()
    _tie_notes(writer, flows)
    return Reading(writer.raw, writer.blocks, writer.changes, writer.page_starts)


def _tie_notes(writer: Writer, flows: Sequence[Flow]) -> None:
    """Tie notes to their marks, and take out the marks of notes that are not in the document."""
    pieces = [flow.first for flow in flows]
    every = [piece for flow in flows for piece in flow.pieces]
    ties = tied(every)
    places = {id(piece): index for index, piece in enumerate(pieces)}
    for index, (page, mark) in ties.items():
        writer.tie(places[id(every[index])], page, mark)
    taken = {id(mark) for _, mark in ties.values()}
    for page, mark in counted(marks(every)):
        if id(mark) not in taken:
            writer.drop(page, mark)
