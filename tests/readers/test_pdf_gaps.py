from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from stocktake.readers.pdf_gaps import is_sure, parting_gaps, wide_gaps
from stocktake.readers.pdf_page import Gap, Line, cut, joined


def _line(*words: str, blanks: float = 3.0, wide: float = 0.0, size: float = 10.0) -> Line:
    """Words with the same blanks between them, a wider one before the last."""
    at, left = 0, 60.0
    places = []
    for number, word in enumerate(words):
        if number:
            left += wide if wide and number == len(words) - 1 else blanks
        places.append((at, left, left + 5 * len(word)))
        at, left = at + len(word) + 1, left + 5 * len(word)
    gaps = wide_gaps(places, size, lambda _left, _right: False)
    return Line(" ".join(words), 60, left, 100, size, gaps=gaps)


def test_spaces_of_the_usual_width_are_no_gaps() -> None:
    assert not _line("all", "as", "usual").gaps


def test_a_blank_much_wider_than_the_others_is_a_sure_gap() -> None:
    line = _line("the", "left", "one", "right", wide=30)
    assert [is_sure(gap, line) for gap in line.gaps] == [True]


def test_wide_spaces_of_a_justified_line_are_not_sure() -> None:
    line = _line("set", "wide", "apart", "here", blanks=18)
    assert not any(is_sure(gap, line) for gap in line.gaps)


def test_a_ruled_gap_is_sure_however_narrow() -> None:
    assert is_sure(Gap(4, 80, 82, ruled=True), _line("one", "two"))


def test_the_tab_behind_a_number_parts_nothing() -> None:
    assert not parting_gaps(_line("12.", "Text", wide=20))
    assert parting_gaps(_line("word", "Text", wide=20))


@given(st.lists(st.text("abc", min_size=1), min_size=2), st.floats(5, 40))
def test_a_line_cut_at_its_gaps_and_joined_is_the_line(words: list[str], blanks: float) -> None:
    line = _line(*words, blanks=blanks)
    assert joined(cut(line, line.gaps)).text == line.text


@given(st.lists(st.text("abc", min_size=1), min_size=2))
def test_pieces_of_a_line_lie_within_it_and_apart(words: list[str]) -> None:
    line = _line(*words, blanks=20)
    ends = [end for piece in cut(line, line.gaps) for end in (piece.left, piece.right)]
    assert ends == sorted(ends)
    assert (ends[0], ends[-1]) == (line.left, line.right)
