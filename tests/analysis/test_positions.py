"""Actors stand where their words, or their group's, put them."""

from __future__ import annotations

from datetime import date

from stocktake.analysis.contradictions import against_groups, contradictions
from stocktake.analysis.positions import Groups, positions_on
from stocktake.analysis.sources import Sources
from stocktake.analysis.standing import stance_of
from stocktake.model import Act, ActorRole, Membership, Position, PositionStance, Stance
from tests.analysis.making import Handed, Names, Says, hand_in

GROUP = "group:lakes"
MEMBERS = Groups(
    Names(
        Membership(GROUP, "RUR", date(2000, 1, 1), None, "statutes"),
        Membership(GROUP, "SYL", date(2000, 1, 1), date(2016, 12, 31), "statutes"),
    )
)
FOR = Says("a fund for lakes")
AGAINST = Says("a fund for lakes", Act.OPPOSES, Stance.OPPOSES)


def held(*handed: Handed) -> dict[str, Position]:
    sources = Sources.of((item.input for item in handed), (item.document for item in handed))
    told = [(item, stance_of(item)) for one in handed for item in one.statements]
    return {item.actor_id: item for item in positions_on("fund", told, sources, MEMBERS)}


def test_who_asks_for_a_thing_supports_it() -> None:
    assert held(hand_in("FRE", FOR))["FRE"].stance is PositionStance.SUPPORTS


def test_an_actor_counts_once_however_often_it_speaks() -> None:
    positions = held(hand_in("FRE", FOR, FOR), hand_in("FRE", FOR, "peace"))
    assert list(positions) == ["FRE"]


def test_who_supports_and_opposes_is_mixed() -> None:
    assert held(hand_in("FRE", FOR, AGAINST))["FRE"].stance is PositionStance.MIXED


def test_an_opponent_takes_the_opposite_stance() -> None:
    told = Says("a fund", actors=(("FRE", ActorRole.SPEAKER), ("SYL", ActorRole.OPPONENT)))
    assert held(hand_in("office:chair", told))["SYL"].stance is PositionStance.OPPOSES


def test_who_speaks_on_behalf_of_a_group_speaks_for_the_group() -> None:
    told = Says("a fund", actors=(("FRE", ActorRole.SPEAKER), (GROUP, ActorRole.ON_BEHALF)))
    assert sorted(held(hand_in("FRE", told))) == ["RUR", GROUP]


def test_a_minister_is_counted_as_the_state_behind_the_office() -> None:
    minister = Says("a fund for lakes", actors=(("office:FRE:minister", ActorRole.SPEAKER),))
    assert list(held(hand_in("FRE", FOR), hand_in("FRE", minister))) == ["FRE"]


def test_a_member_is_counted_through_its_group() -> None:
    assert held(hand_in(GROUP, FOR))["RUR"].via == GROUP


def test_who_was_no_longer_a_member_on_the_day_is_not_counted() -> None:
    assert "SYL" not in held(hand_in(GROUP, FOR, date="2017-11"))


def test_who_was_still_a_member_on_the_day_is_counted() -> None:
    assert "SYL" in held(hand_in(GROUP, FOR, date="2016-11-30"))


def test_the_own_words_of_a_member_count_before_those_of_its_group() -> None:
    position = held(hand_in(GROUP, FOR), hand_in("RUR", AGAINST))["RUR"]
    assert (position.stance, position.via) == (PositionStance.OPPOSES, None)


def test_a_contradiction_with_the_group_is_noted() -> None:
    handed = (hand_in(GROUP, FOR), hand_in("RUR", AGAINST))
    days = {item.id: date(2017, 11, 1) for one in handed for item in one.statements}
    issues = against_groups(contradictions(held(*handed).values(), MEMBERS, days))
    assert [issue.kind for issue in issues] == ["member against its group"]


def test_a_neutral_report_takes_no_position() -> None:
    assert held(hand_in("FRE", Says("a fund", Act.REPORTS, Stance.NEUTRAL))) == {}
