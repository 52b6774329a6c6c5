"""Word files as Word shows them with all changes accepted."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.model import BlockKind, Document
from stocktake.readers.docx import DocxReader
from stocktake.settings import Limits
from tests.readers.contract import attempt, check_document, mutated
from tests.readers.samples import NOTE_MARK, WORD_BODY
from tests.readers.showing import block, texts, words
from tests.readers.words import p, styled, t, table, word_file

BOX = "<wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx>"


def read(body: str, **more: str) -> Document:
    return DocxReader().read(word_file(body, **more), "a.docx", Limits())


def test_headings_have_the_level_of_their_style() -> None:
    document = read(WORD_BODY)
    headings = [(b.level, words(document, b)) for b in document.blocks if b.kind == "heading"]
    assert headings == [(1, "Views of Freedonia"), (1, "Introduction"), (2, "Further down")]


def test_numbers_are_counted_as_word_counts() -> None:
    numbers = [b.number for b in read(WORD_BODY).blocks if b.kind in {"paragraph", "list item"}]
    assert numbers == [None, "12.", "(a)", "(b)", "13.", "•", "1.", None]


def test_a_number_is_put_before_the_text_and_is_not_in_the_raw_text() -> None:
    document = read(WORD_BODY)
    assert "13. Thirteenth" in texts(document)
    assert "13." not in document.raw_text()


def test_a_number_typed_by_hand_is_not_doubled() -> None:
    assert texts(read(styled("7. Seventh", "Numbered"))) == ["7. Seventh"]


def test_a_note_follows_its_paragraph_and_knows_its_mark() -> None:
    document = read(WORD_BODY)
    note = block(document, "1 A note.")
    assert note.kind is BlockKind.FOOTNOTE
    assert note.mark
    assert document.text[: note.mark[0]].endswith("supports the draft.")


def test_cells_have_their_place_and_merged_ones_are_read_once() -> None:
    upper = '<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>'
    lower = "<w:tc><w:tcPr><w:vMerge/></w:tcPr>"
    rows = table("Both | 1", "Both | 2").split("<w:tc>")
    document = read(f"{rows[0]}{upper}{rows[1]}<w:tc>{rows[2]}{lower}{rows[3]}<w:tc>{rows[4]}")
    assert [(b.row, b.column) for b in document.blocks] == [(0, 0), (0, 1), (1, 1)]


def test_insertions_are_in_deletions_are_out_and_the_ledger_is_told() -> None:
    run = "<w:r><w:t> with care</w:t></w:r>"
    cut = "<w:r><w:delText> at once</w:delText></w:r>"
    document = read(p(t("We agree") + f"<w:ins>{run}</w:ins><w:del>{cut}</w:del>"))
    assert document.text == "We agree with care"
    assert document.notes == ("has tracked changes, read as accepted: 1 insertions, 1 deletions",)


def test_a_text_box_is_read_once_behind_its_paragraph() -> None:
    shape = BOX.format(p("Boxed"))
    both = f"<mc:Choice>{shape}</mc:Choice><mc:Fallback>{shape}</mc:Fallback>"
    body = p(f"<w:r><mc:AlternateContent>{both}</mc:AlternateContent></w:r>" + t("Around"))
    assert texts(read(body)) == ["Around", "Boxed"]


def test_hidden_words_contents_lists_headers_and_field_codes_are_no_text() -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>"
    field = "<w:r><w:instrText>PAGE</w:instrText></w:r>"
    body = styled("Contents 1", "TOC1") + p(hidden + field + t("Seen"))
    assert read(body, **{"word/header1.xml": p("Header")}).text == "Seen"


def test_pages_begin_where_word_last_broke_them() -> None:
    rendered = "<w:r><w:lastRenderedPageBreak/></w:r>"
    document = read(p(t("One ") + rendered + t("two")) + p('<w:r><w:br w:type="page"/></w:r>'))
    assert (document.page_starts, document.text) == ((0, 4), "One two")


def test_without_page_breaks_there_are_no_pages() -> None:
    assert read(p("One")).page_starts == ()


def test_lines_broken_by_hand_behind_a_sentence_are_paragraphs() -> None:
    assert texts(read(p(t("One.") + "<w:r><w:br/></w:r>" + t("Two.")))) == ["One.", "Two."]


def test_a_short_line_in_bold_is_a_heading_and_a_bold_sentence_is_not() -> None:
    bold = "<w:r><w:rPr><w:b/></w:rPr><w:t>{}</w:t></w:r>"
    document = read(p(bold.format("Our views")) + p(bold.format("We agree.")))
    assert [str(b.kind) for b in document.blocks] == ["heading", "paragraph"]


def test_headings_and_lists_typed_by_hand_are_known_by_their_numbers() -> None:
    typed = [
        "I. Views",
        "1. We ask for:",
        "1.1 Routes;",
        "1.2 Work.",
        "(a) And rest.",
        "2. That is all.",
    ]
    document = read("".join(p(words) for words in typed))
    assert [str(b.kind) for b in document.blocks] == [
        "heading",
        "paragraph",
        "list item",
        "list item",
        "list item",
        "paragraph",
    ]


@pytest.mark.parametrize(
    ("body", "core", "title"),
    [
        (styled("Styled", "Title"), "Core", "Styled"),
        (p("Words"), "Core", "Core"),
        (p("Words"), "Microsoft Word - draft.doc", None),
    ],
)
def test_the_title_is_that_of_the_style_or_what_a_person_wrote(
    body: str, core: str, title: str | None
) -> None:
    assert DocxReader().read(word_file(body, core), "a.docx", Limits()).title == title


SCRAPS = [p("One."), p("<w:r><w:br/></w:r>"), styled("Two", "Numbered"), table("A | B", "C | D")]
SCRAPS += ["<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", "<w:tbl><w:tr><w:tc>", "<w:ins>"]
SCRAPS += ["</w:ins>", "</w:tc></w:tr></w:tbl>", p(NOTE_MARK + t("Noted")), "<w:p>", "</w:p>"]


@given(st.lists(st.sampled_from(SCRAPS), max_size=15).map("".join))
def test_any_body_gives_a_sound_document_or_an_error_of_ours(body: str) -> None:
    result = attempt(DocxReader(), "a.docx", word_file(body))
    if isinstance(result, Document):
        check_document(result)


@pytest.mark.parametrize("part", ["styles", "numbering", "footnotes", "document"])
def test_damage_within_a_part_raises_only_errors_of_ours(part: str) -> None:
    path = f"word/{part}.xml"
    with zipfile.ZipFile(BytesIO(word_file(WORD_BODY))) as archive:
        intact = archive.read(path)
    for seed in range(500):
        data = word_file(WORD_BODY, **{path: mutated(intact, seed)})
        result = attempt(DocxReader(), "a.docx", data)
        if isinstance(result, Document):
            check_document(result)
