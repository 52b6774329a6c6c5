"""Sets of ranges: merged, cut out of one another, and read as words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

Range = tuple[int, int]
_SPACES = re.compile(r"\s+")


def merged(ranges: Iterable[Range]) -> list[Range]:
    """The same places in ascending ranges that neither touch nor overlap."""
    found: list[Range] = []
    for start, end in sorted(ranges):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        elif end > start:
            found.append((start, end))
    return found


def within(spans: Sequence[Range], start: int, end: int) -> Iterator[Range]:
    """The parts of merged *spans* that lie in ``[start, end)``."""
    index = max(bisect_right(spans, (start, start)) - 1, 0)
    while index < len(spans) and spans[index][0] < end:
        one, two = max(spans[index][0], start), min(spans[index][1], end)
        if one < two:
            yield (one, two)
        index += 1


def without(spans: Sequence[Range], start: int, end: int) -> Iterator[Range]:
    """The parts of ``[start, end)`` that lie in none of merged *spans*."""
    place = start
    for one, two in within(spans, start, end):
        if place < one:
            yield (place, one)
        place = two
    if place < end:
        yield (place, end)


def words(text: str, ranges: Iterable[Range]) -> str:
    """What stands in *ranges*, on one line; a line's end between two of them is a space."""
    pieces: list[str] = []
    last: int | None = None
    for start, end in ranges:
        if last is not None and "\n" in text[last:start]:
            pieces.append(" ")
        pieces.append(text[start:end])
        last = end
    return _SPACES.sub(" ", "".join(pieces)).strip()


def placed(text: str, ranges: Iterable[Range]) -> tuple[str, tuple[int, ...]]:
    """The same words as `words`, and for each character where it stands in *text*.

    A space that stands for a line's end has the place of what it follows.
    """
    raw: list[tuple[str, int]] = []
    last: int | None = None
    for start, end in ranges:
        if last is not None and "\n" in text[last:start]:
            raw.append((" ", last))
        raw += zip(text[start:end], range(start, end), strict=True)
        last = end
    kept = [
        (" " if letter.isspace() else letter, place)
        for number, (letter, place) in enumerate(raw)
        if not (letter.isspace() and (number == 0 or raw[number - 1][0].isspace()))
    ]
    if kept and kept[-1][0] == " ":
        kept.pop()
    return "".join(letter for letter, _ in kept), tuple(place for _, place in kept)
