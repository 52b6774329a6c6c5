"""Tables for programs and people."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stocktake.cli import output

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]))


@given(st.lists(WORDS, min_size=1, max_size=3))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_csv_comes_back_as_it_was(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    rows = [{"n": number, "words": f"x{word}"} for number, word in enumerate(words)]
    output.print_csv(rows)
    back = list(csv.DictReader(io.StringIO(capsys.readouterr().out, newline="")))
    assert back == [{"n": str(row["n"]), "words": row["words"]} for row in rows]


@pytest.mark.parametrize("words", ["=1+1", "@x", "-2", "+3", "\tx"])
def test_words_of_an_input_are_no_formula_in_csv(
    capsys: pytest.CaptureFixture[str], words: str
) -> None:
    output.print_csv([{"words": words}])
    assert f"'{words}" in capsys.readouterr().out


def test_a_negative_number_stays_a_number_in_csv(capsys: pytest.CaptureFixture[str]) -> None:
    output.print_csv([{"n": -1}])
    assert capsys.readouterr().out == "n\n-1\n"


def test_an_empty_table_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    output.print_table([])
    assert capsys.readouterr().out == "Nothing.\n"


def test_markup_in_an_input_is_shown_as_it_stands(capsys: pytest.CaptureFixture[str]) -> None:
    output.print_table([{"words": "[bold]x[/bold]"}])
    assert "[bold]x[/bold]" in capsys.readouterr().out
