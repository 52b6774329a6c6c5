"""Two builds of a workspace at once come to the same as one after another."""

from __future__ import annotations

import fcntl
from pathlib import Path

from benchmarks.kills import start
from stocktake import store
from stocktake.services import adding, building
from stocktake.services.progress import Silent
from stocktake.services.taking_turns import GUARD, in_turn
from stocktake.services.workspace import Workspace
from tests import world


class Heard(Silent):
    """Remembers what work it was told of, and lets go of a guard when it hears that one waits."""

    def __init__(self, fd: int) -> None:
        self.fd = fd
        self.work: list[str] = []

    def begin(self, what: str, total: int | None) -> None:
        self.work.append(what)
        fcntl.flock(self.fd, fcntl.LOCK_UN)


def stocks(place: Workspace) -> int:
    with place.store() as base, base.reading() as connection:
        return len(store.stock_keys(connection))


def test_two_builds_at_once_freeze_one_stock(tmp_path: Path) -> None:
    place = world.make_workspace(tmp_path / "workspace")
    adding.add(place, [world.write_inputs(tmp_path / "inputs") / "freedonia.txt"])
    both = [start(("build", "-w", str(place.root))) for _ in range(2)]
    told = [process.communicate()[1] for process in both]
    assert [process.returncode for process in both] == [0, 0], told
    assert stocks(place) == 1


def test_inputs_that_came_during_a_build_are_in_the_next_stock(tmp_path: Path) -> None:
    place = world.make_workspace(tmp_path / "workspace")
    inputs = world.write_inputs(tmp_path / "inputs", manifest=False)
    adding.add(place, [inputs / "freedonia.txt"])

    def meanwhile(_: object) -> None:
        adding.add(place, [inputs / "ruritania.txt"])

    building.build(place, 1, also=building.Also(before=meanwhile))
    assert len(building.build(place, 1).stock.inputs) == 2


def test_who_waits_for_another_build_says_so(tmp_path: Path) -> None:
    place = Workspace(tmp_path)
    with (tmp_path / GUARD).open("ab") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        heard = Heard(other.fileno())
        with in_turn(place, heard):
            pass
    assert heard.work == ["waiting for another build"]
