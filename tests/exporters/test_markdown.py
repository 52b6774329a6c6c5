"""Markdown with footnotes."""

from __future__ import annotations

import re

import pytest
from markdown_it import MarkdownIt

from stocktake.exporters.markdown import MarkdownExporter, escaped
from stocktake.model import Report


@pytest.fixture(scope="module")
def written(report: Report) -> str:
    return MarkdownExporter().export(report).decode()


def test_every_footnote_that_is_used_is_defined_once(written: str) -> None:
    used = set(re.findall(r"\[\^(c\d+)\](?!:)", written))
    defined = re.findall(r"^\[\^(c\d+)\]:", written, re.MULTILINE)
    assert used == set(defined)
    assert len(defined) == len(set(defined))


def test_every_row_of_a_table_has_as_many_cells_as_its_head(hostile: Report) -> None:
    written = MarkdownExporter().export(hostile).decode()
    rows = [line for line in written.splitlines() if line.startswith("| ")]
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {3}


def test_hostile_words_make_no_element_and_no_link(hostile: Report) -> None:
    rendered = MarkdownIt("commonmark").render(MarkdownExporter().export(hostile).decode())
    assert "<script" not in rendered
    assert 'href="javascript' not in rendered


def test_sections_are_headings(written: str, report: Report) -> None:
    headings = re.findall(r"^## .*", written, re.MULTILINE)
    assert len(headings) == len(report.sections)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("1.00", "1.00"), ("1. Item", r"1\. Item"), ("12) x", r"12\) x"), ("- a", r"\- a")],
)
def test_only_what_would_begin_a_list_is_escaped(text: str, expected: str) -> None:
    assert escaped(text) == expected
