"""Reviewers are held against each other, two by two."""

from __future__ import annotations

import pytest

from stocktake.model import Review, ReviewState
from stocktake.services.pages.agreement import agreed

RIGHT, WRONG, EDITED = ReviewState.CONFIRMED, ReviewState.REJECTED, ReviewState.EDITED


def reviews(*said: tuple[str, str, ReviewState]) -> list[Review]:
    return [
        Review(str(number), statement, state, "", "", "", by, "2031-03-04")
        for number, (statement, by, state) in enumerate(said)
    ]


def both(ann: str, bo: str) -> list[Review]:
    """What Ann and Bo say of statements: a letter each for right, wrong and edited."""
    states = {"r": RIGHT, "w": WRONG, "e": EDITED}
    said = zip(ann, bo, strict=True)
    return reviews(
        *(
            (str(place), who, states[letter])
            for place, letters in enumerate(said)
            for who, letter in zip(("Ann", "Bo"), letters, strict=True)
        )
    )


def test_kappa_is_that_of_a_worked_example() -> None:
    [pair] = agreed(both("r" * 25 + "w" * 25, "r" * 20 + "w" * 5 + "r" * 10 + "w" * 15)).pairs
    assert (pair.alike, pair.expected) == (0.7, 0.5)
    assert pair.kappa == pytest.approx(0.4)


def test_the_table_counts_each_judgement_of_one_by_those_of_the_other() -> None:
    [pair] = agreed(both("rrew", "rewe")).pairs
    assert pair.table == ((1, 1, 0), (0, 0, 1), (0, 1, 0))


def test_full_agreement_on_one_judgement_has_no_kappa() -> None:
    [pair] = agreed(both("rr", "rr")).pairs
    assert (pair.alike, pair.kappa) == (1.0, None)


def test_only_the_last_word_counts() -> None:
    said = [*both("w", "r"), *reviews(("0", "Ann", RIGHT))]
    assert agreed(said).disputed == ()


def test_what_was_taken_back_was_not_said() -> None:
    said = [*both("w", "r"), *reviews(("0", "Ann", ReviewState.MACHINE))]
    assert agreed(said).pairs == ()


def test_each_two_of_three_reviewers_are_a_pair() -> None:
    said = [*both("w", "r"), *reviews(("0", "Cy", WRONG))]
    assert [(pair.one, pair.other) for pair in agreed(said).pairs] == [
        ("Ann", "Bo"),
        ("Ann", "Cy"),
        ("Bo", "Cy"),
    ]
