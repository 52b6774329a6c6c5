"""Plain text: paragraphs by empty lines, or by line, or set in lines and pages."""

from __future__ import annotations

from pathlib import PurePath

from stocktake.errors import ReadError
from stocktake.model import BlockKind, Document
from stocktake.readers.base import guard
from stocktake.readers.building import Found, Reading, Source, assemble
from stocktake.readers.decoding import decode
from stocktake.readers.layout import lay_out
from stocktake.settings import Limits


class TextReader:
    """Reads plain text in any usual encoding."""

    name = "txt"
    version = "2"
    media_types = ("text/plain",)

    def sniff(self, data: bytes, name: str) -> bool:
        """Any text is plain text, if it is nothing else."""
        try:
            decode(data[:100_000], name)
        except ReadError:
            return False
        return bool(data) and PurePath(name).suffix.lower() not in {".md", ".markdown"}

    def read(self, data: bytes, name: str, limits: Limits) -> Document:
        """Read *data*; see ``layout.lay_out`` for how lines become paragraphs."""
        with guard(data, name, limits, "text"):
            text, notes = decode(data, name)
            layout = lay_out(text)
            reading = Reading(
                layout.raw,
                layout.blocks,
                layout.changes,
                layout.page_starts,
                title=_title(layout.raw, layout.blocks),
                notes=notes,
            )
            return assemble(reading, Source(data, name, self.name, self.version), limits)


def _title(raw: str, blocks: tuple[Found, ...]) -> str | None:
    """The first block, if it is a heading."""
    first = min(blocks, key=lambda block: block.start, default=None)
    if first is None or first.kind is not BlockKind.HEADING:
        return None
    return " ".join(raw[first.start : first.end].split())
