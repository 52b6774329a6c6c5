"""Ten delegates who write and 100 readers at once, on PostgreSQL: no error, no lost update.

    python -m benchmarks.many_writers [URL] [--seconds 20] [--writers 10] [--readers 100]

Without URL a server is started for the run, of the programs of a Debian package, as its defaults
are (each commit reaches the disk). The readers search and look at statements of a stock of 10,000;
each delegate hands in, then corrects what it handed in, and reads it back, each a transaction of
its own with an entry in the log. Everybody waits *pause* seconds on average between two deeds, as
people do. At the end every deed that was answered must be there, once, and the log whole; a counter
that all delegates raise by one must stand at the number of raises.
"""

from __future__ import annotations

import argparse
import random
import resource
import statistics
import threading
import time
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from dataclasses import dataclass, field

from benchmarks.row import Row, unmeasured
from benchmarks.search import entries, vocabulary
from stocktake import store as stores
from stocktake.model.accounts import Account, AccountRole
from stocktake.model.audit import Deed, first_fault
from stocktake.model.submissions import Submission, SubmissionState
from stocktake.store import Store, open_store, people, rebuild, search
from tests.postgresql import binaries, running

STATEMENTS = 10_000
COUNTER = "f" * 32


@dataclass(frozen=True, slots=True)
class Wish:
    """How many do what, for how many seconds, with how long a pause on average."""

    writers: int
    readers: int
    seconds: float
    pause: float


@dataclass(slots=True)
class Seen:
    """Milliseconds by kind of deed, what went wrong, and what was answered as done."""

    took: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    errors: list[str] = field(default_factory=list)
    done: set[str] = field(default_factory=set)
    raised: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)


def prepared(base: Store, wish: Wish, words: list[str]) -> None:
    """An index to search in, an account for each delegate, and the counter."""
    with base.writing() as connection:
        rebuild(connection, entries(STATEMENTS, words, random.Random(1)))
        for number in range(wish.writers):
            account = Account(f"{number:032}", f"D{number}", f"{number}@example.org", _ROLE)
            people.add_account(connection, account, "none")
        stores.add_submission(connection, submission(COUNTER, 0, "0"))


_ROLE = next(iter(AccountRole))


def submission(id_: str, writer: int, note: str) -> Submission:
    return Submission(
        id_, f"{writer:032}", "2031-03-04T10:00:00+00:00", SubmissionState.RECEIVED,
        id_.rjust(64, "0"), "statement.txt", (("title", note),),
    )  # fmt: skip


def write(base: Store, seen: Seen, writer: int, turn: int) -> None:
    """Hand in, correct, read back, and raise the counter."""
    id_ = f"{writer:04}{turn:028}"

    def deed(name: str, note: str, *, is_new: bool) -> None:
        started = time.perf_counter()
        with base.writing() as connection:
            made = submission(id_, writer, note)
            (stores.add_submission if is_new else stores.change_submission)(connection, made)
            stores.log(connection, Deed("2031-03-04", f"{writer:032}", name, id_))
        seen.took[name].append((time.perf_counter() - started) * 1000)

    deed("hand in", "first", is_new=True)
    deed("correct", "second", is_new=False)
    with base.writing() as connection:
        counter = stores.submission(connection, COUNTER)
        assert counter is not None
        raised = str(int(counter.told[0][1]) + 1)
        stores.change_submission(connection, submission(COUNTER, 0, raised))
    with base.reading() as connection:
        found = stores.submission(connection, id_)
    if found is None or found.told != (("title", "second"),):
        raise AssertionError(f"{id_} is not what was answered")
    with seen.lock:
        seen.done.add(id_)
        seen.raised += 1


def read(base: Store, seen: Seen, words: list[str], chance: random.Random) -> None:
    query = " ".join(chance.choices(words[:3000], k=chance.randint(1, 2)))
    started = time.perf_counter()
    with base.reading() as connection:
        search(connection, query)
    seen.took["search"].append((time.perf_counter() - started) * 1000)


def work(base: Store, wish: Wish, words: list[str]) -> Seen:
    seen, end = Seen(), time.monotonic() + wish.seconds

    def person(number: int) -> None:
        chance, turn = random.Random(number), 0
        while time.monotonic() < end:
            try:
                if number < wish.writers:
                    write(base, seen, number, turn)
                else:
                    read(base, seen, words, chance)
            except Exception as error:
                seen.errors.append(repr(error)[:300])
            turn += 1
            time.sleep(chance.expovariate(1 / wish.pause) if wish.pause else 0)

    everybody = wish.writers + wish.readers
    with ThreadPoolExecutor(everybody) as pool:
        list(pool.map(person, range(everybody)))
    return seen


def lost(base: Store, seen: Seen) -> int:
    """How many updates that were answered are not there, or not whole."""
    with base.reading() as connection:
        there = {item.id: item for item in stores.submissions(connection)}
        log = stores.logged(connection)
    counted = int(there.pop(COUNTER).told[0][1])
    missing = sum(id_ not in there for id_ in seen.done)
    unlogged = abs(len(log) - 2 * len(there)) + (first_fault(log) is not None)
    return missing + unlogged + abs(counted - seen.raised)


def run(url: str | None = None, wish: Wish = Wish(10, 100, 20, 1)) -> list[Row]:
    programs = binaries()
    if url is None and programs is None:
        print("PostgreSQL is not installed: nothing was measured.")
        return [unmeasured(_what(wish), "PostgreSQL is not installed", _repeat(wish))]
    started = running(programs, "fsync=on", "full_page_writes=on") if url is None else None
    with started or nullcontext() as server:
        base = open_store(url or server.url())
        words = vocabulary(random.Random(1))
        prepared(base, wish, words)
        seen = work(base, wish, words)
        print(
            f"{wish.writers} write, {wish.readers} read, {wish.seconds:g} s, pause {wish.pause:g} s"
        )
        for name, took in sorted(seen.took.items()):
            ninety_nine = statistics.quantiles(took, n=100)[-1]
            print(
                f"{name:10} {len(took):>8,} times, median {statistics.median(took):6.1f} ms, "
                f"99th percentile {ninety_nine:7.1f} ms"
            )
        spent = resource.getrusage(resource.RUSAGE_SELF)
        print(f"processor time of the program {spent.ru_utime + spent.ru_stime:.1f} s")
        gone = lost(base, seen)
        print(f"errors {len(seen.errors)}, lost updates {gone}")
        print("\n".join(sorted(set(seen.errors))[:5]))
        base.close()
    times = (f"{name} {statistics.median(took):.0f} ms" for name, took in seen.took.items())
    ours = f"{len(seen.errors)} errors, {gone} lost updates; medians: {', '.join(sorted(times))}"
    return [Row(_what(wish), ours, "limit: none", str(len(seen.errors) + gone), _repeat(wish))]


def _what(wish: Wish) -> str:
    return f"{wish.writers} write and {wish.readers} read at once, PostgreSQL, {wish.seconds:g} s"


def _repeat(wish: Wish) -> str:
    people = f"--writers {wish.writers} --readers {wish.readers}"
    return f"`python -m benchmarks.many_writers --seconds {wish.seconds:g} {people}`"


def rows(*, quick: bool) -> list[Row]:
    return run(wish=Wish(3, 10, 5, 1) if quick else Wish(10, 100, 300, 1))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("url", nargs="?")
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--writers", type=int, default=10)
    parser.add_argument("--readers", type=int, default=100)
    parser.add_argument("--pause", type=float, default=1)
    asked = parser.parse_args()
    run(asked.url, Wish(asked.writers, asked.readers, asked.seconds, asked.pause))
