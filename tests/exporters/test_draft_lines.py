"""A draft as lines to be set."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given

from stocktake.exporters.draft_lines import Line, LineKind, lines_of
from stocktake.legal import of_document, parse_draft
from stocktake.model import Block, BlockKind, Document
from tests.exporters.contract_drafts import DRAFT
from tests.legal.test_parsing import PIECES


def told(text: str) -> str:
    """The words of a text without what only lays it out."""
    return re.sub(r"[\s#*]+|\[\^[^\]\[\n]{1,20}\]:?", "", text)


def all_words(text: str) -> str:
    lines = lines_of(parse_draft(text))
    notes = (line for found in lines.notes.values() for line in found)
    return "".join(line.number + line.text for line in (*lines.body, *notes))


def by_text(text: str) -> dict[str, Line]:
    return {line.text: line for line in lines_of(parse_draft(text)).body}


def test_numbers_stand_apart_and_depth_is_counted() -> None:
    found = [(line.number, line.level) for line in lines_of(DRAFT).body if line.number]
    assert found[2:6] == [("(a)", 1), ("(b)", 1), ("(i)", 2), ("(ii)", 2)]


def test_a_title_a_heading_a_remark_and_what_is_in_no_provision_are_told_apart() -> None:
    text = "Note\n\n# Draft\n\n## Article 1 Ports\n\n{By the chair}\n\n1. Open"
    kinds = [line.kind for line in lines_of(parse_draft(text)).body]
    assert kinds == [
        LineKind.OUTSIDE,
        LineKind.TITLE,
        LineKind.HEADING,
        LineKind.REMARK,
        LineKind.TEXT,
    ]


def test_asterisks_become_bold_and_italic() -> None:
    pieces = by_text("# A\n\n1. Ports **shall** *open*")["Ports shall open"].pieces
    looks = [(piece.text, piece.bold, piece.italic) for piece in pieces if piece.text.strip()]
    assert looks == [("Ports ", False, False), ("shall", True, False), ("open", False, True)]


def test_a_mark_leads_to_its_footnote_only_if_there_is_one() -> None:
    lines = lines_of(parse_draft("1. Ports[^1] and quays[^2]\n\n[^1]: All"))
    assert [piece.note for piece in lines.body[0].pieces] == [None, "1", None]
    assert [line.text for line in lines.notes["1"]] == ["All"]


def test_the_mark_of_an_option_may_bear_that_of_a_footnote() -> None:
    lines = lines_of(parse_draft("# A\n\n1. **Option 1[^1]:** Ports\n\n[^1]: All"))
    assert [piece.note for piece in lines.body[-1].pieces] == [None, "1", None, None]


def test_a_number_that_a_format_keeps_apart_is_written() -> None:
    text = "Ports open\nQuays open"
    blocks = tuple(
        Block(BlockKind.LIST_ITEM, start, end, level=0, number=number)
        for start, end, number in ((0, 10, "1."), (11, 21, "2."))
    )
    lines = lines_of(of_document(Document("d", "i", text, blocks)))
    assert [line.number for line in lines.body] == ["1.", "2."]


@given(PIECES)
def test_no_word_of_any_draft_is_lost(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert sorted(told(all_words(text))) == sorted(told(text))


@pytest.mark.parametrize("name", ["23-oct-2015.md", "4-dec-2015.md", "9-dec-2015.md"])
def test_no_word_of_a_real_draft_is_lost(shared: Path, name: str) -> None:
    text = (shared / "data" / "paris_drafts" / name).read_text(encoding="utf-8")
    assert sorted(told(all_words(text))) == sorted(told(text))
