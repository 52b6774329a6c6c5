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
_VOWELS = tuple("aeiou")
_NEAR = 12
_CLOSE = re.compile(r"[.,;]?”")
_LAST = re.compile(r"[.,;]’$")
_MARKS = str.maketrans({"“": "‘", "”": "’"})


def named(attribute: Attribute, fact: Fact, known: Known) -> str:
    """The words of an attribute, with the article that stands before them in the text."""
    article, own = _article(attribute, fact, known), one_line(attribute.quotation.text)
    return f"{article} {own}" if article else own


def the(attribute: Attribute, fact: Fact, known: Known) -> str:
    """As `named`; a name in small letters without an article gets "the"."""
    name = named(attribute, fact, known)
    is_bare = not _article(attribute, fact, known) and name[:1].islower()
    return words("brief_the", title=name) if is_bare else name


def a(kind: Attribute, fact: Fact, known: Known) -> str:
    """A kind of document as the text has it; as the lexicon calls it where it has no article."""
    if _article(kind, fact, known):
        return named(kind, fact, known)
    if kind.value.endswith("s"):
        return kind.value
    vowel = kind.value[:1].lower() in _VOWELS
    return words("brief_an" if vowel else "brief_a", kind=kind.value)


def _article(attribute: Attribute, fact: Fact, known: Known) -> str:
    """The article right before an attribute, in small letters; empty if there is none."""
    start = attribute.quotation.start
    before = known.document(fact).text[max(0, start - _NEAR) : start].split()[-1:]
    return before[0].lower() if before and before[0].lower() in _ARTICLES else ""


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


def proofs(facts: Iterable[Fact], most: int = PASSAGES) -> tuple[str, ...]:
    """The first few passages of some facts, each once, whatever several facts it tells."""
    found = {(fact.document_id, fact.sentence): cite(fact) for fact in reversed(list(facts))}
    return tuple(reversed(found.values()))[:most]


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
        return _days(period)
    if period.precision is Precision.YEAR or _is_one_month(period):
        return words("brief_in", date=say(period))
    year = "" if period.start.year == period.end.year else f" {period.start.year}"
    first = f"{month_name(period.start)}{year}"
    return words("brief_from", start=first, end=f"{month_name(period.end)} {period.end.year}")


def _days(period: Period) -> str:
    """Days of one month on it, others from one to another."""
    if _is_one_month(period):
        return words("brief_on", date=say(period))
    first, last = (say(Period(day, day)) for day in (period.start, period.end))
    return words("brief_from", start=first, end=last)


def when_told(attribute: Attribute) -> str:
    """As `when`, of what an attribute says; its own words where these are no date."""
    period, text = parsed(attribute.value), one_line(attribute.quotation.text)
    return when(period, text) if period else words("brief_in", date=text)


def _is_one_month(period: Period) -> bool:
    return (period.start.year, period.start.month) == (period.end.year, period.end.month)
