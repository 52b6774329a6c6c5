"""What a file really is that no reader reads, told by how it begins, and what to do about it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePath

from stocktake.errors import ReadError

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_AS_DOCX = "Open it in its own program and save it as docx, pdf or UTF-8 text."
_AS_TEXT = "Hand in the document itself (docx, pdf, html, md, csv or txt)."
_UNLOCK = "Open it with the password and save it without one."
_FOR_OCR = "Put it into a PDF, so that its text can be recognised (OCR)."


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of file: what it begins with, what it holds then (if that matters), its remedy."""

    beginning: bytes
    what: str
    remedy: str
    within: bytes = b""


def _stream(name: str) -> bytes:
    """How the name of a stream stands in an OLE file."""
    return name.encode("utf-16-le")


_KINDS = (
    _Kind(_OLE, "an Office file protected with a password", _UNLOCK, _stream("EncryptedPackage")),
    _Kind(_OLE, "an old Word file (.doc)", _AS_DOCX, _stream("WordDocument")),
    _Kind(_OLE, "an old Excel file (.xls)", _AS_TEXT, _stream("Workbook")),
    _Kind(_OLE, "an old PowerPoint file (.ppt)", _AS_DOCX, _stream("PowerPoint Document")),
    _Kind(_OLE, "an old Office file", _AS_DOCX),
    _Kind(b"{\\rtf", "a rich text file (.rtf)", _AS_DOCX),
    _Kind(b"PK\x03\x04", "an OpenDocument text (.odt)", _AS_DOCX, b"opendocument.text"),
    _Kind(b"PK\x03\x04", "an Excel workbook (.xlsx)", _AS_TEXT, b"xl/workbook"),
    _Kind(b"PK\x03\x04", "a PowerPoint presentation (.pptx)", _AS_DOCX, b"ppt/presentation"),
    _Kind(b"PK\x03\x04", "an electronic book (.epub)", _AS_DOCX, b"application/epub+zip"),
    _Kind(b"PK\x03\x04", "a zip archive", "Add it under a name that ends in .zip, or unpack it."),
    _Kind(b"PK\x05\x06", "an empty zip archive", "Ask for the file again."),
    _Kind(b"\x89PNG", "a picture (PNG)", _FOR_OCR),
    _Kind(b"\xff\xd8\xff", "a picture (JPEG)", _FOR_OCR),
    _Kind(b"GIF8", "a picture (GIF)", _FOR_OCR),
    _Kind(b"II*\x00", "a picture (TIFF)", _FOR_OCR),
    _Kind(b"MM\x00*", "a picture (TIFF)", _FOR_OCR),
    _Kind(b"BM", "a picture (BMP)", _FOR_OCR, b"\0\0\0\0"),
    _Kind(b"RIFF", "a picture, sound or film (RIFF)", _AS_TEXT),
    _Kind(b"\x1f\x8b", "a gzip archive", "Unpack it first."),
    _Kind(b"7z\xbc\xaf", "a 7-Zip archive", "Unpack it first."),
    _Kind(b"Rar!", "a RAR archive", "Unpack it first."),
    _Kind(b"%!PS", "a PostScript file", "Save it as PDF."),
    _Kind(b"\x7fELF", "a program", _AS_TEXT),
    _Kind(b"MZ", "a program", _AS_TEXT, b"PE\0\0"),
    _Kind(b"SQLite format 3", "a database", _AS_TEXT),
    _Kind(b"ID3", "a sound recording (MP3)", _AS_TEXT),
)  # fmt: skip
SUFFIXES = {
    ".txt": "txt", ".text": "txt", ".csv": "csv", ".tsv": "csv", ".md": "md", ".markdown": "md",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".docx": "docx", ".pdf": "pdf",
}  # fmt: skip


def foreign(data: bytes) -> tuple[str, str] | None:
    """What *data* is, and the remedy, if it is of a known kind that is not read."""
    found = next(
        (kind for kind in _KINDS if data.startswith(kind.beginning) and kind.within in data), None
    )
    return (found.what, found.remedy) if found else None


def unreadable(data: bytes, name: str) -> ReadError:
    """The error for a file that no reader reads: it says what the file is, whatever its name."""
    what, remedy = foreign(data) or (
        "a file of a kind that is not known, and no text",
        "Look at it in its own program and save it as docx, pdf or UTF-8 text.",
    )
    suffix = PurePath(name).suffix.lower()
    but = f"is called {suffix} but is" if suffix in SUFFIXES else "is"
    return ReadError(f"{but} {what}.", remedy=remedy, place=name)


def renamed(name: str, reader: str) -> str | None:
    """A note for the ledger if the name promises another format than the one that was found."""
    suffix = PurePath(name).suffix.lower()
    if SUFFIXES.get(suffix, reader) == reader:
        return None
    return f"is called {suffix} but is {reader}, and was read as that"


def looks_binary(data: bytes) -> bool:
    """Whether the beginning says that this is no text, whatever can be decoded."""
    return foreign(data[:1024]) is not None or bool(re.match(rb"[\x00-\x08]{4}", data))
