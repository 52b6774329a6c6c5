"""A page of a PDF as a picture, so that a passage can be seen where it stands."""

from __future__ import annotations

import struct
import zlib

from stocktake.errors import NotFoundError
from stocktake.readers.pdf_opening import opened
from stocktake.settings import Limits

WIDTH = 1000
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_RGB = 2


def picture(data: bytes, name: str, number: int, limits: Limits) -> bytes:
    """Page *number* (from 1) as a PNG that is WIDTH pixels wide.

    NotFoundError if there is no such page; ReadError or LimitError as when it is read.
    """
    with opened(data, name, limits) as document:
        if not 1 <= number <= len(document):
            raise NotFoundError(f"there is no page {number}.", place=name)
        page = document[number - 1]
        drawn = page.render(scale=WIDTH / max(page.get_width(), 1.0), rev_byteorder=True)
        pixels = drawn.to_numpy()[:, :, :3].tobytes()
        return _png(drawn.width, drawn.height, pixels)


def _png(width: int, height: int, pixels: bytes) -> bytes:
    """Three bytes a pixel as a PNG (ISO/IEC 15948); each line is led by filter 0, none."""
    step = width * 3
    lines = b"".join(b"\0" + pixels[at : at + step] for at in range(0, height * step, step))
    head = struct.pack(">IIBBBBB", width, height, 8, _RGB, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(lines)), (b"IEND", b""))
    return _SIGNATURE + b"".join(_chunk(name, content) for name, content in chunks)


def _chunk(name: bytes, content: bytes) -> bytes:
    checked = zlib.crc32(name + content)
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", checked)
