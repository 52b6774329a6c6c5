"""Phrases found at a place in a sequence of words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from typing import Any, TypeVar

V = TypeVar("V")


class Phrases(Mapping[tuple[str, ...], V]):
    """Phrases with a value each, found at a place in a sequence of words, the longest first."""

    def __init__(self, values: Mapping[str, V]) -> None:
        self._values = {tuple(phrase.split()): value for phrase, value in values.items()}
        by_first: dict[str, set[int]] = {}
        for phrase in self._values:
            by_first.setdefault(phrase[0], set()).add(len(phrase))
        self._lengths = {word: tuple(sorted(each, reverse=True)) for word, each in by_first.items()}

    def may_stand_in(self, words: Set[str]) -> bool:
        """Whether a first word of one of the phrases is among *words*."""
        return not self._lengths.keys().isdisjoint(words)

    def begin_with(self, word: str) -> bool:
        """Whether *word* is the first of one of the phrases."""
        return word in self._lengths

    def at(self, words: Sequence[str], index: int) -> tuple[int, V] | None:
        """The longest phrase at *words[index:]*: its length and value."""
        if index >= len(words):
            return None
        for length in self._lengths.get(words[index], ()):
            phrase = tuple(words[index : index + length])
            if phrase in self._values:
                return length, self._values[phrase]
        return None

    def __getitem__(self, phrase: tuple[str, ...]) -> V:
        return self._values[phrase]

    def __iter__(self) -> Any:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)
