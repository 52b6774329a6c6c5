"""Bytes of a text file become characters, whatever encoding they are in."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from stocktake.errors import ReadError

_BOMS = [
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
]
_SAMPLE = 100_000
_USUAL = ["cp1252", "cp1250", "cp1251", "koi8_r", "cp1256", "cp1254", "gb18030", "big5"]
_USUAL += ["shift_jis", "euc_kr", "cp1253", "cp1255", "cp1257", "mac_roman"]
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1b]")


def decode(data: bytes, name: str) -> tuple[str, list[str]]:
    """The characters of *data*, and notes on what was guessed or replaced.

    ReadError if *data* is no text at all.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _lossy(data[len(bom) :], encoding)
    wide = _wide_encoding(data)
    text, notes = _lossy(data, wide) if wide else _decode_bytes(data, name)
    if len(_CONTROLS.findall(text)) > len(text) // 50 + 8:
        raise not_text(name)
    return text, notes


def characters(data: bytes, name: str) -> str:
    """The characters of a text file as they stand; ReadError if it is none."""
    return decode(data, name)[0]


def not_text(name: str) -> ReadError:
    """The error for bytes that are no text in any encoding."""
    return ReadError(
        "is not a text file: its bytes make no sense in any known encoding.",
        remedy="Look at it in its own program and save it as docx, pdf or UTF-8 text.",
        place=name,
    )


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 without a mark at its start shows by its many zero bytes on one side."""
    sample = data[:4000]
    pairs = len(sample) // 2
    if pairs < 4 or len(data) % 2:
        return None
    for encoding, zeros in [
        ("utf-16-le", sample[1::2].count(0)),
        ("utf-16-be", sample[::2].count(0)),
    ]:
        if zeros > 0.4 * pairs and sample.count(0) < 1.2 * zeros:
            return encoding
    return None


def _decode_bytes(data: bytes, name: str) -> tuple[str, list[str]]:
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError:
        pass
    mixed = _nearly_utf8(data)
    if mixed:
        return mixed
    best = from_bytes(_sample(data), cp_isolation=_USUAL, threshold=0.4).best()
    if best is None:
        raise not_text(name)
    text, notes = _lossy(data, best.encoding)
    return text, [
        f"is not UTF-8; read as {best.encoding}, which was guessed from its bytes",
        *notes,
    ]


def _sample(data: bytes) -> bytes:
    """The first part of *data* that holds foreign letters, large enough to tell its encoding."""
    first = next((n for n, byte in enumerate(data) if byte > 127), 0)
    start = max(0, first - _SAMPLE // 4)
    return data[start : start + _SAMPLE]


def _nearly_utf8(data: bytes) -> tuple[str, list[str]] | None:
    """UTF-8 with some stray bytes of the western code page; None if it is not that."""
    text = data.decode("utf-8", "surrogateescape")
    strays = re.findall("[\udc80-\udcff]", text)
    foreign = sum(1 for character in text if "\x7f" < character < "\ud800")
    if len(strays) > foreign // 4 and not (foreign and len(strays) <= 2):
        return None
    mended = re.sub("[\udc80-\udcff]", _western, text)
    return mended, [f"mixes encodings: {len(strays)} bytes that are not UTF-8 were read as cp1252"]


def _western(stray: re.Match[str]) -> str:
    return bytes([ord(stray[0]) - 0xDC00]).decode("cp1252", "replace")


def _lossy(data: bytes, encoding: str) -> tuple[str, list[str]]:
    text = data.decode(encoding, "replace")
    lost = text.count("\ufffd")
    return text, [f"{lost} characters could not be read as {encoding}"] if lost else []
