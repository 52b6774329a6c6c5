"""Acronyms that a text gives in brackets stand for the name before them."""

from __future__ import annotations

from stocktake.lexicon.acronyms import given, uses
from stocktake.lexicon.name_index import Found
from stocktake.lexicon.names import Name

NETWORK = Name("Zenda Network", "org:zenda-network")


def test_an_acronym_stands_for_the_name_before_it() -> None:
    assert given("Zenda Network (“ZN”)", [Found(0, 13, NETWORK)]) == {"ZN": NETWORK}


def test_letters_that_are_not_in_the_name_are_no_acronym_of_it() -> None:
    assert given("Zenda Network (COP/MOP)", [Found(0, 13, NETWORK)]) == {}


def test_a_state_needs_no_acronym() -> None:
    assert given("Zenda Network (ZN)", [Found(0, 13, Name("Zenda Network", "ZEN"))]) == {}


def test_an_acronym_is_used_as_a_word_of_its_own() -> None:
    places = [(each.start, each.end) for each in uses("ZN, ZNA and X-ZN", {"ZN": NETWORK})]
    assert places == [(0, 2)]
