"""Inputs are read on a real Dask cluster, with the same result, also when a worker is lost."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from distributed import LocalCluster

from stocktake.errors import StocktakeError
from stocktake.services import adding, building, language_model, reporting
from stocktake.services.building import Also
from stocktake.services.progress import Silent
from stocktake.services.workspace import Workspace
from tests import world


class Killing(Silent):
    """Kills a worker of a cluster as soon as the first input is read."""

    def __init__(self, cluster: Any) -> None:
        self.victims = [cluster.workers[0].pid]

    def advance(self) -> None:
        while self.victims:
            os.kill(self.victims.pop(), signal.SIGKILL)


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    with LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
    ) as found:
        yield found


def taken_in(folder: Path) -> Workspace:
    place = world.make_workspace(folder / "workspace")
    adding.add(place, [world.write_inputs(folder / "inputs")])
    return place


def reported(place: Workspace) -> dict[str, bytes]:
    written = reporting.report(place, formats=("md", "json"))
    return {path.name: path.read_bytes() for path in written}


def test_a_cluster_that_loses_a_worker_comes_to_the_same_report(
    cluster: Any, tmp_path: Path
) -> None:
    alone, together = taken_in(tmp_path / "alone"), taken_in(tmp_path / "together")
    building.build(alone, 1)
    also = Also(cluster=cluster.scheduler_address)
    building.build(together, None, Killing(cluster), also)
    assert reported(together) == reported(alone)


def test_a_scheduler_that_is_not_there_is_named(tmp_path: Path) -> None:
    place = taken_in(tmp_path)
    with pytest.raises(StocktakeError, match=r"no scheduler answers at tcp://127\.0\.0\.1:9"):
        building.build(place, also=Also(cluster="tcp://127.0.0.1:9"))


def test_a_build_that_asks_a_language_model_reads_on_the_cluster_as_well(tmp_path: Path) -> None:
    place = taken_in(tmp_path)
    with pytest.raises(StocktakeError, match="no scheduler answers"):
        language_model.build(place, lambda _: True, cluster="tcp://127.0.0.1:9")
