"""Short names that a document gives what it is about: "the Global Compact … (GCM)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from stocktake.extractors.facts_reading import Reading
from stocktake.lexicon.notation import Hit, Phrases
from stocktake.lexicon.process_words import ProcessWords

_GIVEN = re.compile(r"\s\([\"']*(?:the\s+[\"']*)?(?P<short>[A-Z][A-Za-z]{0,3}[A-Z]{1,5})[\"']*\)")
_USED = re.compile(r"(?<![\w(])[A-Z]{2,8}(?![\w)])")
_LONGEST = 90
_SENTENCE = re.compile(r"[.;:)]\s")


def short_name(reading: Reading, start: int, end: int) -> Hit | None:
    """The first short name of a process, compact, conference, … between *start* and *end*, as far
    as the document says what it is short for; None if there is none."""
    pattern = _short_names(reading.plain, reading.words)
    match = pattern.search(reading.plain, max(start, reading.start), min(end, reading.end))
    return Hit(match.start(), match.end(), "") if match else None


def short_names(reading: Reading, table: Phrases) -> Iterator[Hit]:
    """Where the sentence uses short names that the document gives to what *table* names last."""
    values = _given(reading.plain, table)
    for match in _USED.finditer(reading.plain, reading.start, reading.end) if values else ():
        if match[0] in values:
            yield Hit(match.start(), match.end(), values[match[0]])


@lru_cache(maxsize=4)
def _given(plain: str, table: Phrases) -> dict[str, str]:
    """Short names, with what a phrase of *table* that ends right before them is filed under."""
    found: dict[str, str] = {}
    for match in _GIVEN.finditer(plain):
        hits = list(table.find(plain, max(0, match.start() - _LONGEST), match.start()))
        if hits and hits[-1].end == match.start():
            found.setdefault(match["short"], hits[-1].value)
    return found


@lru_cache(maxsize=2)
def _short_names(plain: str, words: ProcessWords) -> re.Pattern[str]:
    """A pattern for the short names that a text gives to what one can take part in."""
    objects = words.table("participation.objects")
    found = {
        match["short"]
        for match in _GIVEN.finditer(plain)
        if objects.first(_named(plain, match.start()))
    }
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(found)) or '(?!)'})(?!\w)")


def _named(plain: str, end: int) -> str:
    """What stands before a short name, in its sentence."""
    before = plain[max(0, end - _LONGEST) : end]
    return _SENTENCE.split(before)[-1]
