"""What came in on a day: each input with its author, its kind, and how it begins."""

from __future__ import annotations

from collections.abc import Iterator

from stocktake.model import Input, Quotation, Sentence
from stocktake.reports.brief.saying import shortened
from stocktake.reports.digest.day import Day
from stocktake.reports.patterns import Cited, claim, words
from stocktake.reports.records import key

_MOST = 25


def sentences(day: Day) -> Iterator[Sentence]:
    """The inputs of the day in the stock's order."""
    told = [_input(item, day) for item in day.inputs if item.id in day.documents]
    if told:
        yield claim("digest_came_in", n=len(told), inputs=shortened(told, _MOST))


def _input(item: Input, day: Day) -> Cited:
    authors = [Cited(day.records.name(actor)) for actor in item.actor_ids]
    slots = {"title": item.title, "kind": item.kind.value}
    text = (
        words("digest_input", authors=authors, **slots)
        if authors
        else words("digest_input_of_nobody", **slots)
    )
    return Cited(text, (_beginning(item, day),))


def _beginning(item: Input, day: Day) -> str:
    """The first paragraph of the input: that it is there."""
    document = day.records.texts[day.documents[item.id]]
    first = document.blocks[0]
    words_ = Quotation(first.start, first.end, document.text[first.start : first.end])
    return key(item.id, document.id, words_)
