"""Footnotes and endnotes of texts set in lines, and their marks in the running text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from stocktake.readers.lines import Line

_NOTE = re.compile(r"(\d{1,3})(?:\s+(?=\S)|\Z)")
_STAR = re.compile(r"(\*{1,3}|[†‡§])\s+(?=\S)")
_SMALL = r"a-z\u00df-\u024f\u0430-\u04ff\u0621-\u064a\u4e00-\u9fff"
_MARK = re.compile(
    rf"""(?: (?<=[{_SMALL}]) | (?<=[.,;:!?”’"')\]»…])[ ]? )
         (\d{{1,3}}) (?! [\w%] | [.,/–-]\d )""",
    re.VERBOSE,
)
FEWEST = 3


@dataclass(frozen=True, slots=True)
class Note:
    """A note by the places of its lines, and the mark that it begins with."""

    places: tuple[int, ...]
    mark: str


def find_notes(lines: Sequence[Line], places: Sequence[int]) -> list[Note]:
    """The notes among the lines at *places*: numbered ones, and starred ones at a page's foot."""
    filled = [place for place in places if lines[place].text]
    numbered = list(_numbered(lines, filled))
    if len(numbered) < FEWEST:
        numbered = []
    taken = {place for note in numbered for place in note.places}
    starred = _starred(lines, [place for place in filled if place not in taken])
    return sorted([*numbered, *starred], key=lambda note: note.places)


def _numbered(lines: Sequence[Line], filled: Sequence[int]) -> Iterator[Note]:
    """Notes count up from 1. A footnote ends with its page; the last note with its paragraph."""
    starts = _starts(lines, filled)
    at_end = _are_endnotes(lines, filled, starts)
    for index, (start, following) in enumerate(pairwise([*starts, len(filled)])):
        places = filled[start:following]
        if following == len(filled):
            places = _first_paragraph(lines, places)
        page = lines[filled[start]].page
        kept = [place for place in places if at_end or lines[place].page == page]
        yield Note(tuple(kept), str(index + 1))


def _first_paragraph(lines: Sequence[Line], places: Sequence[int]) -> Sequence[int]:
    """The places up to the first gap between two sentences."""
    for index, (before, place) in enumerate(pairwise(places), start=1):
        apart = place - before > 1 or lines[before].page != lines[place].page
        if apart and lines[before].ends_sentence and not lines[place].begins_within:
            return places[:index]
    return places


def _starts(lines: Sequence[Line], filled: Sequence[int]) -> list[int]:
    """Where in *filled* the notes 1, 2, 3, … begin.

    Of several runs that count from 1, as numbered lists do, the last and longest counts.
    """
    runs: list[list[int]] = [[]]
    for index, place in enumerate(filled):
        found = _NOTE.match(lines[place].text)
        if not found:
            continue
        value = int(found[1])
        if value == 1:
            runs.append([index])
        elif runs[-1] and value == len(runs[-1]) + 1 and _may_begin(lines, filled, index, runs[-1]):
            runs[-1].append(index)
    return max(reversed(runs), key=len)


def _may_begin(lines: Sequence[Line], filled: Sequence[int], index: int, run: list[int]) -> bool:
    before, place = filled[index - 1], filled[index]
    same_page = lines[filled[run[-1]]].page == lines[place].page
    top_of_page = lines[before].page != lines[place].page
    return same_page or top_of_page or place - before > 1 or lines[before].ends_sentence


def _are_endnotes(lines: Sequence[Line], filled: Sequence[int], starts: Sequence[int]) -> bool:
    """Endnotes follow on each other; between footnotes there are pages of running text."""
    if not starts:
        return False
    gaps = sum(
        1
        for a, b in pairwise(starts)
        if lines[filled[a]].page != lines[filled[b]].page and b - a > 12
    )
    return gaps == 0


def _starred(lines: Sequence[Line], filled: Sequence[int]) -> Iterator[Note]:
    """A note with a star at the foot of a page, after a blank line, if its mark stands above."""
    for index, place in enumerate(filled):
        found = _STAR.match(lines[place].text)
        if not found or not index or place - filled[index - 1] < 2:
            continue
        page = [other for other in filled[index:] if lines[other].page == lines[place].page]
        mark = re.compile(rf"(?<=\w){re.escape(found[1])}(?!\w)")
        above = any(mark.search(lines[other].text) for other in filled[max(0, index - 80) : index])
        if above and len(page) <= 4 and lines[place].page != lines[filled[-1]].page:
            yield Note(tuple(page), found[1])


def find_marks(text: str, marks: Sequence[str]) -> dict[str, tuple[int, int]]:
    """Where in the running *text* each of the notes' *marks* stands, as far as it can be told."""
    count = sum(mark.isdecimal() for mark in marks)
    found = {str(n): span for n, span in _numbered_marks(text, count).items()} if count else {}
    for mark in {mark for mark in marks if not mark.isdecimal()}:
        place = re.search(rf"(?<=\w){re.escape(mark)}(?!\w)", text)
        if place:
            found[mark] = place.span()
    return found


def _numbered_marks(text: str, count: int) -> dict[int, tuple[int, int]]:
    """Where in the running text the marks 1 to *count* stand, with the space before them, if any.

    Marks count up: of all numbers glued to a word or behind punctuation, the longest chain that
    counts up is taken, and what it lacks is looked for between its neighbours. Nothing is
    returned if most marks cannot be found.
    """
    strong = [(int(m[1]), m.span()) for m in _MARK.finditer(text) if 0 < int(m[1]) <= count]
    marks = dict(_longest_rising(strong))
    if len(marks) < max(FEWEST, 0.6 * count):
        return {}
    for number in range(1, count + 1):
        if number - 1 in marks and number + 1 in marks and number not in marks:
            between = text[marks[number - 1][1] : marks[number + 1][0]]
            weak = list(re.finditer(rf"(?<=[^\W\d_])\s({number})(?=\s|[.,;:])", between))
            if len(weak) == 1:
                shift = marks[number - 1][1]
                marks[number] = (weak[0].start() + shift, weak[0].end() + shift)
    return dict(sorted(marks.items()))


def _longest_rising(
    candidates: Sequence[tuple[int, tuple[int, int]]],
) -> list[tuple[int, tuple[int, int]]]:
    """The longest subsequence whose numbers rise strictly."""
    tails: list[int] = []
    ends: list[int] = []
    parents: list[int] = []
    for index, (number, _) in enumerate(candidates):
        place = bisect_left(tails, number)
        tails[place:] = [number, *tails[place + 1 :]]
        parents.append(ends[place - 1] if place else -1)
        ends[place:] = [index, *ends[place + 1 :]]
    chain: list[int] = []
    current = ends[-1] if ends else -1
    while current >= 0:
        chain.append(current)
        current = parents[current]
    return [candidates[index] for index in reversed(chain)]
