"""Data files are read strictly, and the workspace's are laid over the package's."""

from __future__ import annotations

from pathlib import Path

import pytest

from stocktake.errors import SettingsError
from stocktake.lexicon.files import digest, rows, tables, word_lists


def write(folder: Path, name: str, text: str | bytes) -> Path:
    (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def test_a_cell_may_hold_several_values(tmp_path: Path) -> None:
    write(tmp_path, "own.csv", "id,aliases\nFRE,Freedonia; FD ;\n")
    (row,) = rows("own.csv", ("id", "aliases"), tmp_path)
    assert row.several("aliases") == ("Freedonia", "FD")


def test_an_unknown_column_is_named_with_its_file_and_the_known_ones(tmp_path: Path) -> None:
    write(tmp_path, "own.csv", "id,colour\nFRE,red\n")
    with pytest.raises(SettingsError, match=r"own\.csv, line 1: 'colour'.*Known: id, aliases"):
        list(rows("own.csv", ("id", "aliases"), tmp_path))


def test_an_empty_first_cell_is_refused_with_its_line(tmp_path: Path) -> None:
    write(tmp_path, "own.csv", "id,aliases\nFRE,a\n,b\n")
    with pytest.raises(SettingsError, match=r"line 3: 'id' is empty"):
        list(rows("own.csv", ("id", "aliases"), tmp_path))


def test_a_line_with_too_many_cells_is_refused(tmp_path: Path) -> None:
    write(tmp_path, "own.csv", "id,aliases\nFRE,a,b\n")
    with pytest.raises(SettingsError, match="more cells"):
        list(rows("own.csv", ("id", "aliases"), tmp_path))


def test_a_missing_first_column_is_refused(tmp_path: Path) -> None:
    write(tmp_path, "own.csv", "aliases\na\n")
    with pytest.raises(SettingsError, match="'id' is missing"):
        list(rows("own.csv", ("id", "aliases"), tmp_path))


def test_a_file_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    write(tmp_path, "own.csv", b"id,aliases\nFRE,\xe9\n")
    with pytest.raises(SettingsError, match="not text in UTF-8"):
        list(rows("own.csv", ("id", "aliases"), tmp_path))


def test_broken_toml_is_refused_with_its_place(tmp_path: Path) -> None:
    write(tmp_path, "own.toml", "words = [\n")
    with pytest.raises(SettingsError, match=r"own\.toml: this is not TOML"):
        word_lists("own.toml", ("words",), tmp_path)


def test_a_list_of_words_holds_only_words(tmp_path: Path) -> None:
    write(tmp_path, "own.toml", "words = [1]\n")
    with pytest.raises(SettingsError, match=r"own\.toml, words: this is not a list of words"):
        word_lists("own.toml", ("words",), tmp_path)


def test_an_entry_without_its_first_key_is_refused_with_its_number(tmp_path: Path) -> None:
    write(tmp_path, "own.toml", '[[office]]\nid = "a"\n[[office]]\nname = "b"\n')
    with pytest.raises(SettingsError, match="office 2: 'id' is missing"):
        list(tables("own.toml", "office", ("id", "name"), tmp_path))


def test_a_file_that_is_nowhere_is_empty(tmp_path: Path) -> None:
    assert list(rows("nowhere.csv", ("id",), tmp_path)) == []


def test_the_digest_changes_with_any_byte(tmp_path: Path) -> None:
    before = digest(write(tmp_path, "own.toml", "words = []"))
    after = digest(write(tmp_path, "own.toml", "words = [] "))
    assert before != after


def test_the_digest_is_the_same_for_the_same_files(tmp_path: Path) -> None:
    write(tmp_path, "own.toml", "words = []")
    assert digest(tmp_path) == digest(tmp_path) != digest(None)
