"""50 people hand in at once while the server is killed; what was acknowledged is there once.

    python -m benchmarks.kills_web [--people 50] [--each 4] [--kills 20] [--seed 1]

A real ``stocktake serve`` with two processes is killed (SIGKILL, to its group) at moments drawn
from *seed* and started again. Who gets no answer sends the same again, as people do. Afterwards
each submission must be there exactly once, with its original, and ``verify`` must find nothing.
"""

from __future__ import annotations

import argparse
import http.client
import random
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from benchmarks.kills import Killed, kill, row, start
from benchmarks.load import HOST, free_port, wait_for
from benchmarks.row import Row
from stocktake import store
from stocktake.services import originals, process_templates, verifying, workspace
from stocktake.services.people import accounts, moments, secrets, sessions
from stocktake.services.workspace import Workspace
from stocktake.store import people as kept

PASSWORD = "four harbours and a ferry"
PATIENCE = 300


@dataclass(frozen=True, slots=True)
class Crowd:
    """How many *people* hand in how many texts *each*, and how often a server of so many
    *processes* is killed meanwhile, at most."""

    people: int
    each: int
    kills: int
    seed: int
    processes: int = 2


class Server:
    """A server that is killed and started again on the same port."""

    def __init__(self, place: Workspace, port: int, processes: int) -> None:
        where = ("-w", str(place.root), "--port", str(port), "--workers", str(processes))
        self._command = ("serve", *where)
        self._port = port
        self._process = start(self._command)
        wait_for(port, "/")

    def kill(self) -> None:
        kill(self._process)

    def restart(self) -> None:
        self.kill()
        self._process = start(self._command)
        wait_for(self._port, "/")


def signed_in(place: Workspace, number: int) -> str:
    """The token of a session of a new delegate."""
    email, now = f"delegate-{number}@freedonia.test", moments.present()
    with place.store() as base:
        accounts.make(base, accounts.invited(email, email, "delegate"), PASSWORD, now)
        with base.writing() as connection:
            account = kept.account_with(connection, email)
            assert account
            return sessions.begin(connection, account, now)


def hand_in(port: int, token: str, title: str) -> None:
    """Hand a text in until it is acknowledged; RuntimeError if it is refused or never is."""
    fields = {
        "form": secrets.derived(token, "form"),
        "title": title,
        "text": f"We propose {title}.",
    }
    headers = {"Cookie": f"session={token}", "Content-Type": "application/x-www-form-urlencoded"}
    end = time.perf_counter() + PATIENCE
    while time.perf_counter() < end:
        line = http.client.HTTPConnection(HOST, port, timeout=30)
        try:
            line.request("POST", "/hand-in", urlencode(fields), headers)
            status = line.getresponse().status
        except (OSError, http.client.HTTPException):
            time.sleep(0.05)
            continue
        finally:
            line.close()
        if status != 303:
            raise RuntimeError(f"{title} was answered with {status}")
        return
    raise RuntimeError(f"{title} was never acknowledged")


@contextmanager
def killed_meanwhile(server: Server, crowd: Crowd) -> Iterator[list[int]]:
    """Kill and start *server* while the body goes on; gives one item for each kill, in the end."""
    rng = random.Random(crowd.seed)
    done, over = list[int](), threading.Event()
    pauses = [rng.uniform(0.2, 4) for _ in range(crowd.kills)]

    def disturb() -> None:
        for seconds in pauses:
            if over.wait(seconds):
                return
            server.restart()
            done.append(1)

    thread = threading.Thread(target=disturb)
    thread.start()
    try:
        yield done
    finally:
        over.set()
        thread.join()


def faults(place: Workspace, titles: list[str]) -> list[str]:
    """What was acknowledged and is not there exactly once, and all that ``verify`` finds."""
    with place.store() as base, base.reading() as connection:
        found = store.submissions(connection)
    counted = Counter(dict(item.told)["title"] for item in found)
    wrong = [f"{title} is there {counted[title]} times" for title in titles if counted[title] != 1]
    lost = (item for item in found if not originals.path_of(place, item.input_id).is_file())
    wrong += [f"the original of {item.name} is missing" for item in lost]
    return wrong + list(map(str, verifying.verify(place).faults))


def run(folder: Path, crowd: Crowd) -> Killed:
    """All hand in, each one text after another, while the server is killed."""
    place = workspace.make(folder / "served", process_templates.template("Compact", None))
    tokens = [signed_in(place, number) for number in range(crowd.people)]
    titles = [
        [f"text {number} of {who}" for number in range(crowd.each)] for who in range(crowd.people)
    ]
    port = free_port()
    server = Server(place, port, crowd.processes)

    def speak(who: int) -> None:
        for title in titles[who]:
            hand_in(port, tokens[who], title)

    try:
        with (
            killed_meanwhile(server, crowd) as done,
            ThreadPoolExecutor(crowd.people) as pool,
        ):
            list(pool.map(speak, range(crowd.people)))
    finally:
        server.kill()
    return Killed(len(done), tuple(faults(place, [title for own in titles for title in own])))


def rows(*, quick: bool) -> list[Row]:
    crowd = Crowd(10, 1, 1, seed=1) if quick else Crowd(50, 4, 20, seed=1)
    with tempfile.TemporaryDirectory() as folder:
        killed = run(Path(folder), crowd)
    what = f"a server killed while {crowd.people} people hand in {crowd.each} texts each"
    numbers = f"--people {crowd.people} --each {crowd.each} --kills {crowd.kills}"
    return [row(what, killed, f"python -m benchmarks.kills_web {numbers}")]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=50)
    parser.add_argument("--each", type=int, default=4)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    wish = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        killed = run(Path(folder), Crowd(wish.people, wish.each, wish.kills, wish.seed))
    print(f"{killed.kills} kills of the server, {len(killed.faults)} faults")
    print("\n".join(killed.faults))
    sys.exit(1 if killed.faults else 0)


if __name__ == "__main__":
    main()
