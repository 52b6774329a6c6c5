"""A compilation of amendments as text, HTML and Word: the base text, each amendment in brackets."""

from __future__ import annotations

import base64
import hashlib
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import ClassVar, Protocol

from docx import Document
from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from stocktake.exporters.ooxml import Element, Look, paragraph, run
from stocktake.exporters.packing import repacked
from stocktake.exporters.wordstyles import dress
from stocktake.legal import compiled_text
from stocktake.model import Compilation, CompiledEntry, CompiledPiece, Piece

_HEADING = re.compile(r"#{1,6}\s+")
_LOOKS = {
    Piece.BASE: Look(),
    Piece.OLD: Look(),
    Piece.NEW: Look(bold=True, color="0B5394"),
    Piece.NOTE: Look(italic=True, color="6B4FA0"),
}


class CompilationExporter(Protocol):
    """Writes a compilation in one format; the same one always gives the same bytes."""

    suffix: ClassVar[str]
    media_type: ClassVar[str]

    def export(self, compilation: Compilation) -> bytes:
        """The compilation with all its pieces and entries."""
        ...


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text: its pieces, and its level as a heading (0: none)."""

    pieces: tuple[CompiledPiece, ...]
    level: int


def lines(compilation: Compilation) -> Iterator[Line]:
    """The text line by line, without empty lines and marks of headings; pieces are cut at ends."""
    line: list[CompiledPiece] = []
    for piece in compilation.pieces:
        first, *others = _bracketed(piece).split("\n")
        line += [CompiledPiece(piece.kind, first, piece.amendments)] if first else []
        for words in others:
            yield from _line(line)
            line = [CompiledPiece(piece.kind, words, piece.amendments)] if words else []
    yield from _line(line)


def _bracketed(piece: CompiledPiece) -> str:
    return compiled_text([piece])


def _line(pieces: list[CompiledPiece]) -> Iterator[Line]:
    if not "".join(piece.text for piece in pieces).strip():
        return
    first = pieces[0]
    mark = _HEADING.match(first.text) if first.kind is Piece.BASE else None
    if mark is None:
        yield Line(tuple(pieces), 0)
        return
    bare = CompiledPiece(first.kind, first.text[mark.end() :], first.amendments)
    yield Line((bare, *pieces[1:]), min(mark.end() - 1, 5))


class TextCompilation:
    """Writes ``.md``: the text as it is parsed again, then the list."""

    suffix: ClassVar[str] = ".md"
    media_type: ClassVar[str] = "text/markdown"

    def export(self, compilation: Compilation) -> bytes:
        listed = (
            f"{number}. {entry.by}: {entry.asks} ({entry.place}; {entry.state}). {entry.source}"
            for number, entry in enumerate(compilation.entries, start=1)
        )
        text = compiled_text(compilation.pieces).rstrip()
        return "\n".join([text, "", "## List of amendments", "", *listed, ""]).encode()


class HtmlCompilation:
    """Writes ``.html``: one file without external resources or script."""

    suffix: ClassVar[str] = ".html"
    media_type: ClassVar[str] = "text/html"

    def export(self, compilation: Compilation) -> bytes:
        style = _asset("compilation.css")
        digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        page = _environment().from_string(_asset("compilation.html.j2"))
        return page.render(
            compilation=compilation,
            lines=list(lines(compilation)),
            numbers={entry.id: n for n, entry in enumerate(compilation.entries, start=1)},
            style=Markup(style),  # noqa: S704 - our own file
            policy=f"default-src 'none'; style-src 'sha256-{digest}'",
        ).encode("utf-8", "replace")


class WordCompilation:
    """Writes ``.docx``: new words bold, notes in italics, and the list as an annex."""

    suffix: ClassVar[str] = ".docx"
    media_type: ClassVar[str] = (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    )

    def export(self, compilation: Compilation) -> bytes:
        document = Document()
        dress(document, compilation.title)
        end = document.element.body[-1]
        for element in _elements(compilation):
            end.addprevious(element)
        packed = io.BytesIO()
        document.save(packed)
        return repacked(packed.getvalue())


def _elements(compilation: Compilation) -> Iterator[Element]:
    yield paragraph("Heading1", run(compilation.title))
    yield paragraph("Note", run(compilation.subtitle))
    for line in lines(compilation):
        style = f"Heading{line.level}" if line.level else "Normal"
        yield paragraph(style, *(run(piece.text, _LOOKS[piece.kind]) for piece in line.pieces))
    yield paragraph("Heading1", run("List of amendments"))
    for number, entry in enumerate(compilation.entries, start=1):
        yield from _listed(number, entry)


def _listed(number: int, entry: CompiledEntry) -> Iterator[Element]:
    yield paragraph("Normal", run(f"{number}. {entry.by}: ", Look(bold=True)), run(entry.asks))
    yield paragraph("Source", run(f"{entry.place}; {entry.state}. {entry.source}"))
    if entry.evidence:
        yield paragraph("Quote", run(f"“{entry.evidence}”"))


def _environment() -> Environment:
    return Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


def _asset(name: str) -> str:
    return (files("stocktake.exporters") / "assets" / name).read_text(encoding="utf-8")
