"""The HTML file: safe, whole, accessible."""

from __future__ import annotations

import base64
import hashlib
import itertools

import pytest
from lxml import html as lxml_html

from stocktake.exporters.html import HtmlExporter
from stocktake.model import Cell, Report, Section, Table


def page_of(report: Report) -> lxml_html.HtmlElement:
    return lxml_html.fromstring(HtmlExporter().export(report).decode())


@pytest.fixture(scope="module")
def page(report: Report) -> lxml_html.HtmlElement:
    return page_of(report)


@pytest.fixture(scope="module")
def hostile_page(hostile: Report) -> lxml_html.HtmlElement:
    return page_of(hostile)


def test_every_link_within_the_page_has_its_target(page: lxml_html.HtmlElement) -> None:
    ids = set(page.xpath("//@id"))
    assert {href[1:] for href in page.xpath("//@href") if href.startswith("#")} <= ids


def test_no_id_occurs_twice(page: lxml_html.HtmlElement) -> None:
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_every_passage_leads_back_to_where_it_is_cited(page: lxml_html.HtmlElement) -> None:
    back = page.xpath("//li/a[@class='back']/@href")
    assert back
    assert {href[1:] for href in back} <= set(page.xpath("//sup/a/@id"))


def test_passages_link_to_the_page_of_the_stored_original(
    page: lxml_html.HtmlElement, report: Report
) -> None:
    cited = report.citations[0]
    expected = f"../originals/{cited.input_id[:2]}/{cited.input_id}#page={cited.page}"
    assert page.xpath(f"//li[@id='{cited.id}']/a[@class='at']/@href") == [expected]


def test_nothing_is_loaded_from_elsewhere(page: lxml_html.HtmlElement) -> None:
    assert page.xpath("//@src | //link | //iframe | //object | //img") == []


def test_styles_stand_in_the_style_sheet_alone(page: lxml_html.HtmlElement) -> None:
    assert page.xpath("//@style | //@onclick | //@onload") == []


@pytest.mark.parametrize("name", ["style", "script"])
def test_the_policy_allows_our_style_and_script_by_their_hashes(
    page: lxml_html.HtmlElement, name: str
) -> None:
    (source,) = page.xpath(f"//{name}/text()")
    digest = base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()
    (policy,) = page.xpath("//meta[@http-equiv]/@content")
    assert f"{name}-src 'sha256-{digest}'" in policy


def test_headings_go_down_one_level_at_a_time(page: lxml_html.HtmlElement) -> None:
    levels = [int(item.tag[1]) for item in page.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in itertools.pairwise(levels))


def test_every_table_has_a_caption_and_scoped_headings(page: lxml_html.HtmlElement) -> None:
    tables = page.xpath("//table")
    complete = page.xpath(
        "//table[caption and thead//th[@scope='col'] and tbody//th[@scope='row']]"
    )
    assert len(tables) == len(complete) > 10


def test_landmarks_are_there_once(page: lxml_html.HtmlElement) -> None:
    assert [len(page.xpath(f"//{name}")) for name in ("main", "nav", "h1")] == [1, 1, 1]


def test_words_of_an_input_never_become_elements(hostile_page: lxml_html.HtmlElement) -> None:
    assert len(hostile_page.xpath("//script")) == 1
    assert hostile_page.xpath("//img") == []


def test_a_quotation_carries_its_language_and_direction(
    hostile_page: lxml_html.HtmlElement,
) -> None:
    directions = hostile_page.xpath("//blockquote[@lang='ar']/@dir")
    assert directions == ["rtl"]


def test_template_syntax_in_an_input_is_left_alone(hostile: Report) -> None:
    assert b"{{ 7 * 7 }}" in HtmlExporter().export(hostile)


def test_a_long_table_is_folded_and_says_how_long_it_is() -> None:
    rows = tuple((Cell(f"row {number}"),) for number in range(40))
    section = Section("s", "Sources", (Table("table-x", "Every input", ("File",), rows),))
    page = page_of(Report("", "", "", (section,)))
    (summary,) = page.xpath("//main//summary")
    assert summary.text_content().split() == ["Every", "input", "40", "rows"]


def test_sentences_in_cells_carry_the_heading_of_their_column() -> None:
    rows = ((Cell("1"), Cell("word " * 30)),)
    section = Section("s", "S", (Table("table-x", "T", ("No.", "Wording"), rows),))
    page = page_of(Report("", "", "", (section,)))
    assert page.xpath("//td/@data-label") == ["Wording"]
