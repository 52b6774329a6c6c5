"""The process as process.toml tells it now."""

from __future__ import annotations

from pathlib import Path

import pytest

from stocktake.errors import NotFoundError, SettingsError
from stocktake.services import current_process
from stocktake.services.current_process import Current
from stocktake.services.workspace import Workspace
from tests.services import meeting

SECOND = '\n[[meetings]]\nid = "second"\ntitle = "Second"\nsessions = [{title = "Opening"}]\n'


@pytest.fixture
def place(tmp_path: Path) -> Workspace:
    return meeting.make(tmp_path / "w")


def changed(place: Workspace, right: str, wrong: str) -> Current:
    text = place.process_file.read_text(encoding="utf-8")
    place.process_file.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    return current_process.current(place)


def test_a_session_that_two_meetings_have_is_named_with_its_meeting(place: Workspace) -> None:
    known = changed(place, "\n[rules]", f"{SECOND}\n[rules]")
    assert known.session("second/opening")[0].id == "second"
    with pytest.raises(NotFoundError, match="first/opening, second/opening"):
        known.session("opening")


def test_an_order_of_speakers_that_is_not_there_is_named_with_its_place(place: Workspace) -> None:
    with pytest.raises(SettingsError) as caught:
        changed(place, "groups_first = true", 'order = "size"')
    assert caught.value.place.endswith("process.toml, [rules]")


def test_who_the_lexicon_does_not_know_keeps_its_name(place: Workspace) -> None:
    known = current_process.current(place)
    assert [known.name(who) for who in ("XFR", "Harbour bureau")] == ["Freedonia", "Harbour bureau"]
