"""Finds dates and stretches of time in a text, and keeps the precision in which they are told.

A text is read into atoms (a day or run of days, a month, a part of a year, a year); two atoms
with a range word between them become one; a year that is not told is taken from the context.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from stocktake.model import Period
from stocktake.text.dates_calendar import Span, resolve
from stocktake.text.dates_patterns import DateWords, any_of, atom_pattern

_LEAD = 24


@dataclass(frozen=True, slots=True)
class DateMention:
    """``text[start:end]`` tells *period*; *explicit* when it tells the year as well."""

    start: int
    end: int
    period: Period
    explicit: bool


@dataclass(frozen=True, slots=True)
class _Atom:
    """One expression and what it tells; *alone* if it counts only after a word such as "in"."""

    start: int
    end: int
    span: Span
    alone: bool = False


def _rising(pair: tuple[_Atom, _Atom]) -> bool:
    """Whether the days of the first lie before those of the second."""
    first, second = (atom.span.days for atom in pair)
    return bool(first and second and first[0] <= first[1] < second[0] <= 31)


def _before(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:^|\W)(?:{any_of(words)})\s+(?:the\s+)?$", re.IGNORECASE)


class DateFinder:
    """Finds the dates of one language; made once from its words."""

    def __init__(self, words: DateWords) -> None:
        self._months = {form.casefold(): number for form, number in words.months}
        self._parts = dict(words.parts)
        self._month_parts = dict(words.month_parts)
        self._atoms = atom_pattern(words)
        self._list = re.compile(rf"\s*(?:,|,?\s*(?:{any_of(words.lists)}))\s*")
        self._range = re.compile(rf"\s*(?:{any_of(words.ranges)})\s*")
        runs = any_of(words.ranges)
        self._listed_day = re.compile(
            rf"(?<![\w.,/:-])(?P<day>\d{{1,2}})(?:\s*(?:{runs})\s*(?P<until>\d{{1,2}}))?"
            rf"\s*(?:,|(?:,\s*|\s)(?:{any_of(words.lists)}))\s*$"
        )
        self._lead_in = _before(words.lead_ins)
        self._between = _before(words.between)

    def find(self, text: str, near: Period | None = None) -> list[DateMention]:
        """All dates of *text* in order. *near* is when the text was written: a day without a
        year is the one nearest to it. Without *near*, the last date that tells its year helps;
        a date whose year nothing tells is left out, and so is a day no calendar has."""
        mentions: list[DateMention] = []
        told = near
        for first, last in self._joined(text):
            period = resolve(first.span, last.span, told)
            if period is None:
                continue
            explicit = (last.span.year or first.span.year) is not None
            mentions.append(DateMention(first.start, last.end, period, explicit))
            if explicit and near is None:
                told = period
        return mentions

    def _joined(self, text: str) -> Iterator[tuple[_Atom, _Atom]]:
        """The atoms, those with a range word between them as one, those in a list apart."""
        atoms = self._with_listed_years(text)
        position = 0
        while position < len(atoms):
            first = last = atoms[position]
            following = atoms[position + 1] if position + 1 < len(atoms) else None
            if following and self._is_range(text, first, following):
                last = following
                position += 1
            position += 1
            if not (first.alone and last.alone) or self._led_in(text, first.start):
                yield first, last

    def _with_listed_years(self, text: str) -> list[_Atom]:
        """All atoms; "March" in "March and August 2019" has the year that is told behind."""
        found = (self._atom(match) for match in self._atoms.finditer(text))
        atoms = [each for atom in found for each in (*self._days_before(text, atom), atom)]
        for position in range(len(atoms) - 2, -1, -1):
            atom, following = atoms[position], atoms[position + 1]
            listed = self._list.fullmatch(text, atom.end, following.start)
            if listed and atom.span.year is None and following.span.months:
                year = following.span.year
                atoms[position] = replace(atom, span=replace(atom.span, year=year))
        return atoms

    def _days_before(self, text: str, atom: _Atom) -> list[_Atom]:
        """ "20" and "22" in "20, 22 and 24 February": each a day of the month that is told."""
        days: list[_Atom] = []
        position = atom.start
        while atom.span.months and atom.span.days and not atom.span.vague:
            match = self._listed_day.search(text, max(0, position - _LEAD), position)
            if match is None:
                break
            position = match.start("day")
            first = int(match["day"])
            span = replace(atom.span, days=(first, int(match["until"] or first)))
            days.insert(0, _Atom(position, match.end("until" if match["until"] else "day"), span))
        return days if all(_rising(pair) for pair in pairwise([*days, atom])) else []

    def _is_range(self, text: str, first: _Atom, following: _Atom) -> bool:
        """Whether "to" stands between the two, or "and" with "between" before them."""
        if self._range.fullmatch(text, first.end, following.start):
            return True
        listed = self._list.fullmatch(text, first.end, following.start)
        return bool(
            listed and self._between.search(text[max(0, first.start - _LEAD) : first.start])
        )

    def _led_in(self, text: str, start: int) -> bool:
        return self._lead_in.search(text[max(0, start - _LEAD) : start]) is not None

    def _atom(self, match: re.Match[str]) -> _Atom:
        told = {name[:-2]: value for name, value in match.groupdict().items() if value}
        month = self._month_number(told.get("month"))
        year = int(told["year"]) if "year" in told else None
        span = Span(year, (month, month) if month else None)
        if "part" in told:
            span = self._vague(span, " ".join(told["part"].casefold().split()))
        elif "day" in told:
            day = int(told["day"])
            span = replace(span, days=(day, int(told.get("until", day))))
        alone = not span.vague and span.days is None and not (month and year)
        return _Atom(match.start(), match.end(), span, alone)

    def _vague(self, span: Span, part: str) -> Span:
        if span.months is None:
            return replace(span, months=self._parts.get(part), vague=True)
        return replace(span, days=self._month_parts.get(part), vague=True)

    def _month_number(self, name: str | None) -> int | None:
        if name is None:
            return None
        return int(name) if name.isdecimal() else self._months[" ".join(name.casefold().split())]
