"""The last stock is written for other programs."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

import stocktake
from stocktake.errors import NotFoundError, UsageError
from stocktake.services import adding, building, exporting, reporting
from stocktake.services.workspace import Workspace
from tests import world


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    folder = tmp_path_factory.mktemp("exporting")
    workspace = world.make_workspace(folder / "workspace")
    adding.add(workspace, [world.write_inputs(folder / "inputs")])
    building.build(workspace, 1)
    return workspace


@pytest.mark.parametrize("name", exporting.formats())
def test_every_format_writes_files_into_a_folder(
    built: Workspace, tmp_path: Path, name: str
) -> None:
    written = exporting.export(built, name, tmp_path / "new")
    assert written == sorted((tmp_path / "new").iterdir()) != []


def test_without_a_place_the_workspace_has_a_folder_for_it(built: Workspace) -> None:
    assert exporting.export(built, "jsonld") == [built.root / "export" / "evidence.jsonld"]


def test_a_format_of_one_file_can_go_into_a_file(built: Workspace, tmp_path: Path) -> None:
    [path] = exporting.export(built, "json", tmp_path / "mine.json")
    assert stocktake.read_stock(path.read_bytes()) == reporting.last_stock(built)


def test_many_files_do_not_go_into_one(built: Workspace, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("")
    with pytest.raises(UsageError, match="Name a folder"):
        exporting.export(built, "csv", tmp_path / "a.csv")


def test_every_input_that_was_read_has_its_document(built: Workspace, tmp_path: Path) -> None:
    exporting.export(built, "csv", tmp_path)
    with (tmp_path / "documents.csv").open(newline="") as file:
        read = {row["input_id"] for row in csv.DictReader(file)}
    failed = [item for item in reporting.last_stock(built).ledger if item.status == "failed"]
    assert len(read) == len(world.INPUTS) - len(failed)


def test_memberships_are_those_of_groups_in_the_stock(built: Workspace) -> None:
    groups = {item.group_id for item in exporting.material(built).memberships}
    assert groups == {"group:coastal"}


def test_exporting_before_building_says_what_to_run(workspace: Workspace) -> None:
    with pytest.raises(NotFoundError, match="stocktake build"):
        exporting.export(workspace, "json")
