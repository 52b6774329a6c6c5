"""Filling the slots of sentence patterns."""

from __future__ import annotations

import re
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.model import Cell
from stocktake.reports.patterns import Cited, cell, claim, patterns, plain, table, words

NAMES = st.lists(st.text("abcd ", min_size=1), min_size=1, max_size=6)


def test_a_number_takes_the_form_that_goes_with_it() -> None:
    assert plain("single", n=1).text == "1 proposal has one voice."


def test_many_take_the_other_form_and_a_mark_for_thousands() -> None:
    assert plain("single", n=1200).text == "1,200 proposals have one voice."


def test_nothing_is_said_in_a_word() -> None:
    assert plain("single", n=0).text == "No proposals have one voice."


def test_names_are_joined_by_commas_and_a_last_and() -> None:
    names = [Cited("Freedonia"), Cited("Ruritania"), Cited("Sylvania")]
    assert cell("names", names=names).text == "Freedonia, Ruritania and Sylvania"


def test_a_citation_stands_right_behind_its_name() -> None:
    names = [Cited("Freedonia", ("x",)), Cited("Ruritania", ("y", "z"))]
    assert list(cell("names", names=names).runs()) == [
        ("Freedonia", ("x",)),
        (" and Ruritania", ("y", "z")),
    ]


@given(NAMES)
def test_runs_hold_every_word_and_citation_of_a_cell(names: list[str]) -> None:
    cited = cell("names", names=[Cited(name, (f"c{n}",)) for n, name in enumerate(names)])
    runs = list(cited.runs())
    assert "".join(text for text, _ in runs) == cited.text
    assert tuple(id_ for _, ids in runs for id_ in ids) == cited.citations


def test_a_claim_that_nothing_proves_is_refused() -> None:
    with pytest.raises(ValueError, match="no citation"):
        claim("status", actor="Freedonia", status="withdrawn", date="2031")


def test_a_claim_can_be_proven_as_a_whole() -> None:
    said = claim("status", actor="Freedonia", status="withdrawn", date="2031", citations=["x"])
    assert list(said.runs()) == [("Freedonia is recorded as withdrawn, 2031.", ("x",))]


def test_columns_that_say_nothing_are_left_out() -> None:
    rows = [(Cell("Hearings"), Cell(""), Cell("Views"))]
    assert table("phases", rows).columns == ("Phase", "What it holds")


def test_braces_in_what_an_input_says_are_left_alone() -> None:
    assert words("quoted", text="{0} {n:a|b}") == "“{0} {n:a|b}”"


def test_patterns_use_no_word_that_weighs() -> None:
    weighing = {"important", "clearly", "strongly", "unfortunately", "very", "significant", "broad"}
    written = " ".join([*patterns()["plain"].values(), *patterns()["claims"].values()]).lower()
    assert weighing.isdisjoint(re.findall(r"[a-z]+", written))


def test_every_pattern_can_be_parsed() -> None:
    for kind in ("plain", "claims"):
        for pattern in patterns()[kind].values():
            assert all(field != "" for _, field, _, _ in Formatter().parse(pattern))


def test_the_file_of_patterns_says_each_sentence_once() -> None:
    sentences = [*patterns()["plain"].values(), *patterns()["claims"].values()]
    assert len(sentences) == len(set(sentences))
