"""Web pages: the matter in order, without the site around it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.errors import ReadError
from stocktake.model import BlockKind, Document
from stocktake.readers.html import HtmlReader
from stocktake.settings import Limits
from tests.readers.contract import check_document
from tests.readers.samples import PAGE
from tests.readers.showing import block, texts, words

TAGS = ["p", "/p", "ul", "li", "/li", "ol", "table", "tr", "td", "br", "h2", "pre", "/ul", "sup"]
SCRAPS = [f"<{tag}>" for tag in TAGS] + ["word ", "&amp;", "<a href='#n'>1</a>", "<p id='n'>", "."]


def read(text: str) -> Document:
    return HtmlReader().read(text.encode(), "a.html", Limits())


@given(st.lists(st.sampled_from(SCRAPS), max_size=30).map("".join))
def test_any_tags_give_a_sound_document(text: str) -> None:
    try:
        document = read(f"<html><body>{text}")
    except ReadError:
        return
    check_document(document)


def test_scripts_styles_remarks_and_unseen_words_are_no_text() -> None:
    document = read(PAGE)
    gone = ("scripted", "color", "remark", "unseen")
    assert not [word for word in gone if word in document.raw_text()]


def test_navigation_and_footer_leave_the_text_and_stay_in_the_raw_text() -> None:
    document = read(PAGE)
    assert not {"• Home", "• About us", "Copyright of the site"} & set(texts(document))
    assert "About us" in document.raw_text()


def test_the_title_is_the_only_first_heading() -> None:
    assert read(PAGE).title == "Views of Freedonia"
    assert read("<title>Named</title><p>Words here.").title == "Named"


def test_items_have_the_numbers_that_a_browser_shows() -> None:
    document = read(PAGE)
    items = [(b.level, words(document, b)) for b in document.blocks if b.kind == "list item"]
    assert items == [(0, "c. Third"), (1, "• Inner"), (0, "d. Fourth"), (0, "more")]


def test_cells_have_their_place_beside_a_cell_of_two_rows() -> None:
    document = read(PAGE)
    cells = [(b.row, b.column) for b in document.blocks if b.kind is BlockKind.CELL]
    assert cells == [(0, 0), (0, 1), (1, 0), (1, 1), (2, 1)]


def test_a_table_that_only_arranges_the_page_has_no_cells() -> None:
    assert block(read(PAGE), "Arranged words").kind is BlockKind.PARAGRAPH


def test_two_line_breaks_or_one_behind_a_sentence_part_paragraphs() -> None:
    assert {"One line goes on.", "Next line.", "New paragraph"} <= set(texts(read(PAGE)))


def test_a_footnote_is_tied_to_its_mark_and_loses_its_arrow() -> None:
    document = read(PAGE)
    note = block(document, "1. A note.")
    assert (note.kind, words(document, note)) == (BlockKind.FOOTNOTE, "1. A note.")
    assert note.mark
    assert document.text[: note.mark[0]].endswith("Freedonia supports the draft.")


def test_a_page_of_links_alone_keeps_them() -> None:
    page = "<ul>" + "".join(f"<li><a href='/{n}'>Statement {n}</a></li>" for n in range(9))
    assert len(texts(read(page))) == 9


def test_a_first_heading_in_the_head_of_the_page_stays() -> None:
    page = "<body><header><h1>Views</h1><a href='/'>Home</a></header><p>Freedonia agrees.</p>"
    assert texts(read(page)) == ["Views", "Freedonia agrees."]


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("windows-1251", "cp1251"),
        ("iso-8859-1", "cp1252"),
        ("gb2312", "gb2312"),
    ],
)
def test_the_declared_encoding_is_followed(declared: str, encoding: str) -> None:
    said = {"cp1251": "Заявление", "gb2312": "声明"}.get(encoding, "déclaré")
    page = f"<html><head><meta charset={declared}></head><body><p>{said}</p>"
    document = HtmlReader().read(page.encode(encoding), "a.html", Limits())
    assert document.text == said


def test_a_wrong_declaration_is_told() -> None:
    page = "<html><meta charset='utf-8'><body><p>Déclaration de la Freedonie, adoptée à l'été.</p>"
    document = HtmlReader().read(page.encode("cp1252"), "a.html", Limits())
    assert "declares the encoding utf-8, which it is not in" in document.notes


def test_twenty_thousand_items_are_counted_in_one_go() -> None:
    document = read("<ol>" + "<li>Item" * 20_000)
    assert texts(document)[-1] == "20000. Item"
