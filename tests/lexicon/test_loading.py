"""The lexicon is loaded as a whole."""

from __future__ import annotations

from pathlib import Path

from stocktake.lexicon import load


def test_two_loads_of_the_same_files_have_one_digest() -> None:
    assert load().digest == load().digest


def test_a_workspace_file_changes_the_digest(tmp_path: Path) -> None:
    (tmp_path / "actors").mkdir()
    (tmp_path / "actors" / "states.csv").write_text("id,name\nFRE,Freedonia\n")
    assert load(tmp_path).digest != load().digest


def test_a_name_of_the_workspace_is_found(tmp_path: Path) -> None:
    (tmp_path / "actors").mkdir()
    (tmp_path / "actors" / "states.csv").write_text("id,name\nFRE,Freedonia\n")
    (mention,) = load(tmp_path).actors.find("FREEDONIA said")
    assert mention.actor_id == "FRE"
