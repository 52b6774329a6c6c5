"""Where a text speaks of units of a draft: "Article 4, paragraph 2 (b)", "OP4", "第4段"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from stocktake.legal.ranges import Range
from stocktake.lexicon.drafts import DraftWords, draft_words

_BIS = r"(?:\s?(?:bis|ter|quater|quinquies|alt)\b)"
_NUMBER = rf"\d{{1,3}}(?:\.\d{{1,3}})*{_BIS}?(?![\d%])"
_BELOW = r"\((?:[a-z]{1,5}|\d{1,2})\)"
_LABEL = rf"(?:{_NUMBER}|{_BELOW}|\(\d{{1,3}}{_BIS}?\)|(?-i:[IVXLC]{{1,7}}|[A-Z])\b)"


def mentions(text: str, words: DraftWords | None = None) -> tuple[Range, ...]:
    """The ranges of *text* that name a numbered unit, with those around it named beside it."""
    return tuple(found.span() for found in _pattern(words or draft_words()).finditer(text))


def names_outer(text: str, words: DraftWords | None = None) -> bool:
    """Whether *text* names a unit that bears a heading (an article, a section), not only
    paragraphs."""
    return any(name != "paragraph" for name in _names(text, words or draft_words()))


def _names(text: str, words: DraftWords) -> Iterator[str]:
    yield from (name for name, pattern in words.spoken if pattern.search(text))


@cache
def _pattern(words: DraftWords) -> re.Pattern[str]:
    """A unit with its label, then units within it or around it."""
    of = words.unit_of.pattern
    names = "|".join(f"(?:{pattern.pattern})" for _, pattern in words.spoken)
    unit = rf"(?:(?:{names})\s*(?:№\s*)?{_LABEL}|第\d{{1,3}}[部分章节条段款项])"
    labelled = rf"{unit}(?:\s?{_BELOW})*"
    joined = rf"(?:[ \t]*,[ \t]*|[^\S\n]+(?:{of}[^\S\n]*)?|(?=第))"
    start = r"(?<![^\W\u3400-\u9fff])"
    kind = rf"(?!\s+{words.unit_not_before.pattern})"
    return re.compile(rf"{start}{labelled}(?:{joined}{labelled})*{kind}", re.IGNORECASE)
