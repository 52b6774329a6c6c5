"""What kind of file it is, told by how it begins and, where that says nothing, by its name."""

from __future__ import annotations

from pathlib import PurePosixPath

ZIP = "application/zip"
BEGINNINGS = (
    (b"%PDF-", "application/pdf"),
    (b"PK\x03\x04", ZIP),
    (b"PK\x05\x06", ZIP),
    (b"\xd0\xcf\x11\xe0", "application/x-ole-storage"),
    (b"{\\rtf", "application/rtf"),
    (b"\x89PNG", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
)
ENDINGS = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".pdf": "application/pdf",
    ".htm": "text/html",
    ".html": "text/html",
    ".xhtml": "text/html",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".txt": "text/plain",
    ".xml": "application/xml",
    ".csv": "text/csv",
    ".tsv": "text/tab-separated-values",
}
OTHER = "application/octet-stream"


def media_type(name: str, head: bytes) -> str:
    """The media type of a file called *name* that begins with *head*."""
    begun = next((kind for start, kind in BEGINNINGS if head.startswith(start)), None)
    ending = ENDINGS.get(PurePosixPath(name).suffix.lower(), OTHER)
    return ending if begun is None or (begun == ZIP and ending != OTHER) else begun
