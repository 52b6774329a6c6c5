"""Tracing texts, statements and proposals through the door of the package."""

from __future__ import annotations

import pytest

import stocktake
from stocktake.errors import UsageError
from stocktake.model import Proposal

TEXT = "1. Build a lighthouse on the northern cape.\n2. Train pilots in rescue at sea.\n"


def test_each_text_gets_one_disposition_in_the_same_order() -> None:
    asks = ["train pilots in rescue at sea", "build a lighthouse on the northern cape"]
    found = stocktake.trace(asks, TEXT, embedder="none")
    assert [item.ask for item in found] == asks


def test_a_statement_is_traced_by_its_content_at_its_place() -> None:
    [statement] = stocktake.extract("We call for pilots to be trained in rescue at sea.")
    [found] = stocktake.trace([statement], TEXT, embedder="none")
    assert (found.proposal_id, found.asked) == (statement.id, statement.content)


def test_a_proposal_without_its_stock_is_refused() -> None:
    with pytest.raises(UsageError, match="proposal 3"):
        stocktake.trace([Proposal("p", 3, "w", (), (), ())], TEXT)
