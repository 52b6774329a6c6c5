"""Which themes a document names anywhere in its text, whether or not in a statement."""

from __future__ import annotations

from collections.abc import Iterable

from stocktake.analysis.matching import Matcher, Text
from stocktake.model import Document, SchemeKind


def themes_in(document: Document, whole: Text, matchers: Iterable[Matcher]) -> frozenset[str]:
    """The codes of the themes named in a block of *document*, of which *whole* is the text; its
    title may hold the further words of a term."""
    title = Text.of(document.title or "")
    blocks = [whole.part(block.start, block.end) for block in document.blocks]
    codes: set[str] = set()
    for matcher in matchers:
        above = matcher.parts(title)
        for block in blocks:
            if not matcher.themes_in(block, SchemeKind.THEMES) <= codes:
                codes |= matcher.codes(block, SchemeKind.THEMES, above)
    return frozenset(codes)
