"""What was published can be withdrawn with a trace: it stays, is named, and does not count."""

from __future__ import annotations

import pytest

from stocktake.errors import UsageError
from stocktake.model import GapKind, LedgerStatus, Stock
from stocktake.services import adding, building, withdrawing
from stocktake.services.comparing_stocks import compare_numbered
from stocktake.services.withdrawing import Withdrawal
from stocktake.services.workspace import Workspace
from tests import world

HOW = Withdrawal("Ann", "2031-03-09T10:00:00Z", "sent by mistake")


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    folder = tmp_path_factory.mktemp("withdrawing")
    made = world.make_workspace(folder / "workspace")
    inputs = world.write_inputs(folder / "inputs")
    adding.add(made, [inputs / "freedonia.txt", inputs / "ruritania.txt"])
    return made


@pytest.fixture(scope="module")
def before(workspace: Workspace) -> Stock:
    return building.build(workspace, 1).stock


@pytest.fixture(scope="module")
def after(workspace: Workspace, before: Stock) -> Stock:
    """The stock without what Ruritania handed in."""
    withdrawing.by_name(workspace, "ruritania.txt", HOW)
    return building.build(workspace, 1).stock


@pytest.fixture(scope="module")
def restored(workspace: Workspace, after: Stock) -> Stock:
    withdrawing.by_name(workspace, "ruritania.txt", HOW, undo=True)
    return building.build(workspace, 1).stock


def test_nothing_of_a_withdrawn_input_counts(before: Stock, after: Stock) -> None:
    said = {actor.id for item in after.statements for actor in item.actors}
    assert "XRU" in {actor.id for item in before.statements for actor in item.actors}
    assert "XRU" not in said


def test_the_ledger_tells_when_by_whom_and_why(after: Stock) -> None:
    entry = next(item for item in after.ledger if item.name == "ruritania.txt")
    assert (entry.status, entry.reason) == (
        LedgerStatus.WITHDRAWN,
        "2031-03-09, by Ann: sent by mistake",
    )


def test_a_withdrawn_input_stays_among_the_inputs(before: Stock, after: Stock) -> None:
    assert [item.id for item in after.inputs] == [item.id for item in before.inputs]


def test_the_gap_that_it_leaves_is_called_withdrawn(after: Stock) -> None:
    assert [gap.kind for gap in after.gaps if gap.actor_id == "XRU"] == [GapKind.WITHDRAWN]


def test_the_comparison_of_stocks_tells_of_it(workspace: Workspace, after: Stock) -> None:
    assert [item.what for item in compare_numbered(workspace, 1, 2).inputs] == ["withdrawn"]


def test_what_is_brought_back_counts_as_before(before: Stock, restored: Stock) -> None:
    assert restored.statements == before.statements
    assert restored.ledger == before.ledger


def test_a_withdrawal_has_a_reason(workspace: Workspace) -> None:
    with pytest.raises(UsageError, match="reason"):
        withdrawing.by_name(workspace, "freedonia.txt", Withdrawal("Ann", "2031-03-09"))


def test_what_counts_cannot_be_brought_back(workspace: Workspace) -> None:
    with pytest.raises(UsageError, match="not withdrawn"):
        withdrawing.by_name(workspace, "freedonia.txt", HOW, undo=True)
