"""A site served to a real browser."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from playwright.sync_api import BrowserContext, Page

from stocktake.web import Site, make_app
from stocktake.web.routes import WAYS
from tests.web.asking import PASSWORD

FILES = (
    ".csv",
    ".png",
    ".jsonl",
    ".atom",
    "/original",
    "/text",
    "/programme",
    "/data/stock",
)


def pages(*but: str) -> list[str]:
    """The addresses that a browser shows as a page, without those that hold one of *but*."""
    return [
        way.path
        for way in WAYS
        if way.methods == ("GET",) and not any(part in way.path for part in (*FILES, *but))
    ]


@contextmanager
def served(site: Site, port: int = 0) -> Iterator[str]:
    """The address at which *site* is served as long as the ``with`` lasts."""
    server = uvicorn.Server(
        uvicorn.Config(make_app(site), port=port, log_level="error", lifespan="off")
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    [port] = [s.getsockname()[1] for item in server.servers for s in item.sockets]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


def free_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def enter(context: BrowserContext, address: str, email: str) -> Page:
    """A page of somebody who signed in through the form."""
    page = context.new_page()
    page.goto(f"{address}/sign-in")
    page.fill("input[name=email]", email)
    page.fill("input[name=password]", PASSWORD)
    page.press("input[name=password]", "Enter")
    page.wait_for_url(f"{address}/")
    return page
