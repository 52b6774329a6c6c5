"""The terms of a scheme, as a person writes them.

A term is one word or several in a row; ``*`` stands for any ending of a word; ``-`` in front
makes it an exclusion: a hit that overlaps the place of an exclusion is void; `` & `` asks for
more: the first part is the hit if each other part stands in the text or above it (in its heading,
in the title); `` && `` is content if the part stands anywhere in the paragraph; `` / `` in such a
part gives a choice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from stocktake.lexicon.spelling import Spelling, spelling, tokens
from stocktake.model import Scheme, SchemeKind

MARKS = ("&", "&&")
_MARK = re.compile(r" (&&?) ")


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
    """One term of a theme, compiled. Of each of the parts *also* (their numbers), one choice must
    be there too, and of each of *nearby* somewhere in the paragraph."""

    scheme: SchemeKind
    code: str
    words: Words
    also: frozenset[int]
    nearby: frozenset[int]
    excludes: bool


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of schemes in one language, and the *choices* of their further parts, each with
    the number of the part it belongs to."""

    name: str
    spelling: Spelling
    terms: tuple[Term, ...]
    choices: tuple[tuple[Words, int], ...]


def language_of(scheme: Scheme, language: str) -> str:
    """The language in which *scheme* is looked for: English if it has no term in *language*."""
    known = {code for theme in scheme.themes for code, _ in theme.terms}
    return language if language in known else "en"


def compile_terms(schemes: Sequence[Scheme], language: str) -> Terms:
    """The terms of schemes in a language."""
    rules = spelling(language)
    written = [
        (scheme.kind, theme.code, term)
        for scheme in schemes
        for theme in scheme.themes
        for code, term in theme.terms
        if code == language
    ]
    further = dict.fromkeys(part for *_, term in written for part, _ in _parts(term, rules)[1])
    parts = {part: number for number, part in enumerate(further)}
    return Terms(
        "/".join([language, *(scheme.name for scheme in schemes)]),
        rules,
        tuple(_compile(kind, code, term, rules, parts) for kind, code, term in written),
        tuple((words, number) for part, number in parts.items() for words in part),
    )


def _compile(
    scheme: SchemeKind, code: str, written: str, rules: Spelling, numbers: Mapping[Part, int]
) -> Term:
    words, further = _parts(written, rules)
    also, nearby = (
        frozenset(numbers[part] for part, mark in further if mark == wanted) for wanted in MARKS
    )
    return Term(scheme, code, words, also, nearby, written.startswith("-"))


def _parts(written: str, rules: Spelling) -> tuple[Words, list[tuple[Part, str]]]:
    """The first part of a term as a person wrote it, and the further ones with their marks."""
    first, *others = (part.strip() for part in _MARK.split(written.removeprefix("-")))
    further = [
        (tuple(_compile_words(choice, rules) for choice in part.split(" / ")), mark)
        for mark, part in zip(others[::2], others[1::2], strict=True)
    ]
    return _compile_words(first, rules), further


def _compile_words(written: str, rules: Spelling) -> Words:
    found = tokens(written)
    return Words(
        folded=tuple(rules.fold(token.text) for token in found),
        prefixes=tuple(written[token.end : token.end + 1] == "*" for token in found),
    )
