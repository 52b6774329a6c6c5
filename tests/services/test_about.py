"""People say what statements are about, and builds abide by it and learn from it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from stocktake.errors import NotFoundError, SettingsError, StocktakeError, UsageError
from stocktake.model import Assignment, Basis, ReviewState, SchemeKind, Statement, Stock
from stocktake.services import about, adding, building, reporting, showing
from stocktake.services.about import Change
from stocktake.services.workspace import Workspace
from tests import world

AT = "2031-04-01T10:00:00+00:00"


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    folder = tmp_path_factory.mktemp("about")
    workspace = world.make_workspace(folder / "workspace")
    adding.add(workspace, [world.write_inputs(folder / "inputs")])
    building.build(workspace, 1)
    return workspace


@pytest.fixture
def built(original: Workspace, tmp_path: Path) -> Workspace:
    """A copy of a workspace of which stock was taken."""
    return Workspace(shutil.copytree(original.root, tmp_path / "workspace"))


def on_data(workspace: Workspace) -> Statement:
    """What Freedonia asks on data."""
    found = reporting.last_stock(workspace).statements
    return next(item for item in found if "better data" in item.content.text)


def of(stock: Stock, statement: Statement, kind: SchemeKind) -> list[Assignment]:
    return [
        item
        for item in stock.assignments
        if item.statement_id == statement.id and item.scheme is kind
    ]


def after(workspace: Workspace, *changes: Change) -> list[Assignment]:
    """The themes of what Freedonia asks on data, rebuilt after *changes*."""
    statement = on_data(workspace)
    for change in changes:
        about.change(workspace, change, "J. Doe", AT)
    return of(building.build(workspace, 1).stock, statement, SchemeKind.THEMES)


def test_a_person_adds_and_removes_themes(built: Workspace) -> None:
    change = Change(on_data(built).id[:8], add=("borders",), remove=("data",))
    assert [(item.code, item.basis) for item in after(built, change)] == [("borders", Basis.PERSON)]


def test_a_second_change_adds_to_the_first(built: Workspace) -> None:
    id_ = on_data(built).id
    found = after(built, Change(id_, add=("borders",)), Change(id_, remove=("data",)))
    assert [item.code for item in found] == ["borders"]


def test_what_is_confirmed_keeps_its_terms(built: Workspace) -> None:
    [found] = after(built, Change(on_data(built).id))
    assert (found.basis, [term.text for term in found.terms]) == (
        Basis.PERSON,
        ["data on migration"],
    )


def test_the_machine_value_is_kept_beside_the_human_one(built: Workspace) -> None:
    [review] = about.change(built, Change(on_data(built).id, add=("borders",)), "J. Doe", AT)
    assert (review.machine_value, review.human_value, review.state) == (
        "data",
        "borders; data",
        ReviewState.EDITED,
    )


def test_a_lens_is_named_with_its_scheme(built: Workspace) -> None:
    statement = on_data(built)
    about.change(built, Change(statement.id, remove=("lenses:data",)), "J. Doe", AT)
    stock = building.build(built, 1).stock
    assert "data" not in [item.code for item in of(stock, statement, SchemeKind.LENSES)]


def test_the_statement_itself_stays_unjudged(built: Workspace) -> None:
    after(built, Change(on_data(built).id))
    assert on_data(built).review is ReviewState.MACHINE


def test_many_labels_are_taken_in_from_a_table(built: Workspace, tmp_path: Path) -> None:
    statement = on_data(built)
    path = tmp_path / "labels.csv"
    path.write_text(f"statement,themes,lenses\n{statement.id[:12]},borders;data,-\n", "utf-8")
    about.take_in(built, path, "J. Doe", AT)
    stock = building.build(built, 1).stock
    codes = [item.code for item in of(stock, statement, SchemeKind.THEMES)]
    assert (codes, of(stock, statement, SchemeKind.LENSES)) == (["borders", "data"], [])


def test_the_table_that_is_shown_can_be_handed_in(built: Workspace, tmp_path: Path) -> None:
    shown = [item.row for item in showing.show(built, "labels")]
    lines = [f"{row['statement']},{row['themes'] or '-'}" for row in shown]
    (tmp_path / "labels.csv").write_text("statement,themes\n" + "\n".join(lines), "utf-8")
    made = about.take_in(built, tmp_path / "labels.csv", "J. Doe", AT)
    assert {review.state for review in made} == {ReviewState.CONFIRMED}


def test_the_report_holds_themes_against_labels(built: Workspace) -> None:
    after(built, Change(on_data(built).id))
    [path] = reporting.report(built, ["md"])
    assert "agree with labels by people" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "error", "said"),
    [
        ("theme\ndata\n", SettingsError, "no column"),
        ("themes\ndata\n", SettingsError, "is missing"),
        ("statement,themes\nffffffff,data\n", SettingsError, "line 2: there is no statement"),
    ],
)
def test_a_wrong_table_is_told_what_is_wrong(
    original: Workspace, tmp_path: Path, text: str, error: type[StocktakeError], said: str
) -> None:
    (tmp_path / "labels.csv").write_text(text, encoding="utf-8")
    with pytest.raises(error, match=said):
        about.take_in(original, tmp_path / "labels.csv", "J. Doe")


@pytest.mark.parametrize(
    ("change", "error"),
    [(Change("ffffffff"), NotFoundError), (Change("abc"), NotFoundError)],
)
def test_a_statement_that_is_not_there_is_refused(
    original: Workspace, change: Change, error: type[StocktakeError]
) -> None:
    with pytest.raises(error):
        about.change(original, change, "J. Doe")


def test_a_code_that_no_scheme_has_is_refused(original: Workspace) -> None:
    with pytest.raises(UsageError, match="no 'moons'"):
        about.change(original, Change(on_data(original).id, add=("moons",)), "J. Doe")
