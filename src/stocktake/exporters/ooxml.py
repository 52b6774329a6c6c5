"""Pieces of a WordprocessingML body, built with lxml: runs, paragraphs, links, tables.

python-docx reads and writes the package; tables of thousands of cells, bookmarks and internal
links are beyond it or slow in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cache
from typing import Any, TypeAlias

from docx.oxml import ns
from lxml import etree

Element: TypeAlias = Any  # lxml has no types
qn = cache(ns.qn)
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def make(tag: str, *children: Element, **attributes: str) -> Element:
    """An element such as ``w:p`` with attributes of the same namespace."""
    made = etree.Element(qn(tag))
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    made.extend(children)
    return made


@dataclass(frozen=True, slots=True)
class Look:
    """How a run looks; *language* is an ISO 639 code, *rtl* a script from right to left."""

    bold: bool = False
    italic: bool = False
    raised: bool = False
    color: str = ""
    language: str = ""
    rtl: bool = False


PLAIN = Look()


def clean(text: str) -> str:
    """The text with a replacement character for each that XML forbids."""
    return _FORBIDDEN.sub("\ufffd", text)


def run(text: str, look: Look = PLAIN) -> Element:
    """A run of text without the characters that XML forbids."""
    written = make("w:t")
    written.text = clean(text)
    written.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    if look == PLAIN:
        return make("w:r", written)
    return make("w:r", deepcopy(_properties(look)), written)


@cache
def _properties(look: Look) -> Element:
    """Made once for each look and copied: a report has few looks and many runs."""
    wanted = (
        (look.bold, make("w:b")),
        (look.italic, make("w:i")),
        (look.color, make("w:color", val=look.color)),
        (look.raised, make("w:vertAlign", val="superscript")),
        (look.rtl, make("w:rtl")),
        (look.language, make("w:lang", val=look.language, bidi=look.language)),
    )
    return make("w:rPr", *(element for present, element in wanted if present))


def paragraph(style: str, *children: Element, rtl: bool = False) -> Element:
    direction = [make("w:bidi")] if rtl else []
    return make("w:p", make("w:pPr", make("w:pStyle", val=style), *direction), *children)


def link_within(anchor: str, *runs: Element) -> Element:
    return make("w:hyperlink", *runs, anchor=anchor, history="1")


def link_outside(relation: str, *runs: Element) -> Element:
    """A link by the id of an external relation of the document part."""
    made = make("w:hyperlink", *runs, history="1")
    made.set(qn("r:id"), relation)
    return made


def code(instruction: str, *result: Element) -> list[Element]:
    """The runs of a field that Word works out itself, with the *result* shown until then."""

    def mark(kind: str) -> Element:
        return make("w:r", make("w:fldChar", fldCharType=kind))

    instructed = make("w:instrText")
    instructed.text = instruction
    return [mark("begin"), make("w:r", instructed), mark("separate"), *result, mark("end")]


@dataclass(slots=True)
class Bookmarks:
    """Gives each anchor of a document a number and a name that Word accepts."""

    names: dict[str, str] = field(default_factory=dict)
    placed: set[str] = field(default_factory=set)

    def name(self, anchor: str) -> str:
        return self.names.setdefault(anchor, f"_s{len(self.names)}")

    def place(self, anchor: str, *children: Element) -> list[Element]:
        """The children between the two ends of the bookmark; without them if it stands already."""
        if not anchor or anchor in self.placed:
            return list(children)
        self.placed.add(anchor)
        number = str(len(self.placed))
        start = make("w:bookmarkStart", id=number, name=self.name(anchor))
        return [start, *children, make("w:bookmarkEnd", id=number)]


def table(head: list[Element], rows: Iterable[list[Element]], widths: Iterable[int]) -> Element:
    """A table whose cells are given as ``w:tc``; *head* is repeated on every page.

    *widths* of its columns are in twentieths of a point.
    """
    heading = make("w:tr", make("w:trPr", make("w:tblHeader")), *head)
    body = [make("w:tr", make("w:trPr", make("w:cantSplit")), *cells) for cells in rows]
    return make(
        "w:tbl",
        make(
            "w:tblPr",
            make("w:tblStyle", val="StocktakeTable"),
            make("w:tblW", w="5000", type="pct"),
            make("w:tblLook", firstRow="1", firstColumn="1"),
        ),
        make("w:tblGrid", *(make("w:gridCol", w=str(width)) for width in widths)),
        heading,
        *body,
    )


def cell(*paragraphs: Element, shade: str = "") -> Element:
    filled = [make("w:shd", val="clear", color="auto", fill=shade)] if shade else []
    return make("w:tc", make("w:tcPr", *filled), *paragraphs)
