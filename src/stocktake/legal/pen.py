"""Writes text and elements one behind the other into a tree of XML."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from lxml import etree

from stocktake.legal.akn_names import ILLEGAL, akn, ours
from stocktake.legal.marking import Marks
from stocktake.model import Stretch


class Pen:
    """Where the next words go: into *here*, behind what is in it."""

    def __init__(self, root: etree._Element, marks: Marks) -> None:
        self.here = root
        self._marks = marks

    @contextmanager
    def element(self, tag: str, **attributes: str) -> Iterator[None]:
        """What is written meanwhile goes into a new element."""
        around = self.here
        self.here = etree.SubElement(around, akn(tag), attributes)
        yield
        self.here = around

    def space(self, words: str) -> None:
        """White space between elements."""
        self._append(words)

    def write(self, text: str, stretch: Stretch) -> None:
        """The words of a stretch, with milestones where brackets begin and end."""
        place = stretch.start
        for at, name, attributes in self._marks.within(stretch.start, stretch.end):
            self._words(text[place:at])
            etree.SubElement(self.here, akn(name), attributes)
            place = at
        self._words(text[place : stretch.end])

    def _words(self, words: str) -> None:
        """Words; a character that XML cannot hold becomes an empty element that names it."""
        place = 0
        for odd in ILLEGAL.finditer(words):
            self._append(words[place : odd.start()])
            code = {ours("code"): f"{ord(odd.group()):x}"}
            etree.SubElement(self.here, akn("inline"), {"name": "character", **code})
            place = odd.end()
        self._append(words[place:])

    def _append(self, words: str) -> None:
        if not words:
            return
        if len(self.here):
            self.here[-1].tail = (self.here[-1].tail or "") + words
        else:
            self.here.text = (self.here.text or "") + words
