"""Pages in states that the walk over all addresses does not meet, by the same rules of WCAG 2.2."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from stocktake.model.accounts import AccountRole
from stocktake.services import example, taking, uploading
from stocktake.services.handing_in import Desk
from stocktake.services.people import accounts, moments, providers, renewing
from stocktake.services.workspace import PROCESS_FILE, Workspace
from stocktake.web import Site, open_site
from tests.openid.provider import entry, serving
from tests.web.asking import PASSWORD, account
from tests.web.browsing import enter, served
from tests.web.test_accessible import LOOKS, broken, is_phone

pytestmark = pytest.mark.browser
SMALL = "The African Union calls on all States to protect migrant children in every harbour."


@pytest.fixture
def own(workspace: Workspace) -> Iterator[Site]:
    """A site with a provider that answers and one that is down."""
    with serving() as idp:
        (workspace.root / providers.FILE).write_text(
            'address = "http://localhost"\n'
            + entry("up", "Up", idp.issuer)
            + entry("down", "Down", "http://127.0.0.1:1")
        )
        site = open_site(workspace)
        yield site
        site.close()


def check(page: Page) -> None:
    """No rule is broken, and nothing is wider than the page."""
    if not is_phone(page):
        assert broken(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("look", LOOKS)
def test_pages_of_a_new_site_break_no_rule(look: str, own: Site, browser: Browser) -> None:
    email = account(own, AccountRole.ADMINISTRATOR)
    whom = accounts.invited("Bo", "bo@fenwick.test", "delegate")
    invitation = accounts.invite(own.store, whom, "test", moments.present())
    [owner] = accounts.every(own.store)
    renewal = renewing.offer(own.store, owner.id, "test", moments.present())
    with served(own) as address:
        context = browser.new_context(**LOOKS[look])
        page = context.new_page()
        for path in ("", "/sign-in", "/sign-in/with/down", f"/renewals/{renewal}"):
            page.goto(f"{address}{path}")
            check(page)
        page.goto(f"{address}/invitations/{invitation}")
        check(page)
        page.locator("form[action$='/with/up'] button").click()
        check(page)
        page = enter(context, address, email)
        for path in ("", "/admin", "/admin/audit", "/account"):
            page.goto(f"{address}{path}")
            check(page)
        page.locator("form[action='/account/identities/up'] input[type=password]").fill(PASSWORD)
        page.locator("form[action='/account/identities/up'] button").click()
        page.locator("a.button").wait_for()
        check(page)
        page.goto(f"{address}/admin/audit")
        page.locator("form[action='/admin/verify'] button").click()
        page.locator("p.notice").wait_for()
        check(page)


@pytest.mark.parametrize("look", LOOKS)
def test_a_file_that_was_begun_breaks_no_rule(look: str, own: Site, browser: Browser) -> None:
    email = account(own, AccountRole.DELEGATE)
    [owner] = accounts.every(own.store)
    uploading.begin(Desk(own.workspace, own.store, owner, moments.present()), "x" * 90, 9)
    with served(own) as address:
        page = enter(browser.new_context(**LOOKS[look]), address, email)
        page.goto(f"{address}/hand-in")
        check(page)


@pytest.fixture
def exemplary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A site that shows a small example."""
    (tmp_path / "small").mkdir()
    (tmp_path / "small" / PROCESS_FILE).write_text('title = "A small example"\n')
    (tmp_path / "small" / "union.txt").write_text(SMALL)
    monkeypatch.setattr(taking, "EXAMPLE", tmp_path / "small")
    site = open_site(example.workspace_with(tmp_path / "new"))
    yield site
    site.close()


@pytest.mark.parametrize("look", LOOKS)
def test_the_label_of_an_example_breaks_no_rule(
    look: str, exemplary: Site, browser: Browser
) -> None:
    email = account(exemplary, AccountRole.ADMINISTRATOR)
    with served(exemplary) as address:
        page = enter(browser.new_context(**LOOKS[look]), address, email)
        check(page)
