"""Zip archives, within limits."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace

import pytest

from stocktake.errors import LimitError, ReadError
from stocktake.services.archives import is_archive, members
from stocktake.settings import Limits

LIMITS = Limits()


def packed(files: dict[str, bytes]) -> io.BytesIO:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    stream.seek(0)
    return stream


def names(stream: io.BytesIO, limits: Limits = LIMITS) -> list[str]:
    return [name for name, _ in members(stream, "a.zip", limits)]


def nested(depth: int) -> io.BytesIO:
    stream = packed({"a.txt": b"a"})
    for _ in range(depth):
        stream = packed({"in.zip": stream.getvalue()})
    return stream


def test_members_come_in_alphabetical_order() -> None:
    assert names(packed({"b.txt": b"b", "a.txt": b"a"})) == ["a.zip/a.txt", "a.zip/b.txt"]


def test_archives_within_archives_are_opened() -> None:
    assert names(nested(2)) == ["a.zip/in.zip/in.zip/a.txt"]


def test_a_document_in_a_zip_container_is_no_archive() -> None:
    document = packed({"[Content_Types].xml": b"", "word/document.xml": b""})
    assert not is_archive(document, "a.docx")


def test_what_is_called_an_archive_and_is_cut_off_is_a_damaged_one() -> None:
    data = packed({"a.txt": b"a"}).getvalue()
    assert is_archive(io.BytesIO(data[:20]), "a.zip")


def test_a_name_cannot_lead_out_of_the_archive() -> None:
    assert names(packed({"../../etc/a.txt": b"a"})) == ["a.zip/etc/a.txt"]


@pytest.mark.parametrize(
    ("stream", "limits", "key"),
    [
        (packed({"a": b"0" * 100}), replace(LIMITS, unpacked_bytes=99), "unpacked_bytes"),
        (packed({"a": b"", "b": b""}), replace(LIMITS, archive_files=1), "archive_files"),
        (packed({"a": b"0" * 5_000_000}), LIMITS, "ratio"),
    ],
)
def test_an_archive_over_a_limit_names_the_key_that_raises_it(
    stream: io.BytesIO, limits: Limits, key: str
) -> None:
    with pytest.raises(LimitError, match=f"raise {key} under"):
        names(stream, limits)


def test_archives_nested_too_deep_are_refused() -> None:
    with pytest.raises(LimitError, match="archives in archives"):
        names(nested(20))


def test_a_member_with_a_password_is_named_with_what_to_do() -> None:
    data = bytearray(packed({"a.txt": b"a"}).getvalue())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    with pytest.raises(ReadError, match=r"a\.txt: is protected by a password"):
        names(io.BytesIO(bytes(data)))


def cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def altered(data: bytes) -> bytes:
    return data.replace(b"needle", b"noodle")


@pytest.mark.parametrize("damage", [cut, altered])
def test_a_damaged_archive_is_refused_with_what_to_do(damage: Callable[[bytes], bytes]) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a.txt", "a needle")
    with pytest.raises(ReadError, match="damaged zip archive"):
        names(io.BytesIO(damage(stream.getvalue())))
