"""Actors are read from files that a user can overlay."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from stocktake.errors import SettingsError
from stocktake.lexicon.actors import load_actors
from stocktake.model import ActorKind

PACKAGED = load_actors()
FORMER_STATES = {"SUN", "YUG", "SCG", "CSK", "DDR"}
NOT_MEMBERS = {"VAT", "PSE", "COK", "NIU", "XKX"}


def overlay(folder: Path, name: str, text: str) -> Path:
    (folder / "actors").mkdir(exist_ok=True)
    (folder / "actors" / name).write_text(text, encoding="utf-8")
    return folder


def test_all_members_of_the_united_nations_are_there() -> None:
    states = {each.id for each in PACKAGED.actors.values() if each.kind is ActorKind.STATE}
    assert len(states - FORMER_STATES - NOT_MEMBERS) == 193


def test_every_member_but_none_else_belongs_to_a_regional_group() -> None:
    regions = {each.id for each in PACKAGED.actors.values() if each.region}
    assert regions == {
        each.id for each in PACKAGED.actors.values() if each.kind is ActorKind.STATE
    } - {"VAT", "COK", "NIU", "XKX"}


@pytest.mark.parametrize("language", ["ar", "es", "fr", "ru", "zh"])
def test_every_state_of_today_has_a_name_in_all_languages(language: str) -> None:
    folder = Path(__file__).parents[2] / "src/stocktake/lexicon/data/actors"
    lines = [
        line.split(",")
        for name in ("names_cldr.csv", "names.csv")
        for line in (folder / name).read_text(encoding="utf-8").splitlines()
    ]
    named = {line[0] for line in lines if line[1] == language}
    today = {key for key in PACKAGED.actors if ":" not in key} - FORMER_STATES
    assert today - named == set()


def test_no_name_is_given_to_two_actors() -> None:
    owners: dict[str, set[str | None]] = {}
    for name in PACKAGED.names:
        if name.actor_id and not name.adjective:
            owners.setdefault(name.text, set()).add(name.actor_id)
    assert {text: ids for text, ids in owners.items() if len(ids) > 1} == {}


def test_each_membership_tells_its_source() -> None:
    assert all(each.source for each in PACKAGED.memberships)


def test_a_workspace_adds_an_actor(tmp_path: Path) -> None:
    overlay(tmp_path, "states.csv", "id,name,region\nFRE,Freedonia,GRULAC\n")
    assert load_actors(tmp_path).actors["FRE"].name == "Freedonia"


def test_a_workspace_replaces_an_actor_by_its_id(tmp_path: Path) -> None:
    overlay(tmp_path, "states.csv", "id,name\nFRA,Freedonia\n")
    assert load_actors(tmp_path).actors["FRA"].name == "Freedonia"


def test_a_workspace_adds_a_dated_membership(tmp_path: Path) -> None:
    line = "group:brics,MEX,2030-01-01,,our own file\n"
    overlay(tmp_path, "memberships.csv", f"group_id,member_id,since,until,source\n{line}")
    added = set(load_actors(tmp_path).memberships) - set(PACKAGED.memberships)
    assert [each.since for each in added] == [date(2030, 1, 1)]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("group:brics,XYZ,,,s", "line 2: there is no actor with the id 'XYZ'"),
        ("group:brics,MEX,yesterday,,s", "'yesterday' is not a day"),
        ("group:brics,MEX,2030-01-01,2029-01-01,s", "ends before it starts"),
    ],
)
def test_a_wrong_membership_is_refused(tmp_path: Path, line: str, message: str) -> None:
    overlay(tmp_path, "memberships.csv", f"group_id,member_id,since,until,source\n{line}\n")
    with pytest.raises(SettingsError, match=message):
        load_actors(tmp_path)


def test_an_unknown_kind_of_actor_is_refused(tmp_path: Path) -> None:
    overlay(tmp_path, "organisations.csv", "id,name,kind\norg:x,X,club\n")
    with pytest.raises(SettingsError, match="'club' is no kind of actor"):
        load_actors(tmp_path)
