"""What is looked at when an ask is held against a provision."""

from __future__ import annotations

from stocktake import legal
from stocktake.analysis.tracing.trace import Held, hold
from stocktake.analysis.tracing.weighing import is_apart, looked_at

TEXT = """# Article 1
## Title: Reduce the reasons that compel pilots to leave their islands

1. Protect the rights of migrants on all ferries of the lagoon.
2. Combat trafficking in persons on board of night ferries.
3. Monitor the rights of the refugees of Ruritania at sea.
4. Count the migrants who travel without a ticket every month.
"""


def held(*asks: str) -> Held:
    return hold([(ask, frozenset()) for ask in asks], legal.parse_draft(TEXT))


def found(ask: str, name: str) -> list[float]:
    one = held(ask)
    return [looked_at(one.wants[0], unit, None)[name] for unit in one.units]


def apart(ask: str) -> list[bool]:
    one = held(ask)
    return [is_apart(one.wants[0], unit) for unit in one.units]


def test_a_heading_is_known_as_one() -> None:
    assert [unit.is_title for unit in held("fares").units] == [True, False, False, False, False]


def test_the_same_deed_to_the_same_thing_counts() -> None:
    monitored = found("monitor the rights of all", "done")
    assert (monitored[3], monitored[1]) == (1.0, 0.0)


def test_other_trafficking_is_another_thing() -> None:
    assert (
        found("fight drug trafficking", "whole")[2] < found("fight human trafficking", "whole")[2]
    )


def test_turns_of_phrase_for_the_same_thing_are_one() -> None:
    assert found("dismantle human trafficking", "whole")[2] == 1.0


def test_what_is_asked_for_refugees_is_not_in_what_is_said_of_migrants() -> None:
    assert apart("protect the rights of refugees") == [True, True, True, False, True]


def test_a_provision_that_names_nobody_speaks_of_whom_the_draft_speaks() -> None:
    assert apart("fewer migrants at sea") == [False, False, False, True, False]


def test_persons_at_large_are_people_of_every_kind() -> None:
    draft = legal.parse_draft("1. Give the migrants beds.\n2. Help persons affected by storms.\n")
    one = hold([("help the refugees", frozenset())], draft)
    assert [is_apart(one.wants[0], unit) for unit in one.units] == [True, False]


def test_people_who_come_up_by_the_way_are_not_those_of_whom_a_provision_speaks() -> None:
    text = "1. Give the migrants beds, soup, tickets and lamps, so that none is displaced again.\n"
    one = hold([("give the displaced beds", frozenset())], legal.parse_draft(text))
    assert is_apart(one.wants[0], one.units[0])
