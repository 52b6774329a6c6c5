"""Programs are killed at random moments, and nothing that was taken in is lost.

    python -m benchmarks.kills [--kills 200] [--seed 1]

Takes stock of generated inputs, adds more, builds and reports. Each command is killed (SIGKILL, to
its whole group) at moments drawn from *seed* and run again, until it comes to its end. Afterwards
each input must be there exactly once, ``verify`` must find nothing, and the reports must be those
of a run that nobody disturbed, byte for byte. Submissions over the web: ``benchmarks.kills_web``.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.generate import countries, sentences, write_lexicon
from benchmarks.row import Row
from stocktake import store
from stocktake.services import verifying, workspace
from stocktake.services.whole_files import PART

STATEMENTS = 6
REPORT = "report"


@dataclass(frozen=True, slots=True)
class Course:
    """What is run one after another in the workspace *place*."""

    place: Path
    commands: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Killed:
    """How many kills there were, and what is wrong afterwards (nothing, one hopes)."""

    kills: int
    faults: tuple[str, ...]


def write_inputs(folder: Path, rng: random.Random, count: int = STATEMENTS) -> Path:
    """Two folders of texts, ``first`` and ``more``, and a lexicon that knows their authors."""
    known = countries(count * 2, rng)
    write_lexicon(folder / "lexicon" / "actors", known)
    told = sentences(rng, known)
    for number, country in enumerate(known):
        path = folder / ("first", "more")[number % 2] / f"{country.code}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        said = " ".join(next(told) for _ in range(12))
        path.write_text(f"Statement by {country.name}\n\n4 March 2031\n\n{said}\n")
    return folder


def course(inputs: Path, place: Path) -> Course:
    """The course of a process in a new folder *place*."""
    write_lexicon(place / "lexicon" / "actors", countries(STATEMENTS * 2, random.Random(1)))
    first, more, there = str(inputs / "first"), str(inputs / "more"), ("-w", str(place))
    return Course(
        place,
        (
            ("take", first, "--into", str(place), "--title", "Compact on harbours"),
            ("add", more, *there),
            ("build", *there),
            ("report", *there),
        ),
    )


def start(command: Sequence[str]) -> subprocess.Popen[bytes]:
    """Begin *command* in a process group of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "stocktake", *command],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def kill(process: subprocess.Popen[bytes]) -> None:
    """End it with its group, as a power cut would."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


def finish(command: Sequence[str]) -> float:
    """Run *command* to its end; seconds it took. RuntimeError if it fails."""
    started = time.perf_counter()
    process = start(command)
    _, told = process.communicate()
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)}: {told.decode('utf-8', 'replace')}")
    return time.perf_counter() - started


def disturb(command: Sequence[str], seconds: float, rng: random.Random) -> bool:
    """Kill *command* some time before it would end; False if it came to its end before."""
    process = start(command)
    try:
        process.communicate(timeout=rng.uniform(0.02, 1) * seconds)
    except subprocess.TimeoutExpired:
        kill(process)
        return True
    return False


def reports(place: Path) -> dict[str, bytes]:
    """What lies in the folder of the report, by name."""
    return {path.name: path.read_bytes() for path in sorted((place / REPORT).iterdir())}


def faults(place: Path, names: set[str], wanted: dict[str, bytes]) -> list[str]:
    """All that is not as it should be in the workspace."""
    there = workspace.at(place)
    with there.store() as base, base.reading() as connection:
        taken = [name for item in store.taken(connection) for name in item.names]
    found = [f"{name} is there {taken.count(name)} times" for name in names]
    wrong = [line for line in found if not line.endswith("there 1 times")]
    wrong += map(str, verifying.verify(there).faults)
    written = reports(place)
    wrong += [f"{name} differs" for name in wanted if written.get(name) != wanted[name]]
    wrong += [f"{path} was left" for path in place.rglob(f"{PART}*")]
    return wrong


def run(folder: Path, kills: int, seed: int) -> Killed:
    """Kill *kills* times, in as many courses as that needs; up to three kills a command."""
    rng = random.Random(seed)
    inputs = write_inputs(folder / "inputs", random.Random(1))
    names = {path.name for part in ("first", "more") for path in (inputs / part).iterdir()}
    calm = course(inputs, folder / "calm")
    seconds = [finish(command) for command in calm.commands]
    wanted = reports(calm.place)
    done, wrong, number = 0, list[str](), 0
    while done < kills:
        number += 1
        disturbed = course(inputs, folder / f"disturbed-{number}")
        for command, usual in zip(disturbed.commands, seconds, strict=True):
            for _ in range(min(rng.randint(1, 3), kills - done)):
                done += disturb(command, usual, rng)
            finish(command)
        wrong += [f"course {number}: {line}" for line in faults(disturbed.place, names, wanted)]
    return Killed(done, tuple(wrong))


def row(what: str, killed: Killed, repeat: str) -> Row:
    """What came of so many kills, also printed."""
    said = f"{killed.kills} kills, {len(killed.faults)} faults"
    print("\n".join([said, *killed.faults]))
    return Row(what, said, "limit: no fault", str(len(killed.faults)), f"`{repeat}`")


def rows(*, quick: bool) -> list[Row]:
    kills = 3 if quick else 200
    with tempfile.TemporaryDirectory() as folder:
        killed = run(Path(folder), kills, seed=1)
    what = "`take`, `add`, `build`, `report` killed at random moments"
    return [row(what, killed, f"python -m benchmarks.kills --kills {kills}")]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        killed = run(Path(folder), options.kills, options.seed)
    print(f"{killed.kills} kills, {len(killed.faults)} faults")
    print("\n".join(killed.faults))
    sys.exit(1 if killed.faults else 0)


if __name__ == "__main__":
    main()
