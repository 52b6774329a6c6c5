"""Nearly identical texts are found, and only these."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.analysis.copying import copies

LETTER = (
    "We, the people of the lake towns, ask you to open the dams in spring, to let the herring "
    "pass, to pay the fishers who keep their nets ashore, and to count the fish each year. "
    "Our grandparents could cross the shallows on the backs of the fish, and we would like our "
    "children to see a tenth of it."
)
RULE = (
    "No vessel above twelve metres shall enter the inner harbour between dusk and dawn unless "
    "its master has asked for leave in writing and has been given it by the harbour office. "
)
OWN = "I have mended nets on this shore for forty years and my father did before me. "
OTHER = "Roads over the mountains should be kept free of snow by machines that burn no coal."


@pytest.mark.parametrize(
    "copy",
    [
        LETTER,
        LETTER.upper(),
        LETTER.replace(" ", "\n "),
        f"Dear Chair,\n{LETTER}\nSincerely,\nAnna Berg",
        f"To whom it may concern: {LETTER} Bela Kos, Strelsau",
        OWN + LETTER,
        LETTER + OWN,
        LETTER.replace("herring", "salmon").replace("tenth", "bit"),
        LETTER[:220],
    ],
)
def test_what_campaign_letters_differ_by_keeps_them_together(copy: str) -> None:
    assert copies([LETTER, OTHER, copy]) == [0, -1, 0]


def test_texts_that_quote_the_same_rule_are_not_copies() -> None:
    texts = [f"{RULE} {OWN} {OTHER}", f"{LETTER} {RULE}", f"{LETTER[:200]} {RULE} {OTHER * 2}"]
    assert copies([texts[0], texts[1]]) == [-1, -1]


def test_a_short_text_within_a_long_one_is_no_copy_of_it() -> None:
    assert copies(["Open the dams in spring and let the herring pass.", LETTER]) == [-1, -1]


@pytest.mark.parametrize("text", ["Yes", "Open the dams!", "我们支持开放港口"])
def test_short_texts_with_the_same_words_are_copies(text: str) -> None:
    assert copies([text, OTHER, f" {text.lower()} "]) == [0, -1, 0]


def test_short_texts_with_a_word_of_difference_are_not() -> None:
    assert copies(["I support open harbours.", "I oppose open harbours."]) == [-1, -1]


def test_texts_without_words_are_no_campaign() -> None:
    assert copies(["", " ", "", "!"]) == [-1] * 4


def test_copies_of_copies_are_copies() -> None:
    assert len(set(copies([OWN + LETTER, LETTER[:240], LETTER + OTHER]))) == 1


texts = st.lists(
    st.sampled_from([LETTER, OWN + LETTER, LETTER[:230], OTHER, f"{OTHER} Anna", "x", ""]),
    max_size=7,
)


@given(texts)
def test_equal_texts_are_always_together(some: list[str]) -> None:
    numbers = copies(some)
    pairs = [(a, b) for a in range(len(some)) for b in range(a) if some[a] == some[b] != ""]
    assert all(numbers[a] == numbers[b] != -1 for a, b in pairs)


@given(texts)
def test_the_order_of_texts_changes_no_group(some: list[str]) -> None:
    order = sorted(range(len(some)), key=lambda at: (some[at], at))
    numbers, sorted_numbers = copies(some), copies([some[at] for at in order])
    together = {(a, b) for a in order for b in order if numbers[a] == numbers[b] != -1}
    places = range(len(order))
    assert together == {
        (order[a], order[b])
        for a in places
        for b in places
        if sorted_numbers[a] == sorted_numbers[b] != -1
    }


@given(texts)
def test_numbers_count_up_in_the_order_of_the_texts(some: list[str]) -> None:
    numbers = [number for number in copies(some) if number >= 0]
    assert list(dict.fromkeys(numbers)) == list(range(len(set(numbers))))
