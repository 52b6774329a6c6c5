"""Facts are judged by people, and builds abide by it."""

from __future__ import annotations

import dataclasses
import shutil
from pathlib import Path

import pytest

from stocktake.errors import NotFoundError, UsageError
from stocktake.model import Fact, FactKind, Review, ReviewState
from stocktake.model.fact_reviews import fact_decisions, field_of
from stocktake.services import adding, building, reporting, showing
from stocktake.services.judging_facts import FactJudgement, is_fact, judge
from stocktake.services.reviewed_facts import applied, lost
from stocktake.services.workspace import Workspace
from tests import world

AT = "2031-04-01T10:00:00+00:00"
TEXT = "The stocktaking meeting was held in Zenda from 4 to 6 December 2030.\n"
CONFIRMED, EDITED, REJECTED = ReviewState.CONFIRMED, ReviewState.EDITED, ReviewState.REJECTED


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    folder = tmp_path_factory.mktemp("facts")
    workspace = world.make_workspace(folder / "workspace")
    (folder / "note.txt").write_text(TEXT, encoding="utf-8")
    adding.add(workspace, [folder / "note.txt"])
    building.build(workspace, 1)
    return workspace


@pytest.fixture
def built(original: Workspace, tmp_path: Path) -> Workspace:
    """A copy of a workspace with one fact."""
    return Workspace(shutil.copytree(original.root, tmp_path / "workspace"))


def meeting(workspace: Workspace) -> Fact:
    [fact] = reporting.last_stock(workspace).facts
    return fact


def after(workspace: Workspace, verdict: str, *values: str) -> tuple[Fact, ...]:
    judge(workspace, FactJudgement(meeting(workspace).id[:8], verdict, values), "J. Doe", AT)
    return building.build(workspace, 1).stock.facts


def test_a_rejected_fact_enters_no_stock(built: Workspace) -> None:
    assert after(built, "reject") == ()


def test_a_confirmed_fact_says_so(built: Workspace) -> None:
    assert [fact.review for fact in after(built, "confirm")] == [CONFIRMED]


def test_an_edited_value_keeps_the_words_it_was_read_from(built: Workspace) -> None:
    [fact] = after(built, "edit", "place=Zenda, Ruritania")
    told = [(item.value, item.quotation.text) for item in fact.all("place")]
    assert told == [("Zenda, Ruritania", "Zenda")]


def test_an_empty_value_is_taken_out(built: Workspace) -> None:
    [fact] = after(built, "edit", "place=")
    assert (fact.get("place"), fact.review) == (None, EDITED)


def test_what_nobody_reviewed_is_listed_for_review(built: Workspace) -> None:
    before = len(showing.show(built, "review-facts"))
    after(built, "confirm")
    assert (before, len(showing.show(built, "review-facts"))) == (1, 0)


def test_the_word_of_people_is_listed_beside_that_of_the_machine(built: Workspace) -> None:
    after(built, "edit", "dates=2030-12-05")
    [review] = reporting.last_stock(built).reviews
    told = (review.machine_value, review.human_value)
    assert told == ("2030-12-04/2030-12-06", "2030-12-05")


@pytest.mark.parametrize(
    ("verdict", "values"),
    [
        ("maybe", ()),
        ("edit", ()),
        ("edit", ("dates=soon",)),
        ("edit", ("colour=blue",)),
        ("confirm", ("place=Klow",)),
    ],
)
def test_what_cannot_be_said_is_refused(
    built: Workspace, verdict: str, values: tuple[str, ...]
) -> None:
    with pytest.raises(UsageError):
        after(built, verdict, *values)


def test_an_unknown_fact_is_named(built: Workspace) -> None:
    with pytest.raises(NotFoundError):
        judge(built, FactJudgement("0123456789", "confirm"), "J. Doe", AT)


def test_the_beginning_of_an_id_tells_a_fact(built: Workspace) -> None:
    assert (is_fact(built, meeting(built).id[:6]), is_fact(built, "facts")) == (True, False)


def said(fact: Fact, state: ReviewState, name: str = "", value: str = "") -> Review:
    return Review("r", fact.id, state, field_of(name), "", value, "J. Doe", AT)


def again(fact: Fact) -> Fact:
    """What a later version of the machine reads at the same place."""
    return dataclasses.replace(fact, id="later", attributes=fact.attributes[:2])


@pytest.mark.parametrize(("state", "ids"), [(CONFIRMED, ["old"]), (REJECTED, [])])
def test_a_review_holds_when_the_machine_reads_more(
    original: Workspace, state: ReviewState, ids: list[str]
) -> None:
    fact = dataclasses.replace(meeting(original), id="old")
    left = applied([again(fact)], [fact], fact_decisions([said(fact, state)]))
    assert [item.id for item in left] == ids


def test_where_a_decision_was_taken_back_the_machine_decides(original: Workspace) -> None:
    fact = dataclasses.replace(meeting(original), id="old")
    undone = fact_decisions([said(fact, CONFIRMED), said(fact, ReviewState.MACHINE)])
    assert applied([again(fact)], [fact], undone) == [again(fact)]


def test_another_fact_in_the_sentence_stays(original: Workspace) -> None:
    fact = dataclasses.replace(meeting(original), id="old")
    other = dataclasses.replace(again(fact), kind=FactKind.MILESTONE)
    left = applied([other], [fact], fact_decisions([said(fact, REJECTED)]))
    assert left == [other]


def test_to_confirm_takes_earlier_edits_back(original: Workspace) -> None:
    fact = meeting(original)
    reviews = [said(fact, EDITED, "place", "Klow"), said(fact, CONFIRMED)]
    [left] = applied([fact], [], fact_decisions(reviews))
    assert left == dataclasses.replace(fact, review=CONFIRMED)


def test_a_decision_whose_text_is_gone_is_an_issue(original: Workspace) -> None:
    [issue] = lost([meeting(original)], set())
    assert issue.kind == "review without its passage"
