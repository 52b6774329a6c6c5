"""The bundled example is what its sources say, and says where each fact is from."""

from __future__ import annotations

import csv
import tomllib
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tools import make_demo

DEMO = ROOT / "src" / "stocktake" / "demo"
SOURCES = sorted((ROOT / "tools" / "demo").glob("*.md"))


def test_the_bundled_inputs_are_made_from_their_sources(tmp_path: Path) -> None:
    make_demo.main(tmp_path)
    made = {path.name: path.read_bytes() for path in (tmp_path / "inputs").iterdir()}
    assert made == {path.name: path.read_bytes() for path in (DEMO / "inputs").iterdir()}


def test_the_manifest_lists_every_input() -> None:
    rows = csv.DictReader((DEMO / "manifest.csv").read_text(encoding="utf-8").splitlines())
    listed = {row["path"] for row in rows}
    assert listed == {f"inputs/{path.name}" for path in (DEMO / "inputs").iterdir()}


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_every_input_names_its_source(path: Path) -> None:
    assert make_demo.read_source(path).head["source"]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_what_a_state_or_organisation_says_is_marked_as_a_paraphrase(path: Path) -> None:
    source = make_demo.read_source(path)
    speaks = source.head["kind"] in {"statement", "recommendations", "press release", "news"}
    said = source.head["actor"] and speaks
    assert not said or "(paraphrase)" in source.head["title"]


def test_the_process_file_is_sound_and_names_a_source_for_each_meeting() -> None:
    process = tomllib.loads((DEMO / "process.toml").read_text(encoding="utf-8"))
    assert all(meeting["source"] for meeting in process["meetings"])
