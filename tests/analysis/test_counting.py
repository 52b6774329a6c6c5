"""The rule of counting holds for the example that the documentation tells."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from stocktake.analysis.contradictions import contradictions
from stocktake.analysis.positions import Groups, positions_on
from stocktake.analysis.sources import Sources
from stocktake.analysis.standing import stance_of
from stocktake.model import Act, ActorRole, Membership, Position, PositionStance, Stance
from tests.analysis.making import Handed, Names, Says, hand_in

DOCUMENT = Path(__file__).parents[2] / "docs" / "counting.md"
GROUP = "Lake Group"
FOUNDED = date(2000, 1, 1)
MEMBERS = Groups(
    Names(
        Membership(GROUP, "Freedonia", FOUNDED, None, "statutes"),
        Membership(GROUP, "Borduria", FOUNDED, None, "statutes"),
        Membership(GROUP, "Sylvania", FOUNDED, date(2016, 12, 31), "statutes"),
        Membership(GROUP, "Ruritania", date(2018, 1, 1), None, "statutes"),
    )
)
DAY = "2017-11-06"
FOR = Says("a fund for lakes")
AGAINST = Says("a fund for lakes", Act.OPPOSES, Stance.OPPOSES)
EXAMPLE = (
    hand_in(GROUP, FOR, date=DAY),
    hand_in("Borduria", AGAINST, date=DAY),
    hand_in("Sylvania", FOR, date=DAY),
)


def held(*handed: Handed) -> dict[str, Position]:
    sources = Sources.of((item.input for item in handed), (item.document for item in handed))
    told = [(item, stance_of(item)) for one in handed for item in one.statements]
    return {item.actor_id: item for item in positions_on("fund", told, sources, MEMBERS)}


def days(*handed: Handed) -> dict[str, date | None]:
    return {item.id: date.fromisoformat(DAY) for one in handed for item in one.statements}


def table() -> list[list[str]]:
    lines = DOCUMENT.read_text(encoding="utf-8").splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if "|" in line]
    return rows[2:]


@pytest.mark.parametrize("row", table(), ids=lambda row: row[0])
def test_each_actor_stands_where_the_documentation_says(row: list[str]) -> None:
    position = held(*EXAMPLE).get(row[0])
    found = ["", "", ""]
    if position:
        counted = "yes" if position.counts else "no"
        found = [position.stance.value, position.via or "", counted]
    assert found == row[1:4]


def test_a_group_counts_where_no_member_stands_on_its_side() -> None:
    positions = held(
        hand_in(GROUP, FOR, date=DAY), *(hand_in(m, AGAINST) for m in ("Freedonia", "Borduria"))
    )
    assert positions[GROUP].counts


def test_a_group_counts_where_no_member_is_known() -> None:
    assert held(hand_in("group:unknown", FOR))["group:unknown"].counts


def test_a_group_is_not_counted_beside_a_member_that_says_the_same() -> None:
    positions = held(hand_in(GROUP, FOR, date=DAY), hand_in("Freedonia", FOR, date=DAY))
    assert [name for name, item in positions.items() if item.counts] == ["Borduria", "Freedonia"]


def test_who_speaks_for_a_group_it_joined_later_is_counted_with_the_group_alone() -> None:
    told = Says("a fund", actors=(("Ruritania", ActorRole.SPEAKER), (GROUP, ActorRole.ON_BEHALF)))
    assert "Ruritania" not in held(hand_in("Ruritania", told, date=DAY))


def test_dissent_is_that_of_a_member_on_the_day() -> None:
    handed = (*EXAMPLE, hand_in("Ruritania", AGAINST, date=DAY))
    found = contradictions(held(*handed).values(), MEMBERS, days(*handed))
    assert [item.member_id for item in found] == ["Borduria"]


def test_dissent_of_who_left_the_group_since_is_noted_all_the_same() -> None:
    early = (hand_in(GROUP, FOR, date="2016-11"), hand_in("Sylvania", AGAINST, date="2016-11"))
    on_the_day = dict.fromkeys(days(*early), date(2016, 11, 1))
    assert list(contradictions(held(*early).values(), MEMBERS, on_the_day))


def test_a_mixed_group_counts_through_mixed_members() -> None:
    positions = held(hand_in(GROUP, FOR, AGAINST, date=DAY))
    counted = {item.stance for item in positions.values() if item.counts}
    assert (counted, positions[GROUP].counts) == ({PositionStance.MIXED}, False)
