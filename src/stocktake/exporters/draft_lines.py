"""A draft as lines to be set: headings, numbered and indented text, remarks, and its footnotes.

Marks of Markdown become bold and italic; all other characters stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from stocktake.model import Draft, Provision, ProvisionKind, Role, Stretch

_HEADED = (
    ProvisionKind.PREAMBLE,
    ProvisionKind.PART,
    ProvisionKind.CHAPTER,
    ProvisionKind.SECTION,
    ProvisionKind.ARTICLE,
    ProvisionKind.ANNEX,
)
_INDENTED = (ProvisionKind.PARAGRAPH, ProvisionKind.POINT, ProvisionKind.OPTION)
_NUMBERED = (ProvisionKind.PARAGRAPH, ProvisionKind.POINT)
_NOTE_MARK = re.compile(r"\[\^([^\]\[\n]{1,20})\]")
_MARKUP = re.compile(r"[#*]+")
_UNMARKED = re.compile(r"[^#*]+")


class LineKind(StrEnum):
    """What a line is; OUTSIDE: in no provision."""

    TITLE = "title"
    HEADING = "heading"
    TEXT = "text"
    REMARK = "remark"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that look alike, as they stand from *start* on; *note* is the label of the footnote
    to which they are the mark."""

    text: str
    start: int
    bold: bool = False
    italic: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A line of *provision* with the *number* that leads it. *level* counts from 0: of a heading
    the units around it, of text the numbered provisions and options around it."""

    kind: LineKind
    provision: Provision | None
    level: int
    number: str
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of the text in their order, and those of each footnote by its label."""

    body: tuple[Line, ...]
    notes: Mapping[str, tuple[Line, ...]]


def lines_of(draft: Draft) -> Lines:
    """The lines of a draft; a number that its format kept apart from the text is written too."""
    setter = _Setter.of(draft)
    found = [line for row in _rows(draft) if (line := setter.line(row)) is not None]
    notes: dict[str, list[Line]] = {}
    for line in found:
        if line.provision and _is_note(line):
            notes.setdefault(line.provision.label or "", []).append(line)
    body = (line for line in found if not _is_note(line))
    return Lines(tuple(body), {label: tuple(told) for label, told in notes.items()})


def indent_of(line: Line) -> int:
    """How many steps the words of a line stand to the right: one more than its number does."""
    is_numbered = line.provision is not None and line.provision.kind in _NUMBERED
    return line.level + is_numbered


def _is_note(line: Line) -> bool:
    return line.provision is not None and line.provision.kind is ProvisionKind.NOTE


def _rows(draft: Draft) -> Iterator[list[Stretch]]:
    """The stretches of each line of the text, cut where lines end."""
    row: list[Stretch] = []
    for stretch in draft.stretches:
        start = stretch.start
        while (end := draft.text.find("\n", start, stretch.end)) >= 0:
            yield [*row, replace(stretch, start=start, end=end)]
            row, start = [], end + 1
        row.append(replace(stretch, start=start))
    yield row


@dataclass(frozen=True, slots=True)
class _Setter:
    """Turns rows into lines. *apart* are the provisions whose number is not in the text; each is
    taken out when its number has been written."""

    draft: Draft
    provisions: Mapping[str, Provision]
    notes: frozenset[str]
    apart: set[str]

    @classmethod
    def of(cls, draft: Draft) -> _Setter:
        provisions = {item.id: item for item in draft.provisions}
        numbered = {item.provision_id for item in draft.stretches if item.role is Role.NUMBER}
        notes = {i.label for i in draft.provisions if i.kind is ProvisionKind.NOTE and i.label}
        apart = {item.id for item in draft.provisions if item.label and item.id not in numbered}
        return cls(draft, provisions, frozenset(notes), apart)

    def line(self, row: Sequence[Stretch]) -> Line | None:
        """The line of a row; None if it holds nothing."""
        told = [item for item in row if self._words(item).strip() or item.role is Role.MARKUP]
        if not told:
            return None
        first = told[0]
        provision = self.provisions.get(first.provision_id or "")
        number, rest = self._number(provision, row[row.index(first) :])
        pieces = tuple(_trimmed(list(self._pieces(rest))))
        telling = next((item for item in told if item.role is not Role.MARKUP), first)
        kind = self._kind(telling, provision)
        if not (number or pieces):
            return None
        return Line(kind, provision, self._level(kind, provision), number, pieces)

    def _words(self, stretch: Stretch) -> str:
        return self.draft.text[stretch.start : stretch.end]

    def _kind(self, first: Stretch, provision: Provision | None) -> LineKind:
        if provision is None:
            return LineKind.TITLE if first.role is Role.HEADING else LineKind.OUTSIDE
        if provision.kind is ProvisionKind.REMARK:
            return LineKind.REMARK
        is_head = provision.kind in _HEADED and first.role in (Role.NUMBER, Role.HEADING)
        return LineKind.HEADING if is_head else LineKind.TEXT

    def _number(
        self, provision: Provision | None, row: Sequence[Stretch]
    ) -> tuple[str, Sequence[Stretch]]:
        """The number that leads a row, and the rest; that of an option is left among its words."""
        if provision is None or provision.kind is ProvisionKind.OPTION:
            return "", row
        if provision.id in self.apart:
            self.apart.remove(provision.id)
            return _shown(provision), row
        if row[0].role is not Role.NUMBER:
            return "", row
        is_note = provision.kind is ProvisionKind.NOTE
        return "" if is_note else _plain(self._words(row[0])).strip(), row[1:]

    def _pieces(self, row: Sequence[Stretch]) -> Iterator[Piece]:
        """The words of a row; between asterisks they are bold or italic."""
        bold = italic = False
        for stretch in row:
            words = self._words(stretch)
            if stretch.role is Role.MARKUP:
                bold ^= words == "**"
                italic ^= words == "*"
            elif stretch.role is Role.NUMBER:
                for part in _UNMARKED.finditer(words):
                    start = stretch.start + part.start()
                    yield from self._marked(part.group(), start, bold=True, italic=False)
            else:
                yield from self._marked(words, stretch.start, bold=bold, italic=italic)

    def _marked(self, words: str, start: int, *, bold: bool, italic: bool) -> Iterator[Piece]:
        """Words, parted where the marks of footnotes stand."""
        place = 0
        for mark in _NOTE_MARK.finditer(words):
            if mark[1] in self.notes:
                yield Piece(words[place : mark.start()], start + place, bold, italic)
                yield Piece(mark.group(), start + mark.start(), note=mark[1])
                place = mark.end()
        yield Piece(words[place:], start + place, bold, italic)

    def _level(self, kind: LineKind, provision: Provision | None) -> int:
        kinds = _HEADED if kind is LineKind.HEADING else _INDENTED
        around = self._around(provision)
        return sum(item.kind in kinds for item in around)

    def _around(self, provision: Provision | None) -> Iterator[Provision]:
        while provision is not None and provision.parent:
            provision = self.provisions[provision.parent]
            yield provision


def _trimmed(pieces: list[Piece]) -> Iterator[Piece]:
    """Without blanks at both ends of the line, and without empty pieces."""
    filled = [place for place, piece in enumerate(pieces) if piece.text.strip()]
    for place in range(filled[0], filled[-1] + 1) if filled else ():
        piece = pieces[place]
        text = piece.text.lstrip() if place == filled[0] else piece.text
        start = piece.start + len(piece.text) - len(text)
        text = text.rstrip() if place == filled[-1] else text
        if text:
            yield replace(piece, text=text, start=start)


def _plain(words: str) -> str:
    return _MARKUP.sub("", words)


def _shown(provision: Provision) -> str:
    """A number that stands nowhere in the text, as such numbers are written."""
    is_point = provision.kind is ProvisionKind.POINT
    return f"({provision.label})" if is_point else f"{provision.label}."
