"""The powers of the package in Python, without a workspace."""

from __future__ import annotations

import stocktake


def test_all_public_names_are_there() -> None:
    assert [name for name in stocktake.__all__ if not hasattr(stocktake, name)] == []


def test_texts_are_sorted_by_a_scheme_that_is_named() -> None:
    assert stocktake.classify(["Keep children safe.", "Nothing."], "lenses") == [
        {"children"},
        set(),
    ]


def test_texts_that_ask_the_same_have_the_same_number() -> None:
    asks = [
        "States should end the detention of children.",
        "A tax on sugar.",
        "End the detention of children.",
    ]
    first, other, second = stocktake.group(asks)
    assert (first == second, other) == (True, -1)


def test_nearly_identical_texts_are_one_campaign() -> None:
    letter = " ".join(f"word{number}" for number in range(60))
    assert stocktake.near_duplicates([letter, "Something else.", f"{letter} today"]) == [0, -1, 0]
