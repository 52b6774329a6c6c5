"""All that a stock holds of one actor."""

from __future__ import annotations

from pathlib import Path

import pytest

from stocktake.errors import NotFoundError
from stocktake.services import adding, building, one_actor
from stocktake.services.workspace import Workspace
from tests import world


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    folder: Path = tmp_path_factory.mktemp("actor")
    workspace = world.make_workspace(folder / "workspace")
    adding.add(workspace, [world.write_inputs(folder / "inputs")])
    building.build(workspace, 1)
    return workspace


@pytest.mark.parametrize("which", ["Ruritania", "ruritania", "XRU", "Kingdom of Ruritania"])
def test_an_actor_is_found_by_any_of_its_names(built: Workspace, which: str) -> None:
    assert one_actor.show(built, which).actor.id == "XRU"


def test_memberships_come_with_their_dates(built: Workspace) -> None:
    told = one_actor.show(built, "Freedonia").parts["memberships"]
    rows = {(row["group"], str(row["since"]), row["source"]) for row in told}
    assert ("Coastal Group", "2001-01-01", "invented") in rows


def test_a_group_shows_its_members(built: Workspace) -> None:
    members = one_actor.show(built, "Coastal Group").parts["memberships"]
    assert {row["member"] for row in members} == {"Freedonia", "Sylvania"}


def test_its_statements_positions_and_asks_are_its_own(built: Workspace) -> None:
    parts = one_actor.show(built, "Ruritania").parts
    assert {row["actor"] for row in parts["positions"]} == {"Ruritania"}
    assert all("Ruritania" in row["actors"] for row in parts["statements"])
    assert {row["opposed by"] for row in parts["asks"]} == {0, 1}


def test_positions_tell_when_they_were_taken(built: Workspace) -> None:
    whens = {row["when"] for row in one_actor.show(built, "Ruritania").parts["positions"]}
    assert "2031-03-05" in whens


def test_an_unknown_actor_is_refused_with_what_is_near(built: Workspace) -> None:
    with pytest.raises(NotFoundError, match="Ruritania"):
        one_actor.show(built, "uritani")
