"""Whose voice is missing, and which facts differ, as the report says it."""

from __future__ import annotations

from dataclasses import replace

from stocktake import reports
from stocktake.model import (
    AffectedVoice,
    Chart,
    Conflict,
    FactKind,
    RegionHeard,
    Report,
    SchemeKind,
    Stock,
)
from tests.reports import reading
from tests.reports.world import Invented

UNDER = RegionHeard("African States", "work", 0, 12, 20, 40, 3, 0.0004, True)
HEARD = RegionHeard("Asia-Pacific States", "work", 9, 12, 20, 40, 0, 0.98, False)


def made(invented: Invented, **found: object) -> Report:
    stock: Stock = replace(invented.stock, **found)  # type: ignore[arg-type]
    return reports.build(stock, invented.texts)


def row(report: Report, name: str) -> list[str]:
    return [cell.text for cell in reading.tables(report)[name].rows[0]]


def test_themes_stand_by_regional_group_in_a_heat_map(invented: Invented) -> None:
    report = made(invented, regions=(UNDER, HEARD))
    [chart] = [
        block
        for block in reading.blocks_of(reading.section(report, "gaps"))
        if isinstance(block, Chart)
    ]
    assert chart.table.columns == ("Theme", "15 · African States", "12 · Asia-Pacific States")


def test_who_is_under_heard_stands_with_all_numbers(invented: Invented) -> None:
    report = made(invented, regions=(UNDER, HEARD))
    assert row(report, "under-heard") == [
        "The work",
        "African States",
        "0",
        "12",
        "20",
        "40",
        "0.0004",
    ]


def test_where_nobody_is_under_heard_the_report_says_so(invented: Invented) -> None:
    text = reading.text_of(reading.section(made(invented, regions=(HEARD,)), "gaps"))
    assert "No regional group is under-heard on a theme by this test." in text


def test_a_theme_without_those_most_affected_is_named(invented: Invented) -> None:
    voice = AffectedVoice(SchemeKind.LENSES, "children", ("child*",), ())
    text = reading.text_of(reading.section(made(invented, affected=(voice,)), "gaps"))
    assert "On 1 theme or perspective of 1 that were spoken of" in text


def test_those_most_affected_that_spoke_are_cited(invented: Invented) -> None:
    voice = AffectedVoice(SchemeKind.THEMES, "work", ("lantern*",), ("org:lanterns",))
    table = reading.tables(made(invented, affected=(voice,)))["affected"]
    assert table.rows[0][2].text == "Lanterns & Bridges"
    assert table.rows[0][2].citations


def test_facts_that_differ_stand_with_the_passages_of_both(invented: Invented) -> None:
    conflict = Conflict(FactKind.MEETING, "place", ("Strelsau", "Zenda"), ("f1", "f2"))
    table = reading.tables(made(invented, conflicts=(conflict,)))["conflicts"]
    said = [(cell.text, len(cell.citations)) for cell in table.rows[0][-2:]]
    assert said == [("Strelsau", 1), ("Zenda", 1)]


def test_where_no_facts_differ_the_report_says_so(report: Report) -> None:
    text = reading.text_of(reading.section(report, "conflicts"))
    assert "No two facts were found that differ" in text
