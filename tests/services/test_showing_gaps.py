"""Gaps can be asked for by theme, region and kind; each says why it is one."""

from __future__ import annotations

from pathlib import Path

import pytest

from stocktake.errors import UsageError
from stocktake.services import adding, building, showing
from stocktake.services.workspace import Workspace
from tests import world


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    folder: Path = tmp_path_factory.mktemp("gaps")
    workspace = world.make_workspace(folder / "workspace")
    with workspace.process_file.open("a", encoding="utf-8") as file:
        file.write('\n[asked]\nFreedonia = ["compact"]\n\n[affected]\ndata = ["harbour*"]\n')
    adding.add(workspace, [world.write_inputs(folder / "inputs")])
    building.build(workspace, 1)
    return workspace


def rows(built: Workspace, part: str, **wanted: str) -> list[showing.Row]:
    return [item.row for item in showing.show(built, part, wanted)]


def test_gaps_of_one_theme_region_and_kind(built: Workspace) -> None:
    [found] = rows(built, "gaps", theme="borders", region="eastern european", kind="silent")
    assert (found["actor"], found["why"]) == (
        "Ruritania",
        "no term of the theme stands in 1 input of it",
    )


def test_an_actor_that_was_not_asked_is_told_what_it_was_asked(built: Workspace) -> None:
    [found] = rows(built, "gaps", theme="borders", actor="Freedonia")
    assert (found["kind"], found["why"]) == (
        "not asked",
        "process.toml asks it only about: compact",
    )


def test_one_that_handed_in_nothing_is_told_apart(built: Workspace) -> None:
    [found] = rows(built, "gaps", actor="Grand Fenwick")
    assert (found["kind"], found["why"]) == (
        "no input",
        "something was expected of it, and nothing came",
    )


def test_what_nobody_said_is_of_nobody(built: Workspace) -> None:
    found = rows(built, "gaps", theme="borders", actor="nobody")
    assert [row["why"] for row in found] == ["no statement is about it"]


def test_actors_are_silent_at_levels(built: Workspace) -> None:
    found = rows(built, "level-gaps", theme="compact", actor="Ruritania", dimension="local")
    assert [row["why"] for row in found] == ["it spoke on the theme, and not at this level"]


def test_the_process_says_whom_a_theme_affects(built: Workspace) -> None:
    [found] = rows(built, "affected", theme="data")[:1]
    assert (found["known by"], found["spoke"]) == ("harbour*", "nobody")


def test_a_column_that_is_not_there_is_answered_with_those_that_are(built: Workspace) -> None:
    with pytest.raises(UsageError, match="They have: name, status"):
        rows(built, "ledger", region="WEOG")
