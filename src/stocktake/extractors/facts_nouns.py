"""Noun phrases, places and dates around a word: where a title begins, where and when it was."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from stocktake.extractors.facts_names import UPPER
from stocktake.extractors.facts_reading import Reading
from stocktake.lexicon.process_words import ProcessWords
from stocktake.model import OfferedAttribute
from stocktake.text.dates import DateMention

_BEFORE = 120
_MOST_WORDS = 9
_WORD = r"\(?[\w'./&\"-]*\w[\"')-]?"
_NO_BULLET = r"(?!\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]$)"
_NOT_IN_NOUN = (
    r"(?:is|are|was|were|has|have|had|will|by|in|at|from|to|and|or|that|which|who|because|as|with|"
    r"contains?|but|on|for|of)\b"
)
_ADDITION = re.compile(
    r"(?:\s+(?:on|for|of|to\s+(?:develop|negotiate|adopt|prepare|draft))\s+"
    rf"(?:(?:the|a|an)\s+)?(?!\d)[\w'-]+(?:,?\s+(?:(?:and|on|for|of)\s+)?(?!{_NOT_IN_NOUN})[\w'-]+){{0,6}}?"
    rf"(?=[\s\"']*(?:[,;.:()\"]|$|\s{_NOT_IN_NOUN}))){{0,2}}"
)
_CAPITALISED = rf"(?:St\.|[{UPPER}][\w'-]*)"
_CAPITALS = (
    rf"{_CAPITALISED}(?:\s+(?:(?:de|la|las|los|of|do|the|for)\s+){{0,2}}{_CAPITALISED}){{0,4}}"
)
_NAMED_PLACE = rf"{_CAPITALS}(?:(?<=Room)\s+\d{{1,2}})?"
_PLACES = rf"{_NAMED_PLACE}(?:,\s+{_NAMED_PLACE}){{0,6}}(?!\w)"
_PLACE = re.compile(_PLACES)
_WITHIN_PLACE = re.compile(rf"\s+(?:in|at)\s+(?:the\s+)?(?P<place>{_PLACES})")
_SHORT = re.compile(r"\s*\([A-Z]{2,8}\)(?=\s+(?:in|at)\s)")
_OTHER_PLACE = re.compile(rf"(?:,\s+and|\s+and)\s+(?P<place>{_NAMED_PLACE})(?!\w)")
_AFTER_PLACE = re.compile(
    r"\s*(?:[,.;:()\"\[]|$|(?:from|on|and|in|to|with|for|at|where|between|this|under|during|by|last|next|"
    r"earlier|later|as|or|that|which|is|are|was|were|will|has|had|have|after|before)\b)"
)
_HELD = (
    r"(?:(?:(?:(?:which|that)\s+)?(?:is|are|was|were|will\s+be)\s+)?"
    r"(?:(?:to\s+be\s+|being\s+)?(?:held|convened|hosted|scheduled|taking\s+place)"
    r"|(?:scheduled|due|expected|set|planned)\s+(?:to\s+(?:take\s+place|be\s+held|convene|open)|for)"
    r"|to\s+(?:take\s+place|convene))\s+)?"
)
_CLOCK = (
    r"(?:noon|\d{1,2}(?:[.:]\d\d(?:\s*(?:[ap]\.?m\.?|hours|hrs|h))?|\s*(?:[ap]\.?m\.?|noon|hours)))"
    r"(?:\s+[A-Z]{3,4}\b)?"
)
_HOURS = (
    rf"(?:,?\s*(?:and\s+)?(?:(?:at|from|starting\s+at|beginning\s+at)\s+)?"
    rf"(?:\d{{1,2}}\s*(?:-|to)\s*)?{_CLOCK}(?:\s*(?:-|to|until)\s*{_CLOCK})?,?\s*){{0,2}}"
)
_TO_PLACE = re.compile(
    rf"[\s,(]*{_HOURS}{_HELD}(?:(?:again|also|today|here|online|virtually|next|this\s+(?:week|morning|afternoon|evening)),?\s+)?(?:in|at)\s+(?:the\s+)?"
)
_TO_DATE = re.compile(
    rf"(?P<lead>[\s,(:;]*(?:and\s+)?{_HOURS}{_HELD}(?:for\s+the\s+\w+\s+time\s+)?"
    r"(?:(?:as\s+follows|on\s+the\s+following\s+dates?):\s+)?"
    r"(?:from|on|in|between|during|for|of|by|before|until|no\s+later\s+than)?\s*(?:(?:last|this|next)\s+)?)"
    r"(?:the\s+)?(?:[A-Z][a-z]+day,?\s+)?"
)
_LISTED = re.compile(r"\s*(?:[,;]\s*(?:and\s+)?|and\s+|&\s*)(?:on\s+)?(?:[A-Z][a-z]+day,?\s+)?")
_BY_HOST = re.compile(r"\s+by\s+[^,;:.()]{2,60}?(?=\s+(?:in|at|on|from|between|during)\s)")
_LEADING_DATE = re.compile(
    r"(?:\(?(?:\d{1,3}|[a-z])[.)]\s+)?(?:on|from|in|between|during)\s+(?:[A-Z][a-z]+day,?\s+)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Place and dates told behind a word, and where they end."""

    end: int
    attributes: tuple[OfferedAttribute, ...]

    def names(self) -> set[str]:
        return {item.name for item in self.attributes}

    def dates(self, name: str = "dates") -> list[OfferedAttribute]:
        """The dates alone, under *name*."""
        return [replace(item, name=name) for item in self.attributes if item.name == "dates"]


def noun_start(reading: Reading, head: int) -> int:
    """Where the noun phrase with its head at *head* begins, without its article."""
    low = max(reading.start, head - _BEFORE)
    words = list(re.finditer(r"\S+", reading.plain[low:head]))
    start = head
    for word in reversed(words[-_MOST_WORDS:]):
        if not _patterns(reading.words).inside.fullmatch(word.group()):
            break
        start = low + word.start()
    return start


def noun_end(reading: Reading, end: int) -> int:
    """Where the noun phrase whose head ends at *end* ends, with what "on", "for" or "of" adds."""
    match = _ADDITION.match(reading.plain, end, reading.end)
    return match.end() if match else end


def circumstances(reading: Reading, position: int) -> Circumstances:
    """Place and dates that follow one another directly from *position* on, in any order."""
    told: list[OfferedAttribute] = []
    while step := _date_from(reading, position) or _place_from(reading, position):
        if step[1].name in {item.name for item in told} and not _goes_on(reading, position, step):
            break
        position = step[0]
        told.append(step[1])
    return Circumstances(position, tuple(told))


def _goes_on(reading: Reading, position: int, step: tuple[int, OfferedAttribute]) -> bool:
    """Whether a second date stands in a list with the first: "on 20, 22 and 23 May"."""
    start = step[1].quote.start or 0
    return step[1].name == "dates" and bool(_LISTED.fullmatch(reading.plain, position, start))


def behind_host(reading: Reading, position: int) -> Circumstances:
    """`circumstances`, also behind "by the …", which tells who hosts or adopts."""
    direct = circumstances(reading, position)
    host = _BY_HOST.match(reading.plain, position, reading.end)
    if direct.attributes or host is None:
        return direct
    return circumstances(reading, host.end())


def leading_date(reading: Reading, name: str = "dates") -> list[OfferedAttribute]:
    """The date with which the sentence begins ("On 3 December, …"), if it does."""
    match = _LEADING_DATE.match(reading.plain, reading.start, reading.end)
    date = reading.date_at(match.end()) if match else _entry_date(reading)
    return [reading.date(date, name)] if date else []


def _entry_date(reading: Reading) -> DateMention | None:
    """The date before a colon with which an entry of a list begins; not that of the document."""
    date = reading.date_at(reading.start)
    is_entry = date and reading.plain.startswith(":", date.end)
    return date if date and is_entry and date.period != reading.around.whole.near else None


def _date_from(reading: Reading, position: int) -> tuple[int, OfferedAttribute] | None:
    match = _TO_DATE.match(reading.plain, position, reading.end)
    starts = (match.end(), match.end("lead")) if match else ()
    date = next((date for start in starts if (date := reading.date_at(start))), None)
    return (date.end, reading.date(date)) if date else None


def _place_from(reading: Reading, position: int) -> tuple[int, OfferedAttribute] | None:
    lead = _TO_PLACE.match(reading.plain, position, reading.end)
    if lead is None:
        return None
    small = reading.table("noun.place_leads").at(reading.plain, lead.end())
    begin = small.end + 1 if small else lead.end()
    place = _PLACE.match(reading.plain, begin, reading.end)
    if place is None or reading.date_at(place.start()):
        return None
    end = _without_clause(reading, place.start(), _place_end(reading, place.end()))
    if end is None or _patterns(reading.words).no_place.match(reading.plain, place.start()):
        return None
    return end, reading.told("place", place.start(), end)


def place_end(reading: Reading, start: int) -> int | None:
    """Where the name of a place that begins at *start* ends; None if none begins there."""
    match = _PLACE.match(reading.plain, start, reading.end)
    return match.end() if match else None


def is_place(reading: Reading, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` reads like the name of a place: capitalised, and no date."""
    match = _PLACE.match(reading.plain, start, end)
    stop = _place_end(reading, match.end()) if match else start
    no_place = _patterns(reading.words).no_place.match(reading.plain, start, end)
    return stop == end and not no_place and not reading.date_at(start)


def _place_end(reading: Reading, end: int) -> int:
    """Where a place ends that goes on: "… Headquarters in New York", "Geneva and New York"."""
    short = _SHORT.match(reading.plain, end, reading.end)
    end = short.end() if short else end
    for further in (_WITHIN_PLACE, _OTHER_PLACE):
        match = further.match(reading.plain, end, reading.end)
        if match and not reading.date_at(match.start("place")) and _ends(reading, match.end()):
            end = match.end()
    return end


def _ends(reading: Reading, position: int) -> bool:
    return _AFTER_PLACE.match(reading.plain, position, reading.end) is not None


def _without_clause(reading: Reading, start: int, end: int) -> int | None:
    """The end of a place, without a part behind a comma that is the subject of another clause;
    None if what looks like a place only describes a noun ("in the Ruritanian capital")."""
    while not _ends(reading, end):
        comma = reading.plain.rfind(",", start, end)
        if comma < 0:
            return None
        end = comma
    return end


@dataclass(frozen=True, slots=True)
class _Patterns:
    inside: re.Pattern[str]
    no_place: re.Pattern[str]


@lru_cache(maxsize=4)
def _patterns(words: ProcessWords) -> _Patterns:
    stops = words.table("noun.stops").source()
    no_place = words.table("noun.no_places").source()
    return _Patterns(
        re.compile(rf"(?!(?:{stops})$){_NO_BULLET}{_WORD}", re.IGNORECASE),
        re.compile(rf"(?:{no_place})(?!\w)", re.IGNORECASE),
    )
