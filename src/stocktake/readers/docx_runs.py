"""The text of a Word paragraph, with what happens within it: breaks, notes, boxes, changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from lxml.etree import _Element

from stocktake.readers.breaks import BREAK
from stocktake.readers.docx_package import W

_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
_ALTERNATIVE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_SIGNS = {
    f"{W}tab": "\t",
    f"{W}br": BREAK,
    f"{W}cr": BREAK,
    f"{W}noBreakHyphen": "\u2011",
    f"{W}softHyphen": "\u00ad",
}
_SKIPPED = {f"{W}{tag}" for tag in ("pPr", "rPr", "sdtPr", "rt", "instrText", "delText", "object")}
_TAKEN_OUT = {f"{W}del", f"{W}moveFrom"}
_PUT_IN = {f"{W}ins", f"{W}moveTo"}


class Event(StrEnum):
    """What can stand between the words of a paragraph."""

    TEXT = "text"
    PAGE = "page break"
    RENDERED_PAGE = "page break as last rendered"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    BOX = "text box"
    INSERTED = "inserted"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Happening:
    """An event in a paragraph; *text* is the text, or the id of a note; *element* a text box."""

    event: Event
    text: str = ""
    element: _Element | None = None


def happenings(element: _Element) -> Iterator[Happening]:
    """All that happens in an element of a paragraph, in order."""
    for child in element:
        tag = child.tag
        if tag in _SKIPPED or (tag == f"{W}r" and _is_hidden(child)):
            continue
        if tag in _TAKEN_OUT:
            yield Happening(Event.DELETED)
        elif tag == _ALTERNATIVE:
            yield from happenings(_chosen(child))
        elif tag == f"{W}txbxContent":
            yield Happening(Event.BOX, element=child)
        else:
            if tag in _PUT_IN:
                yield Happening(Event.INSERTED)
            yield from _own(child)
            yield from happenings(child)


def _own(child: _Element) -> Iterator[Happening]:
    tag = child.tag
    if tag in {f"{W}t", _MATH}:
        yield Happening(Event.TEXT, child.text or "")
    elif tag == f"{W}br" and child.get(f"{W}type") == "page":
        yield Happening(Event.PAGE)
    elif tag in _SIGNS:
        yield Happening(Event.TEXT, _SIGNS[tag])
    elif tag == f"{W}sym":
        yield Happening(Event.TEXT, _symbol(child))
    elif tag == f"{W}lastRenderedPageBreak":
        yield Happening(Event.RENDERED_PAGE)
    elif tag == f"{W}footnoteReference":
        yield Happening(Event.FOOTNOTE, child.get(f"{W}id", ""))
    elif tag == f"{W}endnoteReference":
        yield Happening(Event.ENDNOTE, child.get(f"{W}id", ""))


def is_bold(paragraph: _Element) -> bool:
    """Whether all words of a paragraph are set bold."""
    runs = [run for run in paragraph.iter(f"{W}r") if run.find(f"{W}t") is not None]
    return bool(runs) and all(has_effect(run, "b") for run in runs)


def _is_hidden(run: _Element) -> bool:
    return has_effect(run, "vanish")


def has_effect(run: _Element, effect: str) -> bool:
    """Whether a run is set so: bold, struck through, hidden."""
    found = run.find(f"{W}rPr/{W}{effect}")
    return found is not None and found.get(f"{W}val") not in {"0", "false"}


def _chosen(alternatives: _Element) -> _Element:
    """Of alternatives that say the same, the first."""
    choice = alternatives.find(_CHOICE)
    return alternatives if choice is None else choice


def _symbol(child: _Element) -> str:
    code = child.get(f"{W}char", "")
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
