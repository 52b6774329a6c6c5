"""The words by which programmes are run."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.errors import SettingsError
from stocktake.lexicon.programme import programme_words

WORDS = programme_words()


@pytest.mark.parametrize(
    ("told", "need"),
    [
        (("retrospection", ""), "look_back"),
        (("short talks and panel", "Idea lab"), "ideas"),
        (("action group", "Implementation on the ground"), "dimension"),
        (("follow-up and implementation", ""), "follow_up"),
        (("", "Opening ceremony"), "overview"),
        (("reception", "Dinner"), None),
    ],
)
def test_the_format_and_else_the_title_tell_what_is_needed(
    told: tuple[str, str], need: str | None
) -> None:
    assert WORDS.need(*told) == need


def test_the_longest_words_tell_the_rank() -> None:
    assert WORDS.rank("Deputy Prime Minister") < WORDS.rank("Minister of Labour")
    assert WORDS.rank("Deputy Minister") > WORDS.rank("Minister of Labour")


def test_an_office_without_a_rank_comes_last() -> None:
    assert WORDS.rank("Harbour master") > WORDS.rank("First Secretary")


def test_member_states_are_counted_as_delegations() -> None:
    assert WORDS.counted_as("Member  States") == "delegations"


@pytest.mark.parametrize(
    ("text", "language", "named"),
    [
        ("establish diaspora development funds", "en", ("diaspora development funds",)),
        ("a fund for piers, and a fund for boats", "en", ("fund",)),
        ("the sale of body parts and inter-agency work", "en", ()),
        ("créer un fonds pour les ports", "fr", ("fonds",)),
        ("设立一个协调机制", "zh", ("机制",)),
        ("создать комиссию по портам", "ru", ("комиссию",)),
        ("إنشاء صندوق للموانئ", "ar", ("صندوق",)),
        ("crear un mecanismo de coordinación", "es", ("mecanismo",)),
        ("set up a fund", "de", ()),
    ],
)
def test_institutions_are_found_with_the_words_of_their_names(
    text: str, language: str, named: tuple[str, ...]
) -> None:
    assert WORDS.institutions_in(text, language) == named


@pytest.mark.parametrize(
    ("text", "language", "named"),
    [
        ("review progress every four years", "en", ("review progress",)),
        ("review the law on piers", "en", ()),
        ("un mécanisme de suivi", "fr", ("mécanisme de suivi",)),
        ("建立后续机制", "zh", ("后续机制",)),
    ],
)
def test_reviews_of_what_is_done_are_told_from_reviews_of_other_things(
    text: str, language: str, named: tuple[str, ...]
) -> None:
    assert WORDS.reviewing_in(text, language) == named


@given(st.text(), st.sampled_from(sorted(WORDS.institutions)))
def test_what_is_found_stands_in_the_text(text: str, language: str) -> None:
    found = (*WORDS.institutions_in(text, language), *WORDS.reviewing_in(text, language))
    assert all(words in text for words in found)


def test_an_order_that_is_not_there_is_answered_with_those_there_are() -> None:
    with pytest.raises(SettingsError, match="asked, rank, alphabetical, kind"):
        WORDS.order("size")


def test_a_workspace_adds_an_order(tmp_path: Path) -> None:
    place = tmp_path / "programme" / "words.toml"
    place.parent.mkdir()
    place.write_text('[orders]\nours = ["kind", "name"]\n')
    assert programme_words(tmp_path).order("ours") == ("kind", "name")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[orders]\nours = ["size"]\n', "nothing is ordered by 'size'"),
        ('[ordres]\nours = ["name"]\n', "'ordres' is not known here"),
        ('[orders]\nours = "name"\n', "is no list of words"),
    ],
)
def test_what_is_wrong_in_a_workspace_is_named(tmp_path: Path, text: str, message: str) -> None:
    place = tmp_path / "programme" / "words.toml"
    place.parent.mkdir()
    place.write_text(text)
    with pytest.raises(SettingsError) as caught:
        programme_words(tmp_path)
    assert message in str(caught.value)
    assert "words.toml" in caught.value.place
