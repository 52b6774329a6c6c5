"""A report as Markdown, with citations as footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import ClassVar

from stocktake.exporters.places import original, source
from stocktake.model import (
    Cell,
    Chart,
    Citation,
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

_SPACE = re.compile(r"\s+")
_SPECIAL = re.compile(r"([\\`*_\[\]<>|~#^$])")
_LINE_START = re.compile(r"^(\s*(?:\d+(?=[.)](?:\s|$)))?)([-+=.)])", re.MULTILINE)


class MarkdownExporter:
    """Writes ``report.md``: one paragraph a line, tables with pipes, footnotes at the end."""

    suffix: ClassVar[str] = ".md"
    media_type: ClassVar[str] = "text/markdown"

    def export(self, report: Report) -> bytes:
        cited = {citation.id: citation for citation in report.citations}
        pieces = [
            f"# {escaped(report.title)}",
            f"{escaped(report.subtitle)} · `{escaped(report.stock_digest)}`",
            *(piece for item in report.sections for piece in _section(item, 2, cited)),
            *(_footnote(citation) for citation in report.citations),
        ]
        return ("\n\n".join(pieces) + "\n").encode("utf-8", "replace")


def _section(section: Section, level: int, cited: Mapping[str, Citation]) -> Iterator[str]:
    if section.title:
        yield _heading(section.title, level, section.id)
    for block in section.blocks:
        yield from _block(block, level + 1, cited)
    for part in section.sections:
        yield from _section(part, level + 1, cited)


def _heading(title: str, level: int, anchor: str) -> str:
    target = f'<a id="{_attribute(anchor)}"></a>' if anchor else ""
    return f"{'#' * min(level, 6)} {target}{escaped(title)}"


def _block(block: Block, level: int, cited: Mapping[str, Citation]) -> Iterator[str]:
    match block:
        case Paragraph(sentences=sentences, note=note):
            text = " ".join(_cited(sentence) for sentence in sentences)
            yield f"*{text}*" if note and text else text
        case QuoteBlock():
            yield _quote(block, cited[block.citation])
        case Listing(entries=entries):
            for entry in entries:
                yield from _entry(entry, level, cited)
        case Table():
            yield from _table(block)
        case Chart(table=table):
            yield from _table(table)


def _entry(entry: Entry, level: int, cited: Mapping[str, Citation]) -> Iterator[str]:
    yield _heading(entry.heading, level, entry.anchor)
    for block in entry.blocks:
        yield from _block(block, level + 1, cited)


def _quote(block: QuoteBlock, citation: Citation) -> str:
    label = f"**{escaped(block.label)}** · " if block.label else ""
    lines = [f"“{escaped(citation.quote)}”", "", f"{label}{escaped(source(citation))}"]
    return "\n".join(f"> {line}".rstrip() for line in lines) + _notes([citation.id])


def _table(table: Table) -> Iterator[str]:
    yield f"**{escaped(table.caption)}**"
    head = _row(escaped(column) for column in table.columns)
    rule = _row("---" for _ in table.columns)
    yield "\n".join([head, rule, *(_row(map(_cell, row)) for row in table.rows)])


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell) -> str:
    text = _cited(cell)
    kind, _, input_id = cell.link.partition(":")
    if not cell.link:
        return text
    target = original(input_id) if kind == "original" else f"#{_attribute(cell.link)}"
    return f"{text} [→]({target})" if cell.citations else f"[{text}]({target})"


def _cited(cited: Sentence | Cell) -> str:
    return "".join(escaped(text) + _notes(citations) for text, citations in cited.runs())


def _notes(citations: Iterable[str]) -> str:
    return "".join(f"[^{citation}]" for citation in dict.fromkeys(citations))


def _footnote(citation: Citation) -> str:
    link = original(citation.input_id, citation.page)
    before, after = escaped(citation.before), escaped(citation.after)
    quote = escaped(citation.quote)
    passage = f"{before}**{quote.strip()}**{after}".strip()
    return f"[^{citation.id}]: [{escaped(source(citation))}]({link}): {passage}"


def escaped(text: str) -> str:
    """The same words on one line, without any meaning for Markdown or HTML."""
    one_line = _SPACE.sub(" ", text)
    return _LINE_START.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", one_line).replace("&", "&amp;"))


def _attribute(text: str) -> str:
    return re.sub(r"[^\w:.-]", "-", text)
