"""Search by meaning: in other words and other languages, within the same filters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

from stocktake import embedders
from stocktake.embedders import EMBEDDERS, Vectors
from stocktake.embedders.hashed import Hashed
from stocktake.errors import UsageError
from stocktake.model import Stock
from stocktake.services import adding, building
from stocktake.services.meaning import search
from stocktake.services.narrowing import Narrowing
from stocktake.services.workspace import Workspace
from stocktake.store import Look, Order
from tests import world
from tests.embedders.conftest import at_hand


class Counting(Hashed):
    """Stands for a model: words by their rarity, and how many texts it was asked for."""

    name, version = "counting", "1"
    asked = 0

    def embed(self, texts: Sequence[str]) -> Vectors:
        Counting.asked += len(texts)
        return super().embed(texts)


@pytest.fixture(scope="module")
def counting() -> Iterator[type[Counting]]:
    """A model that is there without being installed, and that is the best."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(EMBEDDERS, "_built_in", {**dict(EMBEDDERS), "counting": Counting})
        patch.setattr(embedders, "_PREFERRED", "counting")
        yield Counting


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, counting: type[Counting]) -> Workspace:
    return taken(tmp_path_factory.mktemp("meaning"))


def taken(folder: Path, embedder: str = "best") -> Workspace:
    """A workspace of the invented world, of which stock was taken by that embedder."""
    workspace = world.make_workspace(folder / "workspace")
    told = workspace.process_file.read_text(encoding="utf-8")
    workspace.process_file.write_text(f'embedder = "{embedder}"\n{told}', encoding="utf-8")
    adding.add(workspace, [world.write_inputs(folder / "inputs")])
    building.build(workspace, 1)
    return workspace


def stock_of(workspace: Workspace) -> Stock:
    return building.build(workspace, 1).stock


def test_the_statement_that_means_it_comes_first(built: Workspace) -> None:
    first = search(built, "better data on migration").hits[0]
    assert "better data on migration" in first.found.hit.snippet


def test_the_count_is_of_all_that_are_like_enough(built: Workspace) -> None:
    every = search(built, "migrant children", look=Look(limit=999))
    assert (every.total, search(built, "migrant children", look=Look(limit=1)).total) == (
        len(every.hits),
        len(every.hits),
    )


def test_pages_follow_one_another(built: Workspace) -> None:
    whole = search(built, "migrant children in every harbour", look=Look(limit=2)).hits
    second = search(built, "migrant children in every harbour", look=Look(limit=1, skip=1)).hits
    assert second == whole[1:]


def test_filters_hold(built: Workspace) -> None:
    wanted = Narrowing(actors=("Ruritania",))
    found = search(built, "migrant children in every harbour", wanted).hits
    assert {
        actor.id for item in found if item.found.statement for actor in item.found.statement.actors
    } == {"XRU"}


def test_a_rebuild_reads_only_what_is_new(built: Workspace, counting: type[Counting]) -> None:
    before = counting.asked
    (built.root / "more.txt").write_text("Statement by Freedonia\n\nWe call for taller towers.")
    adding.add(built, [built.root / "more.txt"])
    building.build(built, 1)
    assert counting.asked - before == 1


def test_lost_vectors_are_made_again(built: Workspace) -> None:
    for path in built.vectors.iterdir():
        path.unlink()
    building.build(built, 1)
    assert search(built, "better data on migration").total


def test_the_stock_names_the_model(built: Workspace) -> None:
    assert dict(stock_of(built).method)["meaning"] == "1"


def test_without_a_model_the_error_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="models install"):
        search(taken(tmp_path, "none"), "harbours")


def test_without_words_there_is_nothing_to_look_for(built: Workspace) -> None:
    with pytest.raises(UsageError, match="nothing to look for"):
        search(built, "  ")


def test_another_language_finds_it(tmp_path: Path, models: None) -> None:
    at_hand("multilingual")
    first = search(taken(tmp_path, "multilingual"), "保护每个港口的移民儿童").hits[0]
    assert "protect migrant children" in first.found.hit.snippet


def test_another_order_than_likeness_is_refused(built: Workspace) -> None:
    with pytest.raises(UsageError, match="most alike comes first"):
        search(built, "harbours", look=Look(order=Order.NEWEST))


def test_likenesses_fall(built: Workspace) -> None:
    found = [item.likeness for item in search(built, "migrant children in harbours").hits]
    assert np.all(np.diff(found) <= 0)


class OneAtATime:
    """Hears of work, and whether a piece began before another had ended."""

    def __init__(self) -> None:
        self.open = 0
        self.most = 0

    def begin(self, what: str, total: int | None) -> None:
        self.open += 1
        self.most = max(self.most, self.open)

    def advance(self) -> None:
        pass

    def end(self) -> None:
        self.open -= 1


def test_reading_for_meaning_is_told_apart_from_taking_stock(
    tmp_path: Path, counting: type[Counting]
) -> None:
    workspace = world.make_workspace(tmp_path / "workspace")
    adding.add(workspace, [world.write_inputs(tmp_path / "inputs")])
    progress = OneAtATime()
    building.build(workspace, 1, progress)
    assert (progress.most, progress.open) == (1, 0)
