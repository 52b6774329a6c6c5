"""Numbers that a text writes as words: "twenty-one", "a hundred"."""

from __future__ import annotations

from functools import lru_cache

from stocktake.lexicon.process_words import ProcessWords


@lru_cache(maxsize=4)
def number_pattern(words: ProcessWords) -> str:
    """A pattern, without groups, for the numbers that *words* can write: up to 199."""
    forms = words.table("numbers.words").source()
    return rf"(?:{forms})(?:(?:[\s-]+(?:and\s+)?)(?:{forms})){{0,2}}"


def number_in_words(text: str, words: ProcessWords) -> int:
    """The number that *text*, which is as `number_pattern` asks, writes: the sum of its parts."""
    table = words.table("numbers.words")
    return sum(int(hit.value) for hit in table.find(text))
