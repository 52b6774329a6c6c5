"""The part of a text that shows best what was found in it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from stocktake.store.queries import WORD, joined

BEGIN, END = "\ue001", "\ue002"
_MARK = re.compile(f"[{BEGIN}{END}]")
Span = tuple[int, int]


def unmarked(marked: str) -> tuple[str, tuple[Span, ...]]:
    """The text without its marks, and the ranges that stood between them."""
    pieces = _MARK.split(joined(marked))
    ends = []
    position = 0
    for piece in pieces[:-1]:
        position += len(piece)
        ends.append(position)
    return "".join(pieces), tuple(_touching(list(zip(ends[::2], ends[1::2], strict=True))))


def snippet(text: str, spans: Sequence[Span], words: int, marks: tuple[str, str]) -> str:
    """At most *words* words of *text*, where most of *spans* stand, each between *marks*."""
    start, end = _window(text, spans, words)
    before, after = marks
    pieces = ["…"] if start else []
    position = start
    for first, last in spans:
        if start <= first and last <= end:
            pieces += [text[position:first], before, text[first:last], after]
            position = last
    return "".join([*pieces, text[position:end], "…" if end < len(text) else ""])


def _touching(spans: list[Span]) -> Iterator[Span]:
    """Ranges that touch each other, as Chinese characters do, as one."""
    while spans:
        start, end = spans.pop(0)
        while spans and spans[0][0] == end:
            end = spans.pop(0)[1]
        yield start, end


def _window(text: str, spans: Sequence[Span], words: int) -> Span:
    """From the beginning if all found stands there, else from a few words before it."""
    places = [match.span() for match in WORD.finditer(text)]
    if len(places) <= words:
        return 0, len(text)
    starts = [start for start, _ in places]
    found = [bisect_right(starts, start) - 1 for start, _ in spans] or [0]
    room = words // 4

    def held(first: int) -> int:
        return bisect_left(found, first + words) - bisect_left(found, first)

    choices = [0, *(max(0, min(number - room, len(places) - words)) for number in found)]
    best = max(choices, key=lambda first: (held(first), -first))
    last = best + words
    return starts[best] if best else 0, places[last - 1][1] if last < len(places) else len(text)
