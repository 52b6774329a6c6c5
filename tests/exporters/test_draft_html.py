"""A draft as a page."""

from __future__ import annotations

from lxml import html

from stocktake.exporters import export_draft
from stocktake.legal import Version, parse_draft
from tests.exporters.contract_drafts import DRAFT


def page(text: str, version: Version | None = None) -> html.HtmlElement:
    return html.fromstring(export_draft(parse_draft(text), "html", version).decode())


def test_a_provision_is_found_by_its_id() -> None:
    root = html.fromstring(export_draft(DRAFT, "html").decode())
    assert root.get_element_by_id("para_2__point_b__point_i").text_content() == "(i)Harbour towns;"


def test_what_is_open_is_marked_within_and_across_paragraphs() -> None:
    root = html.fromstring(export_draft(DRAFT, "html").decode())
    marked = [item.text_content() for item in root.iter("mark")]
    assert marked == [
        "[ferries][boats]",
        "[in 2030]",
        "[Ruritania: including [old] sailors]",
        "[wide.",
        "Masts stand]",
    ]


def test_a_mark_leads_to_its_footnote_and_back() -> None:
    root = page("1. Ports[^1] and quays[^1]\n\n[^1]: All")
    assert [link.get("href") for link in root.iter("a")] == ["#note-1", "#note-1", "#mark-1"]
    assert root.get_element_by_id("mark-1").text_content() == "1"


def test_words_of_a_draft_are_never_taken_for_marks_of_the_page() -> None:
    root = page("1. <script>alert(1)</script> <b>Ports</b>")
    assert not list(root.iter("script"))
    assert "<b>Ports</b>" in root.text_content()


def test_a_draft_in_arabic_reads_from_right_to_left() -> None:
    assert page("1. x", Version(language="ar")).get("dir") == "rtl"
