"""Bytes become characters, whatever their encoding."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.errors import ReadError
from stocktake.readers.decoding import decode

RUSSIAN = "Делегация Фридонии поддерживает проект и благодарит всех участников за работу. " * 4
FRENCH = "La délégation de la Freedonie a remercié tous les États qui ont œuvré à ce projet. " * 4
CHINESE = "弗里多尼亚代表团支持该草案，并感谢所有参与工作的国家。会议通过了报告。" * 6
ARABIC = "يؤيد وفد فريدونيا المشروع ويشكر جميع الدول التي شاركت في العمل على هذا النص. " * 4


@given(st.text(min_size=1).filter(lambda text: text.isprintable()))
def test_utf_8_is_read_without_a_note(text: str) -> None:
    assert decode(text.encode(), "a.txt") == (text, [])


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_mark_at_the_start_tells_the_encoding(encoding: str) -> None:
    assert decode(RUSSIAN.encode(encoding), "a.txt") == (RUSSIAN, [])


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_known_by_its_zeros(encoding: str) -> None:
    assert decode("Freedonia agrees.".encode(encoding), "a.txt") == ("Freedonia agrees.", [])


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        (FRENCH, "cp1252"),
        (CHINESE, "gb18030"),
        (ARABIC, "cp1256"),
    ],
)
def test_older_encodings_are_guessed_and_noted(text: str, encoding: str) -> None:
    read, notes = decode(text.encode(encoding), "a.txt")
    assert read == text
    assert "was guessed from its bytes" in notes[0]


def test_stray_bytes_in_utf_8_are_mended_and_counted() -> None:
    data = FRENCH.encode() + "déjà".encode("cp1252") + FRENCH.encode()
    text, notes = decode(data, "a.txt")
    assert "déjà" in text
    assert notes == ["mixes encodings: 2 bytes that are not UTF-8 were read as cp1252"]


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(ReadError, match=r"a\.txt: is not a text file"):
        decode(bytes(range(32)) * 40, "a.txt")
