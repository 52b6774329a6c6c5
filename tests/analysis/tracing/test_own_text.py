"""What is asked about the text itself, and what is asked by way of it."""

from __future__ import annotations

import pytest

from stocktake.analysis.tracing.own_text import by_way_of_it


@pytest.mark.parametrize(
    "asked",
    [
        "adopt the pact on ferries by December",
        "to the global compact for safe ferries",
        "a bolder and clearer compact on ferries",
        "that the compact will be adopted in the spring",
        "the compact on ferries itself, and we will not be part of it",
    ],
)
def test_an_ask_for_the_text_itself_asks_nothing_of_it(asked: str) -> None:
    assert by_way_of_it(asked) is None


def test_what_the_text_should_bring_about_is_asked_without_naming_it() -> None:
    asked = "that the compact on ferries will lead to cheaper fares"
    assert by_way_of_it(asked) == "lead to cheaper fares"


@pytest.mark.parametrize(
    "asked", ["implement the compact in all ports", "protect pilots, as the compact says"]
)
def test_what_is_done_first_is_what_is_asked(asked: str) -> None:
    assert by_way_of_it(asked) == asked


def test_what_names_no_text_is_asked_as_it_stands() -> None:
    assert by_way_of_it("cheaper fares for children") == "cheaper fares for children"
