"""Which file is meant by where somebody wants a thing to be written, and that it is whole."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from stocktake.services.whole_files import PART, file_in, sweep, unfinished, write_whole


def test_a_file_of_the_kind_is_itself_meant(tmp_path: Path) -> None:
    assert file_in(tmp_path / "mine.pdf", "pack", ".pdf") == tmp_path / "mine.pdf"


def test_a_folder_is_one_whatever_its_name_ends_in(tmp_path: Path) -> None:
    folder = tmp_path / "all.pdf"
    folder.mkdir()
    assert file_in(folder, "pack", ".pdf") == folder / "pack.pdf"


def test_what_is_no_file_of_the_kind_is_a_folder(tmp_path: Path) -> None:
    assert file_in(tmp_path / "out", "pack", ".pdf") == tmp_path / "out" / "pack.pdf"


def test_what_a_killed_program_left_unfinished_is_swept_away(tmp_path: Path) -> None:
    (tmp_path / f"{PART}left").write_bytes(b"half")
    write_whole(tmp_path / "report.md", b"whole")
    assert [path.name for path in tmp_path.iterdir()] == ["report.md"]


def test_what_is_no_file_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_whole(pipe, b"whole")
    assert (os.read(reader, 9), pipe.is_fifo()) == (b"whole", True)
    os.close(reader)


def test_what_somebody_still_writes_is_not_swept_away(tmp_path: Path) -> None:
    with unfinished(tmp_path) as file:
        sweep(tmp_path)
        assert file.path.exists()


def test_a_file_that_cannot_be_finished_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.write_bytes(b"old")
    with suppress(OSError), unfinished(tmp_path) as file:
        file.write(b"half")
        raise OSError
    assert [item.read_bytes() for item in tmp_path.iterdir()] == [b"old"]
