from __future__ import annotations

from stocktake.readers.pdf_bands import running_lines
from stocktake.readers.pdf_page import Line, Page
from tests.readers.pdf_drawing import Text, blocks, column, headed, paged, pdf, read, sentence


def _page(number: int, *lines: tuple[str, float]) -> Page:
    made = [Line(text, 60, 60 + 5 * len(text), y, 10) for text, y in lines]
    return Page(number, 595, 842, tuple(made))


def _running(*pages: Page) -> list[list[str]]:
    return [sorted(line.text for line in lines) for lines in running_lines(pages)]


def test_what_is_above_and_below_every_page_is_dropped() -> None:
    paragraphs = [sentence(number) for number in range(60)]
    assert blocks(read(pdf(*headed(paged(paragraphs))))) == paragraphs


def test_two_pages_are_enough() -> None:
    paragraphs = [sentence(number) for number in range(30)]
    assert blocks(read(pdf(*headed(paged(paragraphs))))) == paragraphs


def test_numbers_that_count_with_the_pages_are_page_numbers() -> None:
    pages = [_page(n, (f"Page {n + 7} of 90", 30), (sentence(n), 100)) for n in range(6)]
    assert _running(*pages) == [[f"Page {n + 7} of 90"] for n in range(6)]


def test_roman_page_numbers_count_as_well() -> None:
    pages = [_page(n, (roman, 820)) for n, roman in enumerate(["iii", "iv", "v", "vi"])]
    assert _running(*pages) == [["iii"], ["iv"], ["v"], ["vi"]]


def test_numbers_that_do_not_count_with_the_pages_stay() -> None:
    pages = [_page(n, (f"Article {3 * n * n}", 30), ("Text.", 100)) for n in range(6)]
    assert _running(*pages) == [[]] * 6


def test_left_and_right_pages_have_bands_of_their_own() -> None:
    pages = [_page(n, ("The report" if n % 2 else "The council", 30)) for n in range(6)]
    assert all(_running(*pages))


def test_a_line_that_comes_back_on_few_of_many_pages_stays() -> None:
    pages = [_page(n, ("Ibid." if n in {1, 6} else sentence(n), 820)) for n in range(9)]
    assert _running(*pages) == [[]] * 9


def test_what_comes_back_close_to_the_text_is_text() -> None:
    pages = [_page(n, ("and so on.", 790), (f"line {n * n}", 778)) for n in range(4)]
    assert _running(*pages) == [[]] * 4


def test_the_number_of_a_single_page_is_dropped() -> None:
    texts = [*column([sentence(1)]), Text("- 1 -", 290, 820)]
    assert blocks(read(pdf(texts))) == [sentence(1)]


def test_another_number_below_a_single_page_stays() -> None:
    texts = [*column([sentence(1)]), Text("1945", 290, 820)]
    assert blocks(read(pdf(texts)))[-1] == "1945"
