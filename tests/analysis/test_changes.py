"""Positions that change over time are told in order, and only where the order is known."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from stocktake.analysis.changes import changes
from stocktake.analysis.contradictions import contradictions
from stocktake.analysis.positions import Groups, positions_on
from stocktake.analysis.sources import Sources
from stocktake.analysis.standing import stance_of
from stocktake.model import Act, Membership, PositionChange, PositionStance, Stance
from tests.analysis.making import Handed, Names, Says, hand_in

FOR = Says("a fund for lakes")
AGAINST = Says("a fund for lakes", Act.OPPOSES, Stance.OPPOSES)
NOBODY = Groups(Names())
EARLY = hand_in("FRE", FOR, date="2017-11-06")
LATE = hand_in("FRE", AGAINST, date="2018-02-01")


def found(*handed: Handed, target: str = "fund") -> list[PositionChange]:
    sources = Sources.of((item.input for item in handed), (item.document for item in handed))
    said = [item for one in handed for item in one.statements]
    told = sources.in_order(said)
    held = positions_on(target, [(item, stance_of(item)) for item in told], sources, NOBODY)
    return list(changes(held, {item.id: item for item in told}, sources))


def test_a_change_is_told_with_its_dates_and_passages() -> None:
    [change] = found(LATE, EARLY)
    assert [(stand.date, stand.stance.value) for stand in change.stands] == [
        ("2017-11-06", "supports"),
        ("2018-02-01", "opposes"),
    ]
    assert change.stands[0].statement_ids == (EARLY.statements[0].id,)


def test_who_says_the_same_again_changed_nothing() -> None:
    assert found(EARLY, hand_in("FRE", FOR, date="2018-02-01")) == []


def test_two_sides_on_one_day_are_no_change() -> None:
    assert found(EARLY, hand_in("FRE", AGAINST, date="2017-11-06")) == []


def test_dates_that_overlap_cannot_be_put_in_order() -> None:
    assert found(EARLY, hand_in("FRE", AGAINST, date="2017")) == []


def test_the_position_of_another_actor_is_no_change() -> None:
    assert found(EARLY, hand_in("SYL", AGAINST, date="2018-02-01")) == []


def test_different_stances_within_a_theme_are_no_change() -> None:
    assert found(EARLY, LATE, target="theme:lakes") == []


def test_who_comes_back_to_a_stance_stood_three_times() -> None:
    back = hand_in("FRE", FOR, "that nets be mended", date="2018-05-01")
    [change] = found(EARLY, back, LATE)
    assert [stand.stance.value for stand in change.stands] == ["supports", "opposes", "supports"]


@given(st.lists(st.sampled_from([FOR, AGAINST]), min_size=1, max_size=5))
def test_stands_alternate_whatever_the_order_of_inputs(said: list[Says]) -> None:
    handed = [
        hand_in("FRE", one, f"that net {at} be mended", date=f"2018-0{at + 1}")
        for at, one in enumerate(said)
    ]
    told = found(*reversed(handed))
    assert told == found(*handed)
    for change in told:
        stances = [stand.stance for stand in change.stands]
        assert all(first != second for first, second in pairwise(stances))


def test_a_contradiction_holds_both_passages() -> None:
    group, member = hand_in("group:lakes", FOR), hand_in("RUR", AGAINST)
    groups = Groups(Names(Membership("group:lakes", "RUR", date(2000, 1, 1), None, "statutes")))
    handed = (group, member)
    sources = Sources.of((item.input for item in handed), (item.document for item in handed))
    told = [item for one in handed for item in one.statements]
    held = positions_on("fund", [(item, stance_of(item)) for item in told], sources, groups)
    days = {item.id: sources.day(item.document_id) for item in told}
    [one] = contradictions(held, groups, days)
    assert (one.group_stance, one.member_stance) == (
        PositionStance.SUPPORTS,
        PositionStance.OPPOSES,
    )
    assert one.group_statement_ids + one.member_statement_ids == tuple(item.id for item in told)
