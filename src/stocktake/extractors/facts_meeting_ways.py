"""How a sentence tells where or when a meeting is: as held, hosted, gathered for, or named."""

from __future__ import annotations

import re
from dataclasses import dataclass

from stocktake.extractors.facts_names import UPPER
from stocktake.extractors.facts_nouns import (
    Circumstances,
    behind_host,
    circumstances,
    leading_date,
    noun_end,
    noun_start,
)
from stocktake.extractors.facts_reading import Reading, end_of
from stocktake.lexicon.notation import Hit
from stocktake.model import Period, Precision

_TO_VERB = re.compile(
    r"(?P<complement>(?:(?!\b(?:will|shall|is|are|was|were|has|have|had)\b)[^,;:()]){0,80}?)(?:,?\s+(?:on|entitled)\s+(?:\"[^\"]{1,250}\"|[^,;:()]{1,80}(?=,)))?"
    r"(?:,\s+(?:which|(?:co-)?chaired|organized|hosted|opened)\s+[^;()]{5,160}?,)?,?\s*(?:(?:which|that)\s+)?"
)
_BY_ASIDE = re.compile(
    r"(?:\s+(?:of|on|for|with|by|between)\s+[^,;:()]{2,90}?|\s*\([^()]{2,60}\)"
    r"|,\s+[^,;:()]{2,90}?,){1,4},?\s+"
)
_COMPLEMENT = re.compile(
    rf"\s+(?:of|on|for|to)\s+(?:the\s+)?[{UPPER}][\w'-]*"
    rf"(?:\s+(?:(?:and|of|for|the|on|in)\s+){{0,2}}(?!(?i:in|at|on|from)\b)[{UPPER}][\w'-]*){{0,8}}"
)
_TO_OBJECT = re.compile(
    r"\s+(?:(?:the|a|an|(?:its|their)(?:\s+own)?|his|another|several|two|three|four|six)\s+)?"
)
_FOR = re.compile(r"\s(?:for|to|of|from|with|on)\s+(?:the\s+|an?\s+)?$")
_TO_SUBJECT = re.compile(r"\s*[,:]?\s*(?:the|a|an|its|another)?\s*", re.IGNORECASE)
_FOR_WHICH = re.compile(r",?\s*(?:(?:this|last)\s+(?:week|month),?\s+)?for\s+(?:the|a|an|their)\s+")
_ORDINAL_OF = re.compile(
    r"\b(?P<ordinal>(?:first|second|third|fourth|fifth|sixth|last)\s+of\s+(?:the\s+|its\s+)?)$"
)
_VERB = re.compile(r",\s*meeting$")
_AND = re.compile(r"\band\s+$")
_SHORT_NAME = re.compile(r"\s*\([A-Z][A-Za-z]{0,3}[A-Z]{1,5}\)")
_CLAUSE_DAY = re.compile(r"(?:[,;]\s+(?:and\s+|while\s+|but\s+)?|\band\s+)on\s+$")
_ON = re.compile(r"(?:\(|\b(?:on|from|between)\s+)(?:the\s+)?(?:[A-Z][a-z]+day,?\s+)?$")
_NUMBERED = re.compile(r"\d|\b\w+(?:st|nd|rd|th)\b")


@dataclass(frozen=True, slots=True)
class Told:
    """A meeting, its title at ``[start, end)``, and the rule by which place or dates were found."""

    start: int
    end: int
    around: Circumstances
    rule: str


def meeting_at(reading: Reading, head: Hit) -> Told | None:
    """Where or when the meeting is that has its head at *head*; None if nothing tells it."""
    start = _with_ordinal(reading, noun_start(reading, head.start))
    start = _with_pair(reading, start)
    if _VERB.search(reading.plain, max(reading.start, start - 3), head.end):
        return None
    other = reading.first("participation.others", start, min(reading.end, head.end + 14))
    several = _AND.search(reading.plain, max(reading.start, start - 5), start)
    if other or several or _is_a_stretch(reading, start, head) or reading.within_quote(head.start):
        return None
    return (
        _gathered(reading, start, head)
        or _held(reading, start, head)
        or _hosted(reading, start, head)
        or _told_later(reading, start, head)
        or _named(reading, start, head)
        or _on_the_day(reading, start, head)
    )


def _is_a_stretch(reading: Reading, start: int, head: Hit) -> bool:
    """Whether it is of a time that is spoken: "the consultation phase", "a process of hearings"."""
    behind = reading.table("meeting.stretches").at(reading.plain, head.end + 1)
    before = list(reading.hits("meeting.stretches_of", max(reading.start, start - 30), start))
    return bool(behind or (before and not reading.plain[before[-1].end : start].strip()))


def _with_ordinal(reading: Reading, start: int) -> int:
    """ "the first of six sessions": it is of the first that the sentence tells."""
    ordinal = _ORDINAL_OF.search(reading.plain, max(reading.start, start - 24), start)
    return ordinal.start("ordinal") if ordinal else start


def _with_pair(reading: Reading, start: int) -> int:
    """ "the sixth and final round": one meeting with two numbers."""
    low = max(reading.start, start - 20)
    for number in reading.hits("meeting.ordinals", low, start):
        if reading.plain[number.end : start].strip() == "and":
            return number.start
    return start


def _held(reading: Reading, start: int, head: Hit) -> Told | None:
    """ "The meeting (of X) convenes in …" """
    verb = reading.first("meeting.verbs", head.end)
    between = _TO_VERB.fullmatch(reading.plain, head.end, verb.start) if verb else None
    if verb is None or between is None or _is_beside(reading, start, between):
        return None
    around = _with_leading_date(reading, behind_host(reading, verb.end))
    complement = reading.plain[head.end : between.end("complement")]
    is_title = re.match(r"\s+(?:of|on|for|to)\s", complement) is not None
    end = head.end + len(complement.rstrip()) if is_title else head.end
    return Told(start, end, around, "meeting held") if around.attributes else None


def _told_later(reading: Reading, start: int, head: Hit) -> Told | None:
    """ "A briefing for States by Ms. Ana Lind, Minister of …, is planned for 2 May": an aside
    stands between, in which nothing else meets."""
    verb = reading.first("meeting.verbs", head.end)
    aside = _BY_ASIDE.fullmatch(reading.plain, head.end, verb.start) if verb else None
    if not verb or not aside or reading.first("meeting.heads", head.end, verb.start):
        return None
    around = behind_host(reading, verb.end)
    if _is_beside(reading, start, aside) or not around.attributes:
        return None
    return Told(start, head.end, around, "meeting held")


def _is_beside(reading: Reading, start: int, between: re.Match[str]) -> bool:
    """Whether what is held is not the meeting: "the process for the meeting will begin"."""
    beside = _FOR.search(reading.plain, reading.start, start)
    return bool(beside) and not re.search(r",|\b(?:which|that)\b", between[0])


def _hosted(reading: Reading, start: int, head: Hit) -> Told | None:
    """ "X hosted a meeting (of Y) in …" """
    verbs = [hit for hit in reading.hits("meeting.holding", end=start) if hit.end < start]
    if not verbs or not _TO_OBJECT.fullmatch(reading.plain, verbs[-1].end, start):
        return None
    end, around = _behind(reading, head)
    around = _with_clause_date(reading, verbs[-1].start, _with_leading_date(reading, around))
    return Told(start, end, around, "meeting hosted") if around.attributes else None


def _gathered(reading: Reading, start: int, head: Hit) -> Told | None:
    """ "States gathered in Zenda (this week) for the meeting" """
    for verb in reading.hits("meeting.gathered", end=start):
        around = circumstances(reading, verb.end)
        if around.attributes and _FOR_WHICH.fullmatch(reading.plain, around.end, start):
            end, more = _behind(reading, head)
            told = _with_leading_date(reading, _both(around, more))
            return Told(start, end, told, "meeting gathered for")
    return None


def _on_the_day(reading: Reading, start: int, head: Hit) -> Told | None:
    """ "On 2 May, a special session (on X) heard …": the subject of a sentence with its day."""
    dates = leading_date(reading)
    if not dates:
        return None
    if not _TO_SUBJECT.fullmatch(reading.plain, end_of(dates[0]), start):
        return None
    ends = (noun_end(reading, head.end), head.end)
    verbs = reading.table("meeting.acting")
    end = next((end for end in ends if verbs.at(reading.plain, end + 1)), None)
    if end is None:
        return None
    return Told(start, end, Circumstances(end, tuple(dates)), "meeting on a day")


def _named(reading: Reading, start: int, head: Hit) -> Told | None:
    """ "the meeting in …": counts if place and date are told, or if its title is one."""
    end, around = _behind(reading, head)
    title = reading.plain[start:end]
    enough = len(around.names()) == 2 or (around.attributes and _is_proper(reading, head, title))
    beside = _FOR.search(reading.plain, reading.start, start)
    enough = enough or (not beside and _is_on_a_day(reading, around))
    return Told(start, end, around, "meeting named") if enough else None


def _is_on_a_day(reading: Reading, around: Circumstances) -> bool:
    """Whether the day is told on which it is, not the one by which something is due."""
    for item in around.dates():
        start = item.quote.start or 0
        led_in = _ON.search(reading.plain, reading.start, start)
        if led_in and Period.parse(item.value).precision is Precision.DAY:
            return True
    return False


def _is_proper(reading: Reading, head: Hit, title: str) -> bool:
    """Whether a title names one meeting."""
    return bool(
        " " in head.value
        or _NUMBERED.search(title)
        or _capitals(title) > 1
        or reading.table("meeting.named").first(title)
    )


def _behind(reading: Reading, head: Hit) -> tuple[int, Circumstances]:
    """The end of the title, and place and dates behind it."""
    direct = circumstances(reading, head.end)
    complement = _COMPLEMENT.match(reading.plain, head.end, reading.end)
    if direct.attributes:
        return head.end, direct
    if complement:
        return complement.end(), circumstances(
            reading, _behind_short_name(reading, complement.end())
        )
    end = noun_end(reading, head.end)
    around = circumstances(reading, _behind_short_name(reading, end))
    return (end, around) if around.attributes else (head.end, direct)


def _behind_short_name(reading: Reading, position: int) -> int:
    match = _SHORT_NAME.match(reading.plain, position, reading.end)
    return match.end() if match else position


def _with_clause_date(reading: Reading, verb: int, around: Circumstances) -> Circumstances:
    """With the day with which the clause of the verb begins: "…, and on 3 May the Group met"."""
    for date in reversed(reading.dates):
        led_in = _CLAUSE_DAY.search(reading.plain, reading.start, date.start)
        nothing = date.end <= verb and not reading.first("meeting.heads", date.end, verb)
        if "dates" not in around.names() and led_in and nothing:
            return Circumstances(around.end, (reading.date(date), *around.attributes))
    return around


def _with_leading_date(reading: Reading, around: Circumstances) -> Circumstances:
    if "dates" in around.names():
        return around
    return Circumstances(around.end, (*leading_date(reading), *around.attributes))


def _both(first: Circumstances, second: Circumstances) -> Circumstances:
    """What is told in two places; the first of them tells what both do."""
    more = [item for item in second.attributes if item.name not in first.names()]
    return Circumstances(max(first.end, second.end), (*first.attributes, *more))


def _capitals(title: str) -> int:
    return sum(word[0].isupper() for word in title.split())
