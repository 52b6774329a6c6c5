"""Organisations that no list knows, found by the words their names are made of."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from stocktake.lexicon.name_index import in_shouting
from stocktake.lexicon.organisation_words import OrganisationWords
from stocktake.model import ActorKind

_FURTHEST = 160
Range = tuple[int, int]
_GAP = r"(?:[ \t]{1,2}|[ \t]?\n[ \t]*)"
_STEP_LEFT = re.compile(rf"([^\W\d_][\w'’.&-]*){_GAP}$")
_STEP_RIGHT = re.compile(rf"{_GAP}([^\W\d_][\w'’&-]*)")
_WORD_BEFORE = re.compile(r"\w")
_FIRST_WORD = re.compile(r"[\w'’-]+\s+")


def slug(name: str) -> str:
    """*name* in small letters and hyphens, as used in ids; letters of any script are kept."""
    bare = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", name.casefold())
        if not unicodedata.combining(letter)
    )
    return re.sub(r"[\W_]+", "-", re.sub(r"['’]", "", bare)).strip("-")


class OrganisationFinder:
    """Finds names such as "Freedonia Migrants Network": capitalised words around a known one."""

    def __init__(self, words: OrganisationWords) -> None:
        self._words = words
        self._kinds = {
            spelling: kind
            for word, kind in words.kinds.items()
            for spelling in (word.upper(), word)
        }
        longest_first = sorted(self._kinds, key=lambda word: (-len(word), word))
        # Without \b in front, so that the search can jump to the letters these words begin with.
        self._word = re.compile(rf"(?:{'|'.join(map(re.escape, longest_first))})\b")

    def kind_of(self, name: str) -> ActorKind | None:
        """What kind of organisation *name* tells of by its words; None if by none."""
        found = next(self._telling(name), None)
        if found and name.startswith(self._words.united_nations):
            return ActorKind.UN_ENTITY
        return self._kinds[found.group()] if found else None

    def find(
        self, text: str, listed: Sequence[Range] = (), states: Sequence[Range] = ()
    ) -> Iterator[Range]:
        """Ranges of names, from left to right, none over another.

        *listed* are ranges of known names, in order, none over another: a word within one tells
        of no other name. Those of *states* end a name, if added by "and" or nothing.
        """
        position = 0
        for match in self._telling(text):
            if match.start() < position or _is_within(match, listed):
                continue
            start = self._leftmost(text, position, match)
            end = self._rightmost(text, match, states)
            if self._is_name(text, start, match, end):
                position = end
                yield start, end

    def _telling(self, text: str) -> Iterator[re.Match[str]]:
        """Where words stand that tell of an organisation."""
        position = 0
        while match := self._word.search(text, position):
            begins = not _WORD_BEFORE.search(text, max(0, match.start() - 1), match.start())
            position = match.end() if begins else match.start() + 1
            if begins:
                yield match

    def _leftmost(self, text: str, floor: int, keyword: re.Match[str]) -> int:
        """Step left over capitalised words, and over small ones that have such before them."""
        reached = pending = keyword.start()
        lowest = max(floor, reached - _FURTHEST)
        while match := _STEP_LEFT.search(text, lowest, pending):
            word = match.group(1)
            if word.lower() in self._words.inner:
                pending = match.start(1)
            elif self._belongs(word, keyword) and not _is_one_of(
                text[pending:reached], self._words.apart_before
            ):
                reached = pending = match.start(1)
            else:
                break
        return self._without_first(text, reached, keyword.start())

    def _rightmost(self, text: str, keyword: re.Match[str], states: Sequence[Range]) -> int:
        reached = pending = keyword.end()
        while match := _STEP_RIGHT.match(text, pending, keyword.end() + _FURTHEST):
            word, between = match.group(1), text[reached : match.start(1)]
            added = _starts_one(match.start(1), states) and _is_one_of(between, self._words.adding)
            if word.lower() in self._words.inner:
                pending = match.end(1)
            elif self._belongs(word, keyword) and not (
                added or _is_one_of(between, self._words.apart)
            ):
                reached = pending = match.end(1)
            else:
                break
        return reached - (2 if text[reached - 2 : reached] in ("'s", "’s") else 0)

    def _belongs(self, word: str, keyword: re.Match[str]) -> bool:
        """Whether a word can be part of a name; of one all in capitals, only such a word can."""
        capital = word.isupper() if keyword.group().isupper() else word[0].isupper()
        return capital and word.lower() not in self._words.ends and not word.endswith(".")

    def _without_first(self, text: str, start: int, end: int) -> int:
        while match := _FIRST_WORD.match(text, start, end):
            word = match.group().strip()
            if word not in self._words.inner and _capitalised(word) not in self._words.never_first:
                break
            start = match.end()
        return start

    def _is_name(self, text: str, start: int, word: re.Match[str], end: int) -> bool:
        name = text[start:end]
        others = len(re.findall(r"[^\W\d_]+", name)) - 1
        needed = 2 if self._kinds[word.group()] is ActorKind.OTHER else 1
        return others >= needed and not (name.isupper() and in_shouting(text, start, end))


def _is_one_of(between: str, words: frozenset[str]) -> bool:
    return " ".join(between.lower().split()) in words


def _is_within(word: re.Match[str], ranges: Sequence[Range]) -> bool:
    place = bisect_right(ranges, (word.start(), len(word.string))) - 1
    return place >= 0 and word.end() <= ranges[place][1]


def _starts_one(position: int, ranges: Sequence[Range]) -> bool:
    place = bisect_left(ranges, (position, 0))
    return place < len(ranges) and ranges[place][0] == position


def _capitalised(word: str) -> str:
    return word[:1] + word[1:].lower()
