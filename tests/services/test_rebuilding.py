"""A rebuild gives what taking stock of all gives, whatever was kept and in whatever order."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from stocktake import workers
from stocktake.model import Stock
from stocktake.services import adding, building
from stocktake.services.workspace import Workspace
from tests import world

PARTS = (
    "We call for a fund for lake fisheries. We commit to host a conference on fisheries by 2031.",
    "We support the creation of a fund for lake fisheries. We reject a harbour tax.",
    "We oppose a fund for lake fisheries. Ships should pay a harbour tax for every visit.",
    "We propose that schools teach migrant children. A fund for lake fisheries should be created.",
    "Last year we hosted a conference on fisheries. Schools should teach migrant children.",
)
AUTHORS = ("Freedonia", "Ruritania", "Sylvania", "Freedonia", "Ruritania")
BY_PROPOSAL = ("proposals", "positions", "clusters", "relations", "changes", "regions", "affected")
orders = st.permutations(range(len(PARTS)))
choices = st.lists(st.booleans(), min_size=len(PARTS), max_size=len(PARTS))


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Inputs are read in this process: to start a worker takes longer than all the rest."""

    def run_many(function: Any, tasks: Any, **_: Any) -> Iterator[tuple[int, Any]]:
        return ((at, function(task)) for at, task in enumerate(tasks))

    monkeypatch.setattr(workers, "run_many", run_many)


def workspace(folder: Path) -> Workspace:
    return world.make_workspace(folder)


def hand_in(place: Workspace, number: int) -> None:
    path = place.root / f"{number}.txt"
    head = f"Statement by {AUTHORS[number]}\n{number + 4} December 2030"
    path.write_text(f"{head}\n\n{PARTS[number]}", encoding="utf-8")
    adding.add(place, [path])


def forget(place: Workspace, *tables: str) -> None:
    with place.store() as base, base.writing() as connection:
        for table in tables:
            connection.execute(text(f"DELETE FROM {table}"))


def built(place: Workspace) -> Stock:
    return building.build(place, 1).stock


def without_proposals(stock: Stock) -> dict[str, Any]:
    told = {field.name: getattr(stock, field.name) for field in dataclasses.fields(stock)}
    return {name: told[name] for name in told if name not in {*BY_PROPOSAL, "digest", "issues"}}


@given(orders, choices, choices)
@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_kept_changes_no_stock(
    tmp_path_factory: pytest.TempPathFactory, order: list[int], builds: list[bool], lost: list[bool]
) -> None:
    keeping, losing = (workspace(tmp_path_factory.mktemp("w") / name) for name in "ab")
    for number, is_built, is_lost in zip(order, builds, lost, strict=True):
        hand_in(keeping, number)
        hand_in(losing, number)
        if is_lost and "memos" in tables_of(losing):
            forget(losing, "memos", "gists")
        if is_built:
            assert built(keeping) == built(losing)
    assert built(keeping) == built(losing)


@given(orders, choices)
@settings(max_examples=3, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_order_of_inputs_changes_nothing_but_what_hangs_on_numbers_that_persist(
    tmp_path_factory: pytest.TempPathFactory, order: list[int], builds: list[bool]
) -> None:
    grown, whole = (workspace(tmp_path_factory.mktemp("w") / name) for name in "ab")
    for number, is_built in zip(order, builds, strict=True):
        hand_in(grown, number)
        hand_in(whole, len(PARTS) - 1 - number)
        if is_built:
            built(grown)
    assert without_proposals(built(grown)) == without_proposals(built(whole))


def tables_of(place: Workspace) -> set[str]:
    with place.store() as base, base.reading() as connection:
        return set(connection.execute(text("SELECT name FROM sqlite_master")).scalars())
