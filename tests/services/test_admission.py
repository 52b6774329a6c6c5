"""What the rules do not provide for: who attended, spoke or handed in."""

from __future__ import annotations

from pathlib import Path

import pytest

from stocktake.services import adding, admission, attendance, building, speakers
from stocktake.services.workspace import Workspace
from tests.services.meeting import ANNA, make, table

RULES = 'attend = ["civil society"]\nspeak = ["States"]\nsubmit = ["UN system", "civil society"]\n'
ATTENDED = "meeting,actor,source\nfirst,Freedonia,list of participants\n"
SPOKE = "meeting,actor,asked\nfirst,Ruritania,1\n"


@pytest.fixture
def place(tmp_path: Path) -> Workspace:
    made = make(tmp_path / "w")
    made.process_file.write_text(made.process_file.read_text() + RULES)
    return made


def told(place: Workspace) -> list[tuple[str, str]]:
    return [(item.deed.actor.id, item.deed.rule) for item in admission.doubts(place)]


def test_who_attended_though_the_rules_do_not_name_it_is_told(
    place: Workspace, tmp_path: Path
) -> None:
    attendance.enter(place, table(tmp_path, ATTENDED), ANNA)
    assert told(place) == [("XFR", "attend")]


def test_who_may_speak_is_not_told(place: Workspace, tmp_path: Path) -> None:
    speakers.enter(place, table(tmp_path, SPOKE), ANNA)
    assert told(place) == []


def test_who_handed_in_though_the_rules_do_not_name_it_is_told(
    place: Workspace, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("We support harbours.")
    (tmp_path / "manifest.csv").write_text("path,actor,meeting\na.txt,Freedonia,first\n")
    adding.add(place, [tmp_path / "a.txt"], tmp_path / "manifest.csv")
    building.build(place, 1)
    assert told(place) == [("XFR", "submit")]


def test_a_word_that_no_list_knows_is_named_and_nothing_is_judged_by_it(
    place: Workspace, tmp_path: Path
) -> None:
    text = place.process_file.read_text().replace('["civil society"]', '["Friends"]')
    place.process_file.write_text(text)
    attendance.enter(place, table(tmp_path, ATTENDED), ANNA)
    assert (admission.unknown(place), told(place)) == (("Friends",), [])
