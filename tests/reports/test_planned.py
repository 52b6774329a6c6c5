"""What process.toml tells of the process stands in the report."""

from __future__ import annotations

from dataclasses import replace

import pytest

from stocktake import reports
from stocktake.model import (
    AttendanceFigure,
    ExpectedDocument,
    Mandate,
    Milestone,
    Period,
    Report,
)
from tests.reports import reading
from tests.reports.world import Invented


@pytest.fixture(scope="module")
def planned(invented: Invented) -> Report:
    process = invented.stock.process
    [meeting] = process.meetings
    attended = (AttendanceFigure(120, "delegations", None, "summary"),)
    told = replace(
        process,
        mandates=(Mandate("Resolution 8", "23", Period.parse("2031-01-02")),),
        milestones=(Milestone("Zero draft", Period.parse("2032-02")),),
        documents=(ExpectedDocument("Report on boats", ("FRE",), meeting=meeting.id),),
        meetings=(replace(meeting, attendance=attended),),
    )
    return reports.build(replace(invented.stock, process=told), invented.texts)


@pytest.mark.parametrize(
    ("name", "row"),
    [
        ("planned-mandates", ["Resolution 8", "23", "2 January 2031"]),
        ("planned-milestones", ["Zero draft", "February 2032"]),
        ("planned-documents", ["Report on boats", "Freedonia", "Stocktaking meeting"]),
        ("planned-attendance", ["Stocktaking meeting", "120", "delegations", "summary"]),
    ],
)
def test_what_is_told_is_a_row(planned: Report, name: str, row: list[str]) -> None:
    assert [[cell.text for cell in found] for found in reading.tables(planned)[name].rows] == [row]


def test_what_is_not_told_is_no_table(report: Report) -> None:
    assert not [name for name in reading.tables(report) if name.startswith("planned-")]
