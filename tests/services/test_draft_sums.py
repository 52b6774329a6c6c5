"""The drafts of a workspace in figures: tables, a picture, a section of the report."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import etree

from stocktake.services import building, draft_sums, drafts, reporting
from stocktake.services.workspace import Workspace

FIRST = "# Article 1\n\n1. [Open] words.\n\n# Article 2\n\nAgreed.\n\n# Article 3\n\n[Gone.]\n"
SECOND = "# Article 1 (Ports)\n\n1. Agreed words.\n\n# Article 3\n\n[Here.]\n"


@pytest.fixture
def two(workspace: Workspace, tmp_path: Path) -> Workspace:
    for name, text in (("2031-01-01", FIRST), ("2031-02-01", SECOND)):
        (tmp_path / f"{name}.md").write_text(text)
        drafts.add(workspace, tmp_path / f"{name}.md")
    return workspace


def test_parts_that_are_gone_stand_where_they_stood(two: Workspace) -> None:
    rows = draft_sums.by_part(draft_sums.sums(two))
    assert [(row["part"], row["2031-01-01"], row["2031-02-01"]) for row in rows] == [
        ("whole text", "50.0 %", "36.8 %"),
        ("art_1: Article 1 (Ports)", "50.0 %", "0.0 %"),
        ("art_2: Article 2", "0.0 %", ""),
        ("art_3: Article 3", "100.0 %", "100.0 %"),
    ]


def test_records_hold_figures(two: Workspace) -> None:
    record = next(draft_sums.records(draft_sums.sums(two)))
    assert (record["open"], record["characters"], record["share"]) == (6, 12, 0.5)


def test_the_picture_is_sound_svg_with_its_colours(two: Workspace) -> None:
    root = etree.fromstring(draft_sums.picture(draft_sums.sums(two)))
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert "--bar" in (root.findtext("{http://www.w3.org/2000/svg}style") or "")


def test_the_report_tells_of_the_drafts_and_cites_them(two: Workspace, tmp_path: Path) -> None:
    building.build(two, 1)
    [path] = reporting.report(two, ["json"], tmp_path / "report.json")
    report = json.loads(path.read_text())
    [section] = [item for item in report["sections"] if item["id"] == "the-text"]
    assert "37% of the text is open" in json.dumps(section, ensure_ascii=False)
    assert "# Article 3" in [item["quote"] for item in report["citations"]]


def test_a_draft_that_is_added_makes_a_new_stock(workspace: Workspace, tmp_path: Path) -> None:
    before = building.build(workspace, 1).stock.digest
    (tmp_path / "zero.md").write_text(FIRST)
    drafts.add(workspace, tmp_path / "zero.md")
    assert building.build(workspace, 1).stock.digest != before
