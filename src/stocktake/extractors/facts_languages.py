"""Meetings told in French and Spanish prose: what is held, where and when."""

from __future__ import annotations

from collections.abc import Iterator

from stocktake.extractors.facts_document import read
from stocktake.extractors.facts_joining import joined
from stocktake.extractors.facts_nouns import place_end
from stocktake.extractors.facts_reading import Reading
from stocktake.lexicon import Lexicon
from stocktake.lexicon.notation import Hit
from stocktake.model import Document, FactCandidate, FactKind, Input, OfferedAttribute

LANGUAGES = ("es", "fr")
RULE = "meeting in French or Spanish"
_FARTHEST = 220
_ORDINAL_NEAR = 16


class LanguageMeetings:
    """Reads meetings from French and Spanish: a sentence with a meeting, a verb of holding, and a
    place or date behind it."""

    name = "meetings in French and Spanish"
    version = "1"

    def extract(
        self, document: Document, input_: Input, lexicon: Lexicon
    ) -> Iterator[FactCandidate]:
        """Offer each meeting with its place, in the order of the text."""
        language = document.language
        if language in LANGUAGES:
            blocks = read(document, input_, lexicon)
            readings = (reading for block in blocks for reading in block)
            yield from joined(
                fact for reading in readings for fact in _meetings(reading, f"{language}_meeting")
            )


def _meetings(reading: Reading, words: str) -> Iterator[FactCandidate]:
    heads = [
        head for head in reading.hits(f"{words}.heads") if not reading.within_quote(head.start)
    ]
    if not heads or not reading.first(f"{words}.verbs"):
        return
    for number, head in enumerate(heads):
        following = heads[number + 1].start if number + 1 < len(heads) else reading.end
        stop = min(following, head.end + _FARTHEST)
        told = [*_dates(reading, head, stop), *_place(reading, words, head.end, stop)]
        if told:
            title = [
                reading.told("title", _title_start(reading, words, head), head.end),
                reading.told("kind", head.start, head.end, head.value),
            ]
            yield reading.fact(FactKind.MEETING, [*title, *told], RULE, 0.8)


def _title_start(reading: Reading, words: str, head: Hit) -> int:
    """Where the title begins: at an ordinal right before its head, if there is one."""
    low = max(reading.start, head.start - _ORDINAL_NEAR)
    ordinals = list(reading.hits(f"{words}.ordinals", low, head.start))
    close = ordinals and not reading.plain[ordinals[-1].end : head.start].strip()
    return ordinals[-1].start if close else head.start


def _dates(reading: Reading, head: Hit, stop: int) -> list[OfferedAttribute]:
    """The first date behind a meeting; else the one before it, with which the sentence begins."""
    behind = [date for date in reading.dates if head.end <= date.start < stop]
    before = [date for date in reading.dates if date.end <= head.start]
    return [reading.date(date) for date in (behind or before)[:1]]


def _place(reading: Reading, words: str, start: int, stop: int) -> list[OfferedAttribute]:
    for lead in reading.hits(f"{words}.places", start, stop):
        end = place_end(reading, lead.end + 1)
        if end and not reading.date_at(lead.end + 1):
            return [reading.told("place", lead.end + 1, end)]
    return []
