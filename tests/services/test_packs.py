"""Packs for the sessions of a workspace's programme."""

from __future__ import annotations

from pathlib import Path

import pytest

from stocktake.errors import DisclosureError, NotFoundError, SettingsError
from stocktake.services import adding, building, packs
from stocktake.services.workspace import Workspace
from tests import world
from tests.reports import reading
from tests.services import meeting

MANIFEST = "path,meeting,session\nfreedonia.txt,first,opening\nruritania.txt,first,first/piers\n"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    folder = tmp_path_factory.mktemp("packs")
    made = meeting.make(folder / "w")
    inputs = world.write_inputs(folder / "in")
    (inputs / "manifest.csv").write_text(MANIFEST, encoding="utf-8")
    adding.add(made, [inputs])
    building.build(made, 1)
    return made


@pytest.mark.parametrize(("which", "title"), [("opening", "Opening"), ("first/piers", "Piers")])
def test_a_session_is_named_by_its_id_with_or_without_its_meeting(
    place: Workspace, which: str, title: str
) -> None:
    assert packs.pack(place, which).title == f"Pack: {title}"


@pytest.mark.parametrize(("which", "who"), [("opening", "Freedonia"), ("piers", "Ruritania")])
def test_what_the_manifest_ties_to_a_session_comes_back_in_its_pack(
    place: Workspace, which: str, who: str
) -> None:
    said = reading.tables(packs.pack(place, which))["pack-said"]
    assert {row[0].text for row in said.rows} == {who}


def test_a_group_on_a_dimension_gets_it(place: Workspace) -> None:
    assert "dimension-local" in {section.id for section in packs.pack(place, "piers").walk()}


def test_a_session_that_is_not_there_is_answered_with_those_there_are(place: Workspace) -> None:
    with pytest.raises(NotFoundError, match="first/opening, first/piers"):
        packs.pack(place, "closing")


def test_a_dimension_that_the_scheme_has_not_is_named(place: Workspace, tmp_path: Path) -> None:
    text = place.process_file.read_text(encoding="utf-8")
    place.process_file.write_text(text.replace('"local"', '"lokal"'), encoding="utf-8")
    with pytest.raises(SettingsError, match=r"'lokal'.*One of: human"):
        packs.pack(place, "piers")
    place.process_file.write_text(text, encoding="utf-8")


def test_a_process_that_names_nobody_has_no_packs(place: Workspace) -> None:
    text = place.process_file.read_text(encoding="utf-8")
    place.process_file.write_text(f"{text}\n[unattributed]\nalways = true\n", encoding="utf-8")
    with pytest.raises(DisclosureError, match="without attribution"):
        packs.pack(place, "piers")
    place.process_file.write_text(text, encoding="utf-8")


def test_a_pack_is_written_under_the_name_of_its_session(place: Workspace, tmp_path: Path) -> None:
    assert packs.write(place, "first/piers", "docx", tmp_path).name == "pack-first-piers.docx"
