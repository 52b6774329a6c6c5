"""Names of treaties are one word, whatever they are written as."""

from __future__ import annotations

import pytest

from stocktake.lexicon.instruments import names
from stocktake.lexicon.spelling import words


def read(text: str) -> list[str]:
    return [word for word in names().read(words(text)) if word.startswith("@")]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("the Convention on the Rights of the Child", "@CRC"),
        ("OP-CAT", "@CAT-OP"),
        ("Optional Protocol to the Convention against Torture", "@CAT-OP"),
        ("the Rome Statute of the International Criminal Court", "@rome-statute"),
        ("la Convention contre la torture", "@CAT"),
        ("la Convención contra la Tortura", "@CAT"),
        ("Конвенции против пыток", "@CAT"),
        ("اتفاقية مناهضة التعذيب", "@CAT"),
        ("禁止酷刑公约", "@CAT"),
    ],
)
def test_a_name_is_read_as_its_code(text: str, code: str) -> None:
    assert read(text) == [code]


def test_a_protocol_belongs_to_the_instrument_named_before_it() -> None:
    assert read("Ratify CRPD and the Optional Protocol thereto") == ["@CRPD", "@CRPD-OP"]


def test_a_short_name_behind_the_long_one_of_a_protocol_is_no_second_instrument() -> None:
    said = (
        "the Optional Protocol to the Convention on the Rights of Persons with Disabilities (CRPD)"
    )
    assert read(said) == ["@CRPD-OP"]


def test_a_treaty_listed_beside_its_protocol_is_a_second_instrument() -> None:
    assert read("Ratify OP-CAT, CAT and CED") == ["@CAT-OP", "@CAT", "@CED"]


def test_the_words_that_go_on_with_a_name_are_part_of_it() -> None:
    told = words("the Convention against Torture and Other Cruel, Inhuman or Degrading Treatment")
    assert names().read(told) == ["the", "@CAT"]


def test_a_word_in_capitals_stands_as_it_is() -> None:
    assert read("the cat sat") == []


def test_other_words_are_left_as_they_are() -> None:
    told = words("Build dams on the upper river")
    assert names().read(told) == told
