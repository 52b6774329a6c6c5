"""Statements are judged by people, and builds abide by it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from stocktake.errors import NotFoundError, StocktakeError, UsageError
from stocktake.model import Review, ReviewState, Statement, Stock
from stocktake.services import adding, building, reporting, showing
from stocktake.services.judging import Judgement, judge
from stocktake.services.workspace import Workspace
from tests import world

AT = "2031-04-01T10:00:00+00:00"


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    folder = tmp_path_factory.mktemp("judging")
    workspace = world.make_workspace(folder / "workspace")
    adding.add(workspace, [world.write_inputs(folder / "inputs")])
    building.build(workspace, 1)
    return workspace


@pytest.fixture
def built(original: Workspace, tmp_path: Path) -> Workspace:
    """A copy of a workspace of which stock was taken."""
    return Workspace(shutil.copytree(original.root, tmp_path / "workspace"))


def opposing(workspace: Workspace) -> Statement:
    """What Ruritania said against the compact."""
    found = reporting.last_stock(workspace).statements
    return next(item for item in found if item.content.text.startswith("the global compact for"))


def after(workspace: Workspace, *judgements: Judgement) -> Stock:
    for judgement in judgements:
        judge(workspace, judgement, "J. Doe", AT)
    return building.build(workspace, 1).stock


def state_of(stock: Stock, statement: Statement) -> ReviewState | None:
    return next((item.review for item in stock.statements if item.id == statement.id), None)


def test_a_rejected_statement_enters_no_stock(built: Workspace) -> None:
    statement = opposing(built)
    assert state_of(after(built, Judgement(statement.id, "reject")), statement) is None


def test_what_was_rejected_can_be_confirmed_later(built: Workspace) -> None:
    statement = opposing(built)
    stock = after(built, Judgement(statement.id, "reject"), Judgement(statement.id, "confirm"))
    assert state_of(stock, statement) is ReviewState.CONFIRMED


def test_the_machine_value_is_kept_beside_the_human_one(built: Workspace) -> None:
    statement = opposing(built)
    edit = Judgement(statement.id[:8], "edit", act="regrets", note="It only regretted it.")
    [review] = judge(built, edit, "J. Doe", AT)
    assert (review.machine_value, review.human_value) == (statement.act.value, "regrets")


def test_to_support_is_to_be_in_favour(built: Workspace) -> None:
    statement = opposing(built)
    reviews = judge(built, Judgement(statement.id, "edit", act="supports"), "J. Doe", AT)
    assert [(item.field, item.human_value) for item in reviews] == [
        ("act", "supports"),
        ("stance", "supports"),
    ]


def test_an_actor_is_given_by_name(built: Workspace) -> None:
    edit = Judgement(opposing(built).id, "edit", actors=("Freedonia", "XSY"))
    [review] = judge(built, edit, "J. Doe", AT)
    assert review.human_value == "XFR; XSY"


def test_the_queue_begins_with_the_least_certain(built: Workspace) -> None:
    shown = [item.row["confidence"] for item in showing.show(built, "review")]
    assert shown == sorted(shown)


def test_the_queue_says_why_a_statement_is_doubtful(built: Workspace) -> None:
    assert {bool(item.row["why"]) for item in showing.show(built, "review")} == {True}


def test_what_was_reviewed_leaves_the_queue(built: Workspace) -> None:
    statement = opposing(built)
    after(built, Judgement(statement.id, "confirm"))
    assert statement.id[:12] not in {item.row["id"] for item in showing.show(built, "review")}


def test_the_reviews_can_be_seen(built: Workspace) -> None:
    after(built, Judgement(opposing(built).id, "reject", note="A question."))
    [shown] = showing.show(built, "reviews")
    assert (shown.row["state"], shown.row["note"]) == ("rejected", "A question.")


def test_the_report_counts_and_marks_what_was_reviewed(built: Workspace) -> None:
    after(built, Judgement(opposing(built).id, "confirm"))
    [path] = reporting.report(built, ["md"])
    text = path.read_text(encoding="utf-8")
    assert "1 statement was confirmed by a person" in text
    assert "confirmed by a person]" in text


@pytest.mark.parametrize(
    ("judgement", "error"),
    [
        (Judgement("", "like"), UsageError),
        (Judgement("", "edit"), UsageError),
        (Judgement("", "edit", act="sings"), UsageError),
        (Judgement("", "confirm", act="supports"), UsageError),
        (Judgement("", "edit", actors=("Nowhere Land",)), NotFoundError),
        (Judgement("abc", "confirm"), NotFoundError),
        (Judgement("ffffffff", "confirm"), NotFoundError),
    ],
)
def test_what_cannot_be_judged_is_refused(
    workspace: Workspace, judgement: Judgement, error: type[StocktakeError]
) -> None:
    with pytest.raises(error):
        judge(workspace, judgement, "J. Doe")


def test_reviews_made_twice_are_two(built: Workspace) -> None:
    confirm = Judgement(opposing(built).id, "confirm")
    made: list[Review] = [*judge(built, confirm, "J.", AT), *judge(built, confirm, "J.", AT)]
    assert len({review.id for review in made}) == 2


def test_a_span_that_was_marked_holds_in_the_next_stock(built: Workspace) -> None:
    statement = opposing(built)
    start, end = statement.content.start, statement.content.start + len("the global compact")
    stock = after(built, Judgement(statement.id, "edit", span=(start, end)))
    found = next(item for item in stock.statements if item.id == statement.id)
    assert (found.content.text, found.review) == ("the global compact", ReviewState.EDITED)


def test_a_span_wider_than_its_sentence_widens_it(built: Workspace) -> None:
    statement = opposing(built)
    start, end = statement.content.start, statement.sentence.end
    stock = after(built, Judgement(statement.id, "edit", span=(start, end)))
    found = next(item for item in stock.statements if item.id == statement.id)
    assert found.sentence.text.endswith(found.content.text)


def test_a_span_keeps_the_words_of_the_machine_beside_those_of_the_person(
    built: Workspace,
) -> None:
    statement = opposing(built)
    start = statement.content.start
    [kept] = judge(built, Judgement(statement.id, "edit", span=(start, start + 10)), "J. Doe", AT)
    assert kept.machine_value.endswith(statement.content.text)
    assert kept.human_value == f"{start}-{start + 10} {statement.content.text[:10]}"


@pytest.mark.parametrize("span", [(0, 10**6), (5, 5), (9, 3)])
def test_a_span_outside_its_paragraph_is_refused(built: Workspace, span: tuple[int, int]) -> None:
    with pytest.raises(UsageError):
        judge(built, Judgement(opposing(built).id, "edit", span=span), "J. Doe", AT)
