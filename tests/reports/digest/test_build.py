"""A digest tells what is of one day, each sentence with its passages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from stocktake.model import Report
from stocktake.reports import digest
from stocktake.services import adding, briefing, building, reporting
from tests import world
from tests.reports.brief.briefed import sentences, text

Digest = Callable[..., Report]
NEWS = (
    "On 5 March 2031, Sylvania announced that it ends its participation in the process to develop "
    "a compact on harbours."
)
FIRST = date(2031, 3, 4)
SECOND = date(2031, 3, 5)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Digest:
    """The digest of a day in the invented world."""
    folder: Path = tmp_path_factory.mktemp("digest")
    workspace = world.make_workspace(folder / "workspace")
    inputs = world.write_inputs(folder / "inputs")
    (inputs / "left.txt").write_text(f"5 March 2031: {NEWS}", encoding="utf-8")
    adding.add(workspace, [inputs])
    building.build(workspace, 1)
    stock = reporting.last_stock(workspace)
    texts = briefing.texts_of(workspace, stock)

    def make(day: date, meeting: str | None = None) -> Report:
        return digest(stock, texts, day, meeting)

    return make


def test_no_sentence_of_a_day_lacks_a_passage(told: Digest) -> None:
    found = [item for day in (FIRST, SECOND) for item in sentences(told(day))]
    assert len(found) > 8
    assert all(item.citations for item in found)


def test_it_names_what_came_in_with_its_author(told: Digest) -> None:
    assert "Statement of Freedonia (Freedonia; statement)" in text(told(FIRST))


def test_a_position_is_told_on_the_first_day_alone(told: Digest) -> None:
    asked = "Freedonia supports proposal 4"
    assert (asked in text(told(FIRST)), asked in text(told(SECOND))) == (True, False)


def test_nothing_later_is_cited(told: Digest) -> None:
    assert {cited.date for cited in told(FIRST).citations} == {"2031-03-04"}


def test_who_left_on_that_day_is_told(told: Digest) -> None:
    assert "Sylvania “announced that it ends its participation in the process" in text(told(SECOND))


def test_a_meeting_keeps_to_what_is_filed_under_it(told: Digest) -> None:
    said = text(told(FIRST, "first"))
    assert "Statement of Freedonia" in said
    assert "Sylvania" not in said


def test_a_day_without_anything_says_so(told: Digest) -> None:
    report = told(date(2030, 1, 1))
    assert text(report) == ""
    assert report.citations == ()
