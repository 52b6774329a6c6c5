"""Walking a report in tests: its blocks, tables, sentences and all its texts."""

from __future__ import annotations

from collections.abc import Iterator

from stocktake.model import (
    Cell,
    Chart,
    Entry,
    Listing,
    Paragraph,
    QuoteBlock,
    Report,
    Section,
    Sentence,
    Table,
)
from stocktake.model.report import Block


def blocks_of(section: Section) -> Iterator[Block]:
    """The blocks of one section, also those within listings."""
    stack = list(reversed(section.blocks))
    while stack:
        block = stack.pop()
        yield block
        if isinstance(block, Listing):
            stack += [
                inner for entry in reversed(block.entries) for inner in reversed(entry.blocks)
            ]


def blocks(report: Report) -> Iterator[Block]:
    return (block for section in report.walk() for block in blocks_of(section))


def entries(report: Report) -> Iterator[Entry]:
    return (
        entry for block in blocks(report) if isinstance(block, Listing) for entry in block.entries
    )


def sentences(report: Report) -> Iterator[Sentence]:
    return (
        sentence
        for block in blocks(report)
        if isinstance(block, Paragraph)
        for sentence in block.sentences
    )


def tables(report: Report) -> dict[str, Table]:
    """The tables by their ids without "table-" in front."""
    found = [block.table if isinstance(block, Chart) else block for block in blocks(report)]
    return {item.id.removeprefix("table-"): item for item in found if isinstance(item, Table)}


def cells(report: Report) -> Iterator[Cell]:
    return (cell for table in tables(report).values() for row in table.rows for cell in row)


def quoted(report: Report) -> Iterator[str]:
    return (block.citation for block in blocks(report) if isinstance(block, QuoteBlock))


def section(report: Report, id_: str) -> Section:
    return next(item for item in report.walk() if item.id == id_)


def text_of(item: Section) -> str:
    """All sentences and cells of a section without its parts, one a line."""
    lines: list[str] = []
    for block in blocks_of(item):
        if isinstance(block, Paragraph):
            lines += [sentence.text for sentence in block.sentences]
        elif isinstance(block, Table | Chart):
            table = block.table if isinstance(block, Chart) else block
            lines += [" | ".join(cell.text for cell in row) for row in table.rows]
    return "\n".join(lines)
