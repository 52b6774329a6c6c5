"""A draft as one HTML file: no external resource and no script, each provision with its anchor.

What stands in brackets is underlaid, the brackets themselves stand as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import ClassVar

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from stocktake.exporters.draft_lines import Line, LineKind, Piece, indent_of, lines_of
from stocktake.exporters.places import direction
from stocktake.legal import Version
from stocktake.legal.ranges import Range, merged, within
from stocktake.model import BracketKind, Draft

_OPEN = (BracketKind.TEXT, BracketKind.PLACEHOLDER)


class DraftHtmlExporter:
    """Writes ``.html``; the id of a provision is that of the draft."""

    suffix: ClassVar[str] = ".html"
    media_type: ClassVar[str] = "text/html"

    def export(self, draft: Draft, version: Version) -> bytes:
        lines = lines_of(draft)
        page = _environment().from_string(_asset("draft.html.j2"))
        language = version.language[:2]
        return page.render(
            lines=lines,
            anchors=_anchors(lines.body),
            number={label: place for place, label in enumerate(lines.notes, 1)},
            parts=_parter(draft),
            indent=indent_of,
            title=draft.title or version.name or version.label,
            has_title=any(line.kind is LineKind.TITLE for line in lines.body),
            language=language,
            direction=direction(language),
            style=Markup(_asset("draft.css")),  # noqa: S704 - our own file
        ).encode("utf-8", "replace")


@dataclass(frozen=True, slots=True)
class _Part:
    """Words that look alike; *open*: they stand in brackets."""

    text: str
    bold: bool
    italic: bool
    open: bool
    note: str | None = None
    is_first: bool = False


def _anchors(body: Sequence[Line]) -> list[str]:
    """The id of the provision that begins with each line; "" where none does."""
    seen: set[str] = set()
    found = []
    for line in body:
        id_ = line.provision.id if line.provision else ""
        found.append("" if id_ in seen else id_)
        seen.add(id_)
    return found


def _parter(draft: Draft) -> Callable[[Line], list[_Part]]:
    """What cuts lines where brackets begin and end; it knows which marks of notes it has seen."""
    opened = merged((item.start, item.end) for item in draft.brackets if item.kind in _OPEN)
    marked: set[str] = set()

    def parts(line: Line) -> list[_Part]:
        return [part for piece in line.pieces for part in _parts(piece, opened, marked)]

    return parts


def _parts(piece: Piece, opened: Sequence[Range], marked: set[str]) -> Iterator[_Part]:
    if piece.note is not None:
        yield _Part(piece.text, False, False, False, piece.note, piece.note not in marked)
        marked.add(piece.note)
        return
    place, end = piece.start, piece.start + len(piece.text)
    for start, stop in within(opened, place, end):
        yield from _part(piece, place, start, is_open=False)
        yield from _part(piece, start, stop, is_open=True)
        place = stop
    yield from _part(piece, place, end, is_open=False)


def _part(piece: Piece, start: int, end: int, *, is_open: bool) -> Iterator[_Part]:
    if start < end:
        words = piece.text[start - piece.start : end - piece.start]
        yield _Part(words, piece.bold, piece.italic, is_open)


@cache
def _environment() -> Environment:
    return Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


@cache
def _asset(name: str) -> str:
    return files("stocktake.exporters").joinpath("assets", name).read_text("utf-8")
