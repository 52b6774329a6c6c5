"""Enumerations within a sentence: "hearings, consultations and a forum"."""

from __future__ import annotations

import re

from stocktake.extractors.facts_reading import Reading

Span = tuple[int, int]

_END = re.compile(r"[;:.()]|,\s+(?:during|which|who|where|when|as|while|but|to|aimed|with)\b|$")
_COMMA = re.compile(r",\s*(?:and\s+|or\s+)?|\s+and\s+")
_LONGEST = 400
_LONGEST_ITEM = 90


def enumerated(reading: Reading, start: int) -> list[Span]:
    """The ranges of what is enumerated from *start* on: one, or several with commas and "and".

    An "and" within the last item of a list with commas splits it; without commas, the only one.
    """
    limit = min(reading.end, start + _LONGEST)
    end = _END.search(reading.plain, start, limit)
    stop = end.start() if end else limit
    spans = [_trimmed(reading.plain, span) for span in _split(reading.plain, start, stop)]
    return [(a, b) for a, b in spans if 0 < b - a <= _LONGEST_ITEM]


def divided(reading: Reading, start: int, separator: str) -> list[Span]:
    """The ranges between *separator* marks from *start* to the end of the sentence."""
    spans = []
    position = start
    while (mark := reading.plain.find(separator, position, reading.end)) >= 0:
        spans.append((position, mark))
        position = mark + 1
    spans.append((position, reading.end))
    return [span for span in (_trimmed(reading.plain, span) for span in spans) if span[0] < span[1]]


def _split(text: str, start: int, stop: int) -> list[Span]:
    spans = []
    position = start
    for match in _COMMA.finditer(text, start, stop):
        spans.append((position, match.start()))
        position = match.end()
    return [*spans, (position, stop)]


def _trimmed(text: str, span: Span) -> Span:
    """*span* without white space, a leading "and" or article, and closing marks."""
    lead = re.compile(r"\s*(?:(?:and|or)\s+)?(?:(?:the|a|an)\s+)?").match(text, *span)
    start = lead.end() if lead else span[0]
    end = span[0] + len(text[span[0] : span[1]].rstrip(" .,;"))
    return min(start, end), end
