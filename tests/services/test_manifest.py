"""The manifest: right lines are taken, wrong ones named."""

from __future__ import annotations

from pathlib import Path

import pytest

from stocktake import lexicon
from stocktake.errors import SettingsError
from stocktake.model import Metadatum
from stocktake.services.manifest import Row, read
from stocktake.services.metadata_checks import Known
from tests import world


@pytest.fixture
def known(tmp_path: Path) -> Known:
    world.write_lexicon(tmp_path / "lexicon")
    return Known(lexicon.load(tmp_path / "lexicon"), {"first"})


def rows(tmp_path: Path, known: Known, text: str, name: str = "m.csv") -> list[Row]:
    return outcome(tmp_path, known, text, name)[0]


def outcome(
    tmp_path: Path, known: Known, text: str, name: str = "m.csv"
) -> tuple[list[Row], list[SettingsError]]:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return read(path, known)


def test_each_cell_becomes_a_metadatum(tmp_path: Path, known: Known) -> None:
    [row] = rows(tmp_path, known, "path,date,kind\na.txt,2031-03,report\n")
    assert row.metadata == (
        Metadatum("date", "2031-03", "manifest"),
        Metadatum("kind", "report", "manifest"),
    )


def test_several_actors_stand_in_one_cell(tmp_path: Path, known: Known) -> None:
    [row] = rows(tmp_path, known, "path,actors\na.txt,Freedonia; Sylvania\n")
    assert [datum.value for datum in row.metadata] == ["Freedonia", "Sylvania"]


def test_an_excel_file_with_semicolons_and_a_mark_at_its_head_is_read(
    tmp_path: Path, known: Known
) -> None:
    [row] = rows(tmp_path, known, "\ufeffPath;Title\r\na.txt;A title, with a comma\r\n")
    assert row.metadata[0].value == "A title, with a comma"


def test_json_lines_are_read(tmp_path: Path, known: Known) -> None:
    [row] = rows(tmp_path, known, '{"path": "a.txt", "actor": ["XFR", "XSY"]}\n', "m.jsonl")
    assert [datum.value for datum in row.metadata] == ["XFR", "XSY"]


def test_backslashes_in_paths_are_slashes(tmp_path: Path, known: Known) -> None:
    assert rows(tmp_path, known, "path\nsub\\a.txt\n")[0].path == "sub/a.txt"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("a.txt,Utopia,,,", "no actor is called 'Utopia'"),
        ("a.txt,,31 March,,", "not a date"),
        ("a.txt,,,poem,", "no kind 'poem'"),
        ("a.txt,,,,second", "no meeting 'second'"),
        (",Freedonia,,,", "the path is empty"),
        ("a.txt,,,,,,", "more cells"),
    ],
)
def test_a_wrong_line_is_named_with_what_to_do_and_the_rest_goes_on(
    tmp_path: Path, known: Known, line: str, message: str
) -> None:
    text = f"path,actor,date,kind,meeting\n{line}\nb.txt,,,,first\n"
    good, [error] = outcome(tmp_path, known, text)
    assert good[-1].path == "b.txt"
    assert message in str(error)
    assert "line 2" in error.place
    assert error.remedy


def test_a_wrong_line_of_json_is_named_and_the_rest_goes_on(tmp_path: Path, known: Known) -> None:
    good, [error] = outcome(tmp_path, known, '{"path"\n{"path": "b.txt"}\n', "m.jsonl")
    assert (good[0].path, error.place[-6:]) == ("b.txt", "line 1")


def test_an_unknown_column_is_named(tmp_path: Path, known: Known) -> None:
    with pytest.raises(SettingsError, match="'colour' is not known"):
        rows(tmp_path, known, "path,colour\na.txt,red\n")


def test_a_manifest_in_another_encoding_says_how_to_save_it(tmp_path: Path, known: Known) -> None:
    path = tmp_path / "m.csv"
    path.write_bytes("path,title\na.txt,Über\n".encode("latin-1"))
    with pytest.raises(SettingsError, match="CSV UTF-8"):
        read(path, known)


def test_a_manifest_that_is_not_there_is_named(tmp_path: Path, known: Known) -> None:
    with pytest.raises(SettingsError, match="cannot be opened"):
        read(tmp_path / "none.csv", known)
