"""Which file is meant by where somebody wants a thing to be written."""

from __future__ import annotations

from pathlib import Path

from stocktake.services.whole_files import file_in


def test_a_file_of_the_kind_is_itself_meant(tmp_path: Path) -> None:
    assert file_in(tmp_path / "mine.pdf", "pack", ".pdf") == tmp_path / "mine.pdf"


def test_a_folder_is_one_whatever_its_name_ends_in(tmp_path: Path) -> None:
    folder = tmp_path / "all.pdf"
    folder.mkdir()
    assert file_in(folder, "pack", ".pdf") == folder / "pack.pdf"


def test_what_is_no_file_of_the_kind_is_a_folder(tmp_path: Path) -> None:
    assert file_in(tmp_path / "out", "pack", ".pdf") == tmp_path / "out" / "pack.pdf"
