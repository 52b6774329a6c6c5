from __future__ import annotations

import pytest

from stocktake.legal import compare, parse_draft
from stocktake.model import Outcome, Settled

OLD = """Article 1 (Ports)

1. Ports of Ruritania [shall] be open to all boats by day and by night.

2. Option 1: Quays are swept each morning by their keepers.

Option 2: Quays are swept by those who land there (proposed by Freedonia).
"""
HEAD = OLD.split("2. Option", maxsplit=1)[0]


def settled(old: str, new: str, is_option: bool = False) -> list[Settled]:
    found = compare(parse_draft(old), parse_draft(new)).settled
    return [item for item in found if item.is_option is is_option]


def test_what_replaced_a_bracket_is_told_in_words() -> None:
    [item] = settled(OLD, OLD.replace("[shall]", "must"))
    assert (item.outcome, item.words, item.became) == (Outcome.REPLACED, "shall", "must")


def test_the_place_is_told_with_all_that_stands_around_it() -> None:
    [item] = settled(OLD, OLD.replace("[shall]", "shall"))
    assert (item.outcome, item.old_place) == (Outcome.TAKEN_IN, "Article 1 (Ports) 1.")


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (OLD, [Outcome.STILL_OPEN, Outcome.STILL_OPEN]),
        (
            OLD.split("2. Option", maxsplit=1)[0]
            + "2. Quays are swept each morning by their keepers.\n",
            [Outcome.TAKEN_IN, Outcome.TAKEN_OUT],
        ),
        (
            OLD + "\nOption 3: Nothing is said of brooms, buckets or anything like them.\n",
            [Outcome.STILL_OPEN, Outcome.STILL_OPEN, Outcome.OPENED],
        ),
    ],
)
def test_the_outcome_of_options(new: str, expected: list[Outcome]) -> None:
    assert [item.outcome for item in settled(OLD, new, is_option=True)] == expected


def test_an_option_keeps_the_names_of_those_behind_it() -> None:
    assert [item.actors for item in settled(OLD, OLD, is_option=True)][1] == ("Freedonia",)


def test_a_renumbered_part_is_led_back_to_where_its_words_come_from() -> None:
    ports = "Ports of Ruritania shall be open to all boats by day and by night.\n"
    quays = "Quays are swept each morning by their keepers with brooms.\n"
    old = f"Article 1\n\n{ports}\nArticle 2\n\n{quays}"
    new = (
        f"Article 1\n\nWords mean what they say here.\n\nArticle 2\n\n{ports}\nArticle 3\n\n{quays}"
    )
    found = dict(compare(parse_draft(old), parse_draft(new)).parts)
    assert (found["art_2"], found["art_3"], found.get("art_1")) == ("art_1", "art_2", None)
