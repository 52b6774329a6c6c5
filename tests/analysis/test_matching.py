"""Terms are found where they stand, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.analysis.matching import Text, matchers
from stocktake.lexicon import load_scheme
from stocktake.model import Scheme, SchemeKind, Theme


def found(
    text: str, *terms: str, language: str = "en", above: str = "", paragraph: str = ""
) -> list[str]:
    theme = Theme("x", "X", terms=tuple((language, term) for term in terms))
    [matcher] = matchers([Scheme("s", SchemeKind.THEMES, "S", (theme,))], language)
    around = (matcher.parts(Text.of(near)) for near in (above, paragraph))
    hits = matcher.find(Text.of(text), *around)
    return [text[hit.start : hit.end] for hit in hits]


@pytest.mark.parametrize(
    ("text", "term", "expected"),
    [
        ("Cheaper remittances, please", "remittance*", ["remittances"]),
        ("Cheaper remittances, please", "remittance", []),
        ("Search-and-rescue at sea", "search and rescue", ["Search-and-rescue"]),
        ("They search. And rescue follows", "search and rescue", []),
        ("Labor and programs", "labour", ["Labor"]),
        ("Organisations of workers", "organization*", ["Organisations"]),
        ("Women's rights", "women", ["Women"]),
        ("La sécurité", "securite", ["sécurité"]),
    ],
)
def test_a_term_is_found_as_written(text: str, term: str, expected: list[str]) -> None:
    assert found(text, term) == expected


def test_a_hit_within_a_longer_hit_of_the_theme_is_dropped() -> None:
    assert found("human rights defenders", "human rights", "human rights defender*") == [
        "human rights defenders"
    ]


def test_an_exclusion_voids_only_what_it_overlaps() -> None:
    text = "The compact on rivers and the compact on lakes"
    assert found(text, "compact", "-compact on lakes") == ["compact"]


def test_a_further_word_may_stand_above_the_text() -> None:
    assert found("Better data", "data & river*", above="On rivers") == ["data"]


def test_without_the_further_word_there_is_no_hit() -> None:
    assert found("Better data", "data & river*", above="On lakes") == []


def test_what_a_neighbour_speaks_of_is_no_further_word() -> None:
    assert found("Better data", "data & river*", paragraph="Rivers. Better data") == []


def test_a_term_may_ask_for_a_word_anywhere_in_the_paragraph() -> None:
    assert found("Better data", "data && river*", paragraph="Rivers. Better data") == ["data"]


def test_one_of_several_further_words_is_enough() -> None:
    assert found("Better data on lakes", "data & river* / lake*") == ["data"]


def test_an_arabic_term_is_found_behind_particles() -> None:
    assert found("وبالهجرة", "هجرة", language="ar") == ["وبالهجرة"]


def test_a_chinese_term_is_found_within_running_text() -> None:
    assert found("我们支持移民儿童", "移民", language="zh") == ["移民"]


@given(st.text(max_size=200))
def test_every_hit_lies_within_the_text_and_in_order(text: str) -> None:
    [matcher] = matchers([load_scheme("lenses")], "en")
    hits = matcher.find(Text.of(text))
    assert [hit.start for hit in hits] == sorted(
        hit.start for hit in hits if 0 <= hit.start < hit.end <= len(text)
    )
