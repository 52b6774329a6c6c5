"""The expressions by which one date is written, made from the words of a language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Protocol

_YEAR = r"(?P<year>(?:19|20|١٩|٢٠)\d\d)(?!\d)"


class DateWords(Protocol):
    """How one language writes dates; lexicon/data/process/dates.toml explains each list."""

    @property
    def months(self) -> tuple[tuple[str, int], ...]: ...
    @property
    def parts(self) -> tuple[tuple[str, tuple[int, int]], ...]: ...
    @property
    def month_parts(self) -> tuple[tuple[str, tuple[int, int]], ...]: ...
    @property
    def ranges(self) -> tuple[str, ...]: ...
    @property
    def lists(self) -> tuple[str, ...]: ...
    @property
    def glue(self) -> tuple[str, ...]: ...
    @property
    def ordinals(self) -> tuple[str, ...]: ...
    @property
    def lead_ins(self) -> tuple[str, ...]: ...
    @property
    def between(self) -> tuple[str, ...]: ...
    @property
    def marks(self) -> tuple[str, ...]: ...


def any_of(words: Sequence[str]) -> str:
    """A pattern for any of *words*, the longest first; one that matches nothing for none."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered) or r"(?!)"


def atom_pattern(words: DateWords) -> re.Pattern[str]:
    """One expression for all ways to write a date. Groups day, until (the last day of a run),
    month, year and part carry a number, so that each way has its own."""
    ways = _ways(words)
    numbered = (re.sub(r"\(\?P<(\w+)>", rf"(?P<\1_{n}>", way) for n, way in enumerate(ways))
    return re.compile(f"{_beginning(words)}(?:{'|'.join(numbered)})")


def _beginning(words: DateWords) -> str:
    """What every way to write a date begins with: looked at first, since most signs are none."""
    months = "".join(sorted({re.escape(form[0]) for form in _written(words) if form}))
    parts = [form for form, _ in (*words.parts, *words.month_parts) if form]
    either = "".join(sorted({re.escape(form[0]) for form in parts}))
    return rf"(?=[\d{months}]" + (rf"|(?i:[{either}]))" if either else ")")


def _ways(words: DateWords) -> Iterator[str]:
    yield r"(?<![\w-])(?P<year>(?:19|20|١٩|٢٠)\d\d)-(?P<month>\d\d)(?:-(?P<day>\d\d))?(?![\w-])"
    yield r"(?<![\w.])(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>(?:19|20|١٩|٢٠)\d\d)(?!\d)"
    if words.marks:
        yield from _marked_ways(words)
    if words.months:
        yield from _named_ways(words)
    yield rf"(?<![\w/.-]){_YEAR}(?![\w/]|[.,]\d)"


def _marked_ways(words: DateWords) -> Iterator[str]:
    year, month, day = (re.escape(mark) for mark in words.marks)
    until = rf"(?:{day}?\s*(?:{any_of([*words.ranges, *words.lists])})\s*(?P<until>\d{{1,2}}))?"
    of_year = rf"(?:(?P<year>(?:19|20|١٩|٢٠)\d\d)\s*{year}\s*)?"
    yield rf"{of_year}(?P<month>\d{{1,2}})\s*{month}\s*(?P<day>\d{{1,2}}){until}\s*{day}"
    yield rf"{of_year}(?P<month>\d{{1,2}})\s*{month}"
    yield rf"(?P<year>(?:19|20|١٩|٢٠)\d\d)\s*{year}"


def _named_ways(words: DateWords) -> Iterator[str]:
    ordinal = rf"(?:{any_of(words.ordinals)})?"
    between = rf"\s*(?:{any_of([*words.ranges, *words.lists])})\s*"
    day = rf"(?P<day>\d{{1,2}}){ordinal}"
    until = rf"(?:{between}(?P<until>\d{{1,2}}){ordinal})?"
    glue = rf"\s*(?:(?:{any_of(words.glue)})\s*)?"
    month = rf"(?<![^\W\d_])(?P<month>{any_of(_written(words))})(?![^\W\d_])"
    of_year = rf"(?:{glue}{_YEAR})?"
    parts = any_of([form for form, _ in (*words.parts, *words.month_parts)])
    yield rf"(?<![\w.,/]){day}{until}{glue}{month}{of_year}"
    part = rf"(?<!\w)(?i:(?P<part>{parts}))[\s-]*"
    yield rf"{part}{month}{of_year}"
    yield rf"{part}{_YEAR}"
    yield rf"{month}\s+{day}{until}(?![\d:]){of_year}"
    yield rf"{month}{of_year}"


def _written(words: DateWords) -> list[str]:
    """The names of the months as they stand in running text, headings and capitals."""
    forms = {form for form, _ in words.months}
    return sorted({*forms, *map(str.upper, forms), *map(str.capitalize, forms)})
