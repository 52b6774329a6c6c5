"""Participation is dated; facts that contradict each other are shown side by side."""

from __future__ import annotations

from collections.abc import Mapping

from stocktake.analysis.facts import conflicting, is_comparable, participation
from stocktake.model import Attribute, Fact, FactKind, Quotation, content_id


def fact(kind: FactKind, **values: str) -> Fact:
    text = " ".join(values.values())
    quotation = Quotation(0, len(text), text)
    attributes = tuple(Attribute(name, value, quotation) for name, value in values.items())
    return Fact(content_id(kind, text), "d", kind, quotation, attributes, "test", 0.9)


def attendance(count: str, of: str = "delegations", meeting: str = "Lake Summit") -> Fact:
    return fact(FactKind.ATTENDANCE, of=of, meeting=meeting, count=count)


def meeting(**values: str) -> Fact:
    return fact(FactKind.MEETING, title="Lake Summit", **values)


def number_of_conflicts(*facts: Fact, meetings: Mapping[str, str] | None = None) -> int:
    return len(list(conflicting(facts, meetings or {})))


def test_two_figures_of_one_attendance_are_a_conflict() -> None:
    assert number_of_conflicts(attendance("120"), attendance("136")) == 1


def test_words_for_the_same_thing_are_compared() -> None:
    told = attendance("400", "delegates"), attendance("897", "participants")
    assert number_of_conflicts(*told) == 1


def test_figures_of_different_things_are_none() -> None:
    assert number_of_conflicts(attendance("120"), attendance("900", "participants")) == 0


def test_figures_of_different_meetings_are_none() -> None:
    other = attendance("90", meeting="River Forum")
    assert number_of_conflicts(attendance("120"), other) == 0


def test_just_the_meeting_is_the_one_the_document_belongs_to() -> None:
    told = attendance("120"), attendance("136", meeting="meeting")
    assert number_of_conflicts(*told, meetings={"d": "Lake Summit"}) == 1


def test_just_the_meeting_of_an_unknown_document_is_not_compared() -> None:
    assert number_of_conflicts(attendance("120"), attendance("136", meeting="meeting")) == 0


def test_one_figure_told_twice_is_none() -> None:
    assert number_of_conflicts(attendance("120"), attendance("120")) == 0


def test_a_day_within_the_dates_told_elsewhere_is_none() -> None:
    told = meeting(dates="2017-12-04/2017-12-06"), meeting(dates="2017-12")
    assert number_of_conflicts(*told) == 0


def test_dates_with_no_day_in_common_are_a_conflict() -> None:
    assert number_of_conflicts(meeting(dates="2017-11"), meeting(dates="2017-12")) == 1


def test_a_place_told_more_exactly_is_none() -> None:
    told = meeting(place="Lakeville"), meeting(place="Lakeville, Freedonia")
    assert number_of_conflicts(*told) == 0


def test_participation_keeps_its_proofs() -> None:
    left = fact(FactKind.PARTICIPATION, actor="SYL", status="withdrawn", date="2017-12-01")
    assert [item.fact_ids for item in participation([left, left])] == [(left.id,)]


def test_a_departure_told_again_without_a_day_is_no_further_one() -> None:
    again = fact(FactKind.PARTICIPATION, actor="SYL", status="withdrawn")
    left = fact(FactKind.PARTICIPATION, actor="SYL", status="withdrawn", date="2017-12-01")
    assert [item.since for item in participation([again, left])] == ["2017-12-01"]


def test_participation_is_in_order_of_days() -> None:
    told = [
        fact(FactKind.PARTICIPATION, actor="SYL", status=status, date=day)
        for status, day in (("returned", "2018-02-01"), ("withdrawn", "2017-12-01"))
    ]
    assert [item.status for item in participation(told)] == ["withdrawn", "returned"]


def test_a_conference_without_a_name_is_not_compared() -> None:
    told = [
        fact(FactKind.MEETING, title="intergovernmental conference", dates=dates)
        for dates in ("2017-11", "2018-03")
    ]
    assert number_of_conflicts(*told) == 0


def test_a_state_and_a_city_do_not_differ_as_places() -> None:
    [found] = conflicting([meeting(place="Freedonia"), meeting(place="Lakeville")], {})
    assert not is_comparable(found, lambda place: place == "Freedonia")


def test_two_cities_differ_as_places() -> None:
    [found] = conflicting([meeting(place="Zenda"), meeting(place="Lakeville")], {})
    assert is_comparable(found, lambda place: place == "Freedonia")
