"""Walks an HTML tree in the order of the page and takes down its blocks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element

from stocktake.model import BlockKind
from stocktake.readers.base import over_limit
from stocktake.readers.breaks import BREAK, parts
from stocktake.readers.building import Found
from stocktake.readers.html_elements import BLOCKS, HEADINGS, is_about_the_site, is_unseen
from stocktake.readers.html_lists import ItemCounter
from stocktake.readers.html_tables import TablePlace, table_places
from stocktake.readers.mending import Change
from stocktake.readers.numbering import leading_number


@dataclass(frozen=True, slots=True)
class Piece:
    """A block as taken down, with what its worth can be told by: how many characters of it are
    *linked*, and whether it lies in what is *about_the_site*. *anchors* are ids it is reached by.
    """

    found: Found
    linked: int
    about_the_site: bool
    anchors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A short link within the page: where its words stand, the id it leads to, if it is raised."""

    start: int
    end: int
    target: str
    raised: bool


@dataclass(frozen=True, slots=True)
class _Open:
    """An element that is open, and where in the raw text it was opened."""

    element: _Element
    start: int
    about_the_site: bool


@dataclass(slots=True)
class HtmlWalk:
    """What the walk has taken down: all text in order, its blocks, and links within the page."""

    depth: int
    name: str
    raw: str = ""
    pieces: list[Piece] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    _written: list[str] = field(default_factory=list)
    _run: list[str] = field(default_factory=list)
    _position: int = 0
    _linked: int = 0
    _anchors: list[str] = field(default_factory=list)
    _context: list[_Open] = field(default_factory=list)
    _item: _Element | None = None
    _counter: ItemCounter = field(default_factory=ItemCounter)
    _cells: dict[_Element, TablePlace] = field(default_factory=dict)

    def walk(self, root: _Element) -> None:
        """Take down *root*; LimitError if it is nested deeper than *depth*."""
        self._cells = table_places(root)
        for element, opening in _events(root):
            if opening:
                self._open(element)
            else:
                self._close(element)
        self._flush()
        self.raw = "".join(self._written)

    def _open(self, element: _Element) -> None:
        if len(self._context) >= self.depth:
            message = f"has elements nested more than {self.depth:,} deep."
            raise over_limit("depth", message, self.name)
        if element.tag in BLOCKS:
            self._flush()
        if element.tag == "li":
            self._item = element
        within = bool(self._context) and self._context[-1].about_the_site
        self._context.append(_Open(element, self._position, within or is_about_the_site(element)))
        anchor = element.get("id") or element.get("name")
        if anchor:
            self._anchors.append(anchor)
        if element.tag == "br":
            self._write(BREAK)
        elif not is_unseen(element):
            self._write(element.text or "")

    def _close(self, element: _Element) -> None:
        if element.tag == "a":
            self._take_link(self._context[-1])
        if element.tag in BLOCKS:
            self._flush()
        self._context.pop()
        self._write(element.tail or "")

    def _write(self, text: str) -> None:
        if text:
            self._run.append(text)
            self._position += len(text)

    def _take_link(self, opened: _Open) -> None:
        length = self._position - opened.start
        self._linked += length
        target = opened.element.get("href", "")
        if target.startswith("#") and 0 < length < 12:
            raised = any(other.element.tag == "sup" for other in self._context) or (
                opened.element.find(".//sup") is not None
            )
            self.links.append(Link(opened.start, self._position, target[1:], raised))

    def _flush(self) -> None:
        """Close the block that is open, if it holds any words."""
        text = "".join(self._run)
        if text.strip():
            start = self._position - len(text)
            for begin, end in parts(text):
                self._add(start + begin, text[begin:end])
        if text:
            self._written += [text, "\n"]
            self._position += 1
            self._run.clear()
        self._linked = 0

    def _add(self, start: int, text: str) -> None:
        words = text.strip()
        if not words:
            return
        start += len(text) - len(text.lstrip())
        found = self._found(start, start + len(words), words)
        about_the_site = self._context[-1].about_the_site if self._context else False
        self.pieces.append(Piece(found, self._linked, about_the_site, tuple(self._anchors)))
        self._anchors.clear()

    def _found(self, start: int, end: int, words: str) -> Found:
        number = leading_number(words)
        label = number.text if number else None
        tags = [opened.element for opened in reversed(self._context)]
        for element in tags:
            if element.tag in HEADINGS:
                level = HEADINGS[element.tag]
                return Found(BlockKind.HEADING, start, end, level=level, number=label)
            if element in self._cells:
                place = self._cells[element]
                return Found(
                    BlockKind.CELL,
                    start,
                    end,
                    table=place.table,
                    row=place.row,
                    column=place.column,
                )
            if element.tag == "li":
                level = sum(other.tag in {"ul", "ol", "menu"} for other in tags) - 1
                label = self._numbered(element, start, label)
                return Found(BlockKind.LIST_ITEM, start, end, level=max(0, level), number=label)
            if element.tag == "blockquote":
                return Found(BlockKind.QUOTE, start, end, number=label)
        return Found(BlockKind.PARAGRAPH, start, end, number=label)

    def _numbered(self, item: _Element, start: int, label: str | None) -> str | None:
        """The item's number, put in before its first block if its text has none."""
        fresh, self._item = self._item is item, None
        if not fresh or label:
            return label
        number = self._counter.number(item)
        self.changes.append(Change(start, start, f"{number} "))
        return number


def _events(root: _Element) -> Iterator[tuple[_Element, bool]]:
    """Each element when it opens and when it closes; what is unseen is closed at once."""
    stack = [(root, iter(root))]
    yield root, True
    while stack:
        element, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            yield element, False
        elif isinstance(child.tag, str):
            yield child, True
            stack.append((child, iter(() if is_unseen(child) else child)))
