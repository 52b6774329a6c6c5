"""Drafts in a workspace: taken in from files of each kind, corrected, found again."""

from __future__ import annotations

from pathlib import Path

import pytest

from stocktake import legal, store
from stocktake.errors import NotFoundError, ReadError, SettingsError, UsageError
from stocktake.model import DraftForm
from stocktake.services import drafts, starting, verifying
from stocktake.services.drafts import About
from stocktake.services.workspace import Workspace

TEXT = "Article 1 (Ports)\r\n\r\n1. States [shall][should] keep ports open.\r\n"
HTML = "<html><body><main><h1>Article 1</h1><p>1. States [shall] keep ports open.</p></main></body>"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return starting.init(tmp_path / "workspace")


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "4-dec-2031.txt"
    path.write_bytes(TEXT.encode())
    return path


def test_a_text_is_kept_character_by_character(workspace: Workspace, text: Path) -> None:
    drafts.add(workspace, text)
    assert drafts.one(workspace).draft.text == TEXT


def test_label_and_date_come_from_the_name_of_the_file(workspace: Workspace, text: Path) -> None:
    version = drafts.add(workspace, text).version
    assert (version.label, version.date) == ("4-dec-2031", "2031-12-04")


def test_what_a_person_says_stands_before_the_name(workspace: Workspace, text: Path) -> None:
    version = drafts.add(workspace, text, About("zero", "2031-11", "first", "Chair")).version
    assert (version.label, version.date, version.issued_by) == ("zero", "2031-11", "Chair")


def test_the_same_file_again_corrects_what_is_said_of_it(workspace: Workspace, text: Path) -> None:
    drafts.add(workspace, text, About(label="zero", round="first"))
    drafts.add(workspace, text, About(label="one"))
    [version] = drafts.versions(workspace)
    assert (version.label, version.round) == ("one", "first")


def test_a_label_is_that_of_one_file(workspace: Workspace, text: Path, tmp_path: Path) -> None:
    drafts.add(workspace, text, About("zero"))
    other = tmp_path / "other.md"
    other.write_text("# Article 2\n")
    with pytest.raises(UsageError, match="--label"):
        drafts.add(workspace, other, About("zero"))


def test_drafts_stand_in_the_order_of_their_dates(workspace: Workspace, tmp_path: Path) -> None:
    for name, date in (("b", "2032"), ("c", None), ("a", "2031-05")):
        (tmp_path / f"{name}.txt").write_text(f"Article {ord(name)}\n")
        drafts.add(workspace, tmp_path / f"{name}.txt", About(date=date))
    assert [version.label for version in drafts.versions(workspace)] == ["a", "b", "c"]


def test_a_page_of_the_web_is_parsed_as_its_reader_gives_it(
    workspace: Workspace, tmp_path: Path
) -> None:
    (tmp_path / "draft.html").write_text(HTML)
    one = drafts.add(workspace, tmp_path / "draft.html")
    assert one.version.form is DraftForm.DOCUMENT
    assert [item.id for item in one.draft.provisions] == ["art_1", "art_1__para_1"]


def test_akoma_ntoso_comes_back_as_the_draft_it_was_written_of(
    workspace: Workspace, tmp_path: Path
) -> None:
    draft = legal.parse_draft(TEXT)
    (tmp_path / "draft.xml").write_bytes(legal.write_akn(draft, legal.Version()))
    drafts.add(workspace, tmp_path / "draft.xml")
    assert drafts.one(workspace, "draft").draft == draft


def test_a_draft_is_no_input_of_the_stock(workspace: Workspace, text: Path) -> None:
    drafts.add(workspace, text)
    with workspace.store() as base, base.reading() as connection:
        assert store.taken(connection) == []


def test_verify_looks_at_the_files_of_drafts(workspace: Workspace, text: Path) -> None:
    sha256 = drafts.add(workspace, text).version.source
    original = workspace.originals / sha256[:2] / sha256
    original.chmod(0o644)
    original.write_text("forged")
    assert [fault.what for fault in verifying.verify(workspace).faults] == [
        "is not what was handed in: its sha256 is another."
    ]


def test_an_unknown_label_names_those_there_are(workspace: Workspace, text: Path) -> None:
    drafts.add(workspace, text)
    with pytest.raises(NotFoundError, match="There are: 4-dec-2031"):
        drafts.one(workspace, "none")


def test_without_drafts_the_command_to_add_one_is_named(workspace: Workspace) -> None:
    with pytest.raises(NotFoundError, match="stocktake draft add"):
        drafts.one(workspace)


def test_a_date_that_is_none_is_refused(workspace: Workspace, text: Path) -> None:
    with pytest.raises(SettingsError, match="2017-12-04"):
        drafts.add(workspace, text, About(date="soon"))


def test_a_damaged_file_leaves_nothing_behind(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "draft.xml").write_text("<akomaNtoso><broken>")
    with pytest.raises(ReadError):
        drafts.add(workspace, tmp_path / "draft.xml")
    assert drafts.versions(workspace) == ()
