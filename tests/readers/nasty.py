"""Files that readers must refuse, each for its own reason; all made here, none kept."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from io import BytesIO

from stocktake.settings import MEGABYTE, Limits
from tests.readers.words import p, t, word_file, zipped

BOUNDED = Limits(
    file_bytes=12 * MEGABYTE, unpacked_bytes=8 * MEGABYTE, archive_files=50, ratio=100, depth=100,
    text_chars=3_000_000,
)  # fmt: skip
LAUGHS = "".join(
    f'<!ENTITY l{n} "{"&l" + str(n - 1) + ";" if n else "ha"}{"ha" * 5}">' for n in range(9)
)
MAIN = "word/document.xml"
PROLOGUE = '<?xml version="1.0"?><!DOCTYPE w ['


@dataclass(frozen=True, slots=True)
class Nasty:
    """A file, the name it comes under, and what its error must say (a regular expression)."""

    name: str
    data: bytes
    says: str


def nasty_files() -> list[Nasty]:
    """The whole corpus."""
    return [*_empty(), *_renamed(), *_word_files(), *_nested(), *_broken_text(), *_huge()]


def _empty() -> list[Nasty]:
    return [
        Nasty("nothing.txt", b"", r"is empty \(0 bytes\)\. Ask for the file again"),
        Nasty("blank.txt", b" \n\t \r\n", "holds nothing but blanks"),
        Nasty("zeros.docx", bytes(4000), "holds nothing but blanks"),
        Nasty("no-words.html", b"<html><body><img src='a.png'></body></html>", "holds no text"),
        Nasty("no-words.docx", word_file(p("")), "holds no text"),
    ]


def _renamed() -> list[Nasty]:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
    locked, old = "EncryptedPackage".encode("utf-16-le"), "WordDocument".encode("utf-16-le")
    return [
        Nasty("a.docx", b"\x89PNG\r\n\x1a\n" + bytes(99), r"called \.docx but is a picture"),
        Nasty("a.txt", b"\xff\xd8\xff\xe0" + bytes(99), r"a picture \(JPEG\)\. Put it into a PDF"),
        Nasty("locked.docx", ole + locked, "protected with a password.*save it without one"),
        Nasty("old.docx", ole + old, r"an old Word file \(\.doc\)\. Open it .* as docx"),
        Nasty("rich.txt", rb"{\rtf1\ansi Words}", r"a rich text file \(\.rtf\)"),
        Nasty("a.docx", zipped({"xl/workbook.xml": "<w/>"}), "an Excel workbook"),
        Nasty("a.docx", zipped({"a.txt": "words"}), r"a zip archive\. Add it under a name"),
        Nasty("tool.txt", b"\x7fELF" + bytes(range(256)), "a program"),
    ]


def _word_files() -> list[Nasty]:
    good = word_file(p("Words") * 40)
    bomb = word_file(p("x" * 7 * MEGABYTE))
    false_size = _with_size(word_file(p("x" * 9 * MEGABYTE)), b"word/document.xml", 10)
    part = {MAIN: f"{PROLOGUE}{LAUGHS}]><w>&l8;</w>"}
    outside = {
        "word/document.xml": f'{PROLOGUE}<!ENTITY x SYSTEM "file:///etc/passwd">]><w>&x;</w>'
    }
    return [
        Nasty("cut.docx", good[: len(good) // 2], "a damaged Word file.*ask for it again"),
        Nasty("bomb.docx", bomb, r"times its packed size.*raise ratio under \[limits\]"),
        Nasty("large.docx", word_file(p("x") * 200_000), r"bytes when unpacked.*unpacked_bytes"),
        Nasty("liar.docx", false_size, "damaged Word file|unpacked_bytes"),
        Nasty("many.docx", word_file(p("x"), **{f"a{n}": "" for n in range(60)}), "archive_files"),
        Nasty("laughs.docx", word_file("", **part), "declares entities of its own"),
        Nasty("outside.docx", word_file("", **outside), "declares entities of its own"),
        Nasty("secret.docx", _with_flag(good), "protected with a password"),
        Nasty(
            "no-body.docx",
            word_file("", **{"word/document.xml": "<w/>"}),
            "without a Word",
        ),
        Nasty("cut-xml.docx", word_file("", **{MAIN: "<w>"}), "a damaged Word"),
    ]


def _nested() -> list[Nasty]:
    runs = "<w:smartTag>" * 150 + t("deep") + "</w:smartTag>" * 150
    abyss = "<w:smartTag>" * 5000 + t("deep") + "</w:smartTag>" * 5000
    return [
        Nasty("deep.html", b"<html><body>" + b"<div>" * 5000 + b"deep", "raise depth under"),
        Nasty("deep.md", b">" * 5000 + b" deep", "raise depth under"),
        Nasty("deep.docx", word_file(p(runs)), "levels of nested elements.*raise depth under"),
        Nasty("abyss.docx", word_file(p(abyss)), "raise depth under"),
    ]


def _broken_text() -> list[Nasty]:
    noise = bytes((n * 7919) % 251 for n in range(4000))
    return [
        Nasty("noise.txt", noise, "called .txt but is a file of a kind that is not known"),
        Nasty("noise.md", bytes(range(32)) * 60, "called .md but is a file of a kind"),
    ]


def _huge() -> list[Nasty]:
    line = b"word " * (2 * MEGABYTE)
    return [
        Nasty("line.txt", line, r"10,485,760 characters; .*raise text_chars under \[limits\]"),
        Nasty("pages.txt", b"x\f" * 6000, r"has 6,000 pages; the limit is 5,000.*raise pages"),
        Nasty("huge.txt", line + line, r"bytes; the limit is 12,582,912.*raise file_bytes"),
    ]


def _with_size(data: bytes, path: bytes, size: int) -> bytes:
    """A package that says a part is smaller than it is."""
    archive = zipfile.ZipFile(BytesIO(data))
    real = archive.getinfo(path.decode()).file_size.to_bytes(4, "little")
    return data.replace(real, size.to_bytes(4, "little"))


def _with_flag(data: bytes) -> bytes:
    """A package whose parts are marked as encrypted in its directory."""
    start = data.index(b"PK\x01\x02")
    directory = bytearray(data[start:])
    place = 0
    while directory[place : place + 4] == b"PK\x01\x02":
        directory[place + 8] |= 1
        lengths = (directory[place + at] + 256 * directory[place + at + 1] for at in (28, 30, 32))
        place += 46 + sum(lengths)
    return data[:start] + bytes(directory)
