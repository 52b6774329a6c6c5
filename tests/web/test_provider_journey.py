"""Invited, and signed in again, through a provider on another site, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from stocktake.services.people import accounts, moments, providers
from stocktake.services.workspace import Workspace
from stocktake.web import Site, open_site
from tests.openid.provider import BY_VARIABLE, SECRET, entry, serving
from tests.web.browsing import free_port, served

pytestmark = pytest.mark.browser


@pytest.fixture
def port() -> int:
    return free_port()


@pytest.fixture
def own(workspace: Workspace, port: int, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A site on localhost, with a provider on 127.0.0.1, which is another site to a browser."""
    monkeypatch.setenv("IDP_SECRET", SECRET)
    with serving() as idp:
        (workspace.root / providers.FILE).write_text(
            f'address = "http://localhost:{port}"\n' + entry("up", "Up", idp.issuer, BY_VARIABLE)
        )
        site = open_site(workspace)
        yield site
        site.close()


def test_who_is_invited_comes_back_through_the_provider(
    own: Site, port: int, browser: Browser
) -> None:
    whom = accounts.invited("Ann", "ann@freedonia.test", "delegate", "XFR")
    token = accounts.invite(own.store, whom, "test", moments.present())
    with served(own, port):
        address = f"http://localhost:{port}"
        page = browser.new_page()
        page.goto(f"{address}/invitations/{token}")
        page.get_by_role("button", name="Make the account with Up").click()
        page.get_by_role("link", name="Go on to Up").click()
        page.wait_for_url(f"{address}/account")
        page.get_by_role("button", name="Sign out").click()
        page.goto(f"{address}/hand-in")
        page.get_by_role("link", name="Sign in with Up").click()
        page.wait_for_url(f"{address}/hand-in")
        expect(page.get_by_role("link", name="Ann")).to_be_visible()
