"""Tracked changes and comments of a Word file: the text before them, and who changed what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element

from stocktake.model import ChangeKind, TrackedChange, TrackedComment, TrackedText
from stocktake.readers.base import guard
from stocktake.readers.docx_looks import look
from stocktake.readers.docx_numbering import Numbering
from stocktake.readers.docx_package import Package, W, open_package
from stocktake.readers.docx_styles import Styles
from stocktake.readers.numbering import leading_number
from stocktake.settings import Limits

_KINDS = {
    f"{W}ins": ChangeKind.INSERT,
    f"{W}del": ChangeKind.DELETE,
    f"{W}moveFrom": ChangeKind.MOVED_FROM,
    f"{W}moveTo": ChangeKind.MOVED_TO,
}
_PUT_IN = (ChangeKind.INSERT, ChangeKind.MOVED_TO)
_WORDS = (f"{W}t", f"{W}delText")
_SIGNS = {f"{W}tab": " ", f"{W}br": " ", f"{W}cr": " ", f"{W}noBreakHyphen": "\u2011"}
_SKIPPED = {f"{W}{tag}" for tag in ("pPr", "rPr", "instrText", "sdtPr", "p")}
_INDENT = "    "


@dataclass(frozen=True, slots=True)
class _By:
    """Whose change is being read, if one is."""

    kind: ChangeKind | None = None
    author: str = ""
    date: str | None = None


_NOBODY = _By()


def tracked_changes(data: bytes, name: str = "", limits: Limits | None = None) -> TrackedText:
    """The body of a Word file as it stood, with each change and comment, their authors and dates.

    Changes of form alone are left out, and so are words that one put in and another took out again.
    ReadError or LimitError as in reading a Document.
    """
    bounds = limits or Limits()
    with guard(data, name, bounds, "Word"):
        package = open_package(data, name, bounds)
        root = package.part(package.main)
        walk = _Walk(
            Styles(package.beside_main("styles")), Numbering(package.beside_main("numbering"))
        )
        for paragraph in () if root is None else root.iter(f"{W}p"):
            walk.paragraph(paragraph)
        return TrackedText("".join(walk.text), tuple(walk.changes), _comments(package, walk))


@dataclass(slots=True)
class _Walk:
    """What has been read: the text, its changes, and where comments begin and end."""

    styles: Styles
    numbering: Numbering
    text: list[str] = field(default_factory=list)
    changes: list[TrackedChange] = field(default_factory=list)
    begins: dict[str, int] = field(default_factory=dict)
    ends: dict[str, int] = field(default_factory=dict)
    length: int = 0

    def paragraph(self, element: _Element) -> None:
        marks = [_by(child) for child in _mark(element) if child.tag in _KINDS]
        first = marks[0] if marks else _NOBODY
        if first.kind not in _PUT_IN:
            self._add(number_before(element, self.styles, self.numbering), _NOBODY)
        self._inside(element, _NOBODY)
        if first.kind not in _PUT_IN or all(mark.kind in _PUT_IN for mark in marks):
            self._add("\n\n", first)

    def _inside(self, element: _Element, by: _By) -> None:
        for child in element:
            if child.tag in _WORDS:
                self._add(child.text or "", by)
            elif child.tag in _SIGNS:
                self._add(_SIGNS[child.tag], by)
            elif child.tag == f"{W}commentRangeStart":
                self.begins[child.get(f"{W}id", "")] = self.length
            elif child.tag == f"{W}commentRangeEnd":
                self.ends[child.get(f"{W}id", "")] = self.length
            elif not (child.tag in _SKIPPED or _is_withdrawn(child, by)):
                self._inside(child, _by(child) if child.tag in _KINDS else by)

    def _add(self, words: str, by: _By) -> None:
        if not words:
            return
        start = self.length
        if by.kind not in _PUT_IN:
            self.text.append(words)
            self.length += len(words)
        if by.kind is not None:
            change = TrackedChange(by.kind, start, self.length, words, by.author, by.date)
            self._change(change)

    def _change(self, change: TrackedChange) -> None:
        """Take down a change; what one person did in one go is one change."""
        last = self.changes[-1] if self.changes else None
        if last and _is_continued(last, change):
            words = last.text + change.text
            change = TrackedChange(
                change.kind, last.start, change.end, words, change.author, change.date
            )
            self.changes.pop()
        self.changes.append(change)


def number_before(element: _Element, styles: Styles, numbering: Numbering) -> str:
    """The number that Word shows before a paragraph, as far to the right as it is deep."""
    at = look(element)
    list_id, level = at.place_in_list(styles)
    counted = None if list_id is None else numbering.number(list_id, level)
    written = "".join(element.itertext(f"{W}t")).strip()
    if not counted or leading_number(written):
        return ""
    return f"{_INDENT * level}{counted} "


def _is_withdrawn(child: _Element, by: _By) -> bool:
    """Whether words that were put in were taken out again."""
    return by.kind in _PUT_IN and child.tag in _KINDS and _KINDS[child.tag] not in _PUT_IN


def _mark(paragraph: _Element) -> Iterator[_Element]:
    """What was done to the end of a paragraph."""
    properties = paragraph.find(f"{W}pPr/{W}rPr")
    return iter(()) if properties is None else iter(properties)


def _by(element: _Element) -> _By:
    return _By(_KINDS[element.tag], element.get(f"{W}author", ""), element.get(f"{W}date"))


def _is_continued(one: TrackedChange, two: TrackedChange) -> bool:
    same = (one.kind, one.author, one.date) == (two.kind, two.author, two.date)
    return same and one.end == two.start


def _comments(package: Package, walk: _Walk) -> tuple[TrackedComment, ...]:
    root = package.beside_main("comments")
    found = [] if root is None else list(root.iterchildren(f"{W}comment"))
    made = [_comment(element, walk) for element in found]
    return tuple(sorted(made, key=lambda item: (item.start, item.end, item.date or "", item.text)))


def _comment(element: _Element, walk: _Walk) -> TrackedComment:
    id_ = element.get(f"{W}id", "")
    end = walk.ends.get(id_, walk.begins.get(id_, walk.length))
    paragraphs = ("".join(one.itertext(f"{W}t")).strip() for one in element.iter(f"{W}p"))
    text = "\n".join(words for words in paragraphs if words)
    start = walk.begins.get(id_, end)
    return TrackedComment(start, end, text, element.get(f"{W}author", ""), element.get(f"{W}date"))
