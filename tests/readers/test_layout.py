"""What is printed on every page, and the notes, of a text set in pages."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from stocktake.readers.furniture import furniture
from stocktake.readers.layout import lay_out
from stocktake.readers.lines import split_lines
from stocktake.readers.notes import find_marks, find_notes

PAGES = [f"A/99/7\n\nWords of page {n} that differ{'!' * n}\n\n{n}\n" for n in range(1, 6)]


def printed(text: str) -> list[str]:
    lines = list(split_lines(text))
    return [lines[place].text for place in sorted(furniture(lines))]


@given(st.text(st.sampled_from("aB1 \n\f\r\v\u2028."), max_size=80))
def test_the_lines_put_together_are_the_text(text: str) -> None:
    assert "".join(line.raw for line in split_lines(text)) == text


@given(st.text(st.sampled_from("aB1* \n\f."), max_size=200), st.integers(0, 9))
def test_an_offset_moves_all_places_alike(text: str, offset: int) -> None:
    plain, moved = lay_out(text), lay_out(text, offset)
    assert [b.start + offset for b in plain.blocks] == [b.start for b in moved.blocks]
    assert [s + offset for s in plain.page_starts] == list(moved.page_starts)


def test_what_recurs_at_the_edges_of_pages_is_printed_on_them() -> None:
    assert printed("\f".join(PAGES)) == [text for n in range(1, 6) for text in ("A/99/7", str(n))]


def test_what_recurs_within_pages_is_text() -> None:
    page = "Head\nOne\nTwo\nThree\nAgain and again\nFour\nFive\nSix\nFoot {}\n"
    text = "\f".join(page.replace("One", f"One of {'x' * n}").format(n) for n in range(4))
    assert "Again and again" not in printed(text)


def test_page_numbers_are_found_without_page_breaks_if_they_count_up() -> None:
    text = "\n".join(f"Words {'x' * n} here.\n\n{n}\nA/99/7\n" for n in range(1, 6))
    assert printed(text).count("A/99/7") == 5


def test_a_lone_number_in_a_text_without_pages_stays() -> None:
    assert printed("We counted\n\n42\n\nof them.") == []


def test_numbers_that_do_not_count_up_make_no_notes() -> None:
    lines = list(split_lines("1 One\n5 Five\n9 Nine\n"))
    assert find_notes(lines, range(len(lines))) == []


def test_marks_are_the_longest_chain_that_counts_up() -> None:
    text = "In 2018 it agreed1 (No. 29). Then2, in paragraph 3 of it, more.3 And so on. 4"
    found = find_marks(text, ["1", "2", "3", "4"])
    assert [text[slice(*span)].strip() for span in found.values()] == ["1", "2", "3", "4"]
    assert text[: found["3"][0]].endswith("more.")


def test_a_mark_behind_a_space_is_found_between_its_neighbours() -> None:
    text = "First.1 The Covenant on Rights 2 and the Convention.3 Last.4"
    assert set(find_marks(text, ["1", "2", "3", "4"])) == {"1", "2", "3", "4"}


def test_too_few_marks_are_no_marks() -> None:
    assert find_marks("Only one1 here.", [str(n) for n in range(1, 9)]) == {}


def test_a_footnote_that_interrupts_a_paragraph_comes_behind_it() -> None:
    body = "The committee noted the report of the delegation* and asked all members to\n"
    text = f"{body * 3}go on with\n\n * Not edited.\n\f\nwhat they had begun and to report on it."
    layout = lay_out(text)
    first, second = sorted(layout.blocks, key=lambda block: block.start)
    assert layout.raw[first.start : first.end].endswith("report on it.")
    assert layout.raw[second.start : second.end] == "* Not edited."
