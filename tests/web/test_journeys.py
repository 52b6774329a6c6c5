"""Whole journeys in a real browser: in English, in Arabic, and without JavaScript."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from stocktake.model.accounts import AccountRole
from stocktake.services import adding, building, drafts, extracting
from stocktake.web import Site, open_site
from tests import world
from tests.made import as_pdf
from tests.web.asking import PASSWORD, account
from tests.web.browsing import enter

pytestmark = pytest.mark.browser
ASK = "We call on all States to open schools for migrant children in every harbour."
DRAFT = "# Compact\n\n1. States shall open schools for migrant children in every harbour.\n"
BUILT = 120_000
PATIENCE = 60_000


@pytest.fixture(scope="module", autouse=True)
def patience() -> None:
    """Reading a file takes a worker of its own, which a busy machine is slow to start."""
    expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("journeys")
    workspace = world.make_workspace(folder / "workspace")
    inputs = world.write_inputs(folder / "inputs")
    document, _ = extracting.extract_text(f"Statement by Ruritania\n\n{ASK}")
    (inputs / "sheet.pdf").write_bytes(as_pdf(document))
    adding.add(workspace, [inputs])
    (folder / "draft.md").write_text(DRAFT, encoding="utf-8")
    drafts.add(workspace, folder / "draft.md", drafts.About(label="first"))
    building.build(workspace, 1)
    opened = open_site(workspace)
    yield opened
    opened.close()


def entered(context: BrowserContext, site: Site, address: str, role: AccountRole) -> Page:
    """A page of somebody new with that role, signed in through the form."""
    actor = "XFR" if role is AccountRole.DELEGATE else None
    return enter(context, address, account(site, role, actor))


def built(page: Page, address: str) -> None:
    """Take stock from the desk, and wait until it is done."""
    page.goto(f"{address}/desk")
    page.get_by_role("button", name="Take stock of all inputs").click()
    for _ in range(BUILT // 500):
        page.goto(f"{address}/desk")
        if page.get_by_text("The last build has ended").count():
            assert page.get_by_text(re.compile("Stock \\d+ (taken|is)")).count()
            return
        page.wait_for_timeout(500)
    raise AssertionError(page.content())


def test_a_delegate_hands_in_and_sees_her_ask_in_the_draft(
    browser: Browser, site: Site, address: str, tmp_path: Path
) -> None:
    path = tmp_path / "ours.docx"
    document = docx.Document()
    document.add_paragraph(ASK)
    document.save(str(path))
    delegate = entered(browser.new_context(), site, address, AccountRole.DELEGATE)
    delegate.get_by_role("link", name="Hand in").click()
    delegate.set_input_files("input[type=file]", path)
    delegate.fill("input[name=title]", "Our statement")
    delegate.get_by_role("button", name="Hand in").click()
    expect(delegate.get_by_text("1 statement was found")).to_be_visible()
    office = entered(browser.new_context(), site, address, AccountRole.SECRETARIAT)
    office.goto(f"{address}/desk")
    office.get_by_role("link", name="Our statement").click()
    office.get_by_role("button", name="Publish as an input").click()
    built(office, address)
    delegate.goto(f"{address}/drafts/first/actors/XFR")
    expect(delegate.get_by_text("open schools for migrant children").first).to_be_visible()
    expect(delegate.get_by_text(re.compile("reflected", re.IGNORECASE)).first).to_be_visible()


def test_a_reviewer_works_the_queue_with_keys_alone(
    browser: Browser, site: Site, address: str
) -> None:
    page = entered(browser.new_context(), site, address, AccountRole.REVIEWER)
    page.goto(f"{address}/review")
    before = page.locator("form.judge").get_attribute("action")
    page.keyboard.press("c")
    page.wait_for_url("**/review?last=*")
    assert page.locator("form.judge").get_attribute("action") != before
    page.keyboard.press("u")
    page.wait_for_url("**/review?of=*")
    assert page.locator("form.judge").get_attribute("action") == before
    page.keyboard.press("r")
    page.wait_for_url("**/review?last=*")


def test_a_reviewer_merges_proposals_with_keys_alone_and_takes_it_back(
    browser: Browser, site: Site, address: str
) -> None:
    page = entered(browser.new_context(), site, address, AccountRole.REVIEWER)
    page.goto(f"{address}/review/proposals")
    for key in ("j", "Space", "j", "Space", "k"):
        page.keyboard.press(key)
    page.wait_for_url("**/review/proposals?kept=*")
    expect(page.get_by_text("merged into").first).to_be_visible()
    page.keyboard.press("u")
    expect(page.get_by_text("Merging taken back").first).to_be_visible()


def test_a_co_chair_builds_compares_publishes_and_takes_the_report_along(
    browser: Browser, site: Site, address: str
) -> None:
    page = entered(browser.new_context(), site, address, AccountRole.CO_CHAIR)
    page.goto(f"{address}/review")
    page.keyboard.press("c")
    page.wait_for_url("**/review?last=*")
    built(page, address)
    page.goto(f"{address}/stocks")
    page.get_by_role("link", name="Since stock").first.click()
    expect(page.get_by_role("heading", name="From stock")).to_be_visible()
    page.goto(f"{address}/desk")
    page.get_by_role("button", name="Publish stock").click()
    page.wait_for_url("**/stocks")
    page.goto(f"{address}/report")
    for form, name in (("docx", "Word"), ("pdf", "PDF")):
        with page.expect_download() as download:
            page.get_by_role("link", name=name, exact=True).click()
        assert download.value.suggested_filename == f"stocktaking-report.{form}"


def test_a_visitor_follows_a_number_to_its_passage_on_the_page_of_the_pdf(
    browser: Browser, address: str
) -> None:
    page = browser.new_page()
    page.goto(address)
    page.locator(".figures a[href='/data/statements']").click()
    page.goto(f"{address}/search?q=schools&actor=Ruritania")
    page.get_by_role("link", name="In its place").first.click()
    assert "open schools" in "".join(page.locator("mark.sought").all_inner_texts())
    picture = page.locator("img.sheet")
    picture.scroll_into_view_if_needed()
    for _ in range(PATIENCE // 200):
        page.wait_for_timeout(200)
        if picture.evaluate("picture => picture.naturalWidth"):
            break
    assert picture.evaluate("picture => picture.naturalWidth") > 100


def test_an_administrator_invites_locks_and_reads_the_log(
    browser: Browser, site: Site, address: str
) -> None:
    page = entered(browser.new_context(), site, address, AccountRole.ADMINISTRATOR)
    page.goto(f"{address}/admin")
    page.fill("input[name=name]", "New delegate")
    page.fill("input[name=email]", "new@fenwick.test")
    page.get_by_role("button", name="Invite").click()
    path = page.locator("[role=status] code").inner_text()
    guest = browser.new_context().new_page()
    guest.goto(address + path[path.index("/invitations") :])
    guest.fill("input[name=password]", PASSWORD)
    guest.fill("input[name=again]", PASSWORD)
    guest.get_by_role("button", name="Make the account").click()
    guest.wait_for_url("**/account")
    page.goto(f"{address}/admin")
    page.locator("tr", has_text="new@fenwick.test").get_by_role("button", name="Lock").click()
    guest.goto(f"{address}/account")
    assert "/sign-in" in guest.url
    page.goto(f"{address}/admin/audit")
    expect(page.get_by_text("locked").first).to_be_visible()
    expect(page.get_by_text("the chain holds")).to_be_visible()


def test_in_arabic_a_visitor_goes_from_the_first_page_to_a_passage(
    browser: Browser, address: str
) -> None:
    page = browser.new_context(locale="ar").new_page()
    page.goto(f"{address}/proposals")
    assert page.locator("html").get_attribute("dir") == "rtl"
    page.locator(".lines a").first.click()
    page.locator(".evidence .source a").first.click()
    expect(page.locator("mark.sought").first).to_be_visible()


def test_without_javascript_a_delegate_hands_in_typed_text(
    browser: Browser, site: Site, address: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = entered(context, site, address, AccountRole.DELEGATE)
    page.goto(f"{address}/hand-in")
    page.fill("textarea[name=text]", ASK)
    page.fill("input[name=title]", "Typed")
    page.get_by_role("button", name="Hand in").click()
    page.wait_for_url(re.compile("/hand-in/\\w+"))
    assert "1 statement was found" in page.content()
