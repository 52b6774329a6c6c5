"""Every page by the rules of WCAG 2.2 AA, as axe-core finds them: light, dark, right to left."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page

from stocktake.model.accounts import AccountRole
from stocktake.web import Site
from tests.web.asking import account, filled
from tests.web.browsing import enter, pages

pytestmark = pytest.mark.browser
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
LOOKS = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "right to left": {"color_scheme": "light", "extra_http_headers": {"Accept-Language": "ar"}},
    "phone": {"color_scheme": "light", "viewport": {"width": 360, "height": 740}},
}
PAGES = pages("/api", "/uploads")


@pytest.fixture(scope="module")
def emails(site: Site) -> dict[AccountRole, str]:
    roles = (AccountRole.SECRETARIAT, AccountRole.ADMINISTRATOR)
    return {role: account(site, role) for role in roles}


@pytest.fixture(scope="module", params=LOOKS)
def context(
    request: pytest.FixtureRequest, browser: Browser, address: str, emails: dict[AccountRole, str]
) -> Iterator[dict[AccountRole, BrowserContext]]:
    """A signed-in browser for each of the roles that see most, with one look."""
    found = {role: browser.new_context(**LOOKS[request.param]) for role in emails}
    for role, opened in found.items():
        enter(opened, address, emails[role]).close()
    yield found
    for opened in found.values():
        opened.close()


@pytest.mark.parametrize("path", PAGES)
def test_a_page_breaks_no_rule(
    path: str,
    context: dict[AccountRole, BrowserContext],
    address: str,
    examples: dict[str, str],
) -> None:
    known = examples | {"submission_id": "none"}
    role = AccountRole.ADMINISTRATOR if path.startswith("/admin") else AccountRole.SECRETARIAT
    page = context[role].new_page()
    page.goto(address + filled(path, known))
    if not is_phone(page):
        assert broken(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.close()


def is_phone(page: Page) -> bool:
    """On a phone the same elements stand in another order: there only the width is looked at."""
    size = page.viewport_size
    return size is not None and size["width"] < 400


def test_axe_finds_what_is_wrong(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content("<img src='x'><p style='color: #ccc; background: #fff'>pale</p>")
    assert len(broken(page)) > 2
    page.close()


def broken(page: Page) -> list[str]:
    """The rules that a page breaks, with the first element that does."""
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{item['id']}: {item['nodes'][0]['html'][:200]}" for item in found]
