"""Who has handed in nothing, and what is due on a day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from stocktake.services import adding, building, current_process, reminders
from stocktake.services.reminders import Reminder
from stocktake.services.workspace import Workspace
from tests.services.meeting import make

MANIFEST = """\
path,title,actor,date,meeting,kind
a.txt,Statement by Freedonia,Freedonia,2031-03-04,first,statement
b.txt,Statement of the group,Coastal Group,2031-03-04,first,statement
c.txt,Statement by Ruritania,Ruritania,2031-03-20,,statement
"""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    folder = tmp_path_factory.mktemp("reminders")
    made = make(folder / "w")
    inputs = folder / "in"
    inputs.mkdir()
    for name in "abc":
        (inputs / f"{name}.txt").write_text(f"We support harbour {name}.")
    (inputs / "manifest.csv").write_text(MANIFEST)
    adding.add(made, [inputs])
    building.build(made, 1)
    return made


def missing(place: Workspace, day: str) -> list[Reminder]:
    return list(reminders.reminders(place, date.fromisoformat(day)).items)


def of_first(found: list[Reminder]) -> list[str]:
    return [item.who for item in found if item.meeting == "first"]


def test_who_was_invited_and_has_not_handed_in_is_named(place: Workspace) -> None:
    assert of_first(missing(place, "2031-03-10")) == ["XGR", "XRU"]


def test_what_came_in_later_is_not_known_on_an_earlier_day(place: Workspace) -> None:
    assert of_first(missing(place, "2031-03-01")) == ["XFR", "XGR", "XRU"]


def test_a_document_is_there_if_its_kind_came_from_the_one_who_owes_it(place: Workspace) -> None:
    found = [item.who for item in missing(place, "2031-05-01") if item.what == "National report"]
    assert found == ["XSY"]


def test_what_a_group_handed_in_is_told_beside_its_member(place: Workspace) -> None:
    found = next(item for item in missing(place, "2031-05-01") if item.what == "National report")
    assert found.through == ("group:coastal",)


@pytest.mark.parametrize(("day", "state"), [("2031-04-01", "due"), ("2031-04-02", "overdue")])
def test_a_thing_is_overdue_on_the_day_after(place: Workspace, day: str, state: str) -> None:
    found = [item for item in missing(place, day) if item.what == "National report"]
    assert {item.state.value for item in found} == {state}


def test_rows_tell_how_many_days_are_left(place: Workspace) -> None:
    found = reminders.reminders(place, date(2031, 3, 30))
    rows = reminders.rows(found, current_process.current(place))
    assert {row["days"] for row in rows if row["what"] == "National report"} == {2}


def test_without_a_stock_nothing_counts_as_handed_in(tmp_path: Path) -> None:
    found = reminders.reminders(make(tmp_path / "w"), date(2031, 3, 10))
    assert (found.stock, of_first(list(found.items))) == (False, ["XFR", "XGR", "XRU"])
