"""What became of one stock in another, by what keeps its name."""

from __future__ import annotations

import pytest

from stocktake.errors import NotFoundError
from stocktake.services import adding, building, comparing_stocks, showing, stock_lines
from stocktake.services.comparing_stocks import StockComparison, compare_numbered
from stocktake.services.judging import Judgement, judge
from stocktake.services.workspace import Workspace
from tests import world

LATER = (
    "Statement by Grand Fenwick\n\n8 March 2031\n\n"
    "We call on all States to protect migrant children in every harbour. "
    "Grand Fenwick opposes the global compact for migration."
)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Two stocks: Grand Fenwick speaks in the second, and a claim of Ruritania is rejected."""
    folder = tmp_path_factory.mktemp("stocks")
    made = world.make_workspace(folder / "workspace")
    inputs = world.write_inputs(folder / "inputs")
    adding.add(made, [inputs])
    building.build(made, 1)
    (inputs / "fenwick.txt").write_text(LATER, encoding="utf-8")
    adding.add(made, [inputs])
    judge(made, Judgement(opposing(made), "reject"), "Ann", "2031-03-09")
    building.build(made, 1)
    return made


def opposing(workspace: Workspace) -> str:
    """The statement with which Ruritania opposes the compact."""
    items = showing.show(workspace, "statements", {"actors": "Ruritania", "stance": "opposes"})
    return next(i.record["id"] for i in items if "global compact" in i.row["content"])


@pytest.fixture(scope="module")
def found(workspace: Workspace) -> StockComparison:
    return compare_numbered(workspace, 1, 2)


def test_stocks_are_listed_the_latest_first(workspace: Workspace) -> None:
    assert [line.number for line in stock_lines.lines(workspace)] == [2, 1]


def test_a_stock_tells_the_date_of_its_latest_input(workspace: Workspace) -> None:
    assert stock_lines.lines(workspace)[0].latest_input == "2031-03-08"


def test_an_input_that_came_is_told(found: StockComparison) -> None:
    assert [(item.what, item.name) for item in found.inputs] == [
        ("came", "Statement by Grand Fenwick")
    ]


def test_a_proposal_with_a_further_supporter_is_changed(found: StockComparison) -> None:
    changed = {item.wording: item for item in found.proposals if item.what == "changed"}
    children = next(item for text, item in changed.items() if "migrant children" in text)
    assert children.before is not None
    assert children.after == (children.before[0] + 1, 0)


def test_an_actor_that_spoke_since_stands_differently(found: StockComparison) -> None:
    stances = {(item.before, item.after) for item in found.positions if item.actor_id == "XGR"}
    assert ("", "supports") in stances


def test_what_was_taken_back_is_silent(found: StockComparison) -> None:
    stances = {(item.before, item.after) for item in found.positions if item.actor_id == "XRU"}
    assert ("opposes", "") in stances


def test_the_gap_of_an_actor_that_handed_in_nothing_is_closed(found: StockComparison) -> None:
    closed = [item for item in found.gaps if item.actor_id == "XGR" and item.what == "closed"]
    assert [item.before for item in closed] == ["no input"]


def test_the_other_way_round_what_came_went(workspace: Workspace) -> None:
    assert [item.what for item in compare_numbered(workspace, 2, 1).inputs] == ["went"]


def test_the_other_way_round_what_opened_is_closed(
    workspace: Workspace, found: StockComparison
) -> None:
    back = compare_numbered(workspace, 2, 1)
    one, two = (
        {(g.actor_id, g.theme_code, g.dimension, *kinds) for g in gaps for kinds in [pair(g)]}
        for gaps, pair in (
            (found.gaps, lambda gap: (gap.before, gap.after)),
            (back.gaps, lambda gap: (gap.after, gap.before)),
        )
    )
    assert one == two


def test_a_stock_does_not_differ_from_itself(workspace: Workspace) -> None:
    assert compare_numbered(workspace, 2, 2).is_same


def test_every_change_is_a_row(found: StockComparison) -> None:
    every = (found.inputs, found.proposals, found.positions, found.gaps)
    assert len(comparing_stocks.rows(found)) == sum(map(len, every))


def test_a_stock_that_is_not_there_is_named(workspace: Workspace) -> None:
    with pytest.raises(NotFoundError, match="no stock 9"):
        compare_numbered(workspace, 1, 9)
