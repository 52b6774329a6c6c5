"""Looking into a stock: show, search, report, extract."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import stocktake
from stocktake.errors import NotFoundError, UsageError
from stocktake.services import adding, building, extracting, reporting, showing
from stocktake.services.workspace import Workspace
from tests import world


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    folder = tmp_path_factory.mktemp("asking")
    workspace = world.make_workspace(folder / "workspace")
    adding.add(workspace, [world.write_inputs(folder / "inputs")])
    building.build(workspace, 1)
    return workspace


@pytest.mark.parametrize("part", showing.PARTS)
def test_every_part_has_rows_of_one_shape(built: Workspace, part: str) -> None:
    assert len({tuple(item.row) for item in showing.show(built, part)}) <= 1


@pytest.mark.parametrize("part", showing.PARTS)
def test_every_record_can_be_written_as_json(built: Workspace, part: str) -> None:
    records = [item.record for item in showing.show(built, part)]
    assert json.loads(json.dumps(records, default=str)) is not None


def test_the_parts_that_matter_are_there(built: Workspace) -> None:
    found = {part for part in showing.PARTS if showing.show(built, part)}
    assert {"actors", "inputs", "ledger", "proposals", "statements", "themes"} <= found


def test_an_unknown_part_is_answered_with_those_there_are(built: Workspace) -> None:
    with pytest.raises(UsageError, match="proposals"):
        showing.show(built, "poems")


def test_showing_before_building_says_what_to_run(workspace: Workspace) -> None:
    with pytest.raises(NotFoundError, match="stocktake build"):
        showing.show(workspace, "actors")


def test_a_report_is_written_in_every_format(built: Workspace) -> None:
    written = reporting.report(built)
    assert [path.suffix for path in written] == [".html", ".md", ".docx", ".json"]


def test_one_format_can_go_into_a_file_of_ones_own(built: Workspace, tmp_path: Path) -> None:
    [path] = reporting.report(built, ["md"], tmp_path / "mine.md")
    assert path == tmp_path / "mine.md"


def test_an_unknown_format_is_answered_with_those_there_are(built: Workspace) -> None:
    with pytest.raises(UsageError, match="html"):
        reporting.report(built, ["papyrus"])


def test_the_words_of_process_toml_are_those_of_the_report(
    workspace: Workspace, inputs: Path
) -> None:
    with workspace.process_file.open("a", encoding="utf-8") as file:
        file.write('\n[[wording]]\nword = "umpteen"\ncount = 0\n')
    words = workspace.lexicon / "wording" / "words.toml"
    words.parent.mkdir(parents=True)
    words.write_text('grammar = ["umpteen"]', encoding="utf-8")
    adding.add(workspace, [inputs])
    building.build(workspace, 1)
    [path] = reporting.report(workspace, ["md"])
    assert "umpteen" in path.read_text(encoding="utf-8")


TEXT = "Brazil supports open data."


def test_statements_of_a_text_need_no_workspace() -> None:
    [statement] = stocktake.extract(TEXT)
    assert (statement.content.text, statement.actors[0].id) == ("open data", "BRA")


def test_the_first_person_is_the_author() -> None:
    [statement] = stocktake.extract("We call on States to share data.", author="Brazil")
    assert [actor.id for actor in statement.actors] == ["BRA"]


def test_an_author_nobody_knows_is_named() -> None:
    with pytest.raises(NotFoundError, match="'utopia'"):
        stocktake.extract(TEXT, author="utopia")


@given(st.text(max_size=200) | st.text("We call on Brazil to.\n", max_size=200))
@settings(max_examples=60, deadline=None)
def test_every_quotation_of_any_text_stands_in_it(text: str) -> None:
    for statement in stocktake.extract(text):
        content = statement.content
        assert text[content.start : content.end] == content.text


def test_lines_are_texts_of_their_own() -> None:
    found = list(extracting.extract_lines([TEXT, "", "Japan opposes this proposal."]))
    assert [item.line for item in found] == [1, 3]


def test_an_object_has_the_keys_of_the_contract_in_their_order() -> None:
    [item] = extracting.extract_lines([TEXT])
    keys = "line page language sentence start end actors act stance cue negated content context"
    assert " ".join(extracting.contract(item)) == f"{keys} confidence"


def test_a_file_is_read_as_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(f"<html><body><p>{TEXT}</p></body></html>")
    [item] = extracting.extract_file(path)
    assert item.statement.content.text == "open data"


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="none"):
        extracting.extract_file(tmp_path / "none")


def test_rows_can_be_written_as_csv(built: Workspace, tmp_path: Path) -> None:
    rows = [item.row for item in showing.show(built, "inputs")]
    with (tmp_path / "a.csv").open("w", newline="") as file:
        csv.DictWriter(file, list(rows[0])).writerows(rows)
    assert len((tmp_path / "a.csv").read_text().splitlines()) >= len(rows)
