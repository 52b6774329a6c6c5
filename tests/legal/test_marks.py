"""The marks that lead provisions: high numbers, letters behind z, bis in parentheses, wide ones."""

from __future__ import annotations

from itertools import product
from string import ascii_lowercase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.legal import find, marks, parse_draft

LATIN = st.sampled_from(["bis", "ter", "quater"])
NUMBERS = st.integers(1, 9999).filter(lambda n: not 1900 <= n < 2100)
REPEATED = [*ascii_lowercase, *(2 * letter for letter in ascii_lowercase)]
IN_PAIRS = [*ascii_lowercase, *("".join(pair) for pair in product("abc", ascii_lowercase))]


def label(line: str) -> str | None:
    found = marks.number(line, 0, len(line))
    return found.label if found else None


@given(NUMBERS)
def test_every_number_up_to_four_digits_leads_a_paragraph(number: int) -> None:
    assert label(f"{number}. Ports are open.") == str(number)


@given(st.integers(1900, 2099))
def test_a_year_leads_none(year: int) -> None:
    assert label(f"{year}. Ports were open.") is None


@given(NUMBERS, LATIN, st.sampled_from(["{}{}.", "{} {}.", "{}({}).", "{} ({})."]))
def test_bis_is_part_of_a_number_however_it_is_written(number: int, latin: str, form: str) -> None:
    assert label(f"{form.format(number, latin)} Ports are open.") == f"{number}{latin}"


@pytest.mark.parametrize("letters", [REPEATED, IN_PAIRS])
def test_letters_go_on_behind_z(letters: list[str]) -> None:
    lines = "\n\n".join(f"({letter}) Ports are open;" for letter in letters)
    draft = parse_draft(f"Article 1\n\n1. States agree that:\n\n{lines}\n")
    assert [item.label for item in draft.provisions[2:]] == letters
    assert {item.parent for item in draft.provisions[2:]} == {"art_1__para_1"}


def test_a_thousand_paragraphs_stand_beside_each_other() -> None:
    draft = parse_draft("\n\n".join(f"{number}. Ports are open." for number in range(990, 1011)))
    assert [item.label for item in draft.provisions] == [str(n) for n in range(990, 1011)]
    assert {item.parent for item in draft.provisions} == {None}


def test_wide_parentheses_hold_letters_and_roman_numbers() -> None:
    text = "第一条\n\n1. 请：\n\n（a）召开会议；\n\n（b）提出报告；\n\n（ii）如此。\n"
    assert [item.label for item in parse_draft(text).provisions] == ["1", "1", "a", "b", "ii"]


@pytest.mark.parametrize("reference", ["paragraph 1204", "para. 1204"])
def test_a_high_number_is_found_by_its_reference(reference: str) -> None:
    draft = parse_draft("1203. Ports are open.\n\n1204. Quays are dry.\n")
    assert [item.label for item in find(draft, reference)] == ["1204"]
