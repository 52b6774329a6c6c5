"""Whatever was changed after it was kept is found, and named."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text

from stocktake import store
from stocktake.model.audit import Deed
from stocktake.services import adding, building, originals
from stocktake.services.verifying import Fault, verify
from stocktake.services.workspace import Workspace
from stocktake.store import tables_people
from tests import world


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    folder = tmp_path_factory.mktemp("verifying")
    workspace = world.make_workspace(folder / "workspace")
    adding.add(workspace, [world.write_inputs(folder / "inputs")])
    building.build(workspace, 1)
    return workspace


@pytest.fixture
def copy(built: Workspace, tmp_path: Path) -> Workspace:
    """A workspace that may be damaged."""
    root = tmp_path / "copy"
    for path in sorted(built.root.rglob("*")):
        target = root / path.relative_to(built.root)
        if path.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    return Workspace(root)


def damage(workspace: Workspace, command: str) -> list[Fault]:
    """What is found once one SQL *command* has gone behind our back."""
    with workspace.store() as base, base.writing() as connection:
        assert connection.execute(text(command)).rowcount == 1
    return list(verify(workspace).faults)


def test_what_was_left_alone_is_as_it_was_kept(built: Workspace) -> None:
    found = verify(built)
    assert (found.faults, found.originals) == ((), len(world.INPUTS))


def test_there_are_records_to_check(built: Workspace) -> None:
    assert verify(built).records > 5


def test_a_changed_byte_of_an_original_is_named_by_its_file(copy: Workspace) -> None:
    path = next(
        path for path in copy.originals.rglob("*") if path.is_file() and path.stat().st_size
    )
    data = bytearray(path.read_bytes())
    data[0] ^= 1
    path.write_bytes(data)
    [fault] = verify(copy).faults
    assert path.name in fault.where


def test_an_original_that_is_gone_is_named(copy: Workspace) -> None:
    path = next(path for path in copy.originals.rglob("*") if path.is_file())
    path.unlink()
    assert [fault.what for fault in verify(copy).faults] == ["is missing."]


@pytest.mark.parametrize("table", ["statements", "facts"])
def test_a_changed_quotation_is_named_by_its_record(copy: Workspace, table: str) -> None:
    faults = damage(
        copy,
        f"UPDATE {table} SET body = replace(body, 'i', 'j') "
        f"WHERE id = (SELECT min(id) FROM {table})",
    )
    assert faults
    assert {fault.where.partition(" ")[0] for fault in faults} == {table.removesuffix("s")}


def test_one_changed_letter_in_one_quotation_is_named(copy: Workspace) -> None:
    faults = damage(
        copy,
        "UPDATE statements SET body = replace(body, 'common register', 'common regisTer') "
        "WHERE id = (SELECT min(id) FROM statements WHERE body LIKE '%common register%')",
    )
    assert "a quotation is not what document" in faults[0].what


def test_a_changed_text_is_named_by_its_document(copy: Workspace) -> None:
    faults = damage(
        copy,
        "UPDATE documents SET text = replace(text, 'common register', 'common regisTer') "
        "WHERE text LIKE '%common register%'",
    )
    assert "its text is not what was read" in faults[0].what


def test_a_record_that_cannot_be_read_is_named(copy: Workspace) -> None:
    faults = damage(
        copy, "UPDATE statements SET body = '{' WHERE id = (SELECT min(id) FROM statements)"
    )
    assert "cannot be read" in faults[0].what


def test_blocks_that_do_not_fit_the_text_are_named(copy: Workspace) -> None:
    faults = damage(
        copy,
        "UPDATE documents SET page_starts = '[9999]' WHERE id = (SELECT min(id) FROM documents)",
    )
    assert faults[0].what == "a page lies outside its text."


def test_a_damaged_original_has_its_path_in_the_workspace(copy: Workspace) -> None:
    sha256 = next(path.name for path in copy.originals.rglob("*") if path.is_file())
    path = originals.path_of(copy, sha256)
    path.write_bytes(b"other")
    assert str(path.relative_to(copy.root)) in str(verify(copy).faults[0])


@pytest.mark.parametrize(
    "command",
    [
        "UPDATE {log} SET who = 'nobody' WHERE sequence = 2",
        "UPDATE {log} SET digest = substr(digest, 2) || '0' WHERE sequence = 2",
        "DELETE FROM {log} WHERE sequence = 1",
    ],
)
def test_a_changed_log_is_named_by_the_entry_at_which_it_breaks(
    copy: Workspace, command: str
) -> None:
    with copy.store() as base, base.writing() as connection:
        for act in ("invited", "locked", "opened"):
            store.log(connection, Deed("2031-03-04T00:00:00Z", "somebody", act))
    faults = damage(copy, command.format(log=tables_people.audit.name))
    assert [fault.where for fault in faults] == ["audit log, entry 2"]
