"""People merge, split and name proposals, and builds abide by it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from stocktake.errors import NotFoundError, StocktakeError, UsageError
from stocktake.model import Proposal, Stock
from stocktake.services import (
    adding,
    building,
    deciding,
    one_proposal,
    reporting,
    showing,
    verifying,
)
from stocktake.services.deciding import Person
from stocktake.services.workspace import Workspace
from tests import world

DOE = Person("J. Doe", "As agreed.", "2031-04-01T10:00:00+00:00")


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    folder = tmp_path_factory.mktemp("deciding")
    workspace = world.make_workspace(folder / "workspace")
    adding.add(workspace, [world.write_inputs(folder / "inputs")])
    building.build(workspace, 1)
    return workspace


@pytest.fixture
def built(original: Workspace, tmp_path: Path) -> Workspace:
    """A copy of a workspace of which stock was taken."""
    return Workspace(shutil.copytree(original.root, tmp_path / "workspace"))


def stock_of(workspace: Workspace) -> Stock:
    return building.build(workspace, 1).stock


def shared_by_several(workspace: Workspace) -> Proposal:
    """A proposal of more than one statement."""
    proposals = reporting.last_stock(workspace).proposals
    return next(item for item in proposals if len(item.statement_ids) > 1)


def numbers(stock: Stock) -> list[int]:
    return [item.number for item in stock.proposals]


def test_merged_proposals_bear_the_lowest_number(built: Workspace) -> None:
    before = numbers(reporting.last_stock(built))
    deciding.merge(built, [before[-1], before[0]], DOE)
    assert numbers(stock_of(built)) == before[:-1]


def test_a_merged_number_still_leads_to_its_proposal(built: Workspace) -> None:
    first, *_, last = numbers(reporting.last_stock(built))
    deciding.merge(built, [first, last], DOE)
    stock_of(built)
    assert one_proposal.show(built, last).proposal.number == first


def test_an_input_added_later_changes_no_decision(built: Workspace, tmp_path: Path) -> None:
    first, *_, last = numbers(reporting.last_stock(built))
    deciding.merge(built, [first, last], DOE)
    stock_of(built)
    late = tmp_path / "late.txt"
    late.write_text("Statement by Sylvania\n\nWe urge States to count all boats.", "utf-8")
    adding.add(built, [late])
    stock_of(built)
    assert one_proposal.show(built, last).proposal.also == (last,)


def test_what_is_split_off_bears_a_number_of_its_own(built: Workspace) -> None:
    proposal = shared_by_several(built)
    highest = max(numbers(reporting.last_stock(built)))
    deciding.split(built, proposal.number, [proposal.statement_ids[0][:8]], DOE)
    stock_of(built)
    apart = one_proposal.show(built, highest + 1).proposal
    assert apart.statement_ids == proposal.statement_ids[:1]


def test_undone_decisions_leave_the_stock_as_it_was(built: Workspace) -> None:
    before = reporting.last_stock(built)
    proposal = shared_by_several(built)
    [split] = deciding.split(built, proposal.number, proposal.statement_ids[:1], DOE)
    stock_of(built)
    deciding.undo(built, int(split.record_id.partition(":")[2]), DOE)
    assert stock_of(built).proposals == before.proposals


def test_a_name_is_shown_with_the_wording_beside_it(built: Workspace) -> None:
    proposal = shared_by_several(built)
    deciding.rename(built, proposal.number, "Safe harbours", DOE)
    stock_of(built)
    [path] = reporting.report(built, ["md"])
    assert "Safe harbours (worded by a person; verbatim: “" in path.read_text("utf-8")


def test_the_reviews_say_who_decided_what(built: Workspace) -> None:
    proposal = shared_by_several(built)
    deciding.rename(built, proposal.number, "Safe harbours", DOE)
    stock_of(built)
    [row] = [item.row for item in showing.show(built, "reviews")]
    assert (row["of"], row["person"], row["by"]) == (
        f"proposal:{proposal.number}",
        "Safe harbours",
        "J. Doe",
    )


def test_a_workspace_with_decisions_is_verified(built: Workspace) -> None:
    first, *_, last = numbers(reporting.last_stock(built))
    deciding.merge(built, [first, last], DOE)
    stock_of(built)
    assert not verifying.verify(built).faults


@pytest.mark.parametrize(
    ("numbers", "error"), [([1], UsageError), ([1, 1], UsageError), ([1, 999], NotFoundError)]
)
def test_what_cannot_be_merged_is_refused(
    built: Workspace, numbers: list[int], error: type[StocktakeError]
) -> None:
    with pytest.raises(error):
        deciding.merge(built, numbers, DOE)


@pytest.mark.parametrize(("which", "error"), [("abc", NotFoundError), ("f" * 32, NotFoundError)])
def test_only_its_own_statements_can_be_split_off(
    built: Workspace, which: str, error: type[StocktakeError]
) -> None:
    with pytest.raises(error):
        deciding.split(built, 1, [which], DOE)


def test_a_split_leaves_something(built: Workspace) -> None:
    proposal = shared_by_several(built)
    with pytest.raises(UsageError, match="leaves some"):
        deciding.split(built, proposal.number, proposal.statement_ids, DOE)


def test_nothing_decided_cannot_be_undone(built: Workspace) -> None:
    with pytest.raises(NotFoundError, match="nothing was decided"):
        deciding.undo(built, 1, DOE)


def test_a_name_has_words(built: Workspace) -> None:
    with pytest.raises(UsageError, match="empty"):
        deciding.rename(built, 1, " ", DOE)
