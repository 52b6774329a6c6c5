"""What came in on a day: each input with its author, its kind, and how it begins."""

from __future__ import annotations

from collections.abc import Iterator

from stocktake.model import Sentence
from stocktake.reports.brief.handed_in import named
from stocktake.reports.brief.saying import shortened
from stocktake.reports.digest.day import Day
from stocktake.reports.patterns import claim

_MOST = 25


def sentences(day: Day) -> Iterator[Sentence]:
    """The inputs of the day in the stock's order."""
    records = day.records
    told = [
        named(item, records.texts[day.documents[item.id]], records)
        for item in day.inputs
        if item.id in day.documents
    ]
    if told:
        yield claim("digest_came_in", n=len(told), inputs=shortened(told, _MOST))
