"""What a report repeats as it was given: names, titles, values of facts, messages.

These are not our words; they are taken out before our own are looked at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

from stocktake.model import Scheme, Stock
from stocktake.reports.own_words import WORD, unquoted

Tokens = tuple[str, ...]


class Given:
    """Rows of words that may stand in a report without being ours."""

    def __init__(self, texts: Iterable[str]) -> None:
        rows: dict[str, set[Tokens]] = defaultdict(set)
        for text in texts:
            tokens = tuple(WORD.findall(unquoted(text)))
            if tokens:
                rows[tokens[0]].add(tokens)
        self._rows = {
            first: sorted(found, key=lambda row: (-len(row), row)) for first, found in rows.items()
        }

    def ours(self, text: str) -> Iterator[str]:
        """The words of *text* that are part of nothing given, as they stand."""
        tokens = tuple(WORD.findall(text))
        at = 0
        while at < len(tokens):
            length = self._length(tokens, at)
            if not length:
                yield tokens[at]
            at += length or 1

    def _length(self, tokens: Tokens, at: int) -> int:
        """How many words the longest given row that begins at *at* holds; 0: none does."""
        rows = self._rows.get(tokens[at], ())
        return next((len(row) for row in rows if tokens[at : at + len(row)] == row), 0)


def given(stock: Stock) -> Iterator[str]:
    """All that a report on a stock repeats outside quotation marks."""
    yield stock.digest
    named = (
        stock.process,
        stock.actors,
        stock.inputs,
        stock.ledger,
        stock.participation,
        stock.issues,
        stock.method,
        stock.drafts,
    )
    for scheme in stock.schemes:
        yield from titles(scheme)
    yield from (addressee for item in stock.statements for addressee in item.addressees)
    yield from _texts(named)
    yield from (item.name for item in stock.proposals)
    for fact in stock.facts:
        for item in fact.attributes:
            for text in (item.value, item.quotation.text):
                yield from (text, text[:1].upper() + text[1:])
    for study in stock.case_studies:
        yield from (part.text for part in (study.who, study.place) if part)


def titles(scheme: Scheme) -> Iterator[str]:
    """The titles and definitions of a scheme and its themes."""
    yield scheme.title
    for theme in scheme.themes:
        yield from (theme.title, theme.definition)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
