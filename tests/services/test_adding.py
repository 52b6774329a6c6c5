"""Taking inputs in."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from stocktake import store
from stocktake.errors import NotFoundError, UsageError
from stocktake.services import originals
from stocktake.services.adding import add
from stocktake.services.workspace import Workspace
from stocktake.store import Taken
from tests import world


def taken(workspace: Workspace) -> list[Taken]:
    with workspace.store() as base, base.reading() as connection:
        return store.taken(connection)


def names(workspace: Workspace) -> list[str]:
    return [name for item in taken(workspace) for name in item.names]


def test_files_of_a_folder_are_taken_in_under_their_paths_in_it(
    workspace: Workspace, inputs: Path
) -> None:
    add(workspace, [inputs])
    assert names(workspace) == sorted(world.INPUTS)


def test_originals_are_kept_by_their_hash_and_cannot_be_written(
    workspace: Workspace, inputs: Path
) -> None:
    add(workspace, [inputs / "freedonia.txt"])
    path = originals.path_of(workspace, taken(workspace)[0].id)
    assert path.read_text(encoding="utf-8") == world.INPUTS["freedonia.txt"]
    assert path.stat().st_mode & 0o222 == 0


def test_the_same_bytes_twice_are_one_input_under_two_names(
    workspace: Workspace, tmp_path: Path
) -> None:
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text("the same")
        add(workspace, [tmp_path / name])
    assert [item.names for item in taken(workspace)] == [("a.txt", "b.txt")]


def test_what_was_added_before_counts_as_known(workspace: Workspace, inputs: Path) -> None:
    add(workspace, [inputs])
    again = add(workspace, [inputs])
    assert (again.files, again.new) == (len(world.INPUTS), 0)


def test_hidden_and_system_files_are_skipped_and_counted(
    workspace: Workspace, tmp_path: Path
) -> None:
    folder = tmp_path / "mixed"
    (folder / ".git").mkdir(parents=True)
    for name in (".hidden", "Thumbs.db", "~$letter.docx", "letter.txt"):
        (folder / name).write_text(name)
    outcome = add(workspace, [folder])
    assert (names(workspace), outcome.skipped) == (["letter.txt"], 4)


def test_a_workspace_is_not_taken_into_itself(workspace: Workspace) -> None:
    (workspace.root / "letter.txt").write_text("a letter")
    add(workspace, [workspace.root])
    assert names(workspace) == ["letter.txt"]


def test_members_of_an_archive_are_inputs(workspace: Workspace, tmp_path: Path) -> None:
    add(workspace, [world.write_archive(tmp_path / "a.zip", {"b/c.txt": "c", "d.txt": "d"})])
    assert names(workspace) == ["a.zip/b/c.txt", "a.zip/d.txt"]


def test_an_archive_that_cannot_be_read_is_an_input_itself_and_named(
    workspace: Workspace, tmp_path: Path
) -> None:
    bomb = world.write_archive(tmp_path / "bomb.zip", {"zeros.txt": "0" * 5_000_000})
    outcome = add(workspace, [bomb])
    assert names(workspace) == ["bomb.zip"]
    assert "raise ratio" in str(outcome.problems[0])


def test_the_manifest_in_a_folder_is_used_and_not_taken_in(
    workspace: Workspace, inputs: Path
) -> None:
    add(workspace, [inputs])
    told = {
        item.names[0]: {datum.name: datum.value for datum in item.told} for item in taken(workspace)
    }
    assert told["ruritania.txt"]["actor"] == "XRU"
    assert "manifest.csv" not in told


def test_a_manifest_alone_adds_what_it_lists(workspace: Workspace, inputs: Path) -> None:
    add(workspace, [], inputs / "manifest.csv")
    assert names(workspace) == ["freedonia.txt", "harbour-watch.html", "report.md", "ruritania.txt"]


def test_a_manifest_may_lie_beside_the_folder_it_is_about(
    workspace: Workspace, tmp_path: Path
) -> None:
    folder = world.write_inputs(tmp_path / "files", manifest=False)
    (tmp_path / "list.csv").write_text("path,title\nfiles/freedonia.txt,A title\n")
    outcome = add(workspace, [folder], tmp_path / "list.csv")
    assert outcome.problems == ()
    assert [datum.value for item in taken(workspace) for datum in item.told] == ["A title"]


def test_a_line_about_a_file_that_is_not_there_is_named(workspace: Workspace, inputs: Path) -> None:
    (inputs / "manifest.csv").write_text("path,title\nnone.txt,A title\n")
    [problem] = add(workspace, [inputs]).problems
    assert "line 2: 'none.txt' is not among the files added" in str(problem)


def test_a_path_that_does_not_exist_is_named_with_the_nearest_one(
    workspace: Workspace, inputs: Path
) -> None:
    with pytest.raises(NotFoundError, match=r"Do you mean .*freedonia\.txt"):
        add(workspace, [inputs / "fredonia.txt"])


def test_nothing_is_kept_if_one_path_does_not_exist(workspace: Workspace, inputs: Path) -> None:
    with pytest.raises(NotFoundError):
        add(workspace, [inputs, inputs / "none"])
    assert taken(workspace) == []


def test_nothing_to_add_is_wrong_use(workspace: Workspace) -> None:
    with pytest.raises(UsageError, match="nothing to add"):
        add(workspace, [])


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_cannot_be_opened_is_named_and_the_rest_goes_on(
    workspace: Workspace, inputs: Path
) -> None:
    (inputs / "freedonia.txt").chmod(0)
    [problem] = [item for item in add(workspace, [inputs]).problems if "opened" in str(item)]
    assert "freedonia.txt" in problem.place


def test_what_is_no_regular_file_is_skipped(workspace: Workspace, tmp_path: Path) -> None:
    folder = tmp_path / "odd"
    folder.mkdir()
    os.mkfifo(folder / "pipe")
    (folder / "letter.txt").write_text("a letter")
    assert add(workspace, [folder]).skipped == 1
