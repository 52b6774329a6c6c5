"""200 readers at once of a stock with 100,000 statements, beside datasette on the same SQLite file.

    python -m benchmarks.load [WORKSPACE] [--readers 200] [--seconds 20] [--pause 1]

Without WORKSPACE one is generated (``benchmarks.load_world``), which takes minutes. Each reader
asks for one page after another, each in a connection of its own, and looks at it for *pause*
seconds on average; with ``--pause 0`` nobody ever looks at anything. The readers are one more
process on the same machine. Prints median and 99th percentile in milliseconds for each page
(limit of the 99th: 300), and the same for datasette's page of statements, served alone
afterwards in the same run, with the ratio of the 99th percentiles.
"""

from __future__ import annotations

import argparse
import asyncio
import json
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
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

from benchmarks import load_world
from benchmarks.measure import memory_of, tree

HOST = "127.0.0.1"
LIMIT = 300
EACH = 40
WORDS = ("shelters", "archives", "visas", "seasonal workers", "legal aid", '"housing schemes"')
Times = dict[str, list[float]]


@dataclass(frozen=True, slots=True)
class Load:
    """How many readers, for how long, and how long each looks at a page; both in seconds."""

    readers: int
    seconds: float
    pause: float


async def fetch(port: int, path: str) -> int:
    """Ask for a page, packed, to its last byte; returns the status."""
    reader, writer = await asyncio.open_connection(HOST, port)
    head = f"GET {path} HTTP/1.1\r\nHost: {HOST}\r\nAccept-Encoding: gzip\r\nConnection: close"
    writer.write(f"{head}\r\n\r\n".encode())
    told = await reader.read()
    while piece := await reader.read():
        told += piece
    writer.close()
    return int(told.split(b" ", 2)[1])


async def read(port: int, pages: dict[str, list[str]], load: Load, seed: int, took: Times) -> None:
    """One reader, who goes from page to page until the time is over."""
    rng = random.Random(seed)
    end = time.perf_counter() + load.seconds
    await asyncio.sleep(rng.random() * min(load.pause, 1))
    while (started := time.perf_counter()) < end:
        name = rng.choice(list(pages))
        status = await fetch(port, rng.choice(pages[name]))
        if status != 200:
            raise SystemExit(f"{name} answered {status}")
        took[name].append((time.perf_counter() - started) * 1000)
        if load.pause:
            await asyncio.sleep(rng.expovariate(1 / load.pause))


async def all_read(port: int, pages: dict[str, list[str]], load: Load) -> Times:
    """What all readers together waited for each page, in milliseconds."""
    took: Times = defaultdict(list)
    await asyncio.gather(*(read(port, pages, load, seed, took) for seed in range(load.readers)))
    return took


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


def listed(port: int, path: str) -> list[dict[str, object]]:
    with urlopen(f"http://{HOST}:{port}{path}") as answer:
        items: list[dict[str, object]] = json.load(answer)["items"]
    return items


def pages_of(port: int) -> dict[str, list[str]]:
    """The addresses behind each kind of page."""
    proposals, actors, inputs = (
        listed(port, f"/api/{name}?limit={EACH}") for name in ("proposals", "actors", "inputs")
    )
    return {
        "/": ["/"],
        "/proposals": ["/proposals", "/proposals?skip=50", "/proposals?skip=5000"],
        "/proposals/N": [f"/proposals/{item['number']}" for item in proposals],
        "/search?q=…": [f"/search?q={word.replace(' ', '+')}" for word in WORDS],
        "/actors/X": [f"/actors/{item['id']}" for item in actors],
        "/inputs/X": [f"/inputs/{item['id']}" for item in inputs],
        "/themes": ["/themes"],
    }


def say(name: str, times: list[float]) -> float:
    """Print a line of the table; returns the 99th percentile."""
    last = statistics.quantiles(times, n=100)[98]
    median = statistics.median(times)
    print(f"{name:24} {len(times):>7,} {median:>8.0f} {last:>8.0f}", flush=True)
    return last


def ours(workspace: Path, load: Load, workers: int) -> float:
    """The slowest 99th percentile of our pages."""
    port = free_port()
    place = ["-w", str(workspace), "--port", str(port), "--workers", str(workers)]
    with served([sys.executable, "-m", "stocktake", "serve", *place]) as process:
        print(f"first answer after {wait_for(port, '/'):.1f} s")
        pages = pages_of(port)
        took = asyncio.run(all_read(port, pages, load))
        memory = sum(memory_of(pid) for pid in tree(process.pid)) / 1e6
    asked = sum(map(len, took.values())) / load.seconds
    print(f"{workers} processes, {memory:.0f} MB in all, {asked:.0f} pages/s")
    print(f"{'page':24} {'asked':>7} {'median':>8} {'99th':>8}  ms")
    return max(say(name, took[name]) for name in pages)


def theirs(workspace: Path, load: Load, program: str) -> float:
    """The 99th percentile of datasette's page of the table of statements."""
    port = free_port()
    path = "/stocktake/statements?_size=50"
    with served([program, "serve", str(workspace / "stocktake.db"), "-p", str(port)]):
        wait_for(port, path)
        took = asyncio.run(all_read(port, {"datasette": [path]}, load))
    return say("datasette, statements", took["datasette"])


def run(workspace: Path, load: Load, workers: int) -> None:
    print(f"{load.readers} readers for {load.seconds:.0f} s, who look for {load.pause} s at a page")
    slowest = ours(workspace, load, workers)
    print(f"slowest 99th: {slowest:.0f} ms (limit: {LIMIT})")
    program = shutil.which("datasette", path=Path(sys.executable).parent)
    program = program or shutil.which("datasette")
    if program is None:
        print("datasette is not installed")
        return
    peer = theirs(workspace, load, program)
    print(f"ratio of the slowest 99th to datasette's: {slowest / peer:.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("workspace", nargs="?", type=Path)
    parser.add_argument("--readers", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--pause", type=float, default=1)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--statements", type=int, default=100_000)
    options = parser.parse_args()
    load = Load(options.readers, options.seconds, options.pause)
    if options.workspace:
        run(options.workspace, load, options.workers)
        return
    with tempfile.TemporaryDirectory() as folder:
        run(load_world.make(Path(folder) / "large", options.statements), load, options.workers)


if __name__ == "__main__":
    main()
