"""Markdown: headings, nested lists, tables, quotations, footnotes.

A section that is a text taken from a PDF and put into Markdown as it was (indented, with form
feeds) is no code: it is read as the text set in lines that it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import PurePath

from markdown_it import MarkdownIt
from markdown_it.token import Token

from stocktake.errors import ReadError
from stocktake.model import BlockKind, Document
from stocktake.readers.base import guard
from stocktake.readers.building import Found, Reading, Source, assemble
from stocktake.readers.decoding import decode
from stocktake.readers.layout import Layout, lay_out
from stocktake.readers.md_blocks import MarkdownBlocks
from stocktake.readers.md_inline import align, markup_changes
from stocktake.readers.md_source import MarkdownSource, mark_spans, markdown_source
from stocktake.readers.mending import Change
from stocktake.readers.typed import with_typed
from stocktake.settings import Limits

SUFFIXES = {".md", ".markdown", ".mdown", ".mkd"}
CONVERTED = 0.3


class MarkdownReader:
    """Reads CommonMark with tables and footnotes."""

    name = "md"
    version = "1"
    media_types = ("text/markdown",)

    def sniff(self, data: bytes, name: str) -> bool:
        """Markdown is text like any other; only its name tells."""
        if PurePath(name).suffix.lower() not in SUFFIXES:
            return False
        try:
            decode(data[:100_000], name)
        except ReadError:
            return False
        return bool(data)

    def read(self, data: bytes, name: str, limits: Limits) -> Document:
        """Read *data* by its Markdown structure."""
        with guard(data, name, limits, "Markdown"):
            text, notes = decode(data, name)
            reading = read_markdown(text, notes)
            return assemble(reading, Source(data, name, self.name, self.version), limits)


def read_markdown(raw: str, notes: Sequence[str] = ()) -> Reading:
    """Find the blocks of a Markdown text."""
    source = markdown_source(raw)
    parser = MarkdownIt("commonmark", {"maxNesting": 10_000}).enable("table").disable("text_join")
    tokens = parser.parse(source.parsed)
    walk = MarkdownBlocks(source.parsed)
    sections = list(_sections(walk, tokens))
    layouts: list[tuple[int, int, Layout]] = []
    for start, end, section in sections:
        if _is_converted(walk, section, start, end):
            layouts.append((start, end, lay_out(raw[start:end], start)))
        else:
            walk.walk(section)
    outside = [note for note in source.notes if not any(a <= note.start < b for a, b, _ in layouts)]
    footnotes, changes = _footnotes(source, parser, [note.label for note in outside])
    laid = [layout for _, _, layout in layouts]
    laid_blocks = [block for layout in laid for block in layout.blocks]
    return Reading(
        _replaced(raw, layouts),
        [*with_typed(raw, walk.blocks), *footnotes, *laid_blocks],
        [*walk.changes, *changes, *(change for layout in laid for change in layout.changes)],
        [0, *(start for layout in laid for start in layout.page_starts[1:])]
        if any(layout.page_starts for layout in laid)
        else (),
        title=source.title or _title(raw, walk.blocks, walk.changes),
        notes=notes,
    )


def _sections(
    walk: MarkdownBlocks, tokens: Sequence[Token]
) -> Iterator[tuple[int, int, Sequence[Token]]]:
    """Cut the tokens behind each heading; each piece with the range of its text."""
    cuts = [
        index + 1
        for index, token in enumerate(tokens)
        if token.type == "heading_close" and not token.level and token.markup.startswith("#")
    ]
    for first, last in pairwise([0, *cuts, len(tokens)]):
        section = tokens[first:last]
        headless = [token for token in section if token.map and not token.level]
        if headless and headless[-1].type == "heading_open":
            heading = headless.pop()
            opening = section.index(heading)
            if headless:
                yield (*_extent(walk, headless), section[:opening])
            yield (*walk.range_of(heading), section[opening:])
        elif headless:
            yield (*_extent(walk, headless), section)


def _extent(walk: MarkdownBlocks, tokens: Sequence[Token]) -> tuple[int, int]:
    return walk.range_of(tokens[0])[0], walk.range_of(tokens[-1])[1]


def _is_converted(walk: MarkdownBlocks, section: Sequence[Token], start: int, end: int) -> bool:
    if "\f" in walk.source[start:end]:
        return True
    indented = sum(
        len(token.content) for token in section if token.type == "code_block" and not token.level
    )
    return indented > CONVERTED * (end - start) and indented > 200


def _footnotes(
    source: MarkdownSource, parser: MarkdownIt, labels: Sequence[str]
) -> tuple[list[Found], list[Change]]:
    blocks: list[Found] = []
    changes = [Change(*span, "") for span in mark_spans(source)]
    for note in source.notes:
        if note.label not in labels:
            continue
        tokens = parser.parseInline(source.raw[slice(*note.words)])[0].children or []
        words = align(tokens, source.raw, *note.words)
        changes += markup_changes(words, source.raw)
        if words:
            changes.append(Change(note.start, words[0].start, f"{note.label} "))
            blocks.append(
                Found(
                    BlockKind.FOOTNOTE,
                    note.start,
                    words[-1].end,
                    number=note.label,
                    mark=source.marks.get(note.label),
                )
            )
    return blocks, changes


def _replaced(raw: str, layouts: Sequence[tuple[int, int, Layout]]) -> str:
    """The raw text with the lines of laid out sections in their reading order."""
    for start, end, layout in layouts:
        raw = raw[:start] + layout.raw + raw[end:]
    return raw


def _title(raw: str, blocks: Sequence[Found], changes: Sequence[Change]) -> str | None:
    """The first heading of the first level."""
    heading = next((b for b in blocks if b.kind is BlockKind.HEADING and b.level == 1), None)
    if heading is None:
        return None
    inside = sorted(c for c in changes if heading.start <= c.start and c.end <= heading.end)
    position, pieces = heading.start, []
    for change in inside:
        pieces += [raw[position : change.start], change.text]
        position = change.end
    return " ".join("".join([*pieces, raw[position : heading.end]]).split())
