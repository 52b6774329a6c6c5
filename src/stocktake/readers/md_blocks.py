"""The blocks of parsed Markdown, with their places in the source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from markdown_it.token import Token

from stocktake.model import BlockKind
from stocktake.readers.building import Found
from stocktake.readers.layout import lay_out
from stocktake.readers.md_inline import Words, align, markup_changes, tag_changes
from stocktake.readers.mending import Change
from stocktake.readers.numbering import leading_number

_MARKER = re.compile(r"[ \t>]*(?:[-+*]|\d{1,9}[.)])(?=[ \t\n]|\Z)")


@dataclass(slots=True)
class MarkdownBlocks:
    """Walks the tokens of *source* once; ``blocks`` and ``changes`` are what it found."""

    source: str
    blocks: list[Found] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    _line_starts: list[int] = field(default_factory=list)
    _lists: list[Token] = field(default_factory=list)
    _marker: tuple[int, str] | None = None
    _heading: int = 0
    _quotes: int = 0
    _table: int = -1
    _row: int = -1
    _column: int = -1
    _cursor: int = 0

    def __post_init__(self) -> None:
        lines = self.source.split("\n")
        self._line_starts = list(accumulate((len(line) + 1 for line in lines), initial=0))

    def walk(self, tokens: Sequence[Token]) -> None:
        """Take in *tokens*, in order."""
        for token in tokens:
            match token.type:
                case "inline":
                    self._inline(token)
                case "code_block" | "fence" | "html_block":
                    self._verbatim(token)
                case "table_open" | "tr_open" | "td_open" | "th_open":
                    self._open_table_part(token)
                case "table_close":
                    self._row = self._column = -1
                case _:
                    self._structure(token)

    def range_of(self, token: Token) -> tuple[int, int]:
        """The range of the lines of a token."""
        first, last = token.map or (0, 0)
        end = self._line_starts[min(last, len(self._line_starts) - 1)]
        return self._line_starts[first], min(end, len(self.source))

    def _structure(self, token: Token) -> None:
        match token.type:
            case "heading_open":
                self._heading = int(token.tag[1])
            case "heading_close":
                self._heading = 0
            case "bullet_list_open" | "ordered_list_open":
                self._lists.append(token)
            case "bullet_list_close" | "ordered_list_close":
                self._lists.pop()
            case "list_item_open":
                self._marker = self._marker_of(token)
            case "blockquote_open":
                self._quotes += 1
            case "blockquote_close":
                self._quotes -= 1

    def _open_table_part(self, token: Token) -> None:
        if token.type == "table_open":
            self._table += 1
            self._row = -1
        elif token.type == "tr_open":
            self._row += 1
            self._column = -1
            self._cursor = self.range_of(token)[0]
        else:
            self._column += 1

    def _marker_of(self, token: Token) -> tuple[int, str] | None:
        """Where the mark of a list item stands, and the mark."""
        start, end = self.range_of(token)
        start = max(start, self._marker[0] + 1) if self._marker else start
        found = _MARKER.match(self.source, start, end)
        if not found:
            return None
        mark = found[0].lstrip(" \t>")
        return found.end() - len(mark), mark

    def _inline(self, token: Token) -> None:
        start, end = self.range_of(token)
        if self._row >= 0:
            start = self._cursor
        words = align(token.children or [], self.source, start, end)
        if not words:
            return
        self._cursor = words[-1].end
        if self._row < 0 and not (self._lists or self._quotes or self._heading):
            for line_words in self._by_paragraph(words):
                self._add(line_words)
        else:
            self._add(words)

    def _by_paragraph(self, words: Sequence[Words]) -> Iterator[list[Words]]:
        """Lines that are no hard-wrapped prose are each a paragraph."""
        lines: list[list[Words]] = []
        for word in words:
            if word.breaks or not lines:
                lines.append([])
            lines[-1].append(word)
        text = "\n".join("".join(word.text for word in line) for line in lines)
        starts = {block.start for block in lay_out(text).blocks} if len(lines) > 1 else set()
        group: list[Words] = []
        position = 0
        for line in lines:
            length = sum(len(word.text) for word in line)
            if group and not starts.isdisjoint(range(position, position + length)):
                yield group
                group = []
            group += line
            position += length + 1
        yield group

    def _add(self, words: Sequence[Words]) -> None:
        """Add a block of these words, of the kind that the walk is in."""
        start, end = words[0].start, words[-1].end
        self.changes += markup_changes(words, self.source)
        number = leading_number("".join(word.text for word in words[:4]))
        label = number.text if number else None
        if self._row >= 0:
            self.blocks.append(
                Found(
                    BlockKind.CELL,
                    start,
                    end,
                    table=self._table,
                    row=self._row,
                    column=self._column,
                )
            )
        elif self._heading:
            self.blocks.append(
                Found(BlockKind.HEADING, start, end, level=self._heading, number=label)
            )
        elif self._lists:
            self._add_item(start, end, label)
        else:
            kind = BlockKind.QUOTE if self._quotes else BlockKind.PARAGRAPH
            self.blocks.append(Found(kind, start, end, number=label))

    def _add_item(self, start: int, end: int, label: str | None) -> None:
        """An item begins with its own number, or else with the mark that Markdown gave it."""
        if self._marker and label is None:
            mark_end = self._marker[0] + len(self._marker[1])
            self.changes.append(Change(mark_end, start, " "))
            start, label = self._marker
        self._marker = None
        level = len(self._lists) - 1
        self.blocks.append(Found(BlockKind.LIST_ITEM, start, end, level=level, number=label))

    def _verbatim(self, token: Token) -> None:
        """Code and HTML blocks: their lines, without fence or tags."""
        start, end = self.range_of(token)
        if token.type == "fence":
            start = self.source.find("\n", start, end) + 1 or end
            closing = self.source.rfind("\n", start, max(start, end - 1)) + 1
            end = closing if self.source[closing:end].strip().startswith(token.markup) else end
        if token.type == "html_block":
            self.changes += tag_changes(self.source, start, end)
        if start < end:
            self.blocks.append(Found(BlockKind.PARAGRAPH, start, end))
