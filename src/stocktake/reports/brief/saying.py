"""Words of facts as they enter a sentence: with their article, in quotation marks, dated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from stocktake.model import Attribute, Document, Fact, Period, Precision, Quotation
from stocktake.reports.brief.known import Known
from stocktake.reports.dates import month_name, parsed, say
from stocktake.reports.limits import PASSAGES
from stocktake.reports.patterns import Cited, one_line, words
from stocktake.reports.records import cite, key

_ARTICLES = ("the", "a", "an")
_CLOSE = re.compile(r"[.,;]?”")
_LAST = re.compile(r"[.,;]’$")
_MARKS = str.maketrans({"“": "‘", "”": "’"})


def named(attribute: Attribute, fact: Fact, known: Known) -> str:
    """The words of an attribute, with the article that stands before them in the text."""
    text = known.document(fact).text
    article = text[: attribute.quotation.start].rsplit(maxsplit=1)[-1:]
    before = article[0].lower() if article else ""
    own = one_line(attribute.quotation.text)
    return f"{before} {own}" if before in _ARTICLES else own


def quoted(text: str) -> str:
    """Words in quotation marks."""
    return words("quoted", text=bare(text))


def bare(text: str) -> str:
    """Words for a pattern that has quotation marks: those within become single ones, and a last
    stop goes."""
    plain = one_line(text).rstrip(" ,;.").translate(_MARKS)
    return _LAST.sub("’", plain)


def quote(attribute: Attribute, fact: Fact) -> Cited:
    """An attribute verbatim, with its passage: the fact's sentence, or else its own place."""
    return Cited(quoted(attribute.quotation.text), (passage(attribute, fact),))


def passage(attribute: Attribute, fact: Fact) -> str:
    """The citation of the sentence of a fact, or of the words where these stand outside it."""
    sentence, own = fact.sentence, attribute.quotation
    if sentence.start <= own.start < sentence.end:
        return cite(fact)
    return key(fact.id, fact.document_id, own)


def stretch(first: Attribute, *others: Attribute, document: Document) -> Quotation:
    """The text from the first of some attributes to the last, with the closing mark of a
    quotation that begins within."""
    held = [first.quotation, *(item.quotation for item in others)]
    start, end = min(item.start for item in held), max(item.end for item in held)
    text = document.text[start:end]
    close = _CLOSE.match(document.text, end)
    if close and text.count("“") > text.count("”"):
        end = close.end()
    return Quotation(start, end, document.text[start:end])


def is_within(inner: Attribute, outer: Attribute) -> bool:
    """Whether two attributes have words in common."""
    return (
        inner.quotation.start < outer.quotation.end and outer.quotation.start < inner.quotation.end
    )


def are_close(first: Attribute, last: Attribute, most: int = 100) -> bool:
    """Whether the second stands behind the first, with no more than *most* letters between."""
    return 0 <= last.quotation.start - first.quotation.end <= most


def lead(time: str, actor: str) -> str:
    """Who acts, with the time before it where that is told."""
    return words("brief_lead", time=time, actor=actor) if time else actor


def proofs(facts: Iterable[Fact]) -> tuple[str, ...]:
    """The passages of the first few of some facts."""
    return tuple(dict.fromkeys(cite(fact) for fact in facts))[:PASSAGES]


def shortened(items: Sequence[Cited], most: int) -> list[Cited]:
    """The first of some items; the last of these counts the others, with their first passages."""
    if len(items) <= most:
        return list(items)
    left = items[most - 1 :]
    keys = dict.fromkeys(key for item in left for key in item.citations)
    return [*items[: most - 1], Cited(words("brief_more", n=len(left)), tuple(keys)[:PASSAGES])]


def when(period: Period, text: str = "") -> str:
    """A stretch of time with its preposition; *text* is how the source names a part of a year."""
    if period.precision is Precision.PART_OF_YEAR:
        return words("brief_in", date=text or say(period))
    if period.precision is Precision.DAY:
        return words("brief_on", date=say(period))
    if period.precision is Precision.YEAR or _is_one_month(period):
        return words("brief_in", date=say(period))
    year = "" if period.start.year == period.end.year else f" {period.start.year}"
    first = f"{month_name(period.start)}{year}"
    return words("brief_from", start=first, end=f"{month_name(period.end)} {period.end.year}")


def when_told(attribute: Attribute) -> str:
    """As `when`, of what an attribute says; its own words where these are no date."""
    period, text = parsed(attribute.value), one_line(attribute.quotation.text)
    return when(period, text) if period else words("brief_in", date=text)


def _is_one_month(period: Period) -> bool:
    return (period.start.year, period.start.month) == (period.end.year, period.end.month)
