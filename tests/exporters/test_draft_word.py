"""A draft as a Word document."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from stocktake.exporters import export_draft
from stocktake.legal import of_document, parse_draft
from stocktake.model import Document, Draft, ProvisionKind
from stocktake.readers import read
from stocktake.settings import Limits
from tests.exporters.contract_drafts import DRAFT, TEXT

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(draft: Draft, name: str) -> etree._Element:
    packed = zipfile.ZipFile(io.BytesIO(export_draft(draft, "docx")))
    return etree.fromstring(packed.read(name))


def words(draft: Draft) -> str:
    """All words of the text and its footnotes."""
    packed = zipfile.ZipFile(io.BytesIO(export_draft(draft, "docx")))
    names = [name for name in packed.namelist() if name.endswith(("document.xml", "notes.xml"))]
    return "".join("".join(etree.fromstring(packed.read(name)).itertext()) for name in names)


def back(text: str) -> Document:
    return read(export_draft(parse_draft(text), "docx"), "draft.docx", Limits())


def kept(draft: Draft) -> set[str]:
    """The ids of the provisions but the footnotes, which Word keeps where their marks stand."""
    return {item.id for item in draft.provisions if item.kind is not ProvisionKind.NOTE}


def test_word_counts_what_counts_on() -> None:
    numbers = [block.number for block in back(TEXT).blocks if block.number][1:]
    assert numbers[:6] == ["1.", "2.", "(a)", "(b)", "(i)", "(ii)"]


def test_a_number_that_breaks_the_count_is_written() -> None:
    assert "2bis. Invites all to contribute." in back(TEXT).text


def test_a_list_may_begin_anywhere_and_go_on_behind_others() -> None:
    found = [block.number for block in back("4. One\n\n(c) Two\n\n(d) Three\n\n5. Four").blocks]
    assert found == ["4.", "(c)", "(d)", "5."]


def test_letters_and_roman_numbers_are_told_apart_by_how_they_go_on() -> None:
    points = "\n\n".join(f"({letter}) Point" for letter in "abcdefghij")
    found = [block.number for block in back(f"1. Ports\n\n{points}").blocks]
    assert found[-2:] == ["(i)", "(j)"]


def test_a_footnote_is_one_of_word_s() -> None:
    [note] = part(DRAFT, "word/footnotes.xml").findall(f"{W}footnote[@{W}id='1']")
    assert "".join(note.itertext()).strip() == "Decision 1/30 & others."


def test_a_footnote_keeps_a_label_that_is_no_number() -> None:
    draft = parse_draft("1. Ports[^a] and quays[^a]\n\n[^a]: All")
    body = part(draft, "word/document.xml")
    assert len(body.findall(f".//{W}footnoteReference")) == 1
    assert "".join(body.itertext()).count("a") == "Ports and quays".count("a") + 2


def test_a_footnote_without_a_mark_stands_behind_the_text() -> None:
    assert "7 All of them" in back("1. Ports\n\n[^7]: All of them").text


def test_brackets_and_provisions_are_found_again() -> None:
    found = of_document(back(TEXT))
    assert kept(found) == kept(DRAFT)
    assert sum(item.closed for item in found.brackets) == 6


@pytest.mark.parametrize("name", ["23-oct-2015.md", "4-dec-2015.md", "9-dec-2015.md"])
def test_every_bracket_of_a_real_draft_is_kept(shared: Path, name: str) -> None:
    draft = parse_draft((shared / "data" / "paris_drafts" / name).read_text(encoding="utf-8"))
    noted = {f"[^{item.label}]" for item in draft.provisions if item.kind is ProvisionKind.NOTE}
    kept = [item for item in draft.brackets if draft.text[item.start : item.end] not in noted]
    assert words(draft).count("[") == len(kept)


@pytest.mark.parametrize("name", ["23-oct-2015.md", "4-dec-2015.md", "9-dec-2015.md"])
def test_most_provisions_of_a_real_draft_are_found_again(shared: Path, name: str) -> None:
    text = (shared / "data" / "paris_drafts" / name).read_text(encoding="utf-8")
    before, after = kept(parse_draft(text)), kept(of_document(back(text)))
    assert len(before & after) >= 0.94 * len(before)
