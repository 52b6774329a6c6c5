"""Paragraph styles of a Word file: what they are called, and what they pass on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element

from stocktake.readers.docx_package import W

_HEADING = re.compile(r"heading ([1-9])")


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style; *outline* is its level in the outline, 0 highest; *numbering* its
    list and level (either may be unknown)."""

    name: str
    based_on: str | None
    outline: int | None
    numbering: tuple[str | None, int | None]
    properties: _Element | None = None


class Styles:
    """All paragraph styles, by id."""

    def __init__(self, root: _Element | None) -> None:
        elements = root.iterchildren(f"{W}style") if root is not None else ()
        self._styles = {element.get(f"{W}styleId", ""): _style(element) for element in elements}

    def name(self, style_id: str | None) -> str:
        """The name of a style in small letters; built-in names are English in every Word."""
        style = self._styles.get(style_id or "")
        return style.name if style else (style_id or "").lower()

    def heading_level(self, style_id: str | None) -> int | None:
        """1 for the highest heading; None if the style makes no heading."""
        for style in self._lineage(style_id):
            heading = _HEADING.fullmatch(style.name)
            if heading:
                return int(heading[1])
            if style.name == "title":
                return 1
            if style.outline is not None and style.outline < 9:
                return style.outline + 1
        return None

    def numbering(self, style_id: str | None) -> tuple[str | None, int | None]:
        """The list and level that a style gives its paragraphs."""
        found = [style.numbering for style in self._lineage(style_id)]
        numbers = [number for number, _ in found if number is not None]
        levels = [level for _, level in found if level is not None]
        return (numbers[0] if numbers else None, levels[0] if levels else None)

    def properties(self, style_id: str | None) -> Iterator[_Element | None]:
        """The paragraph properties of a style, then of those it is based on."""
        return (style.properties for style in self._lineage(style_id))

    def is_quotation(self, style_id: str | None) -> bool:
        return any("quote" in style.name for style in self._lineage(style_id))

    def _lineage(self, style_id: str | None) -> Iterator[Style]:
        """A style and those it is based on."""
        seen: set[str] = set()
        while style_id and style_id in self._styles and style_id not in seen:
            seen.add(style_id)
            yield self._styles[style_id]
            style_id = self._styles[style_id].based_on


def numbering_of(properties: _Element | None) -> tuple[str | None, int | None]:
    """The list and level named in paragraph properties."""
    numbering = properties.find(f"{W}numPr") if properties is not None else None
    if numbering is None:
        return None, None
    return value(numbering, "numId"), whole(value(numbering, "ilvl"))


def value(parent: _Element | None, tag: str) -> str | None:
    """The ``w:val`` of a child."""
    child = parent.find(f"{W}{tag}") if parent is not None else None
    return child.get(f"{W}val") if child is not None else None


def whole(text: str | None) -> int | None:
    """A small whole number, None if *text* is none."""
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 7 else None


def _style(element: _Element) -> Style:
    properties = element.find(f"{W}pPr")
    return Style(
        (value(element, "name") or "").lower(),
        value(element, "basedOn"),
        whole(value(properties, "outlineLvl")),
        numbering_of(properties),
        properties,
    )
