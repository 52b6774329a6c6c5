"""Amendments in a workspace: found in inputs, read against drafts, carried over to later ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from stocktake.errors import NotFoundError
from stocktake.model import AmendmentState
from stocktake.services import adding, amendment_rows, amendments, building, drafts, starting
from stocktake.services.drafts import About
from stocktake.services.workspace import Workspace
from tests.readers.words import p, t, word_file

ZERO = """# Agreement on ports

## Article 1

1. States shall keep ports open to all boats, as appropriate.

2. States should promote the safety of children on quays.
"""
FIRST = ZERO.replace("2. States should", "3. States should").replace(
    "as appropriate.", "day and night.\n\n2. Lighthouses shall burn whenever the fog comes in."
)
FRANCE = """In Article 1, paragraph 1, delete “as appropriate”.

In Article 1, paragraph 2, replace “should” by “shall”.
"""
REPORT = "Japan, supported by Peru, proposed replacing “should” with “may” in paragraph 2.\n"
CHANGED = (
    t("1. States ")
    + '<w:del w:author="Delegation of Kenya" w:date="2031-12-05T10:00:00Z"><w:r>'
    + '<w:delText xml:space="preserve">shall </w:delText></w:r></w:del>'
    + t("keep ports open.")
)
MANIFEST = """path,actor,kind,date
france.txt,FRA,statement,2031-12-05
report.txt,,report,2031-12-06
"""


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    folder = tmp_path_factory.mktemp("amendments")
    made = starting.init(folder / "workspace")
    inputs = folder / "inputs"
    inputs.mkdir()
    for name, words in (("france.txt", FRANCE), ("report.txt", REPORT), ("manifest.csv", MANIFEST)):
        (inputs / name).write_text(words, encoding="utf-8")
    adding.add(made, [inputs])
    building.build(made)
    for name, words, day in (("zero.md", ZERO, "2031-12-04"), ("first.md", FIRST, "2032-01-10")):
        (folder / name).write_text(words, encoding="utf-8")
        drafts.add(made, folder / name, About(date=day))
    return made


def states(workspace: Workspace, label: str) -> list[tuple[str, AmendmentState]]:
    results = amendments.on_draft(workspace, label).results
    return sorted((item.amendment.new or "-", item.state) for item in results)


def test_amendments_are_read_against_the_draft_that_stood(workspace: Workspace) -> None:
    assert states(workspace, "zero") == [
        ("-", AmendmentState.APPLIED),
        ("may", AmendmentState.OVERLAPS),
        ("shall", AmendmentState.OVERLAPS),
    ]


def test_on_a_later_draft_those_to_changed_text_are_to_be_confirmed(workspace: Workspace) -> None:
    assert ("-", AmendmentState.BASE_CHANGED) in states(workspace, "first")


def test_on_a_later_draft_the_others_follow_their_provision(workspace: Workspace) -> None:
    results = amendments.on_draft(workspace, "first").results
    moved = [item.provision_id for item in results if item.amendment.new]
    assert moved == ["art_1__para_3", "art_1__para_3"]


def test_every_amendment_is_proven_by_its_words(workspace: Workspace) -> None:
    found = amendments.on_draft(workspace, "zero").proposed
    for item in found.amendments:
        assert item.quotation
        text = found.documents[item.document_id or ""].text
        assert text[item.quotation.start : item.quotation.end] == item.quotation.text


def test_rows_tell_who_and_what_stands_against_it(workspace: Workspace) -> None:
    rows = amendment_rows.rows(amendments.on_draft(workspace, "zero"), "Article 1, paragraph 2")
    told = [(row["proposed by"], row["supported by"], row["source"]) for row in rows]
    assert sorted(told) == [("France", "", "france.txt"), ("Japan", "Peru", "report.txt")]
    assert all(row["in conflict with"] for row in rows)


def test_rows_of_one_actor_hold_what_it_supports_too(workspace: Workspace) -> None:
    rows = amendment_rows.rows(amendments.on_draft(workspace, "zero"), actor="peru")
    assert [row["new words"] for row in rows] == ["may"]


def test_without_a_draft_what_to_do_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="draft add"):
        amendments.on_draft(starting.init(tmp_path / "workspace"))


def test_tracked_changes_of_an_input_are_amendments_of_their_author(tmp_path: Path) -> None:
    made = starting.init(tmp_path / "workspace")
    (tmp_path / "sent.docx").write_bytes(word_file(p(t("Article 1")) + p(CHANGED)))
    (tmp_path / "zero.md").write_text("Article 1\n\n1. States shall keep ports open.\n")
    adding.add(made, [tmp_path / "sent.docx"])
    building.build(made)
    drafts.add(made, tmp_path / "zero.md")
    [row] = amendment_rows.rows(amendments.on_draft(made))
    assert (row["proposed by"], row["old words"], row["state"]) == ("Kenya", "shall", "applied")
