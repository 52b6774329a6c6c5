"""The styles of the Word document, and what it says of itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt, RGBColor

from stocktake.exporters.ooxml import clean, code, make, run

SERIF: Final = "Cambria"
SANS: Final = "Calibri"
INK: Final = RGBColor(0x1C, 0x20, 0x24)
SOFT: Final = RGBColor(0x56, 0x5E, 0x66)
_NO_CLOCK = datetime(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    size: float
    font: str = SANS
    bold: bool = False
    soft: bool = False
    before: float = 0
    after: float = 4
    indent: float = 0
    keep: bool = False


_STYLES = (
    _Style("Normal", 10.5, SERIF, after=7),
    _Style("Title", 30, SERIF, bold=True, before=90, after=10),
    _Style("Subtitle", 11, soft=True, after=24),
    _Style("Heading 1", 20, SERIF, bold=True, before=28, after=10, keep=True),
    _Style("Heading 2", 15, SERIF, bold=True, before=22, after=6, keep=True),
    _Style("Heading 3", 11.5, SERIF, bold=True, before=14, after=4, keep=True),
    _Style("Heading 4", 11, SERIF, bold=True, before=10, after=4, keep=True),
    _Style("Heading 5", 10.5, SERIF, bold=True, before=8, after=4, keep=True),
    _Style("Quote", 10.5, SERIF, indent=0.6, after=1, keep=True),
    _Style("Caption", 9.5, bold=True, before=8, after=3, keep=True),
    _Style("Contents Heading", 14, SERIF, bold=True, after=8),
    _Style("TOC 1", 10.5, before=3, after=1),
    _Style("TOC 2", 9.5, soft=True, after=0, indent=0.8),
    _Style("Note", 9.5, soft=True, after=8),
    _Style("Source", 9, soft=True, indent=0.6, after=8),
    _Style("Passage", 9, SERIF, indent=0.6, after=8),
    _Style("Table Head", 8.5, soft=True, after=1, before=1),
    _Style("Table Head Number", 8.5, soft=True, after=1, before=1),
    _Style("Table Text", 8.5, after=1, before=1),
    _Style("Table Number", 8.5, after=1, before=1),
    _Style("Table End", 4),
)


def dress(document: Any, title: str) -> None:
    """Give a new document its page, its styles, its footer and its title; no clock is asked."""
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.3)
    for style in _STYLES:
        _define(document, style)
    for name in ("Table Number", "Table Head Number"):
        document.styles[name].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _define_table(document)
    footer = page.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    footer._p.extend(code("PAGE", run("1")))
    _describe(document.core_properties, clean(title))


def _define(document: Any, wanted: _Style) -> None:
    known = [style.name for style in document.styles]
    style = (
        document.styles[wanted.name]
        if wanted.name in known
        else document.styles.add_style(wanted.name, WD_STYLE_TYPE.PARAGRAPH)
    )
    style.font.name, style.font.size = wanted.font, Pt(wanted.size)
    style.font.bold, style.font.italic = wanted.bold, False
    style.font.color.rgb = SOFT if wanted.soft else INK
    fonts = style.element.rPr.rFonts
    for theme in [name for name in fonts.attrib if name.endswith("Theme")]:
        del fonts.attrib[theme]
    _lay_out(style.paragraph_format, wanted)


def _lay_out(format_: Any, wanted: _Style) -> None:
    format_.space_before, format_.space_after = Pt(wanted.before), Pt(wanted.after)
    format_.left_indent = Cm(wanted.indent)
    format_.keep_with_next = wanted.keep


def _define_table(document: Any) -> None:
    style = document.styles.add_style("Stocktake Table", WD_STYLE_TYPE.TABLE)
    lines = [
        make(f"w:{side}", val="single", sz="4", space="0", color="C9CDD1")
        for side in ("top", "bottom", "insideH")
    ]
    margins = make("w:tblCellMar", make("w:right", w="100", type="dxa"))
    style.element.append(make("w:tblPr", make("w:tblBorders", *lines), margins))


def _describe(properties: Any, title: str) -> None:
    properties.title = title[:255]
    properties.author = properties.last_modified_by = "stocktake"
    properties.comments = ""
    properties.created = properties.modified = _NO_CLOCK
