"""Several processes answer on one port, and end when they are told to."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
from urllib.request import urlopen

import pytest

from stocktake.services.workspace import Workspace
from stocktake.web import Settings, serving


def test_the_environment_tells_which_site_it_is(
    stocked: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in serving.told(stocked, Settings(is_secure=True)).items():
        monkeypatch.setenv(name, value)
    guard = next(item for item in serving.app().user_middleware if "is_secure" in item.kwargs)
    assert guard.kwargs["is_secure"]


@pytest.mark.parametrize("workers", [1, 2])
def test_it_answers_and_ends_without_an_error(workers: int, stocked: Workspace) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    place = ["--workspace", str(stocked.root), "--port", str(port), "--workers", str(workers)]
    process = subprocess.Popen(
        [sys.executable, "-m", "stocktake", "serve", *place], stderr=subprocess.PIPE, text=True
    )
    assert "Traceback" not in answer_of(port, process)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=30)
    assert "Traceback" not in told


def answer_of(port: int, process: subprocess.Popen[str]) -> str:
    while process.poll() is None:
        try:
            with urlopen(f"http://127.0.0.1:{port}/") as answer:
                return str(answer.read())
        except OSError:
            time.sleep(0.05)
    raise AssertionError(process.communicate())
