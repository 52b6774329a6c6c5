"""What people say of amendments: entered by hand, confirmed, corrected, rejected, taken back."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from stocktake.errors import NotFoundError, SettingsError, UsageError
from stocktake.model import AmendmentAction, AmendmentState, ReviewState, Where
from stocktake.services import adding, amending, amendments, building, drafts, reporting, starting
from stocktake.services.amending_checks import Told
from stocktake.services.deciding import Person
from stocktake.services.drafts import About
from stocktake.services.workspace import Workspace

ZERO = "# Article 1\n\n1. States shall keep ports open.\n\n2. Quays are dry and dry.\n"
FIRST = "# Article 1\n\n1. States shall keep all ports open.\n\n2. Quays are dry and dry.\n"
FRANCE = "In paragraph 1, replace “shall” by “should”.\n\nDelete paragraph 2.\n"
ANA = Person("Ana", at="2031-06-01T00:00:00+00:00")
TOLD = Told(
    AmendmentAction.REPLACE,
    "Article 1, paragraph 1",
    "open",
    "open to all",
    actors=("Kenya",),
    supporters=("Peru",),
    source="plenary, 2 May",
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with a draft and an input by France, of which each test has a copy."""
    folder = tmp_path_factory.mktemp("amending")
    made = starting.init(folder / "workspace")
    (folder / "zero.md").write_text(ZERO)
    (folder / "france.txt").write_text(FRANCE)
    (folder / "manifest.csv").write_text("path,actor,kind\nfrance.txt,FRA,statement\n")
    adding.add(made, [folder / "france.txt"], folder / "manifest.csv")
    drafts.add(made, folder / "zero.md", About("zero", "2031-05"))
    building.build(made, 1)
    return made.root


@pytest.fixture
def at(built: Path, tmp_path: Path) -> Workspace:
    return Workspace(Path(shutil.copytree(built, tmp_path / "workspace")))


def states(at: Workspace, label: str | None = None) -> list[tuple[str, str, str]]:
    found = amendments.on_draft(at, label).results
    told = [(item.amendment, item.state) for item in found]
    return sorted((item.new or "-", state.value, item.review.value) for item, state in told)


def which(at: Workspace, new: str) -> str:
    found = amendments.on_draft(at).results
    return next(item.amendment.id for item in found if item.amendment.new == new)


def test_what_is_entered_stands_beside_what_was_found(at: Workspace) -> None:
    assert amending.enter(at, TOLD, ANA).state is AmendmentState.APPLIED
    assert ("open to all", "applied", "confirmed") in states(at)
    assert len(states(at)) == 3


def test_what_is_entered_tells_who_supports_it_and_its_source(at: Workspace) -> None:
    amending.enter(at, TOLD, ANA)
    found = amendments.on_draft(at).results
    entered = next(item.amendment for item in found if item.amendment.source)
    assert (entered.actors, entered.supporters) == (("KEN",), ("PER",))


def test_two_that_are_entered_on_the_same_words_are_in_conflict(at: Workspace) -> None:
    amending.enter(at, TOLD, ANA)
    amending.enter(at, replace(TOLD, new="closed", actors=("Peru",)), ANA)
    assert [state for _, state, _ in states(at)].count("overlaps") == 2


def test_on_a_new_draft_an_entered_one_waits_where_words_changed(
    at: Workspace, tmp_path: Path
) -> None:
    amending.enter(at, TOLD, ANA)
    (tmp_path / "first.md").write_text(FIRST)
    drafts.add(at, tmp_path / "first.md", About("first", "2031-07"))
    assert ("open to all", "base changed", "confirmed") in states(at)


def test_confirming_it_there_ties_it_to_the_new_words(at: Workspace, tmp_path: Path) -> None:
    amending.enter(at, TOLD, ANA)
    (tmp_path / "first.md").write_text(FIRST)
    drafts.add(at, tmp_path / "first.md", About("first", "2031-07"))
    amending.confirm(at, which(at, "open to all"), ANA)
    assert ("open to all", "applied", "confirmed") in states(at)


def test_what_is_entered_to_a_later_draft_is_not_in_an_earlier(
    at: Workspace, tmp_path: Path
) -> None:
    (tmp_path / "first.md").write_text(FIRST)
    drafts.add(at, tmp_path / "first.md", About("first", "2031-07"))
    amending.enter(at, TOLD, ANA)
    assert [new for new, _, _ in states(at, "zero")] == ["-", "should"]


def test_a_rejected_one_stays_away_and_is_listed(at: Workspace) -> None:
    amending.reject(at, which(at, "should"), ANA)
    building.build(at, 1)
    assert [new for new, _, _ in states(at)] == ["-"]
    assert [item.new for item in amendments.on_draft(at).rejected] == ["should"]


def test_what_was_rejected_comes_back_when_that_is_taken_back(at: Workspace) -> None:
    id_ = which(at, "should")
    amending.reject(at, id_, ANA)
    amending.undo(at, id_[:8], ANA)
    assert [new for new, _, _ in states(at)] == ["-", "should"]


def test_an_edited_one_keeps_what_is_not_told(at: Workspace) -> None:
    amending.edit(at, which(at, "should"), Told(new="may"), ANA)
    found = amendments.on_draft(at).results
    edited = next(item.amendment for item in found if item.amendment.new == "may")
    assert (edited.old, edited.actors, edited.review) == ("shall", ("FRA",), ReviewState.EDITED)
    assert edited.quotation


def test_an_edit_outlives_a_rebuild(at: Workspace, tmp_path: Path) -> None:
    amending.edit(at, which(at, "should"), Told(new="may"), ANA)
    (tmp_path / "more.txt").write_text("We thank the chair.\n")
    adding.add(at, [tmp_path / "more.txt"])
    building.build(at, 1)
    assert [new for new, _, _ in states(at)] == ["-", "may"]


@pytest.mark.parametrize(
    ("change", "error", "remedy"),
    [
        ({"place": "Article 9"}, NotFoundError, "stocktake draft show zero"),
        ({"old": "closed"}, NotFoundError, "States shall keep ports open"),
        ({"place": "art_1__para_2", "old": "dry"}, UsageError, "more of the words"),
        ({"actors": ("Nowhereland",)}, SettingsError, "organisations.csv"),
        ({"source": ""}, UsageError, "--source"),
        ({"new": ""}, UsageError, "--new"),
        ({"action": AmendmentAction.DELETE}, UsageError, "Leave --new away"),
        ({"date": "soon"}, SettingsError, "2030-12-31"),
    ],
)
def test_what_is_wrong_is_refused_with_what_to_do(
    at: Workspace, change: dict[str, object], error: type[Exception], remedy: str
) -> None:
    with pytest.raises(error, match=remedy):
        amending.enter(at, replace(TOLD, **change), ANA)  # type: ignore[arg-type]
    assert len(states(at)) == 2


def test_an_insertion_without_a_place_goes_to_the_end(at: Workspace) -> None:
    told = replace(TOLD, action=AmendmentAction.INSERT, old=None, new="and to all")
    assert amending.enter(at, told, ANA).amendment.where is Where.END


def test_the_stock_holds_them_and_the_report_shows_conflicts_together(
    at: Workspace, tmp_path: Path
) -> None:
    amending.enter(at, replace(TOLD, old="shall", new="may"), ANA)
    stock = building.build(at, 1).stock
    assert [item.result.state.value for item in stock.amendments] == [
        "overlaps", "overlaps", "applied",
    ]  # fmt: skip
    [path] = reporting.report(at, ["json"], tmp_path / "report.json")
    report = json.loads(path.read_text())
    [section] = [item for item in report["sections"] if item["id"] == "amendments"]
    [listing] = [block for block in section["blocks"] if block.get("type") == "listing"]
    assert len(listing["entries"][0]["blocks"][-1]["rows"]) == 2


def test_a_draft_with_struck_and_underlined_words_is_the_text_before_and_its_amendments(
    at: Workspace, tmp_path: Path
) -> None:
    page = "<html><body><h1>Article 1</h1><p>1. Ports <s>may</s> <u>shall</u> be open.</p></body>"
    (tmp_path / "marked.html").write_text(page)
    one = drafts.add(at, tmp_path / "marked.html", About("marked", "2031-09"))
    assert "1. Ports may  be open." in one.draft.text
    found = amendments.on_draft(at).results
    marked = [item for item in found if item.amendment.origin == "marked"]
    told = [(item.amendment.old, item.amendment.new, item.state.value) for item in marked]
    assert told == [("may", "shall", "applied")]
