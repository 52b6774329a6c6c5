"""Commands on what became of what was asked, in a workspace with two drafts."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from stocktake.services import adding, building, drafts
from stocktake.services.drafts import About
from stocktake.services.workspace import Workspace
from tests import world
from tests.cli.conftest import Outcome

Run = Callable[..., Outcome]
FIRST = """# Article 1

1. Protect migrant children in every harbour.
2. Collect better data on migration.
3. Paint all harbours blue in spring and green in autumn.
"""
SECOND = FIRST.replace("2. Collect better data on migration.", "2. Count the boats at noon.")


@pytest.fixture(scope="module")
def traced(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    folder = tmp_path_factory.mktemp("tracing")
    workspace = world.make_workspace(folder / "workspace")
    adding.add(workspace, [world.write_inputs(folder / "inputs")])
    building.build(workspace, 1)
    for number, text in enumerate((FIRST, SECOND), start=1):
        path = folder / f"draft{number}.md"
        path.write_text(text)
        drafts.add(workspace, path, About(date=f"2031-0{number + 5}"))
    return workspace


def rows(cli: Run, workspace: Workspace, *more: object) -> list[dict[str, Any]]:
    done = cli("draft", "trace", "-w", workspace.root, "--format", "json", *more)
    return list(json.loads(done.out))


def ask(found: list[dict[str, Any]], words: str) -> dict[str, Any]:
    return next(row for row in found if words in row["asked"])


def test_an_ask_is_shown_with_the_words_of_the_text(cli: Run, traced: Workspace) -> None:
    row = ask(rows(cli, traced, "--actor", "Freedonia"), "children")
    assert (row["status"], row["text"]) == (
        "reflected",
        "Protect migrant children in every harbour.",
    )


def test_what_fell_out_names_the_draft_in_which_it_did(cli: Run, traced: Workspace) -> None:
    row = ask(rows(cli, traced, "--actor", "Freedonia"), "better data")
    assert (row["status"], row["before"], row["fell out"]) == ("absent", "reflected", "draft2")


def test_only_drafts_up_to_the_one_named_are_looked_at(cli: Run, traced: Workspace) -> None:
    row = ask(rows(cli, traced, "draft1", "--actor", "Freedonia"), "better data")
    assert (row["status"], row["before"]) == ("reflected", "")


def test_the_other_way_round_lists_what_no_proposal_asked_for(cli: Run, traced: Workspace) -> None:
    assert "Paint all harbours" in " ".join(row["text"] for row in rows(cli, traced, "--unasked"))


def test_a_status_alone_is_shown_if_it_is_asked_for(cli: Run, traced: Workspace) -> None:
    found = rows(cli, traced, "--status", "absent")
    assert {row["status"] for row in found} == {"absent"}


def test_what_a_person_says_holds_from_then_on(cli: Run, traced: Workspace) -> None:
    before = ask(rows(cli, traced, "--actor", "Ruritania"), "children")
    place = ("--provision", "art_1__para_1", "-w", traced.root, "--actor", "Ruritania")
    cli("draft", "judge", before["id"], "partly", *place, "--by", "Ann")
    after = ask(rows(cli, traced, "--actor", "Ruritania"), "children")
    assert (after["status"], after["review"]) == ("partly", "edited")


def test_what_a_person_said_of_it_survives_a_build(cli: Run, traced: Workspace) -> None:
    before = ask(rows(cli, traced, "--actor", "Freedonia"), "children")
    cli("draft", "judge", before["id"], "reflected", "-w", traced.root, "--actor", "Freedonia")
    building.build(traced, 1)
    assert ask(rows(cli, traced, "--actor", "Freedonia"), "children")["review"] == "confirmed"


def test_a_provision_that_is_not_there_is_refused(cli: Run, traced: Workspace) -> None:
    row = ask(rows(cli, traced, "--actor", "Freedonia"), "children")
    place = ("--provision", "art_9", "-w", traced.root, "--actor", "Freedonia")
    done = cli("draft", "judge", row["id"], "partly", *place)
    assert (done.code, "art_9" in done.err) == (2, True)


def test_the_page_holds_both_sides_word_for_word(
    cli: Run, traced: Workspace, tmp_path: Path
) -> None:
    page = tmp_path / "page.md"
    cli(
        "draft", "trace", "-w", traced.root, "--actor", "Freedonia", "--format", "md", "--out", page
    )
    text = page.read_text()
    assert "What became of what Freedonia asked for" in text
    assert "Protect migrant children in every harbour." in text


@pytest.mark.parametrize("form", ["html", "docx"])
def test_the_page_goes_into_the_report_folder(cli: Run, traced: Workspace, form: str) -> None:
    cli("draft", "trace", "-w", traced.root, "--actor", "Freedonia", "--format", form)
    assert (traced.report / f"what-became-of-it-freedonia.{form}").is_file()


def test_a_page_without_an_actor_is_refused(cli: Run, traced: Workspace) -> None:
    done = cli("draft", "trace", "-w", traced.root, "--format", "html")
    assert (done.code, "--actor" in done.err) == (2, True)


def test_the_report_says_what_became_of_the_proposals(
    cli: Run, traced: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "report.md"
    cli("report", "-w", traced.root, "--format", "md", "--out", path)
    assert "proposals were traced into the draft “draft2”" in path.read_text()
