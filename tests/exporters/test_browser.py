"""The report in a real browser: on a phone, in the dark, on paper, with and without its script."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page

from stocktake.exporters import export
from stocktake.model import Report
from tests import browsing

pytestmark = pytest.mark.browser
PHONE = {"width": 360, "height": 780}


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browsing.chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def address(report: Report, tmp_path_factory: pytest.TempPathFactory) -> str:
    return _written(report, tmp_path_factory.mktemp("report"))


@pytest.fixture(scope="module")
def hostile_address(hostile: Report, tmp_path_factory: pytest.TempPathFactory) -> str:
    return _written(hostile, tmp_path_factory.mktemp("hostile"))


def _written(report: Report, folder: Path) -> str:
    target = folder / "report.html"
    target.write_bytes(export(report, "html"))
    return target.as_uri()


@pytest.fixture
def page(chromium: Browser, address: str) -> Iterator[Page]:
    with chromium.new_context(viewport=PHONE) as context:
        page = context.new_page()
        page.goto(address)
        yield page


def _overflow(page: Page) -> int:
    return int(page.evaluate("document.documentElement.scrollWidth - innerWidth"))


def test_a_phone_need_not_scroll_sideways(page: Page) -> None:
    assert _overflow(page) <= 0


def test_a_phone_need_not_scroll_sideways_with_all_tables_open(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(item => item.open = true)")
    assert _overflow(page) <= 0


def test_hostile_words_neither_run_nor_widen_the_page(
    chromium: Browser, hostile_address: str
) -> None:
    with chromium.new_context(viewport=PHONE) as context:
        page, alerts = context.new_page(), []
        page.on("dialog", lambda dialog: alerts.append(dialog.message))
        page.goto(hostile_address)
        assert (_overflow(page) <= 0, alerts) == (True, [])


def test_nothing_is_requested_and_nothing_is_complained_of(chromium: Browser, address: str) -> None:
    with chromium.new_context() as context:
        page, seen = context.new_page(), []
        page.on("console", lambda message: seen.append(message.text))
        page.on("pageerror", lambda error: seen.append(str(error)))
        page.on("request", lambda request: seen.append(request.url))
        page.goto(address)
        page.locator("sup a").first.click()
        assert seen == [address]


def test_the_page_follows_light_and_dark(page: Page) -> None:
    def ground() -> str:
        return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))

    page.emulate_media(color_scheme="light")
    light = ground()
    page.emulate_media(color_scheme="dark")
    assert (light, ground()) == ("rgb(252, 251, 248)", "rgb(20, 23, 26)")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    assert page.evaluate(_WEAKEST_CONTRAST) >= 4.5


def test_a_citation_opens_its_passage_and_escape_closes_it(page: Page, report: Report) -> None:
    link = page.locator("sup a").first
    number = link.inner_text()
    link.click()
    assert report.citations[int(number) - 1].quote in page.locator("#peek q").inner_text()
    page.keyboard.press("Escape")
    assert page.locator("#peek").is_hidden()
    assert link.evaluate("item => item === document.activeElement")


def test_without_its_script_a_citation_leads_to_its_passage(
    chromium: Browser, address: str
) -> None:
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(address)
        link = page.locator("sup a").nth(3)
        target = link.get_attribute("href")
        link.click()
        assert page.url == f"{address}{target}"
        assert page.locator(f"li{target}").bounding_box()["y"] < 720


def test_paper_holds_every_passage(page: Page, report: Report) -> None:
    pages = pypdfium2.PdfDocument(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    text = " ".join(sheet.get_textpage().get_text_range() for sheet in pages)
    printed = "".join(text.split())
    missing = [c.id for c in report.citations if "".join(c.quote.split()) not in printed]
    assert missing == []


def test_paper_holds_the_folded_tables(page: Page) -> None:
    pages = pypdfium2.PdfDocument(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    text = " ".join(sheet.get_textpage().get_text_range() for sheet in pages)
    assert "Kind of actor" in " ".join(text.split())


_WEAKEST_CONTRAST = """() => {
  const parts = (color) => color.match(/[\\d.]+/g).map(Number);
  const light = (color) => {
    const [r, g, b] = parts(color).map((v) => {
      const s = v / 255;
      return s <= 0.03928 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (item) => {
    for (let at = item; at; at = at.parentElement) {
      const color = getComputedStyle(at).backgroundColor;
      if (color !== "rgba(0, 0, 0, 0)") return color;
    }
    return "rgb(255, 255, 255)";
  };
  const contrast = (item) => {
    const pair = [light(getComputedStyle(item).color), light(ground(item))].sort((a, b) => b - a);
    return (pair[0] + 0.05) / (pair[1] + 0.05);
  };
  const texts = [...document.querySelectorAll("body *:not(svg *):not(script)")].filter((item) =>
    [...item.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim()));
  return Math.min(...texts.map(contrast));
}"""
