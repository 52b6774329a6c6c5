"""200 readers at once of a stock with 100,000 statements, beside datasette on the same SQLite file.

    python -m benchmarks.load [WORKSPACE] [--readers 200] [--seconds 20] [--pause 1]

Without WORKSPACE one is generated (``benchmarks.load_world``), which takes minutes. Each reader
asks for one page after another, each in a connection of its own, and looks at it for *pause*
seconds on average; with ``--pause 0`` nobody ever looks at anything. The readers are one more
process on the same machine. Which page is left to chance: a kind of page, then any address of that
kind, in a language that is English for half of them; so most deep pages are asked for that nobody
asked for before (the share is printed). Prints median and 99th percentile in milliseconds for each
kind (limit of the 99th: 300), the processor time and memory of the server, and the same for
datasette's page of statements, served alone afterwards in the same run, with the ratio of the 99th
percentiles. ``--slowest N`` lists the slowest requests, with when they were made.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.request import urlopen

from benchmarks import load_world
from benchmarks.load_pages import Pages, pages_of
from benchmarks.measure import memory_of, processor_seconds, tree
from benchmarks.row import Row

HOST = "127.0.0.1"
LIMIT = 300
LANGUAGES = ("en", "en", "en", "en", "en", "ar", "es", "fr", "ru", "zh")


@dataclass(frozen=True, slots=True)
class Asked:
    """One request: *at* seconds after the start, answered after *took* milliseconds."""

    took: float
    at: float
    name: str
    path: str
    language: str


@dataclass(frozen=True, slots=True)
class Load:
    """How many readers, for how long, and how long each looks at a page; both in seconds."""

    readers: int
    seconds: float
    pause: float


async def fetch(port: int, path: str, language: str) -> int:
    """Ask for a page, packed, to its last byte; returns the status."""
    reader, writer = await asyncio.open_connection(HOST, port)
    head = [
        f"GET {path} HTTP/1.1",
        f"Host: {HOST}",
        "Accept-Encoding: gzip",
        f"Accept-Language: {language}",
        "Connection: close",
    ]
    writer.write(("\r\n".join(head) + "\r\n\r\n").encode())
    told = await reader.read()
    while piece := await reader.read():
        told += piece
    writer.close()
    return int(told.split(b" ", 2)[1])


async def read(port: int, pages: Pages, load: Load, seed: int, began: float) -> list[Asked]:
    """One reader, who goes from page to page until the time is over."""
    rng = random.Random(seed)
    asked = []
    await asyncio.sleep(rng.random() * min(load.pause, 1))
    while (started := time.perf_counter()) < began + load.seconds:
        name, language = rng.choice(list(pages)), rng.choice(LANGUAGES)
        path = pages[name](rng)
        status = await fetch(port, path, language)
        if status != 200:
            raise SystemExit(f"{path} answered {status}")
        took = (time.perf_counter() - started) * 1000
        asked.append(Asked(took, started - began, name, path, language))
        if load.pause:
            await asyncio.sleep(rng.expovariate(1 / load.pause))
    return asked


async def all_read(port: int, pages: Pages, load: Load) -> list[Asked]:
    """What all readers together asked for."""
    began = time.perf_counter()
    readers = (read(port, pages, load, seed, began) for seed in range(load.readers))
    return [one for asked in await asyncio.gather(*readers) for one in asked]


@contextmanager
def served(command: Sequence[str]) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.terminate()
        process.wait()


def wait_for(port: int, path: str) -> float:
    """Seconds until the page answers for the first time."""
    started = time.perf_counter()
    while time.perf_counter() - started < 300:
        with suppress(OSError), urlopen(f"http://{HOST}:{port}{path}") as answer:
            answer.read()
            return time.perf_counter() - started
        time.sleep(0.1)
    raise SystemExit("the server does not answer")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def say(name: str, asked: Sequence[Asked]) -> float:
    """Print a line of the table; returns the 99th percentile."""
    times = [one.took for one in asked]
    last = statistics.quantiles(times, n=100)[98]
    median = statistics.median(times)
    first = len({(one.path, one.language) for one in asked}) / len(asked)
    print(f"{name:24} {len(times):>7,} {first:>7.0%} {median:>8.0f} {last:>8.0f}", flush=True)
    return last


def ours(workspace: Path, load: Load, workers: int, slowest: int) -> float:
    """The slowest 99th percentile of our pages."""
    port = free_port()
    place = ["-w", str(workspace), "--port", str(port), "--workers", str(workers)]
    with served([sys.executable, "-m", "stocktake", "serve", *place]) as process:
        print(f"first answer after {wait_for(port, '/'):.1f} s")
        pages = pages_of(f"http://{HOST}:{port}")
        before = processor_seconds(process.pid)
        asked = asyncio.run(all_read(port, pages, load))
        spent = processor_seconds(process.pid) - before
        memory = sum(memory_of(pid) for pid in tree(process.pid)) / 1e6
    print(f"{workers} processes, {memory:.0f} MB in all, {len(asked) / load.seconds:.0f} pages/s")
    print(f"{spent / len(asked) * 1000:.1f} ms of processor time a page")
    print(f"{'page':24} {'asked':>7} {'first':>7} {'median':>8} {'99th':>8}  ms")
    kinds = defaultdict(list)
    for one in asked:
        kinds[one.name].append(one)
    worst = max(say(name, kinds[name]) for name in pages)
    say("all", asked)
    for one in sorted(asked, key=lambda one: -one.took)[:slowest]:
        print(f"{one.took:>8.0f} ms at {one.at:.1f} s: {one.path} ({one.language})")
    return worst


def theirs(workspace: Path, load: Load, program: str) -> float:
    """The 99th percentile of datasette's page of the table of statements."""
    port = free_port()
    path = "/stocktake/statements?_size=50"
    with served([program, "serve", str(workspace / "stocktake.db"), "-p", str(port)]) as process:
        wait_for(port, path)
        before = processor_seconds(process.pid)
        asked = asyncio.run(all_read(port, {"datasette": lambda _: path}, load))
        spent = processor_seconds(process.pid) - before
    print(f"datasette: {spent / len(asked) * 1000:.1f} ms of processor time a page")
    return say("datasette, statements", asked)


def run(workspace: Path, load: Load, workers: int, slowest: int) -> list[Row]:
    print(f"load of the machine: {os.getloadavg()[0]:.1f}")
    print(f"{load.readers} readers for {load.seconds:.0f} s, who look for {load.pause} s at a page")
    worst = ours(workspace, load, workers, slowest)
    print(f"slowest 99th: {worst:.0f} ms (limit: {LIMIT})")
    program = shutil.which("datasette", path=Path(sys.executable).parent)
    program = program or shutil.which("datasette")
    if program is None:
        print("datasette is not installed")
        return [_row(load, worst, "datasette: not installed", worst / LIMIT)]
    peer = theirs(workspace, load, program)
    print(f"ratio of the slowest 99th to datasette's: {worst / peer:.2f}")
    return [_row(load, worst, f"datasette {peer:.0f} ms", worst / LIMIT)]


def _row(load: Load, worst: float, peer: str, ratio: float) -> Row:
    return Row(
        f"{load.readers} readers at once, {load.seconds:g} s: 99th percentile of the slowest page",
        f"{worst:.0f} ms",
        f"limit {LIMIT} ms; {peer}",
        f"{ratio:.2f} of the limit",
        f"`python -m benchmarks.load --readers {load.readers} --seconds {load.seconds:g}`",
    )


def rows(*, quick: bool) -> list[Row]:
    load = Load(20, 5, 0.1) if quick else Load(200, 20, 1)
    return generated(load, 2, 0, 1_000 if quick else 100_000)


def generated(load: Load, workers: int, slowest: int, statements: int) -> list[Row]:
    """The same on a stock made for it."""
    with tempfile.TemporaryDirectory() as folder:
        world = load_world.make(Path(folder) / "large", statements)
        found = run(world, load, workers, slowest)
    return [replace(row, what=f"{row.what}, {statements:,} statements") for row in found]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("workspace", nargs="?", type=Path)
    parser.add_argument("--readers", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--pause", type=float, default=1)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--statements", type=int, default=100_000)
    parser.add_argument("--slowest", type=int, default=0)
    options = parser.parse_args()
    load = Load(options.readers, options.seconds, options.pause)
    if options.workspace:
        run(options.workspace, load, options.workers, options.slowest)
    else:
        generated(load, options.workers, options.slowest, options.statements)


if __name__ == "__main__":
    main()
