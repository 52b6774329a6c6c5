"""Which themes each input names anywhere in its text, whether or not in a statement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from stocktake.analysis.terms import Matcher, Text, compile_scheme
from stocktake.model import Document, Scheme


def themes_mentioned(documents: Iterable[Document], scheme: Scheme) -> Mapping[str, frozenset[str]]:
    """The codes of *scheme* named in the text of each input, by its id; unread inputs are not
    among them."""
    matchers: dict[str, Matcher] = {}
    found: dict[str, set[str]] = defaultdict(set)
    for document in documents:
        language = document.language or "en"
        if language not in matchers:
            matchers[language] = compile_scheme(scheme, language)
        title = Text.of(document.title or "")
        for block in document.blocks:
            text = Text.of(document.text[block.start : block.end])
            found[document.input_id] |= matchers[language].codes(text, (title,))
        found[document.input_id] |= set()
    return {input_id: frozenset(codes) for input_id, codes in found.items()}
