"""Where words stand in a text: at the place that is offered, or exactly once, or nowhere."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from stocktake.errors import EvidenceError
from stocktake.model import Quotation, Quote

REASONS = {
    "empty": "is empty",
    "not in the text": "does not stand in the text",
    "more than once": "stands more than once, and where is not said",
    "outside its sentence": "stands outside the sentence it should be part of",
    "answers nothing": "belongs to no earlier statement",
}


@dataclass(frozen=True, slots=True)
class Span:
    """Where words may stand: ``text[start:end]``."""

    text: str
    start: int
    end: int


class RefusedError(EvidenceError):
    """The *part* of a candidate is no evidence, for a reason of REASONS."""

    def __init__(self, reason: str, part: str) -> None:
        super().__init__(f"the {part} {REASONS[reason]}.")
        self.reason = reason
        self.part = part


def locate(quote: Quote, part: str, span: Span) -> Quotation:
    """The place of *quote* within *span*; RefusedError if it has none or several."""
    if not quote.text.strip():
        raise RefusedError("empty", part)
    if quote.start is not None and _stands_at(quote.text, quote.start, span):
        return Quotation(quote.start, quote.start + len(quote.text), quote.text)
    first = span.text.find(quote.text, span.start, span.end)
    if first < 0:
        whole = span.text.find(quote.text) >= 0
        raise RefusedError("outside its sentence" if whole else "not in the text", part)
    if span.text.find(quote.text, first + 1, span.end) >= 0:
        raise RefusedError("more than once", part)
    return Quotation(first, first + len(quote.text), quote.text)


def quotations(record: Any) -> Iterator[Quotation]:
    """All quotations in a record, however deep."""
    if isinstance(record, Quotation):
        yield record
    elif isinstance(record, tuple):
        for item in record:
            yield from quotations(item)
    elif dataclasses.is_dataclass(record):
        for field in dataclasses.fields(record):
            yield from quotations(getattr(record, field.name))


def stands(quotation: Quotation, text: str) -> bool:
    """Whether the words of *quotation* are identical to those at its place in *text*."""
    return (
        0 <= quotation.start < quotation.end <= len(text)
        and text[quotation.start : quotation.end] == quotation.text
    )


def _stands_at(words: str, start: int, span: Span) -> bool:
    inside = span.start <= start and start + len(words) <= span.end
    return inside and span.text.startswith(words, start)
