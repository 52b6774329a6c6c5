"""A large file over a line that breaks, in a real browser: it goes on where it ended."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Request, Route, expect

from stocktake.model.accounts import AccountRole
from stocktake.services.workspace import Workspace
from stocktake.web import open_site
from tests.web.asking import account
from tests.web.browsing import enter, free_port

pytestmark = pytest.mark.browser
PIECE = 1 << 19
PIECES = 4
PATIENCE = 60_000
TEXT = "We call on all States to protect migrant children in every harbour.\n"


class Server:
    """The application in a process of its own, which can be killed and started again."""

    def __init__(self, workspace: Workspace) -> None:
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self._place = ["--workspace", str(workspace.root), "--port", str(self.port)]
        self.start()

    def start(self) -> None:
        command = [sys.executable, "-m", "stocktake", "serve", *self._place]
        self._process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        while self._process.poll() is None:
            try:
                urlopen(f"{self.address}/sign-in").close()
                return
            except OSError:
                time.sleep(0.05)

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()


@pytest.fixture
def server(workspace: Workspace) -> Iterator[Server]:
    found = Server(workspace)
    yield found
    found.kill()


@pytest.fixture
def page(server: Server, workspace: Workspace, browser: Browser) -> Page:
    """The page to hand in, of a delegate."""
    site = open_site(workspace)
    email = account(site, AccountRole.DELEGATE, "XFR")
    site.close()
    found = enter(browser.new_context(), server.address, email)
    found.goto(f"{server.address}/hand-in")
    return found


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """A file of several pieces, most of it what no statement is."""
    path = tmp_path / "large.txt"
    path.write_text(TEXT + "harbour " * (PIECES * PIECE // 8 - 100), encoding="utf-8")
    return path


def offsets(page: Page) -> list[int]:
    """Where each piece that the page sends from now on begins."""
    found: list[int] = []

    def keep(request: Request) -> None:
        if request.method == "PATCH":
            found.append(int(request.headers["upload-offset"]))

    page.on("request", keep)
    return found


def hand_in(page: Page, path: Path) -> None:
    page.set_input_files("input[type=file]", path)
    page.get_by_role("button", name="Hand in").click()


def test_a_file_goes_on_when_the_server_was_killed_in_the_middle(
    page: Page, server: Server, large: Path
) -> None:
    seen = offsets(page)

    def kill(route: Route) -> None:
        if route.request.method == "PATCH" and len(seen) == 2:
            server.kill()
            route.abort()
            page.unroute("**/uploads/*")
        else:
            route.continue_()

    page.route("**/uploads/*", kill)
    hand_in(page, large)
    expect(page.get_by_role("status")).to_contain_text("The line is broken", timeout=PATIENCE)
    server.start()
    page.wait_for_url("**/hand-in/*", timeout=PATIENCE)
    assert large.name in page.content()
    assert seen == [0, PIECE, PIECE, 2 * PIECE, 3 * PIECE]


def test_a_file_goes_on_when_the_page_was_left_in_the_middle(
    page: Page, server: Server, large: Path
) -> None:
    seen = offsets(page)
    page.route("**/uploads/*", lambda route: route.abort() if len(seen) > 2 else route.continue_())
    hand_in(page, large)
    expect(page.get_by_role("status")).to_contain_text("The line is broken", timeout=PATIENCE)
    page.unroute_all()
    page.goto(f"{server.address}/hand-in")
    assert "50% arrived" in page.content()
    del seen[:]
    hand_in(page, large)
    page.wait_for_url("**/hand-in/*", timeout=PATIENCE)
    assert seen == [2 * PIECE, 3 * PIECE]


def test_while_a_file_is_sent_the_page_tells_all_how_far_it_is(page: Page, large: Path) -> None:
    page.route("**/uploads/*", lambda route: route.abort())
    hand_in(page, large)
    expect(page.get_by_role("progressbar", name="How much of the file was sent")).to_be_visible()
    expect(page.get_by_role("status")).to_contain_text("The line is broken", timeout=PATIENCE)
    assert Axe().run(page).response["violations"] == []
    page.get_by_role("button", name="Stop sending").click()
    expect(page.get_by_role("progressbar")).to_be_hidden()


def test_a_file_that_is_too_large_is_refused_in_words(
    workspace: Workspace, page: Page, large: Path
) -> None:
    with workspace.process_file.open("a", encoding="utf-8") as process:
        process.write("\n[limits]\nfile_bytes = 1000\n")
    hand_in(page, large)
    expect(page.get_by_role("status")).to_contain_text("At most 1,000 are taken", timeout=PATIENCE)


def test_without_a_script_the_form_sends_the_file_as_a_whole(
    page: Page, server: Server, browser: Browser, tmp_path: Path
) -> None:
    plain = browser.new_context(java_script_enabled=False)
    plain.add_cookies(page.context.cookies())  # type: ignore[arg-type]
    other = plain.new_page()
    other.goto(f"{server.address}/hand-in")
    path = tmp_path / "ours.txt"
    path.write_text(TEXT)
    hand_in(other, path)
    expect(other.get_by_text("1 statement was found")).to_be_visible(timeout=PATIENCE)
