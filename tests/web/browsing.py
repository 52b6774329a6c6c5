"""A site served to a real browser."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from playwright.sync_api import Browser, sync_playwright

from stocktake.web import Site, make_app
from tests.conftest import skip_or_fail

PASSWORD = "four harbours and a ferry"


@contextmanager
def served(site: Site) -> Iterator[str]:
    """The address at which *site* is served as long as the ``with`` lasts."""
    server = uvicorn.Server(
        uvicorn.Config(make_app(site), port=0, log_level="error", lifespan="off")
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    [port] = [s.getsockname()[1] for item in server.servers for s in item.sockets]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


@contextmanager
def chromium() -> Iterator[Browser]:
    path = shutil.which("chromium")
    if path is None:
        skip_or_fail("Chromium is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()
