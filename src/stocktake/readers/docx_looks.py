"""How a Word paragraph is set, and what kind of block that makes it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml.etree import _Element

from stocktake.model import BlockKind
from stocktake.readers.docx_package import W
from stocktake.readers.docx_runs import is_bold
from stocktake.readers.docx_styles import Styles, numbering_of, value, whole
from stocktake.readers.lines import ends_sentence
from stocktake.readers.structure import LONGEST_HEADING

BY_HAND = 2
_PARAGRAPH_NUMBER = re.compile(r"\d[\d.]*[.)]?")
_OFF = {"0", "false", "none"}


@dataclass(frozen=True, slots=True)
class Look:
    """A paragraph's own properties, its style, and whether all of it is bold."""

    properties: _Element | None
    style_id: str | None
    bold: bool

    def is_on(self, tag: str) -> bool:
        """Whether a property that can be on or off is on."""
        found = self.properties.find(f"{W}{tag}") if self.properties is not None else None
        return found is not None and found.get(f"{W}val") not in _OFF

    @property
    def ends_page(self) -> bool:
        """Whether a section that ends with the paragraph is followed by a new page."""
        section = self.properties.find(f"{W}sectPr") if self.properties is not None else None
        return section is not None and value(section, "type") not in {"continuous", "nextColumn"}

    def place_in_list(self, styles: Styles) -> tuple[str | None, int]:
        """The list that the paragraph belongs to, and how deep in it."""
        own, style = numbering_of(self.properties), styles.numbering(self.style_id)
        list_id = own[0] if own[0] is not None else style[0]
        level = own[1] if own[1] is not None else style[1]
        return (None if list_id == "0" else list_id), level or 0


def look(paragraph: _Element) -> Look:
    """How a paragraph is set."""
    properties = paragraph.find(f"{W}pPr")
    return Look(properties, value(properties, "pStyle"), is_bold(paragraph))


def kind(at: Look, styles: Styles, text: str, counted: str | None) -> tuple[BlockKind, int]:
    """The kind of a paragraph, and its level; *counted* is the number that Word puts before it.

    A short line in bold that is no sentence is a heading, too.
    """
    outline = whole(value(at.properties, "outlineLvl"))
    heading = styles.heading_level(at.style_id) if outline is None or outline > 8 else outline + 1
    if heading is not None:
        return BlockKind.HEADING, heading
    if styles.is_quotation(at.style_id):
        return BlockKind.QUOTE, 0
    if counted and not _PARAGRAPH_NUMBER.fullmatch(counted):
        return BlockKind.LIST_ITEM, at.place_in_list(styles)[1]
    if styles.name(at.style_id).startswith("list"):
        return BlockKind.LIST_ITEM, at.place_in_list(styles)[1]
    if at.bold and len(text) <= LONGEST_HEADING and not ends_sentence(text):
        return BlockKind.HEADING, BY_HAND
    return BlockKind.PARAGRAPH, 0
