from __future__ import annotations

import pytest
from reportlab.pdfgen.canvas import Canvas

from stocktake.errors import LimitError, ReadError
from stocktake.model import Block, BlockKind
from stocktake.readers.pdf import PdfReader
from stocktake.settings import Limits
from tests.readers.contract import Sample, check_document, check_reader
from tests.readers.pdf_drawing import (
    BOLD,
    Text,
    blocks,
    column,
    drawn,
    headed,
    many_pages,
    paged,
    pdf,
    read,
    sentence,
)

SENTENCES = [sentence(number) for number in range(40)]
SIMPLE = pdf(column(SENTENCES[:3]))


def test_a_pdf_keeps_what_every_reader_promises() -> None:
    check_reader(PdfReader(), Sample("a.pdf", SIMPLE, ("Sentence0", "Freedonia")))


def test_lines_become_paragraphs() -> None:
    assert blocks(read(SIMPLE)) == SENTENCES[:3]


def test_it_is_known_by_content_whatever_its_name_says() -> None:
    assert PdfReader().sniff(SIMPLE, "report.docx")
    assert not PdfReader().sniff(b"Hello", "report.pdf")


def test_pages_begin_where_their_text_begins() -> None:
    document = read(pdf([Text("First page.", 60, 100)], [Text("Second page.", 60, 100)]))
    assert [document.text[start:][:6] for start in document.page_starts] == ["First ", "Second"]


def test_an_empty_page_between_two_counts_as_a_page() -> None:
    document = read(pdf([Text("One.", 60, 100)], [], [Text("Three.", 60, 100)]))
    assert document.page_at(document.text.index("Three")) == 3


def test_a_paragraph_over_a_page_border_is_one_block() -> None:
    pages = paged([sentence(number, 150) for number in range(12)])
    document = read(pdf(*headed(pages)))
    assert blocks(document) == [sentence(number, 150) for number in range(12)]
    assert any(_is_within(start, document.blocks) for start in document.page_starts)


def _is_within(offset: int, found: tuple[Block, ...]) -> bool:
    return any(block.start < offset < block.end for block in found)


def test_the_raw_text_keeps_what_was_dropped() -> None:
    document = read(pdf(*headed(paged(SENTENCES))))
    assert "A/CONF.9/12" not in document.text
    assert document.raw_text().count("A/CONF.9/12") == len(document.page_starts)


def test_the_title_is_the_highest_heading_of_the_first_page() -> None:
    texts = [Text("A minor matter", 60, 60, 10, BOLD), Text("The compact", 60, 90, 18)]
    assert read(pdf([*texts, *column(SENTENCES[:3], y=120)])).title == "The compact"


def test_larger_and_bolder_headings_have_higher_levels() -> None:
    texts = [Text("Part one", 60, 60, 16, BOLD), Text("Chapter one", 60, 90, 10, BOLD)]
    document = read(pdf([*texts, *column(SENTENCES[:3], y=120)]))
    levels = [block.level for block in document.blocks if block.kind is BlockKind.HEADING]
    assert levels == [1, 2]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_turned_text_is_read_upright(turn: int) -> None:
    def page(canvas: Canvas) -> None:
        canvas.translate(300, 420)
        canvas.rotate(turn)
        for number in range(3):
            canvas.drawString(-150, -14 * number, f"line {number} of some words")

    lines = " ".join(f"line {number} of some words" for number in range(3))
    assert read(drawn(page)).text == lines


def test_text_outside_the_visible_part_is_left_out_and_noted() -> None:
    def page(canvas: Canvas) -> None:
        canvas.setCropBox((0, 300, 595, 842))
        canvas.drawString(60, 700, "To be seen.")
        canvas.drawString(60, 100, "Cut away.")

    document = read(drawn(page))
    assert document.text == "To be seen."
    assert document.notes == ("Page 1 is cropped; text outside the visible part was left out.",)


def test_a_password_is_asked_for() -> None:
    with pytest.raises(ReadError, match="protected by a password"):
        read(pdf(column(SENTENCES[:3]), encrypt="secret"))


def test_a_file_whose_end_is_missing_says_so() -> None:
    with pytest.raises(ReadError, match="cut off"):
        read(SIMPLE[:400])


def test_what_is_left_of_a_cut_file_is_read_with_a_note() -> None:
    document = read(SIMPLE[: SIMPLE.rindex(b"xref")])
    assert "end of the file is missing" in document.notes[0]


def test_a_file_that_is_only_called_pdf_is_damaged() -> None:
    with pytest.raises(ReadError, match="damaged PDF"):
        read(b"%PDF-1.7 nothing follows %%EOF")


def test_a_file_without_pages_says_so() -> None:
    with pytest.raises(ReadError, match="has no pages"):
        read(many_pages(0))


def test_too_many_pages_are_refused_with_the_key_to_raise() -> None:
    with pytest.raises(LimitError, match="10,000 pages") as caught:
        read(many_pages(10_000))
    assert "pages under [limits]" in caught.value.remedy
    assert caught.value.place == "drawn.pdf"


def test_too_much_text_is_refused() -> None:
    with pytest.raises(LimitError, match="more than 100 characters"):
        read(SIMPLE, limits=Limits(text_chars=100))


def test_pages_without_anything_on_them_hold_no_text() -> None:
    with pytest.raises(ReadError, match="holds no text"):
        read(many_pages(2))


def test_a_large_file_is_sound() -> None:
    check_document(read(pdf(*headed(paged(SENTENCES * 20)))))


def _stamped(canvas: Canvas) -> None:
    """Lines of text with a word across the page, drawn between them."""
    for number in range(4):
        canvas.drawString(60, 700 - 14 * number, f"line {number} of some words,")
        if number == 1:
            canvas.saveState()
            canvas.translate(100, 640)
            canvas.rotate(40)
            canvas.drawString(0, 0, "DRAFT")
            canvas.restoreState()


def test_a_stamp_across_several_pages_is_no_text() -> None:
    document = read(drawn(_stamped, _stamped))
    assert "DRAFT" not in document.text
    assert document.raw_text().count("DRAFT") == 2


def test_a_single_line_at_an_angle_stands_apart() -> None:
    found = blocks(read(drawn(_stamped)))
    assert found == [" ".join(f"line {number} of some words," for number in range(4)), "DRAFT"]
