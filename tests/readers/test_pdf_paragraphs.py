from __future__ import annotations

import pytest

from stocktake.model import BlockKind
from tests.readers.pdf_drawing import BOLD, Text, blocks, column, pdf, read, sentence


def _lines(*lines: str, x: float = 60.0, y: float = 100.0) -> list[Text]:
    return [Text(line, x, y + 12.5 * number) for number, line in enumerate(lines)]


def test_a_hyphen_at_the_end_of_a_line_is_mended() -> None:
    document = read(pdf(_lines("The delegations spoke of the mobi-", "lity of people.")))
    assert document.text == "The delegations spoke of the mobility of people."
    assert "mobi-lity" in document.raw_text()


def test_a_hyphen_that_belongs_to_the_word_stays() -> None:
    first = _lines("The co-chairs opened the meeting at noon. The co-", "chairs closed it.")
    assert read(pdf(first)).text.endswith("The co-chairs closed it.")


def test_a_hyphen_before_a_capital_stays() -> None:
    assert read(pdf(_lines("the case of Guinea-", "Bissau and others"))).text == (
        "the case of Guinea-Bissau and others"
    )


def test_a_line_that_ends_early_ends_its_paragraph() -> None:
    first, second = sentence(1, 22), sentence(2, 22)
    texts = column([first], after=0)
    more = column([second], y=texts[-1].y + 12.5)
    assert blocks(read(pdf([*texts, *more, *column([sentence(3)], y=400)])))[:2] == [first, second]


def test_a_first_line_that_steps_in_begins_a_paragraph() -> None:
    full = "the delegations of Freedonia and of Ruritania spoke of it at length in the main hall."
    texts = [*_lines(full, full), *_lines(full, x=80, y=125), *_lines(full, y=137.5)]
    assert len(blocks(read(pdf(texts)))) == 2


def test_items_are_told_apart_by_their_letters() -> None:
    texts = _lines("They asked States:", "(a) To share data;", "(b) To protect children.")
    document = read(pdf([*texts, *column([sentence(1), sentence(2)], y=200)]))
    assert [block.number for block in document.blocks[:3]] == [None, "(a)", "(b)"]
    assert document.blocks[1].kind is BlockKind.LIST_ITEM


def test_a_hanging_indent_keeps_an_item_whole() -> None:
    texts = [Text("(a)", 60, 100), *column([sentence(1, 60)], x=80, width=400)]
    document = read(pdf([*texts, *column([sentence(2, 60)], y=300)]))
    assert blocks(document)[0] == f"(a) {sentence(1, 60)}"


def test_numbered_paragraphs_keep_their_numbers() -> None:
    texts = column([f"{n}. {sentence(n)}" for n in range(11, 14)])
    document = read(pdf(texts))
    assert [block.number for block in document.blocks] == ["11.", "12.", "13."]
    assert document.blocks[0].kind is BlockKind.PARAGRAPH


def test_an_announced_list_with_plain_numbers_is_a_list() -> None:
    texts = column(["The agenda was:", "1. Protect children.", "2. Share data.", sentence(1)])
    kinds = [block.kind for block in read(pdf(texts)).blocks]
    assert kinds[1:3] == [BlockKind.LIST_ITEM, BlockKind.LIST_ITEM]


@pytest.mark.parametrize("heading", ["II. Main findings", "CONCLUSIONS AND NEXT STEPS"])
def test_headings_are_told_by_number_or_capitals(heading: str) -> None:
    document = read(pdf(column([sentence(1), heading, sentence(2)])))
    assert [block.kind for block in document.blocks][1] is BlockKind.HEADING


def test_bold_words_within_a_paragraph_do_not_break_it() -> None:
    texts = column([sentence(1, 60)])
    bold = [Text(t.words, t.x, t.y, t.size, BOLD) if n == 1 else t for n, t in enumerate(texts)]
    assert len(blocks(read(pdf(bold)))) <= 2


def test_a_heading_of_two_lines_is_one_heading() -> None:
    texts = [
        Text("Report of the meeting on the", 60, 60, 16),
        Text("mobility of people", 60, 80, 16),
    ]
    document = read(pdf([*texts, *column([sentence(1), sentence(2)], y=120)]))
    assert blocks(document)[0] == "Report of the meeting on the mobility of people"
