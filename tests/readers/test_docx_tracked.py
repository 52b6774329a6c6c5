"""Word files as they stood before tracked changes, with who changed what."""

from __future__ import annotations

import pytest

from stocktake.errors import StocktakeError
from stocktake.model import ChangeKind, TrackedText
from stocktake.readers import tracked_changes
from tests.readers.words import NAMESPACES, listed, p, t, word_file

COMMENTS = (
    f'<w:comments {NAMESPACES}><w:comment w:id="4" w:author="Sylvania" w:date="2018-02-06">'
    "<w:p><w:r><w:t>Too weak.</w:t></w:r></w:p></w:comment></w:comments>"
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Target="comments.xml" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/comments"/></Relationships>'
)


def put_in(words: str, author: str = "Freedonia") -> str:
    return f'<w:ins w:author="{author}" w:date="2018-02-05T10:00:00Z">{t(words)}</w:ins>'


def taken_out(words: str, author: str = "Ruritania") -> str:
    run = f'<w:r><w:delText xml:space="preserve">{words}</w:delText></w:r>'
    return f'<w:del w:author="{author}" w:date="2018-02-06T10:00:00Z">{run}</w:del>'


def read(body: str) -> TrackedText:
    return tracked_changes(word_file(body), "a.docx")


def test_the_text_is_as_it_was_before_all_changes() -> None:
    found = read(p(t("Ports ") + taken_out("shall") + put_in("should") + t(" open.")))
    assert found.text == "Ports shall open.\n\n"
    assert found.accepted == "Ports should open.\n\n"


def test_each_change_has_its_author_date_and_place() -> None:
    one, two = read(p(t("Ports ") + taken_out("shall") + put_in("should"))).changes
    assert (one.kind, one.author, one.start, one.end) == (ChangeKind.DELETE, "Ruritania", 6, 11)
    assert (two.kind, two.author, two.date) == ("insert", "Freedonia", "2018-02-05T10:00:00Z")


def test_runs_that_one_person_put_in_together_are_one_change() -> None:
    found = read(p(t("Ports ") + put_in("should ") + put_in("always ") + t("open.")))
    assert [change.text for change in found.changes] == ["should always "]


def test_what_was_put_in_and_taken_out_again_is_left_out() -> None:
    inner = taken_out("never", "Sylvania")
    found = read(p(t("Ports open.") + f'<w:ins w:author="Freedonia">{inner}</w:ins>'))
    assert (found.text, found.changes) == ("Ports open.\n\n", ())


def test_a_paragraph_put_in_has_no_number_and_moves_none() -> None:
    in_list = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    put = p(put_in("Quays."), f'{in_list}<w:rPr><w:ins w:author="Freedonia"/></w:rPr>')
    body = listed("Ports open.", 1) + put + listed("Masts.", 1)
    assert read(body).text == "12. Ports open.\n\n13. Masts.\n\n"


def test_a_comment_has_its_range() -> None:
    begin, end = (f'<w:commentRange{which} w:id="4"/>' for which in ("Start", "End"))
    data = word_file(
        p(t("Ports ") + begin + t("may") + end + t(" open.")),
        **{"word/comments.xml": COMMENTS, "word/_rels/document.xml.rels": RELATIONS},
    )
    found = tracked_changes(data)
    (comment,) = found.comments
    assert found.text[comment.start : comment.end] == "may"
    assert (comment.author, comment.text) == ("Sylvania", "Too weak.")


def test_what_is_no_word_file_is_refused_by_name() -> None:
    with pytest.raises(StocktakeError, match=r"b\.docx"):
        tracked_changes(b"no archive", "b.docx")
