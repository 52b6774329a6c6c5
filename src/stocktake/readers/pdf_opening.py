"""Opening a PDF, and what to say when that cannot be done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pypdfium2

from stocktake.errors import ReadError
from stocktake.readers.base import check, damaged
from stocktake.settings import Limits

_PASSWORD = pypdfium2.raw.FPDF_ERR_PASSWORD
_SECURITY = pypdfium2.raw.FPDF_ERR_SECURITY
_TAIL = 2048
_PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")


@contextmanager
def opened(data: bytes, name: str, limits: Limits) -> Iterator[Any]:
    """The open ``pypdfium2.PdfDocument`` of *data*, closed at the end."""
    document = _open(data, name)
    try:
        if len(document) == 0:
            raise _without_pages(name)
        check("pages", len(document), limits, "pages", name)
        yield document
    finally:
        document.close()


def is_cut_off(data: bytes) -> bool:
    """Whether the end of a PDF is missing."""
    return b"%%EOF" not in data[-_TAIL:] and b"startxref" not in data[-_TAIL:]


def _open(data: bytes, name: str) -> Any:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _refusal(data, name, error) from error


def _refusal(data: bytes, name: str, error: pypdfium2.PdfiumError) -> ReadError:
    code = getattr(error, "err_code", None)
    if code == _PASSWORD:
        return ReadError(
            "is protected by a password.",
            remedy="Open it with the password, save or print it without, and add that file.",
            place=name,
        )
    if code == _SECURITY:
        return ReadError(
            "is protected in a way that cannot be opened here.",
            remedy="Ask for a copy without protection, or print it to a new PDF.",
            place=name,
        )
    if _names_no_page(data):
        return _without_pages(name)
    if is_cut_off(data):
        return ReadError(
            "is cut off: the end of this PDF is missing.",
            remedy="It was not copied whole: ask for the file again.",
            place=name,
        )
    return damaged(name, "PDF", str(error))


def _names_no_page(data: bytes) -> bool:
    """Whether there is a tree of pages, and no page in it (unless objects are compressed)."""
    return b"/Pages" in data and b"/ObjStm" not in data and not _PAGE.search(data)


def _without_pages(name: str) -> ReadError:
    return ReadError("has no pages.", remedy="Ask for the file again.", place=name)
