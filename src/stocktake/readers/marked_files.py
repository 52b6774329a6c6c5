"""Word files and web pages as lines of runs, each with its look."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lxml.etree import _Element

from stocktake.lexicon.marking import marking
from stocktake.model import TrackedText
from stocktake.readers.base import guard
from stocktake.readers.docx_looks import look
from stocktake.readers.docx_numbering import Numbering
from stocktake.readers.docx_package import Package, W, open_package
from stocktake.readers.docx_runs import has_effect
from stocktake.readers.docx_styles import Styles, value
from stocktake.readers.docx_tracked import number_before
from stocktake.readers.html import HtmlReader, decode_page, parse_page
from stocktake.readers.html_elements import BLOCKS, HEADINGS, is_unseen
from stocktake.readers.marked import MarkedLine, Run, marked
from stocktake.settings import Limits

_STRUCK = frozenset(["del", "s", "strike"])
_PUT_IN = frozenset(["ins", "u"])
_BOLD = frozenset(["b", "strong"])
_WORD = ".docx"
_SIGNS = {f"{W}tab": " ", f"{W}br": " ", f"{W}cr": " ", f"{W}noBreakHyphen": "\u2011"}
_APART = frozenset([f"{W}del", f"{W}moveFrom", f"{W}pPr", f"{W}hyperlink"])
_LINE_THROUGH = re.compile(r"text-decoration[^;]*line-through", re.IGNORECASE)
_UNDERLINE = re.compile(r"text-decoration[^;]*underline", re.IGNORECASE)
_SPACE = re.compile(r"\s+")


def marked_changes(
    data: bytes, name: str, limits: Limits | None = None, folder: Path | None = None
) -> TrackedText | None:
    """What is struck through or underlined in a Word file or web page as changes without author.

    None for other files, and where nothing is so marked; *folder* is a lexicon's. ReadError or
    LimitError as in reading a Document.
    """
    bounds = limits or Limits()
    if name.lower().endswith(_WORD):
        with guard(data, name, bounds, "Word"):
            return marked(_of_word(open_package(data, name, bounds)), marking(folder))
    if HtmlReader().sniff(data, name):
        with guard(data, name, bounds, "HTML"):
            return marked(_of_page(parse_page(decode_page(data, name)[0])), marking(folder))
    return None


def _of_word(package: Package) -> Iterator[MarkedLine]:
    styles = Styles(package.beside_main("styles"))
    numbering = Numbering(package.beside_main("numbering"))
    root = package.part(package.main)
    for paragraph in () if root is None else root.iter(f"{W}p"):
        lead = number_before(paragraph, styles, numbering)
        is_heading = styles.heading_level(look(paragraph).style_id) is not None
        yield MarkedLine(tuple(_word_runs(paragraph)), lead, is_heading)


def _word_runs(element: _Element) -> Iterator[Run]:
    for child in element:
        if child.tag == f"{W}r":
            yield _word_run(child)
        elif child.tag == f"{W}hyperlink":
            yield Run("".join(child.itertext(f"{W}t")))
        elif child.tag not in _APART and child.tag != f"{W}p":
            yield from _word_runs(child)


def _word_run(run: _Element) -> Run:
    words = "".join(
        child.text or "" if child.tag == f"{W}t" else _SIGNS.get(child.tag, "") for child in run
    )
    line = value(run.find(f"{W}rPr"), "u")
    is_struck = has_effect(run, "strike") or has_effect(run, "dstrike")
    return Run(words, is_struck, line not in {None, "none"}, has_effect(run, "b"))


def _of_page(root: _Element) -> Iterator[MarkedLine]:
    """The lines of a page: words from one block element to the next."""
    runs: list[Run] = []
    heading = False
    for found in _page_runs(root, Run("")):
        if isinstance(found, Run):
            runs += [found] if runs or found.words.strip() else []
            continue
        yield MarkedLine(tuple(runs), heading=heading)
        runs, heading = [], found in HEADINGS
    yield MarkedLine(tuple(runs), heading=heading)


def _page_runs(element: _Element, around: Run) -> Iterator[Run | str]:
    """Words with their looks, and where a line begins the name of its element, or none."""
    if not isinstance(element.tag, str) or is_unseen(element):
        return
    now = _looking(element, around)
    if element.tag in BLOCKS or element.tag == "br":
        yield element.tag
    yield from _words(element.text, now)
    for child in element:
        yield from _page_runs(child, now)
        yield from _words(child.tail, now)
    if element.tag in BLOCKS:
        yield ""


def _words(text: str | None, look_: Run) -> Iterator[Run]:
    if text:
        yield Run(_SPACE.sub(" ", text), look_.struck, look_.underlined, look_.bold)


def _looking(element: _Element, around: Run) -> Run:
    style = element.get("style", "")
    underlined = element.tag in _PUT_IN or bool(_UNDERLINE.search(style))
    is_link = underlined and any(one.tag == "a" for one in (element, *element.iterancestors()))
    return Run(
        "",
        around.struck or element.tag in _STRUCK or bool(_LINE_THROUGH.search(style)),
        around.underlined or (underlined and not is_link),
        around.bold or element.tag in _BOLD,
    )
