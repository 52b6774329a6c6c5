"""Plain text, however it was set."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.errors import ReadError
from stocktake.model import BlockKind, Document
from stocktake.readers.txt import TextReader
from stocktake.settings import Limits
from tests.readers.contract import check_document
from tests.readers.samples import LAID_OUT
from tests.readers.showing import block, texts, words

PROSE = "Freedonia welcomes the draft and thanks all who worked on it. " * 5


def read(text: str) -> Document:
    return TextReader().read(text.encode(), "a.txt", Limits())


@given(
    st.text(st.sampled_from("aB1. \n\t\f\r-(•:;,é中\u00a0\ufb01\u2028"), min_size=1, max_size=200)
)
def test_any_text_gives_a_sound_document_that_leads_back_to_it(text: str) -> None:
    try:
        document = read(text)
    except ReadError:
        return
    check_document(document)
    assert sorted(document.raw_text()) == sorted(text)


@given(st.lists(st.sampled_from(["One two.", "Three", "", "- four", "five six", "(a) Seven"])))
def test_no_word_of_a_text_without_pages_is_lost(lines: list[str]) -> None:
    text = "\n".join(lines)
    if text.strip():
        assert read(text).text.split() == text.split()


def test_a_line_is_a_paragraph_where_lines_are_long() -> None:
    assert texts(read(f"{PROSE}\n{PROSE}\n")) == [PROSE.strip()] * 2


def test_a_blank_line_within_a_sentence_does_not_part_it() -> None:
    document = read(f"{PROSE}It asks all States to\n \ncontinue. {PROSE}\n{PROSE}")
    assert "It asks all States to continue." in texts(document)[0]


def test_a_name_after_an_accidental_break_goes_on_with_its_sentence() -> None:
    start = f"{PROSE}It thanks the Government of"
    assert len(texts(read(f"{start}\nRuritania for all. {PROSE}\n{PROSE}"))) == 2


def test_hard_wrapped_lines_become_one_paragraph() -> None:
    text = "Freedonia welcomes the draft, and it\nthanks all who have worked on it for\nso long."
    assert texts(read(text)) == [" ".join(text.split())]


def test_chinese_lines_join_without_a_space() -> None:
    assert texts(read("会议于十二月四日开幕并听取了各代表团的\n发言,会议通过了报告。")) == [
        "会议于十二月四日开幕并听取了各代表团的发言,会议通过了报告。"
    ]


def test_short_lines_stay_apart() -> None:
    assert texts(read("Session: 34th\nDate: 2019\nSource: Chair")) == [
        "Session: 34th",
        "Date: 2019",
        "Source: Chair",
    ]


def test_runs_of_spaces_become_one() -> None:
    assert texts(read("Freedonia  welcomes   the\u00a0draft.")) == ["Freedonia welcomes the draft."]


def test_heads_feet_and_page_numbers_leave_the_text_and_stay_in_the_raw_text() -> None:
    document = read(LAID_OUT)
    assert document.text.count("A/99/7") == 1
    assert document.raw_text().count("A/99/7") == 3
    assert not {"2", "17-12345 (E)"} & set(texts(document))


def test_form_feeds_begin_pages() -> None:
    document = read(LAID_OUT)
    closing = block(document, "4. The meeting")
    assert (len(document.page_starts), document.page_at(closing.start)) == (3, 3)


def test_a_paragraph_goes_on_over_the_page_and_the_hyphen_goes() -> None:
    document = read(LAID_OUT)
    paragraph = words(document, block(document, "2. Ruritania"))
    assert paragraph.startswith(
        "2. Ruritania urged Freedonia to follow up on the recommendations of the committee without"
    )


def test_a_hyphen_of_the_word_stays_at_the_end_of_a_line() -> None:
    text = "Freedonia reports on the follow-\nup, and the follow-up of all others goes\non."
    assert "reports on the follow-up, and" in read(text).text


def test_numbers_letters_and_roman_headings_are_told_apart() -> None:
    document = read(LAID_OUT)
    found = [(b.kind, b.number) for b in document.blocks if b.kind is not BlockKind.FOOTNOTE]
    assert found[3:7] == [
        (BlockKind.HEADING, "I."),
        (BlockKind.PARAGRAPH, "1."),
        (BlockKind.LIST_ITEM, "(a)"),
        (BlockKind.LIST_ITEM, "(b)"),
    ]


def test_endnotes_are_tied_to_where_their_marks_stood() -> None:
    document = read(LAID_OUT)
    note = block(document, "3 Ibid.")
    assert note.mark
    assert document.text[: note.mark[0]].endswith("3. Sylvania agreed.")


def test_a_list_is_announced_by_a_colon() -> None:
    document = read("We ask for:\n\n1. Safe routes;\n\n2. Work.\n\nThat is all.")
    assert texts(document, BlockKind.LIST_ITEM) == ["1. Safe routes;", "2. Work."]


def test_items_lie_as_deep_as_their_numbers() -> None:
    document = read("(a) One:\n(i) two;\n(ii) three;\n(b) four.")
    assert [b.level for b in document.blocks] == [0, 1, 1, 0]


def test_the_letter_i_after_h_is_no_roman_number() -> None:
    items = "\n".join(f"({letter}) Item." for letter in "abcdefghijk")
    assert {b.level for b in read(items).blocks} == {0}


@pytest.mark.shared
def test_statements_of_the_general_debate_have_no_broken_paragraphs(shared: Path) -> None:
    broken = [
        found
        for path in sorted((shared / "data" / "general_debate_2018").glob("*.txt"))
        for found in texts(TextReader().read(path.read_bytes(), path.name, Limits()))
        if found[0].islower()
    ]
    assert len(broken) <= 5


@pytest.mark.shared
def test_the_seed_is_six_paragraphs_of_news(shared: Path) -> None:
    path = next((shared / "seed").glob("*.txt"))
    document = TextReader().read(path.read_bytes(), path.name, Limits())
    assert [b.kind for b in document.blocks] == [BlockKind.PARAGRAPH] * 6
    assert document.raw_text() == path.read_text(encoding="utf-8")
