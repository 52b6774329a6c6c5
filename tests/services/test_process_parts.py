"""What process.toml says of meetings, programmes, what is due, and rules."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from stocktake import lexicon
from stocktake.errors import SettingsError
from stocktake.model import Period, Process
from stocktake.services import building, process_file
from tests import world

HARBOURS = """\
title = "Compact on harbours"
timezone = "Europe/Zurich"

[rules]
groups_first = true
minutes = 3
group_minutes = 5
speak = ["State", "civil society"]

[[mandates]]
resolution = "H/RES/1/1"
paragraph = "23"
source = "records"

[[milestones]]
title = "Zero draft"
date = "2031-06-01"

[[documents]]
title = "Summary of the co-facilitators"
from = ["Freedonia", "Harbour bureau"]
due = "2031-04-01"
meeting = "first"

[[meetings]]
id = "first"
title = "First consultation"
period = "2031-03-04/2031-03-05"
invited = ["Ruritania", "Freedonia"]

[[meetings.chairs]]
name = "A. Firefly"
role = "co-chair"
term = "2031"

[[meetings.attendance]]
count = 120
of = "delegations"
source = "summary"

[[meetings.sessions]]
title = "Opening"
day = 2031-03-04
start = 09:30:00
end = "11.00"
questions = ["What is asked?"]

[[meetings.sessions]]
title = "Opening!"
"""


def load(tmp_path: Path, text: str) -> Process:
    path = tmp_path / "process.toml"
    path.write_text(text, encoding="utf-8")
    return process_file.load(path).process


@pytest.fixture
def process(tmp_path: Path) -> Process:
    return load(tmp_path, HARBOURS)


def test_days_and_hours_may_be_those_of_toml_or_texts(process: Process) -> None:
    opening = process.meetings[0].sessions[0]
    assert (opening.day, opening.start, opening.end) == (date(2031, 3, 4), "09:30", "11:00")


def test_a_session_without_an_id_is_named_by_its_title(process: Process) -> None:
    assert [item.id for _, item in process.sessions()] == ["opening", "opening-2"]


def test_a_meeting_without_rules_and_zone_has_those_of_the_process(process: Process) -> None:
    meeting = process.meetings[0]
    assert process.zone_of(meeting) == "Europe/Zurich"
    assert process.rules_of(meeting).limit(group=True) == 5


def test_a_meeting_may_have_rules_of_its_own(tmp_path: Path) -> None:
    own = HARBOURS.replace("invited =", "rules = {minutes = 7}\ninvited =")
    process = load(tmp_path, own)
    assert process.rules_of(process.meetings[0]).limit(group=True) == 7


def test_mandates_milestones_and_what_is_due_are_kept(process: Process) -> None:
    assert process.mandates[0].paragraph == "23"
    assert process.milestones[0].date == Period.parse("2031-06-01")
    assert process.documents[0].meeting == "first"


def test_invited_actors_get_ids_and_bodies_keep_their_names(tmp_path: Path) -> None:
    world.write_lexicon(tmp_path / "lexicon")
    (tmp_path / "process.toml").write_text(HARBOURS, encoding="utf-8")
    file = process_file.load(tmp_path / "process.toml")
    made = process_file.with_actor_ids(file, lexicon.load(tmp_path / "lexicon"), "process.toml")
    assert made.meetings[0].invited == ("XFR", "XRU")
    assert made.documents[0].who == ("XFR", "Harbour bureau")


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ("Europe/Zurich", "Europe/Strelsau", "'timezone' is no time zone: 'Europe/Strelsau'"),
        ('"11.00"', '"9.00"', "sessions 1: 'end' is not after the start (09:30)"),
        ('"11.00"', '"25.00"', "meetings 1, sessions 1: 'end' is no hour"),
        ("2031-03-04\n", "2031-03-09\n", "'day' is outside the meeting"),
        ("day = 2031-03-04\n", "", "'day' is missing"),
        ('meeting = "first"', 'meeting = "frist"', "documents 1: 'meeting' names no meeting"),
        ("count = 120", "count = 'many'", "attendance 1: 'count' is no whole number"),
        ("minutes = 3", "minutes = 0", "[rules]: 'minutes' is not a number above 0"),
        ("paragraph", "paragraf", "Do you mean 'paragraph'?"),
        ('title = "Opening!"', 'title = "x"\nid = "opening"', "is there twice: 'opening'"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(
    tmp_path: Path, right: str, wrong: str, message: str
) -> None:
    with pytest.raises(SettingsError) as caught:
        load(tmp_path, HARBOURS.replace(right, wrong, 1))
    assert message in str(caught.value)
    assert "process.toml" in caught.value.place


def test_who_is_invited_or_owes_a_document_is_an_actor_of_the_stock(tmp_path: Path) -> None:
    made = world.make_workspace(tmp_path / "w")
    made.process_file.write_text(HARBOURS, encoding="utf-8")
    actors = building.build(made, 1).stock.actors
    assert [actor.id for actor in actors] == ["XFR", "XRU"]
