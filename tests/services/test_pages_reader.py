"""A number stands before a block once, whether or not its text brings it."""

from __future__ import annotations

import pytest

from stocktake.model import Block, BlockKind
from stocktake.services.pages.reader import _number


@pytest.mark.parametrize(("text", "shown"), [("1. Protect children.", ""), ("Protect.", "1.")])
def test_a_number_is_shown_where_the_text_lacks_it(text: str, shown: str) -> None:
    assert _number(text, Block(BlockKind.LIST_ITEM, 0, len(text), number="1.")) == shown
