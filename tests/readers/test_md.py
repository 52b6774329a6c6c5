"""Markdown by its structure."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.errors import ReadError
from stocktake.model import BlockKind, Document
from stocktake.readers.md import MarkdownReader
from stocktake.settings import Limits
from tests.readers.contract import check_document
from tests.readers.samples import LAID_OUT, MARKDOWN
from tests.readers.showing import block, texts, words

SCRAPS = ["# A", "*b*", "\n", "\n\n", "- ", "1. ", "> ", "|", "a|b", "\n|--|--|\n", "`", "[c](d)"]
SCRAPS += ["[^1]", "\n[^1]: ", "    ", "<b>", "&amp;", "\\*", "word", "\f", "\r\n", "---\n", "\t"]


def read(text: str) -> Document:
    return MarkdownReader().read(text.encode(), "a.md", Limits())


@given(st.lists(st.sampled_from(SCRAPS), min_size=1, max_size=40).map("".join))
def test_any_markdown_gives_a_sound_document(text: str) -> None:
    try:
        document = read(text)
    except ReadError:
        return
    check_document(document)


def test_the_raw_text_is_the_source() -> None:
    assert read(MARKDOWN).raw_text() == MARKDOWN


def test_markup_leaves_the_words() -> None:
    assert read("Some *big* **words**, `code` and [a link](http://x.org/(y)z).").text == (
        "Some big words, code and a link."
    )


def test_the_title_is_that_of_the_front_matter_or_the_first_heading() -> None:
    assert read(MARKDOWN).title == "Views of Freedonia"
    assert read("# A *big* one\n\nText").title == "A big one"


def test_wrapped_lines_join_and_lines_of_their_own_stay() -> None:
    paragraphs = texts(read(MARKDOWN), BlockKind.PARAGRAPH)
    assert paragraphs[0].endswith("more. It is a line of prose that goes on.")
    assert paragraphs[1:3] == ["From: Freedonia", "To: the Chair"]


def test_items_have_their_level_and_number() -> None:
    items = [b for b in read(MARKDOWN).blocks if b.kind is BlockKind.LIST_ITEM]
    assert [(b.level, b.number) for b in items] == [(0, "a."), (0, "-"), (1, "1."), (1, "2.")]


def test_cells_have_their_place() -> None:
    document = read(MARKDOWN)
    cells = [b for b in document.blocks if b.kind is BlockKind.CELL]
    assert [(b.row, b.column, words(document, b)) for b in cells] == [
        (0, 0, "Name"),
        (0, 1, "Share"),
        (1, 0, "A | B"),
        (1, 1, "10"),
        (2, 1, "1"),
    ]


def test_a_quotation_is_one() -> None:
    assert texts(read(MARKDOWN), BlockKind.QUOTE) == ["Quoted words go on."]


def test_a_footnote_is_tied_to_its_mark_which_leaves_the_text() -> None:
    document = read(MARKDOWN)
    note = block(document, "1 A note with words.")
    assert note.kind is BlockKind.FOOTNOTE
    assert note.mark
    assert document.text[: note.mark[0]].endswith("& more.")
    assert "[^1]" not in document.text


def test_html_within_is_words() -> None:
    assert "Marked up <words>" in texts(read(MARKDOWN))


def test_an_indented_text_with_pages_is_prose_and_no_code() -> None:
    document = read(f"# Title\n\nIntro.\n\n## Full text\n\n{LAID_OUT}")
    assert block(document, "2. Ruritania").kind is BlockKind.PARAGRAPH
    assert len(document.page_starts) == 3
    assert texts(document)[:3] == ["Title", "Intro.", "Full text"]


def test_what_nests_beyond_the_parser_is_not_dropped_in_silence() -> None:
    assert "innermost" in read("> " * 90 + "innermost").text


@pytest.mark.shared
def test_a_converted_report_comes_out_as_its_numbered_paragraphs(shared: Path) -> None:
    path = shared / "data" / "upr_slovenia_2019" / "A_HRC_43_15_Working_Group_Report.md"
    document = MarkdownReader().read(path.read_bytes(), path.name, Limits())
    numbers = [b.number for b in document.blocks if b.kind is BlockKind.PARAGRAPH and b.number]
    assert numbers == [f"{number}." for number in range(1, 124)]
    assert len(document.page_starts) == 24


@pytest.mark.shared
def test_every_recommendation_of_a_converted_report_is_an_item(shared: Path) -> None:
    path = shared / "data" / "upr_slovenia_2019" / "A_HRC_43_15_Working_Group_Report.md"
    document = MarkdownReader().read(path.read_bytes(), path.name, Limits())
    items = [b.number for b in document.blocks if b.kind is BlockKind.LIST_ITEM and b.number]
    assert [number for number in items if number.startswith("122.")] == [
        f"122.{number}" for number in range(1, 158)
    ]


@pytest.mark.shared
def test_the_endnotes_of_a_converted_compilation_have_their_marks(shared: Path) -> None:
    path = shared / "data" / "upr_slovenia_2019" / "A_HRC_WG_6_34_SVN_3_Stakeholder_Summary.md"
    document = MarkdownReader().read(path.read_bytes(), path.name, Limits())
    notes = [b for b in document.blocks if b.kind is BlockKind.FOOTNOTE]
    assert (len(notes), sum(b.mark is not None for b in notes)) == (144, 144)
