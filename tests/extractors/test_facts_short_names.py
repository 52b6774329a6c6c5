"""Short names that a document gives are known in it, and no others."""

from __future__ import annotations

from stocktake.model import FactKind
from tests.extractors.facts_world import facts, one

GIVEN = "The global framework on inland harbours (GFH) covers all harbours. "
LEFT = "On 2 May 2031, Freedonia withdrew from the GFH."


def test_a_short_name_stands_for_what_it_was_given_to() -> None:
    assert one(GIVEN + LEFT, FactKind.PARTICIPATION)["process"] == ["GFH"]


def test_a_short_name_can_be_adopted() -> None:
    told = one(f"{GIVEN}The GFH was adopted on 2 May 2031.", FactKind.MILESTONE)
    assert told["date"] == ["2031-05-02"]


def test_letters_that_nothing_explains_are_no_process() -> None:
    assert facts(LEFT, FactKind.PARTICIPATION) == []


def test_short_names_of_other_things_are_no_process() -> None:
    text = f"The price of grain (GFH) rose. {LEFT}"
    assert facts(text, FactKind.PARTICIPATION) == []
