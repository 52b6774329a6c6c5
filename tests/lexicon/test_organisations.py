"""Organisations that no list knows are found by the words of their names."""

from __future__ import annotations

import pytest

from stocktake.lexicon.organisation_words import load_organisation_words
from stocktake.lexicon.organisations import OrganisationFinder, slug
from stocktake.model import ActorKind

FINDER = OrganisationFinder(load_organisation_words())


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in FINDER.find(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Yesterday the Ruritania Youth Network spoke", "Ruritania Youth Network"),
        (
            "while the Coalition for Open Borders and Homes said",
            "Coalition for Open Borders and Homes",
        ),
        ("While Zenda Women’s Alliance agreed", "Zenda Women’s Alliance"),
        ("RURITANIA YOUTH NETWORK said that", "RURITANIA YOUTH NETWORK"),
        ("at the University of Strelsau", "University of Strelsau"),
        ("the Zenda Network's view", "Zenda Network"),
        ("Mr. Rupert of the Zenda Network", "Zenda Network"),
    ],
)
def test_a_name_reaches_over_its_capitalised_words(text: str, name: str) -> None:
    assert found(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "The Network met",
        "the network of Freedonia",
        "The Committee and the Council",
        "REPORT OF THE ZENDA COMMITTEE",
        "Second Committee",
    ],
)
def test_a_bare_word_is_no_name(text: str) -> None:
    assert found(text) == []


def test_and_with_an_article_sets_two_names_apart() -> None:
    text = "the Zenda Youth Network and the Strelsau Women Alliance"
    assert found(text) == ["Zenda Youth Network", "Strelsau Women Alliance"]


def test_a_word_within_a_listed_name_tells_of_no_other() -> None:
    assert list(FINDER.find("Zenda Union Road", [(0, 11)])) == []


def test_a_state_added_to_a_name_is_not_part_of_it() -> None:
    text = "Zenda Network and Freedonia"
    assert list(FINDER.find(text, states=[(18, 27)])) == [(0, 13)]


def test_wide_gaps_end_a_name() -> None:
    assert found("ZN        Zenda Network") == ["Zenda Network"]


def test_a_body_of_the_united_nations_is_known_by_its_first_words() -> None:
    assert FINDER.kind_of("United Nations Mission in Ruritania") is ActorKind.UN_ENTITY


def test_an_id_keeps_letters_of_any_script() -> None:
    assert slug("Réseau d’Élan  Сеть") == "reseau-delan-сеть"
