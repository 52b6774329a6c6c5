"""What was found in a text is shown where it stands."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from stocktake.store.snippets import BEGIN, END, snippet, unmarked

TEXT = " ".join(f"w{number}" for number in range(100))


def place(word: str) -> tuple[int, int]:
    return TEXT.index(word), TEXT.index(word) + len(word)


def test_marks_become_ranges() -> None:
    assert unmarked(f"a {BEGIN}bc{END} d") == ("a bc d", ((2, 4),))


def test_characters_found_side_by_side_are_one_range() -> None:
    assert unmarked(f"{BEGIN}a{END}{BEGIN}b{END}c") == ("abc", ((0, 2),))


def test_a_short_text_is_shown_whole() -> None:
    assert snippet("open ports", [(0, 4)], 5, ("[", "]")) == "[open] ports"


def test_a_long_text_is_shown_where_most_was_found() -> None:
    shown = snippet(TEXT, [place("w5 "), place("w70"), place("w72")], 8, ("[", "]"))
    assert shown == "…w68 w69 [w70] w71 [w72] w73 w74 w75…"


@given(st.lists(st.integers(0, 99), unique=True).map(sorted), st.integers(1, 120))
def test_a_snippet_is_a_stretch_of_the_text(numbers: list[int], words: int) -> None:
    spans = [(TEXT.index(f"w{number}"), TEXT.index(f"w{number}") + 2) for number in numbers]
    assert snippet(TEXT, spans, words, ("", "")).strip("…") in TEXT
