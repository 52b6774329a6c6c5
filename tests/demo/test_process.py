"""The programme and calendar of the bundled example."""

from __future__ import annotations

from pathlib import Path

import icalendar
import pypdfium2
import pytest

from stocktake.services import programme, starting
from stocktake.services.programme import Wish
from stocktake.services.workspace import Workspace
from tests.demo.test_sources import DEMO


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    folder: Path = tmp_path_factory.mktemp("demo") / "w"
    return starting.init(folder, process=DEMO / "process.toml")


def test_the_programme_is_printed_on_two_pages(place: Workspace) -> None:
    made = programme.programme(place, Wish())
    assert len(pypdfium2.PdfDocument(programme.export(made, "pdf"))) == 2


def test_the_calendar_is_one_for_others(place: Workspace) -> None:
    made = programme.programme(place, Wish())
    calendar = icalendar.Calendar.from_ical(programme.export(made, "ics"))
    assert [item.errors for item in calendar.walk() if item.errors] == []
    assert len(calendar.walk("VEVENT")) == len(made.events) > 20


def test_one_meeting_is_shown_with_its_sessions(place: Workspace) -> None:
    made = programme.programme(place, Wish("stocktaking"))
    assert [item.id for day in made.parts[0].days for item in day.items][:2] == [
        "opening",
        "retrospection",
    ]
