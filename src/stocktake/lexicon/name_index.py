"""Finds many names in a text at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from stocktake.lexicon.names import SILENT, WORD, Name, case_fits, fold, key, words_in

_SPACE = re.compile(r"\s+")
_ARABIC_LEADS = frozenset("وفبلك")
_SURNAME = re.compile(r" [^\W\d_a-z]\w*[^\W\d_A-Z]")
_CURRENCIES = frozenset("$€£¥")
_LINE = 80


@dataclass(frozen=True, slots=True)
class Doubts:
    """Names that do not always mean an actor.

    *shouted* are also ordinary words (US, WHO): they count only in a line that has small
    letters. *given* are also given names (Jordan): they do not count before a surname.
    """

    shouted: frozenset[str] = frozenset()
    given: frozenset[str] = frozenset()

    def apply(self, name: str, text: str, start: int, end: int) -> bool:
        """Whether the name at ``text[start:end]`` is likely no actor; a currency (US$) is none."""
        if name in self.shouted and in_shouting(text, start, end):
            return True
        if name in self.given and _SURNAME.match(text, end):
            return True
        return text[end : end + 1] in _CURRENCIES


@dataclass(frozen=True, slots=True)
class Found:
    """A name that stands at ``text[start:end]``."""

    start: int
    end: int
    name: Name


@dataclass(frozen=True, slots=True)
class _Lead:
    """What may be written onto the front of an Arabic name: *letters* of particles, and whether
    the first two of what follows (لل) stand for the article (ال)."""

    letters: int = 0
    article: bool = False

    def without(self, word: str) -> str:
        bare = word[self.letters :]
        return "ال" + bare[2:] if self.article else bare


@dataclass(frozen=True, slots=True, order=True)
class _Shape:
    """How far a name reaches from its first word: so many words, then so many signs."""

    words: int
    signs: int


@dataclass(slots=True)
class _Beginnings:
    """How names with the same first word begin: with a capital always, or not; and their second
    words, unless one of them has no second word."""

    capital: bool = True
    seconds: set[str] | None = field(default_factory=set)

    def add(self, name: str, words: list[str]) -> None:
        self.capital &= WORD.findall(name)[0][0].isupper()
        if len(words) == 1:
            self.seconds = None
        elif self.seconds is not None:
            self.seconds.add(words[1])

    def fit(self, text: str, start: int, end: int) -> bool:
        """Whether a name may begin with the word at ``text[start:end]``."""
        if self.capital and not text[start].isupper():
            return False
        if self.seconds is None:
            return True
        following = WORD.search(text, end)
        return following is not None and _bare(following.group()) in self.seconds


class NameIndex:
    """Finds the longest of many names at each word of a text, in linear time.

    Of names that are written alike, the first given counts.
    """

    def __init__(self, names: Iterable[Name], doubts: Doubts | None = None) -> None:
        self._doubts = doubts or Doubts()
        self._names: dict[str, list[Name]] = {}
        self._beginnings: dict[str, _Beginnings] = {}
        shapes: dict[str, set[_Shape]] = {}
        for name in names:
            name_key = key(name.text)
            spans = [match.span() for match in WORD.finditer(name_key)]
            if spans:
                words = [name_key[start:end] for start, end in spans]
                shape = _Shape(len(words), len(name_key) - spans[-1][1])
                shapes.setdefault(words[0], set()).add(shape)
                self._beginnings.setdefault(words[0], _Beginnings()).add(name.text, words)
                self._names.setdefault(name_key, []).append(name)
        self._shapes = {word: sorted(each, reverse=True) for word, each in shapes.items()}

    def get(self, text: str) -> Name | None:
        """The name that is written *text*, whatever its letter case."""
        return next(iter(self._names.get(key(text), ())), None)

    def find(self, text: str) -> Iterator[Found]:
        """Names in *text* from left to right, the longest at each place, none over another."""
        folded = fold(text)
        position = 0
        for match, word in self._likely(folded):
            if match.start() >= position and self._may_begin(word, text, *match.span()):
                found = self._at(text, folded, match.start(), word)
                if found:
                    position = found.end
                    yield found

    def _likely(self, folded: str) -> Iterator[tuple[re.Match[str], str]]:
        """The words with which a name may begin, most of all being none."""
        shapes = self._shapes
        if folded.isascii():
            yield from (
                (match, word) for match in words_in(folded) if (word := match.group()) in shapes
            )
            return
        marked = SILENT.search(folded) is not None
        for match in words_in(folded):
            word = SILENT.sub("", match.group()) if marked else match.group()
            if word in shapes or word[:1] in _ARABIC_LEADS:
                yield match, word

    def _may_begin(self, word: str, text: str, start: int, end: int) -> bool:
        if word[0] in _ARABIC_LEADS:
            return True
        return self._beginnings[word].fit(text, start, end)

    def _at(self, text: str, folded: str, start: int, word: str) -> Found | None:
        for lead in _leads(word):
            shapes = self._shapes.get(lead.without(word))
            found = shapes and self._longest(text, folded, start, lead, shapes)
            if found:
                return found
        return None

    def _longest(
        self, text: str, folded: str, start: int, lead: _Lead, shapes: list[_Shape]
    ) -> Found | None:
        ends = [match.end() for match in islice(WORD.finditer(folded, start), shapes[0].words)]
        for shape in shapes:
            if shape.words <= len(ends):
                end = ends[shape.words - 1] + shape.signs
                written = lead.without(_SPACE.sub(" ", SILENT.sub("", folded[start:end])))
                name = self._fitting(written, text, start + lead.letters, end)
                if name:
                    return Found(start + lead.letters, end, name)
        return None

    def _fitting(self, written: str, text: str, start: int, end: int) -> Name | None:
        for name in self._names.get(written, ()):
            if case_fits(name.text, text[start:end]):
                return None if self._doubts.apply(name.text, text, start, end) else name
        return None


def _bare(word: str) -> str:
    return SILENT.sub("", fold(word))


def in_shouting(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` stands, with other words, in a line all in capitals."""
    begin = max(0, start - _LINE)
    line_start = max(text.rfind("\n", begin, start) + 1, begin)
    line_end = text.find("\n", end, end + _LINE)
    after = text[end : line_end if line_end >= 0 else end + _LINE]
    others = text[line_start:start] + after
    return others.upper() == others and any(map(str.isalpha, others))


_NONE = _Lead()


def _leads(word: str) -> Iterator[_Lead]:
    """The ways to read the word: as it is; in Arabic, also without particles at its front."""
    yield _NONE
    if word[0] in _ARABIC_LEADS and len(word) > 3:
        particle = 0
        while particle < 2 and word[particle] in _ARABIC_LEADS:
            if word.startswith("لل", particle):
                yield _Lead(particle, article=True)
            particle += 1
            yield _Lead(particle)
