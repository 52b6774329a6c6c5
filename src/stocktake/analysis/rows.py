"""Finding many rows of words in a text at once, in time that grows with the text alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from stocktake.analysis.terms import Words
from stocktake.lexicon.spelling import Spelling

_LONGEST_GAP = 3
_CLOSED_GAPS = frozenset(".;:!?,()[]\n。；：！？，、")


@dataclass(frozen=True, slots=True)
class WordsAt:
    """A text cut into words, with their places."""

    text: str
    words: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]

    def adjoin(self, at: int) -> bool:
        """Whether nothing but a little space or a hyphen lies before the word *at*."""
        start, end = self.ends[at - 1], self.starts[at]
        if end - start <= 1:
            return start == end or self.text[start] not in _CLOSED_GAPS
        return end - start <= _LONGEST_GAP and _CLOSED_GAPS.isdisjoint(self.text[start:end])


@dataclass(frozen=True, slots=True)
class _Start:
    """What a word can start: rows of this word *alone*, and *longer* ones; of these, what can go
    on with a certain word is remembered by that word."""

    alone: tuple[int, ...]
    longer: tuple[int, ...]
    going_on: dict[str, tuple[int, ...]] = field(default_factory=dict)


class Rows:
    """Rows of words by their numbers; what a word can start is remembered by word."""

    def __init__(self, rows: Sequence[Words], spelling: Spelling) -> None:
        self._rows = rows
        self._spelling = spelling
        self._exact: dict[str, list[int]] = {}
        self._prefixes: dict[str, list[int]] = {}
        self._starts: dict[str, _Start | None] = {}
        for number, words in enumerate(rows):
            table = self._prefixes if words.prefixes[0] else self._exact
            table.setdefault(words.folded[0], []).append(number)

    def find(self, text: WordsAt) -> Iterator[tuple[int, int, int]]:
        """The word that begins a row, the number of the row, and where it ends, by place."""
        starts = self._starts
        for word in set(text.words).difference(starts):
            starts[word] = self._start(word)
        for at, start in enumerate(map(starts.__getitem__, text.words)):
            if start:
                yield from ((at, number, text.ends[at]) for number in start.alone)
                if start.longer:
                    yield from self._longer(text, at, start)

    def _start(self, word: str) -> _Start | None:
        readings = self._spelling.readings(word)
        found = list(dict.fromkeys(self._starting_with(readings)))
        alone = tuple(number for number in found if len(self._rows[number].folded) == 1)
        longer = tuple(number for number in found if len(self._rows[number].folded) > 1)
        return _Start(alone, longer) if found else None

    def _starting_with(self, readings: Sequence[str]) -> Iterator[int]:
        for reading in readings:
            yield from self._exact.get(reading, ())
            for length in range(1, len(reading) + 1):
                yield from self._prefixes.get(reading[:length], ())

    def _longer(self, text: WordsAt, at: int, start: _Start) -> Iterator[tuple[int, int, int]]:
        if at + 1 == len(text.words):
            return
        second = text.words[at + 1]
        numbers = start.going_on.get(second)
        if numbers is None:
            readings = self._spelling.readings(second)
            fitting = (one for one in start.longer if self._rows[one].fits(1, readings))
            numbers = start.going_on[second] = tuple(fitting)
        for number in numbers:
            last = at + len(self._rows[number].folded) - 1
            if self._stands(text, at, self._rows[number]):
                yield at, number, text.ends[last]

    def _stands(self, text: WordsAt, at: int, row: Words) -> bool:
        """Whether a row whose first two words stand at *at* stands there as a whole."""
        length = len(row.folded)
        if at + length > len(text.words) or not text.adjoin(at + 1):
            return False
        return all(
            row.fits(place, self._spelling.readings(text.words[at + place]))
            and text.adjoin(at + place)
            for place in range(2, length)
        )
