"""The words that a statement is about, as a person marks them by their place in the text.

A span is kept in a Review as its range and its words, ``12-40 open all harbours``, so that whoever
reads the Review sees both; the words are always those that stand in the stored text at that range.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from stocktake.errors import UsageError
from stocktake.model import Document, Quotation, Statement

CONTENT, SENTENCE = "content", "sentence"
Span = tuple[int, int]


def told(quotation: Quotation) -> str:
    """A quotation as a Review holds it."""
    return f"{quotation.start}-{quotation.end} {quotation.text}"


def quotation_of(value: str) -> Quotation:
    """What ``told`` wrote."""
    place, _, text = value.partition(" ")
    start, _, end = place.partition("-")
    return Quotation(int(start), int(end), text)


def span_of(text: str) -> Span:
    """The range that a person writes as START-END; UsageError for what is none."""
    start, _, end = text.partition("-")
    if not all(part.isascii() and part.isdigit() and len(part) < 10 for part in (start, end)):
        raise UsageError(f"{text!r} is no span.", remedy="Write where it starts and ends: 120-164.")
    return int(start), int(end)


def marked(document: Document, statement: Statement, span: Span) -> dict[str, str]:
    """The values that an edit to *span* gives a statement: its content and, where that leaves the
    sentence, the sentence. UsageError unless the span is words of the statement's paragraph."""
    start, end = span
    paragraph = paragraph_of(document, statement)
    if not paragraph[0] <= start < end <= paragraph[1] or not document.text[start:end].strip():
        raise UsageError(
            f"{start} to {end} are no words of the paragraph that the statement stands in.",
            remedy=f"It goes from {paragraph[0]} to {paragraph[1]}.",
        )
    values = {CONTENT: told(_quoted(document, start, end))}
    wide = min(start, statement.sentence.start), max(end, statement.sentence.end)
    if wide != (statement.sentence.start, statement.sentence.end):
        values[SENTENCE] = told(_quoted(document, *wide))
    return values


def with_spans(statement: Statement, values: Mapping[str, str]) -> Statement:
    """The statement with the content and sentence that a person marked, if one did."""
    if CONTENT not in values:
        return statement
    content = quotation_of(values[CONTENT])
    quoted = statement.quoted
    is_inside = quoted is not None and content.start <= quoted.start and quoted.end <= content.end
    return dataclasses.replace(
        statement,
        content=content,
        sentence=quotation_of(values[SENTENCE]) if SENTENCE in values else statement.sentence,
        quoted=quoted if is_inside else None,
    )


def paragraph_of(document: Document, statement: Statement) -> Span:
    """The range of the paragraphs in which the statement's sentence stands."""
    first, last = (
        document.blocks[document.paragraph_at(place) - 1]
        for place in (statement.sentence.start, statement.sentence.end - 1)
    )
    return min(first.start, statement.sentence.start), max(last.end, statement.sentence.end)


def _quoted(document: Document, start: int, end: int) -> Quotation:
    return Quotation(start, end, document.text[start:end])
