"""Zip archives: their members one after another, within limits."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from stocktake.errors import LimitError, ReadError
from stocktake.settings import Limits

SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06")
# A document in a zip container (docx, odt, epub) is an input, not an archive of inputs.
CONTAINER_MARKS = frozenset({"[Content_Types].xml", "mimetype"})
NESTING = 8
ENCRYPTED = 0x1
SMALL = 1 << 20
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError)


@dataclass(slots=True)
class Budget:
    """How many bytes and files an archive, with all archives within it, may still unpack."""

    unpacked: int
    files: int

    def take(self, size: int, place: str) -> None:
        """Count one member of *size* bytes; LimitError if that is too much."""
        self.unpacked -= size
        self.files -= 1
        if self.unpacked < 0:
            raise _over("unpacked_bytes", "unpacks to more than the limit", place)
        if self.files < 0:
            raise _over("archive_files", "holds more files than the limit", place)


def is_archive(stream: BinaryIO, name: str) -> bool:
    """Whether *stream* is a zip archive of inputs, be it a damaged one; its position is kept."""
    start = stream.tell()
    try:
        if stream.read(4) not in SIGNATURES:
            return False
        stream.seek(start)
        with zipfile.ZipFile(stream) as archive:
            return CONTAINER_MARKS.isdisjoint(archive.namelist())
    except BROKEN:
        return name.lower().endswith(".zip")
    finally:
        stream.seek(start)


def members(stream: BinaryIO, name: str, limits: Limits) -> Iterator[tuple[str, BinaryIO]]:
    """Name and content of each member in alphabetical order, those of archives within it too.

    ReadError or LimitError, with what to do, where the archive cannot be read or trusted; what
    was given before stands.
    """
    budget = Budget(limits.unpacked_bytes, limits.archive_files)
    yield from _members(stream, name, limits, budget, 1)


def _members(
    stream: BinaryIO, name: str, limits: Limits, budget: Budget, depth: int
) -> Iterator[tuple[str, BinaryIO]]:
    if depth > NESTING:
        raise LimitError(
            f"holds archives in archives, more than {NESTING} deep.",
            remedy="Unpack it yourself and add the folder.",
            place=name,
        )
    with _opened(stream, name) as archive:
        for info in sorted(archive.infolist(), key=lambda info: info.filename):
            if info.is_dir():
                continue
            inner = f"{name}/{_clean(info.filename)}"
            _check_ratio(info, limits, inner)
            budget.take(info.file_size, inner)
            content = io.BytesIO(_unpacked(archive, info, inner))
            if is_archive(content, inner):
                yield from _members(content, inner, limits, budget, depth + 1)
            else:
                yield inner, content


def _opened(stream: BinaryIO, name: str) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(stream)
    except BROKEN as error:
        raise _damaged(name, error) from error


def _unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo, place: str) -> bytes:
    if info.flag_bits & ENCRYPTED:
        raise ReadError(
            "is protected by a password.",
            remedy="Unpack the archive with the password and add the folder.",
            place=place,
        )
    try:
        with archive.open(info) as member:
            return member.read()
    except BROKEN as error:
        raise _damaged(place, error) from error


def _check_ratio(info: zipfile.ZipInfo, limits: Limits, place: str) -> None:
    packed = max(info.compress_size, 1)
    if info.file_size > SMALL and info.file_size / packed > limits.ratio:
        raise _over("ratio", f"unpacks to {info.file_size // packed} times its size", place)


def _clean(name: str) -> str:
    parts = name.replace("\\", "/").split("/")
    return "/".join(part for part in parts if part not in {"", ".", ".."})


def _over(key: str, what: str, place: str) -> LimitError:
    remedy = (
        f"If you trust the archive, raise {key} under [limits] in process.toml, "
        "or unpack it yourself and add the folder."
    )
    return LimitError(f"{what}.", remedy=remedy, place=place)


def _damaged(place: str, error: Exception) -> ReadError:
    return ReadError(
        f"is a damaged zip archive ({error}).",
        remedy="Ask for it again, or unpack it yourself and add the folder.",
        place=place,
    )
