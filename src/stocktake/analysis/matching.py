"""Finding the terms of a scheme in a text, each hit with the place where it stands.

A text is cut into words and searched once, however many of its sentences and paragraphs are then
asked about.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from stocktake.analysis.rows import Rows, WordsAt
from stocktake.analysis.terms import Term, compile_terms, language_of
from stocktake.lexicon.spelling import word_spans
from stocktake.model import Scheme, SchemeKind

Numbers = AbstractSet[int]


@dataclass(frozen=True, slots=True)
class Hit:
    """The words of a term of the theme *code* at ``[start, end)`` of the whole text."""

    scheme: SchemeKind
    code: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Spots:
    """Where terms stand in a whole text, and where further parts: their numbers with their ends.
    Of both, *at* and *parts_at* tell the first words."""

    at: list[int]
    terms: list[tuple[Term, Hit]]
    parts_at: list[int]
    parts: list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Text:
    """The words *first* to *behind* of a text; *known* is shared by all parts of the text."""

    words: WordsAt
    first: int
    behind: int
    known: dict[str, _Spots] = field(repr=False, compare=False)

    @classmethod
    def of(cls, text: str) -> Text:
        """The whole of *text*, cut into words."""
        spans = word_spans(text)
        starts, ends = [start for start, _ in spans], [end for _, end in spans]
        words = WordsAt(text, [text[start:end] for start, end in spans], starts, ends)
        return cls(words, 0, len(spans), {})

    def part(self, start: int, end: int) -> Text:
        """What of it lies in ``[start, end)`` of the whole text."""
        first = bisect_left(self.words.starts, start)
        behind = bisect_right(self.words.ends, end)
        return Text(self.words, first, max(first, behind), self.known)

    @property
    def end(self) -> int:
        """Where its last word ends."""
        return self.words.ends[self.behind - 1] if self.behind else 0


class Matcher:
    """Finds the terms of schemes, all of which are looked for in the same language."""

    def __init__(self, schemes: Sequence[Scheme], language: str) -> None:
        compiled = compile_terms(schemes, language)
        self._name = compiled.name
        self._terms = compiled.terms
        self._rows = Rows([term.words for term in compiled.terms], compiled.spelling)
        self._parts = [number for _, number in compiled.choices]
        self._part_rows = Rows([words for words, _ in compiled.choices], compiled.spelling)

    def find(
        self, text: Text, above: Numbers = frozenset(), paragraph: Numbers = frozenset()
    ) -> list[Hit]:
        """Hits in *text*, in order of place; other parts of a term may be among the `parts` *above*
        it too, and some among those of the *paragraph* around it."""
        found = list(self._terms_in(text))
        if any(term.also or term.nearby for term, _ in found):
            held = above | self.parts(text)
            near = held | paragraph
            found = [item for item in found if item[0].also <= held and item[0].nearby <= near]
        hits = [hit for term, hit in found if not term.excludes]
        voids = [hit for term, hit in found if term.excludes]
        return _longest(_not_void(hits, voids)) if len(hits) > 1 or voids else hits

    def codes(self, text: Text, scheme: SchemeKind, above: Numbers = frozenset()) -> set[str]:
        """The themes of *scheme* of which a term stands in *text*."""
        return {hit.code for hit in self.find(text, above) if hit.scheme is scheme}

    def themes_in(self, text: Text, scheme: SchemeKind) -> set[str]:
        """As `codes`, as if all further parts stood around: more it cannot be."""
        return {term.code for term, _ in self._terms_in(text) if term.scheme is scheme}

    def parts(self, *texts: Text) -> Numbers:
        """The numbers of the further parts of terms that stand in *texts*."""
        return {part for text in texts for part in self._parts_in(text)}

    def _terms_in(self, text: Text) -> Iterator[tuple[Term, Hit]]:
        spots = self._spots(text)
        first, behind = _range(spots.at, text)
        return (item for item in spots.terms[first:behind] if item[1].end <= text.end)

    def _parts_in(self, text: Text) -> Iterator[int]:
        spots = self._spots(text)
        first, behind = _range(spots.parts_at, text)
        return (part for part, end in spots.parts[first:behind] if end <= text.end)

    def _spots(self, text: Text) -> _Spots:
        known = text.known.get(self._name)
        if known is None:
            known = text.known[self._name] = self._look_through(text.words)
        return known

    def _look_through(self, words: WordsAt) -> _Spots:
        spots = _Spots([], [], [], [])
        for at, number, end in self._rows.find(words):
            term = self._terms[number]
            spots.at.append(at)
            spots.terms.append((term, Hit(term.scheme, term.code, words.starts[at], end)))
        for at, number, end in self._part_rows.find(words):
            spots.parts_at.append(at)
            spots.parts.append((self._parts[number], end))
        return spots


def matchers(schemes: Iterable[Scheme], language: str) -> list[Matcher]:
    """The matchers of *schemes* for texts of a language."""
    by_language: dict[str, list[Scheme]] = defaultdict(list)
    for scheme in schemes:
        by_language[language_of(scheme, language)].append(scheme)
    return [Matcher(some, chosen) for chosen, some in by_language.items()]


def _range(places: list[int], text: Text) -> tuple[int, int]:
    first = bisect_left(places, text.first)
    return first, bisect_left(places, text.behind, first)


def _not_void(hits: list[Hit], voids: list[Hit]) -> list[Hit]:
    if not voids:
        return hits
    return [
        hit
        for hit in hits
        if not any(
            _theme(void) == _theme(hit) and void.start < hit.end and hit.start < void.end
            for void in voids
        )
    ]


def _longest(hits: list[Hit]) -> list[Hit]:
    """Without hits of a theme that lie within a longer one of the same theme."""
    kept: list[Hit] = []
    reach: dict[tuple[SchemeKind, str], int] = {}
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end, hit.code)):
        if hit.end > reach.get(_theme(hit), -1):
            kept.append(hit)
            reach[_theme(hit)] = hit.end
    return kept


def _theme(hit: Hit) -> tuple[SchemeKind, str]:
    return hit.scheme, hit.code
