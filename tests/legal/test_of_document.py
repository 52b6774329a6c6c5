"""Drafts from Word and PDF: the provisions are those of the same text in Markdown."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from stocktake import readers
from stocktake.legal import of_document, own_texts, parse_draft
from stocktake.model import Draft
from stocktake.settings import Limits
from tests.legal.forms import as_docx, as_pdf
from tests.readers.words import listed, p, styled, t, word_file

DRAFTS = ("23-oct-2015", "4-dec-2015", "9-dec-2015")
MADE = {"docx": as_docx, "pdf": as_pdf}
NESTED = """# Article 1 (Ports)

1. States shall:

    1. Keep ports open;

    2. Report on them to the Assembly of Freedonia, which is to look at what they say every year
       and to tell all others what it finds, or to say why it does not;

2. Nothing more.
"""


def read(data: bytes, kind: str) -> Draft:
    return of_document(readers.read(data, f"draft.{kind}", Limits()))


def ids(draft: Draft) -> list[str]:
    return [item.id for item in draft.provisions if not item.id.startswith("fn_")]


@pytest.mark.parametrize("kind", MADE)
@pytest.mark.parametrize("name", DRAFTS)
def test_provisions_of_real_drafts_are_those_of_the_markdown(
    shared: Path, name: str, kind: str
) -> None:
    markdown = (shared / "data" / "paris_drafts" / f"{name}.md").read_text(encoding="utf-8")
    wanted, found = ids(parse_draft(markdown)), ids(read(MADE[kind](markdown), kind))
    agreed = Counter(wanted) & Counter(found)
    assert agreed.total() >= 0.99 * max(len(wanted), len(found))


@pytest.mark.parametrize("kind", MADE)
def test_depth_is_read_from_how_far_in_a_paragraph_begins(kind: str) -> None:
    assert ids(read(MADE[kind](NESTED), kind)) == ids(parse_draft(NESTED))


def test_numbers_that_word_counts_by_itself_are_read() -> None:
    body = (styled("Article 1", "H1"), listed("States shall:", 3), listed("Keep ports;", 3, 1))
    draft = read(word_file("".join((*body, listed("Nothing more.", 3)))), "docx")
    assert ids(draft) == ["art_1", "art_1__para_1", "art_1__para_1__point_a", "art_1__para_2"]


def test_a_number_that_stands_in_the_text_is_no_part_of_the_words() -> None:
    texts = own_texts(read(as_docx(NESTED), "docx")).values()
    assert not any(re.match(r"\d", text) for text in texts)


def test_what_stands_behind_a_note_goes_on_where_the_note_was_marked() -> None:
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = (styled("Article 1", "H1"), p(t("1. Keep") + mark + t(" ports.")), p("2. Report."))
    draft = read(word_file("".join(body)), "docx")
    assert [item.id for item in draft.provisions] == [
        "art_1",
        "art_1__para_1",
        "art_1__para_1__fn_1",
        "art_1__para_2",
    ]
