"""Participation is dated; facts that contradict each other are shown side by side."""

from __future__ import annotations

from stocktake.analysis.facts import conflicts, participation
from stocktake.model import Attribute, Fact, FactKind, Quotation, content_id


def fact(kind: FactKind, **values: str) -> Fact:
    text = " ".join(values.values())
    quotation = Quotation(0, len(text), text)
    attributes = tuple(Attribute(name, value, quotation) for name, value in values.items())
    return Fact(content_id(kind, text), "d", kind, quotation, attributes, "test", 0.9)


def test_two_figures_of_one_attendance_are_a_conflict() -> None:
    told = [
        fact(FactKind.ATTENDANCE, of="delegations", meeting="Lake Summit", count=count)
        for count in ("120", "136")
    ]
    assert "120" in next(conflicts(told)).message


def test_figures_of_different_things_are_none() -> None:
    told = [
        fact(FactKind.ATTENDANCE, of=of, meeting="Lake Summit", count=count)
        for of, count in (("delegations", "120"), ("participants", "900"))
    ]
    assert list(conflicts(told)) == []


def test_one_figure_told_twice_is_none() -> None:
    told = [fact(FactKind.ATTENDANCE, of="delegations", meeting="Lake Summit", count="120")] * 2
    assert list(conflicts(told)) == []


def test_participation_keeps_its_proofs() -> None:
    left = fact(FactKind.PARTICIPATION, actor="SYL", status="withdrawn", date="2017-12-01")
    assert [item.fact_ids for item in participation([left, left])] == [(left.id,)]


def test_participation_is_in_order_of_days() -> None:
    told = [
        fact(FactKind.PARTICIPATION, actor="SYL", status=status, date=day)
        for status, day in (("returned", "2018-02-01"), ("withdrawn", "2017-12-01"))
    ]
    assert [item.status for item in participation(told)] == ["withdrawn", "returned"]
