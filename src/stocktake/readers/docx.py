"""Word files (OOXML): headings, numbered lists, tables, notes, text boxes, tracked changes."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from stocktake.errors import ReadError
from stocktake.model import Document
from stocktake.readers.base import guard
from stocktake.readers.building import Reading, Source, assemble
from stocktake.readers.docx_numbering import Numbering
from stocktake.readers.docx_package import Package, W, open_package
from stocktake.readers.docx_runs import Event
from stocktake.readers.docx_styles import Styles
from stocktake.readers.docx_walk import DocxWalk, Parts
from stocktake.readers.typed import with_typed
from stocktake.settings import Limits

_MACHINE_TITLES = ("microsoft word", "untitled", "document")


class DocxReader:
    """Reads what Word shows with all changes accepted: no comments, headers or footers."""

    name = "docx"
    version = "1"
    media_types = ("application/vnd.openxmlformats-officedocument.wordprocessingml.document",)

    def sniff(self, data: bytes, name: str) -> bool:  # noqa: ARG002 the content tells
        """A zip package with a Word document in it, even if it is cut off."""
        return data.startswith(b"PK\x03\x04") and b"word/document" in data

    def read(self, data: bytes, name: str, limits: Limits) -> Document:
        """Read the body of *data* with its notes and text boxes."""
        with guard(data, name, limits, "Word"):
            package = open_package(data, name, limits)
            walk = DocxWalk(_parts(package))
            walk.walk(_body(package))
            pages = walk.rendered or walk.asked
            raw = "".join(walk.written)
            reading = Reading(
                raw,
                list(with_typed(raw, walk.blocks)),
                walk.changes,
                [0, *pages] if pages else (),
                title=_title(package, walk),
                notes=list(_notes(walk)),
            )
            return assemble(reading, Source(data, name, self.name, self.version), limits)


def _body(package: Package) -> _Element:
    root = package.part(package.main)
    body = root.find(f"{W}body") if root is not None else None
    if body is None:
        raise ReadError(
            "is a package without a Word document in it.",
            remedy="Open it in its own program and save it as docx.",
            place=package.name,
        )
    return body


def _parts(package: Package) -> Parts:
    notes = {
        (event, note.get(f"{W}id", "")): note
        for event, kind in ((Event.FOOTNOTE, "footnotes"), (Event.ENDNOTE, "endnotes"))
        for note in _children(package.beside_main(kind))
    }
    return Parts(
        Styles(package.beside_main("styles")), Numbering(package.beside_main("numbering")), notes
    )


def _children(root: _Element | None) -> Iterator[_Element]:
    return iter(()) if root is None else root.iterchildren(f"{W}footnote", f"{W}endnote")


def _title(package: Package, walk: DocxWalk) -> str | None:
    """What stands in the style of a title, or what the properties say, if a person wrote it."""
    if walk.titles:
        return walk.titles[0]
    core = package.part("docProps/core.xml")
    titles = [] if core is None else core.iter("{http://purl.org/dc/elements/1.1/}title")
    for title in titles:
        words = " ".join((title.text or "").split())
        if words and not words.lower().startswith(_MACHINE_TITLES):
            return words
    return None


def _notes(walk: DocxWalk) -> Iterator[str]:
    inserted, deleted = walk.events[Event.INSERTED], walk.events[Event.DELETED]
    if inserted or deleted:
        yield (f"has tracked changes, read as accepted: {inserted} insertions, {deleted} deletions")
