"""What words mean when two asks are compared."""

from __future__ import annotations

import pytest

from stocktake.lexicon.concepts import concepts
from stocktake.lexicon.figures import counted
from stocktake.lexicon.spelling import spelling


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ratify", "accession"),
        ("laws", "legislation"),
        ("fisheries", "fishery"),
        ("Rivers", "river"),
    ],
)
def test_words_that_count_as_one_have_one_stem(one: str, other: str) -> None:
    table = concepts()
    assert table.meanings(one)[0].stem == table.meanings(other)[0].stem


def test_a_short_name_means_what_it_stands_for() -> None:
    stems = [part.stem for part in concepts().meanings("CRC")]
    assert stems == [
        concepts().meanings(word)[0].stem for word in ("convention", "rights", "child")
    ]


def test_a_rare_word_tells_more_than_a_common_one() -> None:
    table = concepts()
    assert table.meanings("herring")[0].weight > table.meanings("international")[0].weight


@pytest.mark.parametrize("word", ["possible", "efforts", "2030"])
def test_some_words_tell_nothing_of_the_thing(word: str) -> None:
    assert concepts().meanings(word)[0].weight == 0


def test_marks_are_found_in_any_spelling() -> None:
    assert "weak" in concepts().meanings("Considering")[0].marks


@pytest.mark.parametrize(
    ("one", "other"), [("Labour", "labor"), ("organise", "ORGANIZE"), ("sécurité", "securite")]
)
def test_spellings_fold_into_one(one: str, other: str) -> None:
    assert spelling("en").fold(one) == spelling("en").fold(other)


def test_delegates_are_counted_as_participants_are() -> None:
    assert counted("delegates") == counted("Participants")
