"""One process or several answer on one port, from the moment it is taken until told to end."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest

from stocktake.services.workspace import Workspace
from stocktake.web import Settings, open_site, serving
from stocktake.web.serving import Listening

TAKEN = "0A"


def test_the_server_is_told_how_readers_come(stocked: Workspace) -> None:
    site = open_site(stocked, Settings(is_secure=True))
    config = serving.configured(site, Listening(proxy="10.0.0.5"))
    assert (config.proxy_headers, config.forwarded_allow_ips) == (True, "10.0.0.5")


@pytest.mark.parametrize("workers", [1, 2])
def test_it_answers_and_ends_without_an_error(workers: int, stocked: Workspace) -> None:
    with served(stocked, workers) as (process, port):
        assert "Traceback" not in answer_of(port)
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=30)
    assert "Traceback" not in told


def test_who_comes_while_it_starts_waits_and_is_answered(stocked: Workspace) -> None:
    with served(stocked, 2) as (_, port), ThreadPoolExecutor(8) as readers:
        answers = set(readers.map(answer_of, [port] * 24))
    assert len(answers) == 1


def test_a_process_that_dies_is_replaced(stocked: Workspace) -> None:
    with served(stocked, 2) as (process, port):
        answer_of(port)
        first = copies_of(process.pid)
        os.kill(min(first), signal.SIGKILL)
        while len(copies_of(process.pid) - first) < 1:
            time.sleep(0.05)
        assert "Traceback" not in answer_of(port)


@contextmanager
def served(workspace: Workspace, workers: int) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """A server that has taken its port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    place = ["--workspace", str(workspace.root), "--port", str(port), "--workers", str(workers)]
    command = [sys.executable, "-m", "stocktake", "serve", *place]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        try:
            while not is_taken(port):
                assert process.poll() is None, process.communicate()
                time.sleep(0.02)
            yield process, port
        finally:
            process.terminate()


def is_taken(port: int) -> bool:
    """Whether somebody listens there, which is seen without knocking."""
    rows = (line.split() for line in Path("/proc/net/tcp").read_text("utf-8").splitlines()[1:])
    return any(row[1].endswith(f":{port:04X}") and row[3] == TAKEN for row in rows)


def answer_of(port: int) -> str:
    with urlopen(f"http://127.0.0.1:{port}/") as answer:
        return str(answer.read())


def copies_of(pid: int) -> set[int]:
    return {int(word) for word in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()}
