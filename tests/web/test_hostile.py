"""No script of an input, a name or a word of a reader runs, even where the policy would let it.

The browser is told to pass over the policy of the pages (``bypass_csp``), so that escaping alone
has to hold.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page
from starlette.testclient import TestClient

from stocktake.model.accounts import AccountRole
from stocktake.services.people import accounts, moments
from stocktake.web import Site, open_site
from tests.web import hostile
from tests.web.asking import PASSWORD, filled, form, signed_in
from tests.web.browsing import enter, pages

pytestmark = pytest.mark.browser
PAGES = pages("{provider")
RAN = "window.pwned === 1"
FOREIGN = "document.querySelectorAll('img[src=x], [onerror], [onload], [onfocus]').length"
FIELDS = ("/search?q=", "/proposals?words=", "/actors?region=", "/inputs?words=", "/sign-in?next=")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    opened = open_site(hostile.make(tmp_path_factory.mktemp("hostile")))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def secretariat(site: Site) -> TestClient:
    return signed_in(site, AccountRole.SECRETARIAT)


@pytest.fixture(scope="module")
def told(site: Site, secretariat: TestClient) -> dict[str, str]:
    """Something hostile for each open part of an address."""
    sent = secretariat.post(
        "/hand-in",
        data=form(secretariat, title=hostile.IMAGE, question=hostile.SCRIPT, actor="XFR"),
        files={"file": (f"{hostile.SCRIPT}.txt", hostile.ASKS[0].encode())},
    )
    inputs = secretariat.get("/api/inputs?words=print").json()["items"]
    secretariat.post(
        f"/inputs/{inputs[0]['id']}/withdraw", data=form(secretariat, reason=hostile.SCRIPT)
    )
    said = secretariat.get("/api/search?q=harbour").json()["items"][0]["statement"]
    whom = accounts.invited(hostile.SCRIPT, "guest@freedonia.test", "delegate")
    return {
        "input_id": inputs[0]["id"],
        "document_id": said["document_id"],
        "start": str(said["start"]),
        "end": str(said["end"]),
        "statement_id": said["id"],
        "number": "1",
        "code": "global",
        "actor_id": "XFR",
        "section": "glance",
        "label": "draft",
        "old": "draft",
        "earlier": "1",
        "later": "1",
        "meeting_id": "first",
        "session_id": "opening",
        "day": "2031-03-04",
        "name": "statements",
        "token": accounts.invite(site.store, whom, "test", moments.present()),
        "submission_id": sent.headers["location"].rsplit("/", 1)[-1],
    }


@pytest.fixture(scope="module")
def desk(browser: Browser, site: Site, address: str) -> Iterator[Page]:
    """What a secretary with a hostile name sees in a browser without a policy."""
    yield from entered(browser, site, address, AccountRole.SECRETARIAT)


@pytest.fixture(scope="module")
def administrator(browser: Browser, site: Site, address: str) -> Iterator[Page]:
    yield from entered(browser, site, address, AccountRole.ADMINISTRATOR)


def entered(browser: Browser, site: Site, address: str, role: AccountRole) -> Iterator[Page]:
    email = f"{role.value}@freedonia.test"
    whom = accounts.invited(hostile.SCRIPT + hostile.IMAGE, email, role)
    accounts.make(site.store, whom, PASSWORD, moments.present())
    with browser.new_context(bypass_csp=True) as context:
        yield enter(context, address, email)


def harm(page: Page) -> list[object]:
    """What ran or came to be on a page that no page of ours holds."""
    return [page.evaluate(RAN), page.evaluate(FOREIGN)]


@pytest.mark.parametrize("words", [hostile.SCRIPT, hostile.DRAWING])
def test_this_browser_would_run_it(words: str, browser: Browser) -> None:
    page = browser.new_page()
    page.set_content(words)
    page.wait_for_function(RAN)
    page.close()


@pytest.mark.parametrize("path", PAGES)
def test_nothing_hostile_runs_on_a_page(
    path: str, desk: Page, address: str, told: dict[str, str]
) -> None:
    desk.goto(address + filled(path, told))
    assert harm(desk) == [False, 0]


@pytest.mark.parametrize("path", [path for path in PAGES if path.startswith("/admin")])
def test_nothing_hostile_runs_for_an_administrator(
    path: str, administrator: Page, address: str, told: dict[str, str]
) -> None:
    administrator.goto(address + filled(path, told))
    assert harm(administrator) == [False, 0]


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("words", hostile.ALL)
def test_nothing_that_an_address_says_runs(
    field: str, words: str, desk: Page, address: str
) -> None:
    desk.goto(f"{address}{field}{quote(words)}")
    assert harm(desk) == [False, 0]


@pytest.mark.parametrize("number", range(5))
def test_an_input_of_each_format_is_shown_and_nothing_of_it_runs(
    number: int, desk: Page, address: str, secretariat: TestClient
) -> None:
    items = secretariat.get("/api/inputs?limit=500").json()["items"]
    formats = sorted({item["name"].rsplit(".", 1)[-1]: item["id"] for item in items}.items())
    suffix, input_id = formats[number]
    shown = secretariat.get(f"/inputs/{input_id}").text
    assert ("onerror=window.pwned=1" in shown, suffix) == (True, suffix)
    desk.goto(f"{address}/inputs/{input_id}")
    assert harm(desk) == [False, 0]


@pytest.mark.parametrize("form_", ["html", "md", "docx", "pdf", "json"])
def test_the_report_is_written_in_every_format(form_: str, secretariat: TestClient) -> None:
    answer = secretariat.get(f"/report/whole?format={form_}")
    assert (answer.status_code, "attachment" in answer.headers["content-disposition"]) == (
        200,
        True,
    )


def test_the_report_as_a_file_runs_nothing(desk: Page, secretariat: TestClient) -> None:
    desk.set_content(secretariat.get("/report/whole?format=html").text)
    assert harm(desk) == [False, 0]


def test_a_browser_saves_an_original_and_does_not_open_it(
    secretariat: TestClient, told: dict[str, str]
) -> None:
    headers = secretariat.get(f"/inputs/{told['input_id']}/original").headers
    assert headers["content-disposition"].startswith("attachment")
    assert headers["content-security-policy"] == "default-src 'none'; sandbox"
