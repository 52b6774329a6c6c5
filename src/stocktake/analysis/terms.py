"""Finding the terms of a scheme in a text, each hit with the place where it stands.

A term is one word or several in a row; ``*`` stands for any ending of a word; ``-`` in front
makes it an exclusion: a hit that overlaps the place of an exclusion is void; `` & `` asks for
more: the first part is the hit if each other part stands in the text or around it; `` / `` in
such a part gives a choice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from stocktake.lexicon.spelling import Spelling, Token, spelling, tokens
from stocktake.model import Scheme

_LONGEST_GAP = 3
_CLOSED_GAPS = frozenset(".;:!?,()[]\n。；：！？，、")


@dataclass(frozen=True, slots=True)
class Hit:
    """The words of a term of the theme *code* at ``[start, end)``."""

    code: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Words:
    """Words in a row; *prefixes* tells which of them may have any ending."""

    folded: tuple[str, ...]
    prefixes: tuple[bool, ...]

    def fits(self, position: int, readings: Iterable[str]) -> bool:
        """Whether a word that can be read as any of *readings* fits at *position*."""
        wanted = self.folded[position]
        if self.prefixes[position]:
            return any(reading.startswith(wanted) for reading in readings)
        return wanted in readings


Part = tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """One term of a theme, compiled. Of each part of *also*, one choice must be there too."""

    code: str
    words: Words
    also: tuple[Part, ...]
    excludes: bool


@dataclass(frozen=True, slots=True)
class Text:
    """A text cut into words once, for all matchers that look at it. *known* holds, by the name
    of a matcher, which further parts of its terms stand here."""

    text: str
    tokens: list[Token]
    known: dict[str, frozenset[Part]] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, text: str) -> Text:
        return cls(text, tokens(text))


@dataclass(frozen=True, slots=True)
class _Index:
    """Numbers of words in a row, by the first of these words."""

    exact: dict[str, tuple[int, ...]]
    prefixes: dict[str, tuple[int, ...]]
    _known: dict[str, tuple[int, ...]] = field(default_factory=dict, repr=False, compare=False)

    def started_by(self, word: str, read: Callable[[str], tuple[str, ...]]) -> tuple[int, ...]:
        """What *word* can start, in any of the ways to *read* it."""
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = self._starting_with(read(word))
        return known

    def _starting_with(self, readings: Sequence[str]) -> tuple[int, ...]:
        found: list[int] = []
        for reading in readings:
            found += self.exact.get(reading, ())
            for length in range(1, len(reading) + 1):
                found += self.prefixes.get(reading[:length], ())
        return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class Matcher:
    """The terms of one scheme in one language, and the *choices* of their further parts, each
    with the part it belongs to. What a word can start is remembered by word."""

    name: str
    spelling: Spelling
    terms: tuple[Term, ...]
    choices: tuple[tuple[Words, Part], ...]
    _terms_by_word: _Index
    _choices_by_word: _Index
    _readings: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)

    def find(self, text: Text, around: Sequence[Text] = ()) -> list[Hit]:
        """Hits in *text*, in order of place; other parts of a term may stand in *around* too."""
        hits: list[Hit] = []
        voids: list[Hit] = []
        for at, token in enumerate(text.tokens):
            for number in self._terms_by_word.started_by(token.text, self._read):
                term = self.terms[number]
                end = self._end_of(term.words, text, at)
                if end and self._holds(term.also, text, around):
                    hit = Hit(term.code, token.start, end)
                    (voids if term.excludes else hits).append(hit)
        return _longest(_not_void(hits, voids)) if len(hits) > 1 or voids else hits

    def codes(self, text: Text, around: Sequence[Text] = ()) -> set[str]:
        """The themes of which a term stands in *text*."""
        return {hit.code for hit in self.find(text, around)}

    def _read(self, word: str) -> tuple[str, ...]:
        known = self._readings.get(word)
        if known is None:
            known = self._readings[word] = self.spelling.readings(word)
        return known

    def _end_of(self, words: Words, text: Text, at: int) -> int | None:
        """Where the *words* end that begin at token *at*; None if they do not stand there."""
        last = at + len(words.folded) - 1
        if last >= len(text.tokens):
            return None
        for position in range(1, len(words.folded)):
            token = text.tokens[at + position]
            if not words.fits(position, self._read(token.text)):
                return None
            if not _adjoin(text.text, text.tokens[at + position - 1].end, token.start):
                return None
        return text.tokens[last].end

    def _holds(self, parts: tuple[Part, ...], text: Text, around: Sequence[Text]) -> bool:
        return all(
            part in self._parts_in(text) or any(part in self._parts_in(other) for other in around)
            for part in parts
        )

    def _parts_in(self, text: Text) -> frozenset[Part]:
        """The further parts that stand in *text*; each text remembers the answer."""
        known = text.known.get(self.name)
        if known is None:
            known = text.known[self.name] = frozenset(self._look_for_parts(text))
        return known

    def _look_for_parts(self, text: Text) -> Iterator[Part]:
        for at, token in enumerate(text.tokens):
            for number in self._choices_by_word.started_by(token.text, self._read):
                words, part = self.choices[number]
                if self._end_of(words, text, at):
                    yield part


def compile_scheme(scheme: Scheme, language: str) -> Matcher:
    """The matcher of a scheme for a language; English if the scheme has no term in it."""
    known = {code for theme in scheme.themes for code, _ in theme.terms}
    chosen = language if language in known else "en"
    rules = spelling(chosen)
    terms = tuple(
        compile_term(theme.code, term, rules)
        for theme in scheme.themes
        for code, term in theme.terms
        if code == chosen
    )
    choices = tuple(
        (words, part)
        for part in dict.fromkeys(part for term in terms for part in term.also)
        for words in part
    )
    return Matcher(
        f"{scheme.name}/{chosen}",
        rules,
        terms,
        choices,
        _index([term.words for term in terms]),
        _index([words for words, _ in choices]),
    )


def compile_term(code: str, written: str, rules: Spelling) -> Term:
    """Read a term as a person wrote it."""
    first, *others = (part.strip() for part in written.removeprefix("-").split(" & "))
    also = tuple(
        tuple(_compile_words(choice, rules) for choice in part.split(" / ")) for part in others
    )
    return Term(code, _compile_words(first, rules), also, written.startswith("-"))


def _compile_words(written: str, rules: Spelling) -> Words:
    found = tokens(written)
    return Words(
        folded=tuple(rules.fold(token.text) for token in found),
        prefixes=tuple(written[token.end : token.end + 1] == "*" for token in found),
    )


def _index(rows: Sequence[Words]) -> _Index:
    exact: dict[str, list[int]] = {}
    prefixes: dict[str, list[int]] = {}
    for number, words in enumerate(rows):
        table = prefixes if words.prefixes[0] else exact
        table.setdefault(words.folded[0], []).append(number)
    return _Index(
        {word: tuple(numbers) for word, numbers in exact.items()},
        {word: tuple(numbers) for word, numbers in prefixes.items()},
    )


def _adjoin(text: str, end: int, start: int) -> bool:
    """Whether nothing but a little space or a hyphen lies between two words."""
    if start - end <= 1:
        return end == start or text[end] not in _CLOSED_GAPS
    return start - end <= _LONGEST_GAP and _CLOSED_GAPS.isdisjoint(text[end:start])


def _not_void(hits: list[Hit], voids: list[Hit]) -> list[Hit]:
    if not voids:
        return hits
    return [
        hit
        for hit in hits
        if not any(
            void.code == hit.code and void.start < hit.end and hit.start < void.end
            for void in voids
        )
    ]


def _longest(hits: list[Hit]) -> list[Hit]:
    """Without hits of a theme that lie within a longer one of the same theme."""
    kept: list[Hit] = []
    reach: dict[str, int] = {}
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end, hit.code)):
        if hit.end > reach.get(hit.code, -1):
            kept.append(hit)
            reach[hit.code] = hit.end
    return kept
