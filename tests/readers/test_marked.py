"""Struck through is taken out, underlined put in, where a text marks its changes so."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from stocktake.lexicon.marking import marking
from stocktake.model import ChangeKind, TrackedText
from stocktake.readers import marked_changes
from stocktake.readers.marked import MarkedLine, Run, marked
from tests.readers.words import p, styled, t, word_file


def run(words: str, look: str) -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


STRIKE, UNDERLINE = "<w:strike/>", '<w:u w:val="single"/>'
BOTH = t("1. Ports ") + run("may", STRIKE) + run("shall", UNDERLINE) + t(" be open.")


def changes(found: TrackedText | None) -> list[tuple[str, str]]:
    return [(item.kind.value, item.text) for item in found.changes] if found else []


def of_word(*paragraphs: str) -> list[tuple[str, str]]:
    return changes(marked_changes(word_file("".join(paragraphs)), "draft.docx"))


def of_page(body: str) -> list[tuple[str, str]]:
    page = f"<!doctype html><html><body>{body}</body></html>"
    return changes(marked_changes(page.encode(), "draft.html"))


def test_of_a_word_file_struck_words_are_taken_out_and_underlined_ones_put_in() -> None:
    assert of_word(p(BOTH)) == [("delete", "may"), ("insert", "shall")]


def test_the_text_before_holds_what_is_struck_and_not_what_is_underlined() -> None:
    found = marked_changes(word_file(p(BOTH)), "draft.docx")
    assert found
    assert found.text.strip() == "1. Ports may be open."
    assert found.accepted.strip() == "1. Ports shall be open."


def test_underlining_alone_is_no_proposal() -> None:
    assert of_word(p(t("Ports are ") + run("open", UNDERLINE) + t("."))) == []


def test_underlining_is_a_proposal_where_a_legend_says_so() -> None:
    legend = p(t("Proposed text is ") + run("underlined", UNDERLINE) + t("."))
    assert of_word(legend, p(t("Ports are ") + run("all ", UNDERLINE) + t("open."))) == [
        ("insert", "all ")
    ]


def test_bold_is_a_proposal_only_where_a_legend_says_so() -> None:
    line = p(t("Ports are ") + run("all ", "<w:b/>") + t("open."))
    assert of_word(line, p(BOTH))[0] == ("delete", "may")
    assert of_word(p("New text is in bold."), line) == [("insert", "all ")]


def test_an_underlined_heading_is_no_proposal() -> None:
    assert of_word(styled(run("Ports", UNDERLINE), "H1"), p(run("Quays", UNDERLINE)), p(BOTH)) == [
        ("delete", "may"),
        ("insert", "shall"),
    ]


def test_what_was_put_in_and_struck_again_is_left_out() -> None:
    gone = t("Ports ") + run("always ", STRIKE + UNDERLINE) + t("are open.")
    assert of_word(p(gone), p(BOTH)) == [("delete", "may"), ("insert", "shall")]


def test_of_a_page_the_elements_and_styles_for_it_are_read() -> None:
    body = "<p>Ports <del>may</del> <ins>shall</ins> be <s>quite</s> open"
    body += '<span style="text-decoration: underline"> to all</span>.</p>'
    assert of_page(body) == [
        ("delete", "may"), ("insert", "shall"), ("delete", "quite"), ("insert", " to all"),
    ]  # fmt: skip


def test_an_underlined_link_of_a_page_is_no_proposal() -> None:
    assert of_page('<p>See <a href="/x"><u>ports</u></a>, <s>not</s> quays.</p>') == [
        ("delete", "not")
    ]


def test_files_of_other_kinds_have_no_marks() -> None:
    assert marked_changes(b"~~may~~ shall", "draft.txt") is None


RUNS = st.builds(Run, st.text("ab. ", max_size=6), st.booleans(), st.booleans(), st.booleans())
LINES = st.lists(st.builds(MarkedLine, st.lists(RUNS, max_size=5).map(tuple)), max_size=5)


@given(LINES)
def test_of_any_marks_the_places_are_those_of_the_text(lines: list[MarkedLine]) -> None:
    found = marked(lines, marking())
    for item in found.changes if found else ():
        there = found.text[item.start : item.end] if found else ""
        assert there == ("" if item.kind is ChangeKind.INSERT else item.text)
