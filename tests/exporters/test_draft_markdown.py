"""A draft as Markdown."""

from __future__ import annotations

from stocktake.exporters import export_draft
from stocktake.legal import of_document
from stocktake.model import Block, BlockKind, Document
from tests.exporters.contract_drafts import DRAFT, TEXT


def test_a_text_is_written_as_it_stands() -> None:
    assert export_draft(DRAFT, "md").decode() == TEXT


def test_numbers_that_a_format_keeps_apart_are_written_line_by_line() -> None:
    text = "Article 1\nPorts open"
    blocks = (
        Block(BlockKind.HEADING, 0, 9, level=1),
        Block(BlockKind.LIST_ITEM, 10, 20, level=0, number="1."),
    )
    draft = of_document(Document("d", "i", text, blocks))
    assert export_draft(draft, "md").decode() == "## Article 1\n\n1. Ports open\n"
