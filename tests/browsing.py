"""A real browser for tests."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

from tests.conftest import skip_or_fail


@contextmanager
def chromium() -> Iterator[Browser]:
    """Chromium as it is installed; without it, tests skip with the reason."""
    path = shutil.which("chromium")
    if path is None:
        skip_or_fail("Chromium is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()
