"""Which reader reads a file: the first that knows its content, whatever its name says."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from stocktake.errors import ReadError, StocktakeError
from stocktake.model import Document
from stocktake.readers.base import Reader, guard
from stocktake.readers.csv import CsvReader
from stocktake.readers.docx import DocxReader
from stocktake.readers.html import HtmlReader
from stocktake.readers.kinds import looks_binary, renamed, unreadable
from stocktake.readers.md import MarkdownReader
from stocktake.readers.pdf import PdfReader
from stocktake.readers.txt import TextReader
from stocktake.registry import Registry
from stocktake.settings import Limits

_FIRST: tuple[Reader, ...] = (PdfReader(), DocxReader())
_LAST: tuple[Reader, ...] = (HtmlReader(), CsvReader(), MarkdownReader(), TextReader())
READERS: Registry[Reader] = Registry(
    "reader", {reader.name: reader for reader in (*_FIRST, *_LAST)}
)


def read(data: bytes, name: str, limits: Limits) -> Document:
    """Read *data*, which came under *name*; a wrong ending of the name is told in a note.

    ReadError if no reader knows the content, or the file is empty, locked or damaged; LimitError
    if it goes over a limit.
    """
    with guard(data, name, limits, "input"):
        reader = next((reader for reader in _in_order() if _knows(reader, data, name)), None)
    if reader is None:
        raise unreadable(data, name)
    document = _read(reader, data, name, limits)
    note = renamed(name, reader.name)
    return replace(document, notes=(*document.notes, note)) if note else document


def _in_order() -> Iterator[Reader]:
    """Readers of packages come before those of text, plug-ins between: any text is txt."""
    built_in = {reader.name for reader in (*_FIRST, *_LAST)}
    yield from _FIRST
    yield from (reader for name, reader in READERS if name not in built_in)
    yield from _LAST


def _knows(reader: Reader, data: bytes, name: str) -> bool:
    if reader in _LAST and looks_binary(data):
        return False
    with _blaming(reader, name):
        return reader.sniff(data, name)


def _read(reader: Reader, data: bytes, name: str, limits: Limits) -> Document:
    with _blaming(reader, name):
        return reader.read(data, name, limits)


@contextmanager
def _blaming(reader: Reader, name: str) -> Iterator[None]:
    """What goes wrong in a plug-in is an error of ours that names the plug-in."""
    try:
        yield
    except StocktakeError:
        raise
    except Exception as error:
        raise ReadError(
            f"made the reader {reader.name} fail ({type(error).__name__}: {error}).",
            remedy="Tell the makers of the reader, or do without it.",
            place=name,
        ) from error
