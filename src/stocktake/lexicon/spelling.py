"""How words are folded before they are compared: case, accents, spelling, particles.

Folding serves comparison only; whatever is shown is the text as it stands.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

PACKAGED = Path(__file__).parent / "data" / "wording" / "spelling.toml"
_WORD = re.compile(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+")
_PLAIN_WORD = re.compile(r"[A-Za-z0-9]+")
_LEAST_STEM = 3


@dataclass(frozen=True, slots=True)
class Token:
    """A word, or a single Chinese character, at ``[start, end)`` of the text it was read from."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Spelling:
    """Rules of folding, as ``spelling.toml`` tells them; what a word became is remembered."""

    letters: tuple[tuple[str, str], ...]
    beginnings: tuple[tuple[str, str], ...]
    particles: tuple[str, ...]
    _known: dict[str, str] = field(default_factory=dict, repr=False, compare=False)

    def fold(self, word: str) -> str:
        """*word* without case, accents and differences of spelling."""
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = self._folded(word)
        return known

    def _folded(self, word: str) -> str:
        folded = word.casefold()
        if not folded.isascii():
            parts = unicodedata.normalize("NFKD", folded)
            folded = "".join(part for part in parts if not unicodedata.combining(part))
        for start, instead in self.beginnings:
            if folded.startswith(start):
                folded = instead + folded[len(start) :]
                break
        for letter, instead in self.letters:
            folded = folded.replace(letter, instead)
        return folded

    def readings(self, word: str) -> tuple[str, ...]:
        """The folded *word*, and what is left of it behind a particle written together with it."""
        folded = self.fold(word)
        stems = (
            folded[len(particle) :]
            for particle in self.particles
            if folded.startswith(particle) and len(folded) - len(particle) >= _LEAST_STEM
        )
        return (folded, *dict.fromkeys(stems))


def tokens(text: str) -> list[Token]:
    """The words of *text* in order; hyphens and apostrophes part words."""
    return [Token(text[start:end], start, end) for start, end in word_spans(text)]


def word_spans(text: str) -> list[tuple[int, int]]:
    """The places of the words of *text*, in order."""
    return [found.span() for found in _word_in(text).finditer(text)]


def words(text: str) -> list[str]:
    """The words of *text* in order, without their places."""
    return _word_in(text).findall(text)


def _word_in(text: str) -> re.Pattern[str]:
    """What finds the words of *text*: of most, a pattern that is much faster finds the same."""
    return _PLAIN_WORD if text.isascii() else _WORD


@cache
def spelling(language: str) -> Spelling:
    """The packaged rules of folding for a language (its code)."""
    table = tomllib.loads(PACKAGED.read_text(encoding="utf-8"))
    return Spelling(
        letters=tuple(table["letters"].items()),
        beginnings=tuple(table["beginnings"].items()),
        particles=tuple(table["particles"].get(language, ())),
    )
