"""Which themes a document names anywhere in its text, whether or not in a statement."""

from __future__ import annotations

from stocktake.analysis.matching import Matcher, Text
from stocktake.model import Document


def themes_in(document: Document, whole: Text, matcher: Matcher) -> frozenset[str]:
    """The codes of the themes named in a block of *document*, of which *whole* is the text; its
    title may hold the further words of a term."""
    title = Text.of(document.title or "")
    blocks = (whole.part(block.start, block.end) for block in document.blocks)
    return frozenset().union(*(matcher.codes(block, (title,)) for block in blocks))
