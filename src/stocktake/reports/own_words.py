"""What stands in a report in our own words: every sentence, title, caption, label and cell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from stocktake.model import (
    Chart,
    Entry,
    Listing,
    Paragraph,
    QuoteBlock,
    Report,
    Section,
    Table,
)
from stocktake.model.report import Block

WORD = re.compile(r"[^\W\d_]+(?:[-‑'’][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Written:
    """A *text* of a report and the *section*, by its id, in which it stands."""

    section: str
    text: str


def written(report: Report) -> Iterator[Written]:
    """All texts of a report but its title, which is the process's own, in reading order."""
    yield Written("", report.subtitle)
    for section in report.walk():
        for text in (section.title, *_blocks(section)):
            yield Written(section.id, text)


def unquoted(text: str) -> str:
    """*text* without what stands in quotation marks, also where such marks stand within."""
    if "“" not in text:
        return text
    kept, depth = [], 0
    for letter in text:
        depth += letter == "“"
        if depth == 0:
            kept.append(letter)
        elif letter == "”":
            depth -= 1
    return "".join(kept)


def _blocks(section: Section) -> Iterator[str]:
    for block in section.blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(sentences=sentences):
            yield from (sentence.text for sentence in sentences)
        case QuoteBlock(label=label):
            yield label
        case Listing(entries=entries):
            for entry in entries:
                yield from _entry(entry)
        case Table() | Chart(table=Table()):
            yield from _table(block.table if isinstance(block, Chart) else block)


def _entry(entry: Entry) -> Iterator[str]:
    yield entry.heading
    for block in entry.blocks:
        yield from _block(block)


def _table(table: Table) -> Iterator[str]:
    yield table.caption
    yield from table.columns
    yield from (cell.text for row in table.rows for cell in row)
