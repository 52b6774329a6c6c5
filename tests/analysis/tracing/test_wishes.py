"""What an actor wants of a text, by its statements."""

from __future__ import annotations

from dataclasses import replace

import pytest

from stocktake.analysis import is_wish
from stocktake.model import Act, Quotation, Stance
from tests.analysis.making import Says, hand_in


def wish(content: str, act: Act, stance: Stance = Stance.SUPPORTS) -> bool:
    [statement] = hand_in("freedonia", Says(content, act, stance)).statements
    return is_wish(statement)


@pytest.mark.parametrize(
    ("content", "act"),
    [
        ("Parties to build lighthouses", Act.REQUESTS),
        ("cheaper fares for children", Act.SUPPORTS),
        ("the importance of training pilots", Act.REPORTS),
    ],
)
def test_what_is_asked_supported_or_said_to_matter_is_a_wish(content: str, act: Act) -> None:
    assert wish(content, act)


def test_what_is_opposed_is_wanted_out_of_the_text() -> None:
    assert wish("cheaper fares for children", Act.OPPOSES, Stance.OPPOSES)


@pytest.mark.parametrize(
    ("content", "act"),
    [("that fares had risen", Act.REPORTS), ("the global compact on ferries", Act.SUPPORTS)],
)
def test_what_is_reported_or_about_the_text_itself_is_none(content: str, act: Act) -> None:
    assert not wish(content, act)


def test_what_a_refusal_of_the_text_refuses_besides_is_no_wish() -> None:
    content = "take part in the procedure"
    says = Says(content, Act.OPPOSES, Stance.OPPOSES)
    [statement] = hand_in("freedonia", says).statements
    base = "We do not accept the compact, and will not "
    sentence = Quotation(0, len(base + content), base + content)
    assert not is_wish(replace(statement, negated=True, sentence=sentence))
