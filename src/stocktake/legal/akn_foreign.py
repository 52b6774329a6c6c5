"""The Akoma Ntoso files of other writers: what their structure tells, and all their words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from lxml import etree

from stocktake.legal.akn_inline import Note, line_of, notes_in, plain
from stocktake.legal.akn_names import FOREIGN
from stocktake.legal.akn_xml import name_of
from stocktake.legal.parsing import completed
from stocktake.lexicon.drafts import DraftWords
from stocktake.model import Draft, Provision, ProvisionKind, Role, Stretch

_HEADINGS = ("heading", "subheading", "crossHeading")
_BLOCKS = ("num", *_HEADINGS, "p", "docTitle", "listIntroduction", "listWrapUp")
_SKIPPED = ("meta", "toc")
_LABEL = re.compile(r"\w+(?:\.\w+)*(?=\W*\Z)")
_VERBLESS = (ProvisionKind.OPTION, ProvisionKind.NOTE, ProvisionKind.FORMULA)
_LEADING = re.compile(r"[\s\[\](\"“]*")


@dataclass(slots=True)
class _Read:
    """What has been read: words, their stretches, and the provisions, opened in order."""

    drafting: DraftWords
    words: list[str] = field(default_factory=list)
    length: int = 0
    stretches: list[Stretch] = field(default_factory=list)
    provisions: list[Provision] = field(default_factory=list)
    names: dict[str, int] = field(default_factory=dict)
    begun: set[int] = field(default_factory=set)

    def line(self, words: str, role: Role, place: int | None) -> tuple[int, int]:
        """Begin a line in the provision at *place* of the list; its range is given back."""
        if self.length:
            self.add("\n", Role.BLANK, None)
        start = self.length
        self.add(words, role if place is not None else Role.UNPLACED, place)
        return start, self.length

    def add(self, words: str, role: Role, place: int | None) -> None:
        start, self.length = self.length, self.length + len(words)
        id_ = None if place is None else self.provisions[place].id
        self.words.append(words)
        self.stretches.append(Stretch(start, self.length, role, id_))

    def open(self, id_: str, kind: ProvisionKind, label: str | None, around: int | None) -> int:
        """Open a provision, and give back its place in the list."""
        start = self.length + (1 if self.length else 0)
        parent = None if around is None else self.provisions[around].id
        self.provisions.append(Provision(self._fresh(id_), kind, start, start, label, parent))
        return len(self.provisions) - 1

    def close(self, place: int) -> None:
        opened = self.provisions[place]
        start = min(opened.start, self.length)
        self.provisions[place] = replace(opened, start=start, end=self.length)

    def _fresh(self, id_: str) -> str:
        count = self.names[id_] = self.names.get(id_, 0) + 1
        return id_ if count == 1 else self._fresh(f"{id_}-{count}")


def draft_in(document: etree._Element, words: DraftWords) -> Draft:
    """The draft of a document: each block a line, footnotes as ``[^1]`` and behind their block.

    A provision without an eId is given the name of its element; words deleted by ``del`` are no
    part of the text; what stands in no provision is unplaced.
    """
    found = _Read(words)
    _walk(document, found, None)
    _notes(notes_in(document), found, None)
    title = next((item for item in document.iter() if name_of(item) == "docTitle"), None)
    text = "".join(found.words)
    return completed(text, found.provisions, found.stretches, _title(title), words)


def _title(element: etree._Element | None) -> str | None:
    return (plain(element) or None) if element is not None else None


def _walk(element: etree._Element, found: _Read, around: int | None) -> None:
    """Hierarchy, numbers, headings and blocks."""
    name = name_of(element)
    if name in _SKIPPED:
        return
    if name in _BLOCKS or _holds_words(element):
        _block(element, found, around)
        return
    kind = _kind(element)
    place = around if kind is None else _opened(element, kind, found, around)
    for child in element.iterchildren(tag=etree.Element):
        _walk(child, found, place)
    if kind is not None and place is not None:
        found.close(place)


def _holds_words(element: etree._Element) -> bool:
    own = [element.text, *(child.tail for child in element)]
    return any(words and words.strip() for words in own)


def _kind(element: etree._Element) -> ProvisionKind | None:
    """Its kind by its own name or, of an ``hcontainer``, by that in its attribute."""
    name = name_of(element)
    if name != "hcontainer":
        return FOREIGN.get(name)
    named = str(element.get("name"))
    kinds = {kind.value: kind for kind in ProvisionKind}
    other = ProvisionKind.POINT if _number(element) is not None else None
    return kinds.get(named) or FOREIGN.get(named) or other


def _opened(element: etree._Element, kind: ProvisionKind, found: _Read, around: int | None) -> int:
    num = _number(element)
    marks = _LABEL.search(plain(num)) if num is not None else None
    id_ = element.get("eId") or element.get("id") or name_of(element)
    return found.open(id_, kind, marks.group() if marks else None, around)


def _number(element: etree._Element) -> etree._Element | None:
    return next((child for child in element if name_of(child) == "num"), None)


def _block(element: etree._Element, found: _Read, around: int | None) -> None:
    name = name_of(element)
    words, notes = line_of(element)
    role = Role.HEADING if name in _HEADINGS else Role.TEXT
    if words:
        span = found.line(words, Role.NUMBER if name == "num" else role, around)
        if around is not None:
            _told(found, around, span, role if name != "num" else Role.NUMBER)
    _notes(notes, found, around)


def _told(found: _Read, place: int, span: tuple[int, int], role: Role) -> None:
    """The first heading of a provision, and the verb that opens its first words."""
    item = found.provisions[place]
    if role is Role.HEADING and item.heading is None:
        found.provisions[place] = replace(item, heading=span)
    if role is Role.TEXT and place not in found.begun and item.kind not in _VERBLESS:
        found.begun.add(place)
        found.provisions[place] = replace(item, verb=_verb(found, item.kind, span))


def _verb(found: _Read, kind: ProvisionKind, span: tuple[int, int]) -> tuple[int, int] | None:
    is_recital = kind is ProvisionKind.RECITAL
    pattern = found.drafting.preambular if is_recital else found.drafting.operative
    words = found.words[-1]
    lead = _LEADING.match(words)
    verb = pattern.match(words, lead.end() if lead else 0)
    return (span[0] + verb.start(), span[0] + verb.end()) if verb else None


def _notes(notes: Iterable[Note], found: _Read, around: int | None) -> None:
    for note in notes:
        place = found.open(note.id, ProvisionKind.NOTE, note.marker, around)
        found.line(f"[^{note.marker}]: ", Role.NUMBER, place)
        found.add(note.words, Role.TEXT, place)
        found.close(place)
