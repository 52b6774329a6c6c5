"""Figures and papers: how many attended, under which mandate, and the sources a text names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from stocktake.extractors.facts_lists import divided
from stocktake.extractors.facts_names import UPPER
from stocktake.extractors.facts_nouns import noun_end, noun_start
from stocktake.extractors.facts_numbers import number_in_words, number_pattern
from stocktake.extractors.facts_reading import Reading
from stocktake.lexicon.notation import Hit
from stocktake.lexicon.process_words import ProcessWords
from stocktake.model import FactCandidate, FactKind, OfferedAttribute, Quote

_NUMBER = r"\d{1,3}(?:[,  ]\d{3})+|\d{1,6}"
_BRACKETS = re.compile(r"(?:\s*\[[^\[\]\n]{3,120}\]){1,40}\s*$")
_BRACKET = re.compile(r"\[([^\[\]]+)\]")
_TITLE_LIKE = re.compile(rf"(?=.*\s)[{UPPER}]")
_RESOLUTION = re.compile(
    rf"\s+(?:(?P<paragraph>paragraphs?\s+[\d()a-z]+(?:(?:,|\s+and|\s+to)\s+[\d()a-z]+)*)\s+of\s+)?"
    rf"(?:the\s+)?(?:annex\s+to\s+)?(?P<title>(?:[{UPPER}][\w'-]*\s+){{0,5}}(?:resolution|decision)s?\s+"
    rf"[\w/.()-]*\d(?:(?:,\s+|\s+and\s+)[\w/.()-]*\d+[\w/]*)*)"
)
_OF_IT = re.compile(r"\b(?:stock|outcomes?|results?|summary|report|part)\s+of\s+(?:the\s+)?$")
_LABEL = re.compile(r"sources?\s*:", re.IGNORECASE)
_TAIL = 4_000
_LEAST_IN_WORDS = 10


def attendance(block: list[Reading]) -> Iterator[FactCandidate]:
    """Each number of participants, delegations, … that a sentence says attended."""
    for reading in block:
        if reading.first("attendance.cues") or reading.first("attendance.came"):
            for match in _counted(reading.words).finditer(
                reading.plain, reading.start, reading.end
            ):
                if not reading.date_at(match.start("count")) and _is_figure(reading, match):
                    yield _attendance(reading, match)


def mandates(block: list[Reading]) -> Iterator[FactCandidate]:
    """Each resolution or decision in accordance with which something is done."""
    for reading in block:
        for lead in reading.hits("mandate.leads"):
            match = _RESOLUTION.match(reading.plain, lead.end, reading.end)
            if match:
                told = [reading.told("title", *match.span("title"))]
                if match["paragraph"]:
                    told.append(reading.told("paragraph", *match.span("paragraph")))
                yield reading.fact(FactKind.MANDATE, told, "mandate, by resolution", 0.9)
        for verb in reading.hits("mandate.verbs"):
            yield from _mandating(reading, verb)


def sources(block: list[Reading]) -> Iterator[FactCandidate]:
    """The sources in square brackets with which *block* ends, or behind "Sources:"."""
    if block:
        yield from _in_brackets(block)
        yield from _labelled(block)


def _in_brackets(block: list[Reading]) -> Iterator[FactCandidate]:
    text = block[0].text
    low = max(block[0].start, block[-1].end - _TAIL)
    run = _BRACKETS.search(text, low, block[-1].end)
    found = list(_BRACKET.finditer(text, run.start(), run.end())) if run else []
    named = [match for match in found if _TITLE_LIKE.match(match[1])]
    known = any(block[-1].table("source.words").first(text, *match.span(1)) for match in named)
    if named == found and (known or len(named) > 1):
        for match in named:
            title = block[-1].told("title", *match.span(1))
            quote = Quote(match[0], match.start())
            yield FactCandidate(FactKind.SOURCE, quote, (title,), "sources in brackets", 0.9)


def _labelled(block: list[Reading]) -> Iterator[FactCandidate]:
    reading = block[0]
    if _LABEL.match(reading.plain, reading.start, reading.end) and len(block) == 1:
        start = reading.plain.index(":", reading.start) + 1
        for number, span in enumerate(divided(reading, start, ";")):
            if number == 0 or _names_source(reading, span):
                title = [reading.told("title", *span)]
                yield reading.fact(FactKind.SOURCE, title, "sources by label", 0.9)


def _names_source(reading: Reading, span: tuple[int, int]) -> bool:
    named = reading.first("source.words", *span) is not None
    return named or reading.plain[span[0]].isupper()


def _attendance(reading: Reading, match: re.Match[str]) -> FactCandidate:
    count = re.sub(r"\D", "", match["count"]) or str(number_in_words(match["count"], reading.words))
    told = [
        reading.told("count", match.start(), match.end("count"), count),
        reading.told("of", *match.span("noun")),
        *_meeting(reading),
    ]
    return reading.fact(FactKind.ATTENDANCE, told, "attendance", 0.85)


def _is_figure(reading: Reading, match: re.Match[str]) -> bool:
    """Whether it counts those who came: "the two countries" in words is said of any, and of
    countries only where somebody is said to attend."""
    is_written = not match["count"][0].isdigit()
    if is_written and number_in_words(match["count"], reading.words) < _LEAST_IN_WORDS:
        return False
    cue = reading.first("attendance.cues")
    return cue is not None or bool(reading.first("attendance.came", *match.span("noun")))


def _meeting(reading: Reading) -> list[OfferedAttribute]:
    head = reading.first("meeting.heads")
    start = noun_start(reading, head.start) if head else reading.start
    if head is None or _OF_IT.search(reading.plain, reading.start, start):
        return []
    return [reading.told("meeting", start, head.end)]


def _mandating(reading: Reading, verb: Hit) -> Iterator[FactCandidate]:
    """ "the Declaration that mandated negotiations on …" """
    low = max(reading.start, verb.start - 80)
    instruments = list(reading.hits("mandate.instruments", low, verb.start))
    thing = reading.first("mandate.objects", verb.end, min(reading.end, verb.end + 40))
    if not instruments or not thing or reading.plain[instruments[-1].end : verb.start].strip():
        return
    start = noun_start(reading, instruments[-1].start)
    if reading.plain[start].isupper():
        begin = max(verb.end + 1, noun_start(reading, thing.start))
        content = (begin, noun_end(reading, thing.end))
        told = [
            reading.told("title", start, instruments[-1].end),
            reading.told("content", *content),
        ]
        yield reading.fact(FactKind.MANDATE, told, "mandate, by instrument", 0.9)


@lru_cache(maxsize=4)
def _counted(words: ProcessWords) -> re.Pattern[str]:
    nouns = words.table("attendance.nouns").source()
    about = words.table("attendance.about").source()
    return re.compile(
        rf"(?<![\w/.,-])(?:(?i:{about})\s+)?(?P<count>{_NUMBER}|(?i:{number_pattern(words)}))\s+(?:of\s+(?:the|its)\s+(?:[\w']+\s+)?)?(?P<noun>(?:[\w'-]+\s+){{0,2}}?(?i:{nouns}))(?!\w)"
    )
