"""Short names that a document gives what it is about: "the Global Compact … (GCM)"."""

from __future__ import annotations

import re
from functools import lru_cache

from stocktake.extractors.facts_reading import Reading
from stocktake.lexicon.notation import Hit
from stocktake.lexicon.process_words import ProcessWords

_GIVEN = re.compile(r"\s\([\"']*(?:the\s+[\"']*)?(?P<short>[A-Z][A-Za-z]{0,3}[A-Z]{1,5})[\"']*\)")
_LONGEST = 90
_SENTENCE = re.compile(r"[.;:)]\s")


def short_name(reading: Reading, start: int, end: int) -> Hit | None:
    """The first short name of a process, compact, conference, … between *start* and *end*, as far
    as the document says what it is short for; None if there is none."""
    pattern = _short_names(reading.plain, reading.words)
    match = pattern.search(reading.plain, max(start, reading.start), min(end, reading.end))
    return Hit(match.start(), match.end(), "") if match else None


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
