"""What a sentence tells of a document that it says was made public: title, contents, with whom."""

from __future__ import annotations

import re

from stocktake.extractors.facts_lists import enumerated
from stocktake.extractors.facts_reading import Reading
from stocktake.lexicon.notation import Hit
from stocktake.model import OfferedAttribute

_TO_TITLE = re.compile(r"[\s,:]*")
_TO_TITLED = re.compile(r"(?:\s+(?:of|by|from)\s+[^,;:()\"]{2,80}?)?,?\s*")
_AS_TITLE = re.compile(
    r",\s+(?P<title>[A-Z][\w'-]+(?:\s+(?:(?:a|an|and|at|for|from|in|of|on|the|to|with)\s+){0,2}[A-Z\d][\w'-]*){2,14}),\s"
)
_CONTENT_END = re.compile(r"[,;]\s|[.;]?\s*$")
_FROM_NEAR = 22
_SHORTEST_NAME = 3


def own(reading: Reading, document: Hit) -> list[OfferedAttribute]:
    """What the sentence itself tells: kind, title, contents, with whom, to what end."""
    return [
        reading.told("kind", document.start, document.end, document.value),
        *title(reading, document.end),
        *_with(reading, document.end),
        *_purpose(reading, document.end),
        *contents(reading, document.end, "announcement.participles"),
    ]


def title(reading: Reading, position: int) -> list[OfferedAttribute]:
    """The title in quotation marks behind "titled", or directly behind the document; or between
    commas, if it is written as titles are: "a report, Boats Without Borders, on …"."""
    titled = reading.first("announcement.titled", position)
    led = titled and _TO_TITLED.fullmatch(reading.plain, position, titled.start)
    start = titled.end if titled and led else position
    gap = _TO_TITLE.match(reading.plain, start, reading.end)
    begin = gap.end() if gap else start
    quoted = [
        reading.told("title", *span)
        for span in reading.quotations(begin)
        if span[0] - begin <= 1 and reading.plain[begin : begin + 1] in "\"'"
    ]
    return quoted[:1] or _written_as_title(reading, position)


def _written_as_title(reading: Reading, position: int) -> list[OfferedAttribute]:
    match = _AS_TITLE.match(reading.plain, position, reading.end)
    if match is None or any(item.start == match.start("title") for item in reading.mentions):
        return []
    return [reading.told("title", *match.span("title"))]


def _with(reading: Reading, position: int) -> list[OfferedAttribute]:
    """From whom it comes or with whom it was made, each of those listed."""
    near = reading.first("announcement.from", position, min(reading.end, position + _FROM_NEAR))
    lead = near or reading.first("announcement.elsewhere", position)
    if lead is None or reading.within_quote(lead.start):
        return []
    purpose = reading.first("announcement.purposes", lead.end)
    stop = purpose.start if purpose else reading.end
    spans = [
        (start, min(end, stop)) for start, end in enumerated(reading, lead.end) if start < stop
    ]
    named = [(start, end) for start, end in spans if end - start >= _SHORTEST_NAME]
    return [reading.told("with", *span, _id_of(reading, *span)) for span in named]


def _id_of(reading: Reading, start: int, end: int) -> str | None:
    """The actor's id if the words are just its name; None if they say more."""
    same = [item.actor_id for item in reading.mentions if (item.start, item.end) == (start, end)]
    return same[0] if same else None


def _purpose(reading: Reading, position: int) -> list[OfferedAttribute]:
    lead = reading.first("announcement.purposes", position)
    if lead is None or reading.within_quote(lead.start):
        return []
    return [reading.told("purpose", lead.start, _end(reading, lead.end))]


def contents(reading: Reading, position: int, verbs: str) -> list[OfferedAttribute]:
    """What it holds or says, told by one of *verbs* right at *position*, and its named parts."""
    gap = _TO_TITLE.match(reading.plain, position, reading.end)
    verb = reading.table(verbs).at(reading.plain, gap.end() if gap else position)
    if verb is None or verb.end + 1 >= reading.end:
        return []
    end = _end(reading, verb.end)
    parts = reading.hits("announcement.parts", verb.end, end)
    return [
        reading.told("content", verb.end + 1, end),
        *[reading.told("part", part.start, part.end, part.value) for part in parts],
    ]


def _end(reading: Reading, position: int) -> int:
    """Where a clause ends: at a comma, semicolon or the end of the sentence."""
    end = _CONTENT_END.search(reading.plain, position, reading.end)
    return end.start() if end else reading.end
