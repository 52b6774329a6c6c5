"""Speakers that people enter, and the list that comes of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from stocktake.errors import NotFoundError, SettingsError
from stocktake.services import speakers
from stocktake.services.workspace import Workspace
from tests.services.meeting import ANNA, make, table

TABLE = """\
meeting,session,actor,person,office,behalf,gender,asked,minutes
first,opening,Freedonia,A. Firefly,Minister,,f,1,4
first,opening,Coastal Group,B. Strand,Envoy,,,2,
first,,Ruritania,C. Strelsau,Envoy,,,1,
"""


@pytest.fixture
def place(tmp_path: Path) -> Workspace:
    return make(tmp_path / "w")


def order(place: Workspace, *where: str) -> list[str]:
    return [turn.actor.id for item in speakers.listed(place, *where) for turn in item.turns]


def test_each_place_has_a_list_with_groups_first(place: Workspace, tmp_path: Path) -> None:
    assert speakers.enter(place, table(tmp_path, TABLE), ANNA).kept == 3
    assert order(place) == ["XRU", "group:coastal", "XFR"]


def test_one_session_is_listed_alone(place: Workspace, tmp_path: Path) -> None:
    speakers.enter(place, table(tmp_path, TABLE), ANNA)
    assert order(place, "first", "opening") == ["group:coastal", "XFR"]


def test_the_same_line_twice_is_kept_once(place: Workspace, tmp_path: Path) -> None:
    speakers.enter(place, table(tmp_path, TABLE), ANNA)
    assert speakers.enter(place, table(tmp_path, TABLE), ANNA).kept == 0


def test_a_later_line_on_the_same_person_corrects_the_earlier(
    place: Workspace, tmp_path: Path
) -> None:
    speakers.enter(place, table(tmp_path, TABLE), ANNA)
    speakers.enter(place, table(tmp_path, TABLE.replace("f,1,4", "f,1,6")), ANNA)
    spoke = [turn for turn in speakers.listed(place)[1].turns if turn.speaker.minutes]
    assert [turn.over for turn in spoke] == [3]


def test_who_was_taken_off_the_list_is_on_it_no_more(place: Workspace, tmp_path: Path) -> None:
    speakers.enter(place, table(tmp_path, TABLE), ANNA)
    first = speakers.listed(place)[0].turns[0].speaker
    speakers.remove(place, first.id[:10], ANNA)
    assert order(place) == ["group:coastal", "XFR"]


def test_an_id_that_is_too_short_takes_nobody_off(place: Workspace, tmp_path: Path) -> None:
    speakers.enter(place, table(tmp_path, TABLE), ANNA)
    with pytest.raises(NotFoundError):
        speakers.remove(place, "a", ANNA)


def test_what_is_entered_needs_no_new_stock(place: Workspace, tmp_path: Path) -> None:
    from stocktake.services import building

    before = building.build(place, 1).stock.digest
    speakers.enter(place, table(tmp_path, TABLE), ANNA)
    assert building.build(place, 1).stock.digest == before


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ("Ruritania", "Utopia", "line 4: actor: no actor is called 'Utopia'"),
        ("first,opening,Free", "first,end,Free", "line 2: 'first/end' is no session"),
        ("f,1,4", "f,1,long", "line 2: minutes: 'long' is no time"),
        ("gender", "sex", "line 1: 'sex' is not known here"),
    ],
)
def test_what_is_wrong_is_named_and_nothing_is_kept(
    place: Workspace, tmp_path: Path, right: str, wrong: str, message: str
) -> None:
    path = table(tmp_path, TABLE.replace(right, wrong, 1))
    try:
        problems = speakers.enter(place, path, ANNA).problems
    except SettingsError as error:
        problems = (error,)
    assert message in str(problems[0])
    assert order(place) == []
