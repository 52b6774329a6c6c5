"""A report without attribution carries nothing that leads to an actor, in any format."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from stocktake.errors import DisclosureError, SettingsError
from stocktake.services import adding, building, process_file, reporting, starting
from stocktake.services.nonattribution import telltales
from stocktake.services.workspace import Workspace

SPEAKERS = {
    "Oman": "en",
    "Georgia": "en",
    "Chad": "en",
    "Turkey": "en",
    "United States of America": "en",
    "France": "fr",
}
SAID = {
    "en": "We call on all States to protect migrant children. {name} supports the global compact "
    "for migration. We support {name} in its request for data on remittances.",
    "fr": "{name} appuie le pacte mondial pour des migrations sûres.",
}
PROCESS = """
title = "Compact on harbours"
[[meetings]]
id = "first"
title = "First meeting"
place = "Muscat, Oman"
[[meetings.chairs]]
name = "Arvid Lanternhill"
state = "OMN"
"""
SPACED = re.compile(r"[\u0000-\u05ff]+")


@pytest.fixture(scope="module")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    folder = tmp_path_factory.mktemp("unattributed")
    process = folder / "process.toml"
    process.write_text(PROCESS, encoding="utf-8")
    workspace = starting.init(folder / "workspace", process=process)
    (folder / "inputs").mkdir()
    for name, language in SPEAKERS.items():
        text = f"Statement by {name}\n\n4 March 2031\n\n{SAID[language].format(name=name)}"
        (folder / "inputs" / f"statement-{name.lower()}.txt").write_text(text, encoding="utf-8")
    adding.add(workspace, [folder / "inputs"])
    building.build(workspace, 1)
    return workspace


def unpacked(path: Path) -> Iterator[str]:
    """The texts of a file and, if it is an archive, of its members."""
    data = path.read_bytes()
    if not zipfile.is_zipfile(path):
        yield data.decode()
        return
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            yield name
            yield archive.read(name).decode("utf-8", "replace")


def stands(name: str, text: str) -> bool:
    """Whether a name stands in a text, as a word where its script sets words apart."""
    if SPACED.fullmatch(name):
        return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None
    return name in text


@pytest.fixture(scope="module")
def texts(spoken: Workspace) -> list[str]:
    paths = reporting.report(spoken, unattributed=True)
    return [text for path in paths for text in unpacked(path)]


def test_no_name_of_any_actor_stands_in_any_format(spoken: Workspace, texts: list[str]) -> None:
    names = telltales(spoken, reporting.last_stock(spoken)).names
    assert len(names) > 80
    assert [name for name in names for text in texts if stands(name, text)] == []


def test_no_file_name_title_or_hash_of_an_input_stands_in_any_format(
    spoken: Workspace, texts: list[str]
) -> None:
    inputs = reporting.last_stock(spoken).inputs
    leads = [lead for item in inputs for lead in (item.name, item.title, item.id[:8])]
    assert [lead for lead in leads for text in texts if lead in text] == []


def test_no_document_or_statement_can_be_told_by_its_hash(
    spoken: Workspace, texts: list[str]
) -> None:
    made = reporting.last_stock(spoken).statements
    ids = {id_[:8] for item in made for id_ in (item.id, item.document_id)}
    assert [id_ for id_ in ids for text in texts if id_ in text] == []


def test_what_enough_actors_ask_is_shown(texts: list[str]) -> None:
    assert any("“call on all States to protect migrant children”" in text for text in texts)


def test_how_many_is_said_in_words(texts: list[str]) -> None:
    assert any(
        "Fewer than 3 actors are against" in text or "No actors are against" in text
        for text in texts
    )


def test_the_attributed_report_is_left_as_it_is(spoken: Workspace) -> None:
    [named] = reporting.report(spoken, ["md"])
    [bare] = reporting.report(spoken, ["md"], unattributed=True)
    assert (named.name, bare.name) == (
        "stocktaking-report.md",
        "stocktaking-report-unattributed.md",
    )
    assert "Georgia" in named.read_text(encoding="utf-8")


def test_process_toml_can_ask_for_it_always_and_leave_wordings_out(spoken: Workspace) -> None:
    before = spoken.process_file.read_text(encoding="utf-8")
    asked = "[unattributed]\nalways = true\nwordings = false\n"
    spoken.process_file.write_text(f"{before}\n{asked}", encoding="utf-8")
    [path] = reporting.report(spoken, ["md"])
    spoken.process_file.write_text(before, encoding="utf-8")
    assert "“call on" not in path.read_text(encoding="utf-8")


def test_too_few_actors_are_not_reported_on(spoken: Workspace) -> None:
    before = spoken.process_file.read_text(encoding="utf-8")
    spoken.process_file.write_text(f"{before}\n[unattributed]\nleast = 50\n", encoding="utf-8")
    with pytest.raises(DisclosureError, match="too few actors are heard"):
        reporting.report(spoken, ["md"], unattributed=True)
    spoken.process_file.write_text(before, encoding="utf-8")


def test_a_least_number_that_hides_nobody_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "process.toml"
    path.write_text('title = "P"\n[unattributed]\nleast = 1\n', encoding="utf-8")
    with pytest.raises(SettingsError, match="too small to hide an actor"):
        process_file.load(path)
