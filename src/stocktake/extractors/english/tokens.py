"""A sentence as words with their places, and the actors named in it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stocktake.lexicon import Mention
from stocktake.model import Quote
from stocktake.text import quoted_spans

_WORD = re.compile(r"\w+(?:[-‑]\w+)*(?:['’](?!s\b)\w+)?|['’]s\b|``|''|[^\w\s]")
_TYPED_QUOTES = re.compile(r"``(?!\s)([^`]{1,400}?)''")


@dataclass(frozen=True, slots=True)
class Words:
    """The words and marks of ``text[start:end]``; *starts* and *ends* are offsets in *text*.

    *lower* are the words in small letters. *mentions* maps the index of the first word of a
    name to the mention and the index behind its last word. *quoted* are ranges of *text* that
    stand in quotation marks.
    """

    text: str
    start: int
    end: int
    lower: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    mentions: Mapping[int, tuple[Mention, int]]
    quoted: tuple[tuple[int, int], ...] = ()

    def __len__(self) -> int:
        return len(self.lower)

    def at(self, index: int) -> str:
        """The word at *index* in small letters; empty where there is none."""
        return self.lower[index] if 0 <= index < len(self.lower) else ""

    def is_quoted(self, index: int) -> bool:
        """Whether the word at *index* stands in quotation marks."""
        place = self.starts[index]
        after = bisect_right(self.quoted, place, key=lambda span: span[0])
        return after > 0 and place < self.quoted[after - 1][1]

    def is_apart(self, index: int) -> bool:
        """Whether white space, or nothing, stands behind the word at *index*."""
        end = self.ends[index]
        return end >= self.end or self.text[end].isspace()

    def is_capital(self, index: int) -> bool:
        """Whether the word at *index* begins with a capital letter."""
        return self.text[self.starts[index]].isupper()

    def quote(self, first: int, behind: int) -> Quote:
        """The words from *first* up to *behind*, as they stand."""
        start = self.starts[first]
        return Quote(self.text[start : self.ends[behind - 1]], start)


def quoted(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Ranges of ``text[start:end]`` in quotation marks, also in those of typewriters."""
    piece = text[start:end]
    spans: list[tuple[int, int]] = []
    typed = [match.span(1) for match in _TYPED_QUOTES.finditer(piece)]
    for first, behind in sorted([*quoted_spans(piece), *typed]):
        if not spans or spans[-1][1] <= first + start:
            spans.append((first + start, behind + start))
    return tuple(spans)


def split(
    text: str,
    start: int,
    end: int,
    mentions: Sequence[Mention],
    quoted: Sequence[tuple[int, int]] = (),
) -> Words:
    """Split ``text[start:end]`` into words; *mentions* and *quoted* are those of a longer text, in
    order and none over another."""
    found = [(match.group(), *match.span()) for match in _WORD.finditer(text, start, end)]
    told, starts, ends = zip(*found, strict=True) if found else ((), (), ())
    return Words(
        text,
        start,
        end,
        tuple(map(str.lower, told)),
        starts,
        ends,
        _placed(mentions, starts, start, end),
        _within(quoted, start, end),
    )


def _within(spans: Sequence[tuple[int, int]], start: int, end: int) -> tuple[tuple[int, int], ...]:
    first = bisect_right(spans, start, key=lambda span: span[1])
    behind = bisect_left(spans, end, key=lambda span: span[0])
    return tuple(spans[first:behind])


def _placed(
    mentions: Sequence[Mention], starts: tuple[int, ...], start: int, end: int
) -> dict[int, tuple[Mention, int]]:
    placed = {}
    index = bisect_left(mentions, start, key=lambda mention: mention.start)
    while index < len(mentions) and mentions[index].end <= end:
        mention = mentions[index]
        first = max(0, bisect_right(starts, mention.start) - 1)
        placed[first] = (mention, max(first + 1, bisect_left(starts, mention.end)))
        index += 1
    return placed
