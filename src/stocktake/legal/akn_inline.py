"""The words in one block of Akoma Ntoso: on one line, with footnotes taken out of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from stocktake.legal.akn_xml import name_of

_APART = ("p", "num", "heading", "subheading", "content", "li", "td", "th", "eol", "br")
_GONE = ("del", "meta")
_UNMARKED = re.compile(r"[\[\]\s]+")
_LONGEST_MARK = 20


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: the mark that leads to it, and its words."""

    id: str
    marker: str
    words: str


def line_of(block: etree._Element) -> tuple[str, list[Note]]:
    """The words of a block, ``[^1]`` where a note is referred to, and the notes in it."""
    notes: list[Note] = []
    return _tidied(_pieces(block, notes)), notes


def plain(element: etree._Element) -> str:
    """The words of an element without its notes and their marks."""
    return _tidied(_pieces(element, None))


def notes_in(document: etree._Element) -> Iterator[Note]:
    """The notes that a document keeps apart, in its ``meta``, under the marks that lead there."""
    marks: dict[str, str] = {}
    for item in document.iter(tag=etree.Element):
        if name_of(item) == "noteRef":
            marks.setdefault(str(item.get("href")).removeprefix("#"), _marker(item))
    for item in document.iter(tag=etree.Element):
        id_ = item.get("eId") or item.get("id") or "note"
        if name_of(item) == "note":
            yield Note(id_, marks.get(id_) or _marker(item), plain(item))


def _pieces(element: etree._Element, notes: list[Note] | None) -> Iterator[str]:
    """Its words one behind the other; notes go to the list, or with their marks nowhere."""
    yield element.text or ""
    for child in element.iterchildren(tag=etree.Element):
        yield from _child(child, notes)
        yield child.tail or ""


def _child(child: etree._Element, notes: list[Note] | None) -> Iterator[str]:
    name = name_of(child)
    if name in ("authorialNote", "noteRef"):
        if notes is not None:
            notes += _note(child)
            yield f"[^{_marker(child)}]"
    elif name not in _GONE:
        between = " " if name in _APART else ""
        yield between
        yield from _pieces(child, notes)
        yield between


def _note(element: etree._Element) -> Iterator[Note]:
    if name_of(element) == "authorialNote":
        yield Note(element.get("eId") or "note", _marker(element), plain(element))


def _marker(element: etree._Element) -> str:
    """The mark of a note, or what its id tells, short and without what would end it."""
    told = element.get("marker") or element.get("eId") or element.get("href") or "note"
    return _UNMARKED.sub("", told.removeprefix("#"))[-_LONGEST_MARK:] or "note"


def _tidied(pieces: Iterator[str]) -> str:
    return " ".join("".join(pieces).split())
