"""Phrases in a notation that a diplomat can write, and where they stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

_GAP = r"\s+[\"']?"
_PIECE = re.compile(r"\[[^\]]*\]|\S+")
_RUN = re.compile(r"\w+")
_WHOLE_RUN = re.compile(r"(?<![\w*])\w+")


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """A phrase that stands at ``[start, end)``, and the value it is filed under."""

    start: int
    end: int
    value: str


@dataclass(frozen=True)
class Phrases:
    """Phrases filed under values, found without regard to case.

    In a phrase ``a/b`` are alternatives, ``[word]`` may be missing, ``word*`` has any ending
    and ``...`` stands for up to three words.
    """

    entries: tuple[tuple[str, tuple[str, ...]], ...]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What is looked for; made when it is first looked for, for most tables rarely are."""
        groups = (
            f"(?P<v{number}>{any_phrase(phrases)})"
            for number, (_, phrases) in enumerate(self.entries)
        )
        joined = "|".join(groups) or r"(?!)"
        return re.compile(rf"(?<!\w){self._beginning()}(?:{joined})(?!\w)", re.I)

    def _beginning(self) -> str:
        """What stands first in every phrase: looked at first, since most words are none."""
        every = [_first_signs(phrase) for _, phrases in self.entries for phrase in phrases]
        signs = "".join(sorted(set().union(*every)))
        return f"(?=[{re.escape(signs)}])" if signs and all(every) else ""

    @property
    def telling(self) -> frozenset[str]:
        """Words of `words_of`, ``*`` for any ending, of which one stands wherever a phrase does."""
        phrases = (phrase for _, phrases in self.entries for phrase in phrases)
        return frozenset(word for phrase in phrases for word in _telling(phrase))

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Hit]:
        """Each place in ``text[start:end]`` where a phrase stands, from left to right."""
        for match in self.pattern.finditer(text, start, len(text) if end is None else end):
            yield self._hit(match)

    def first(self, text: str, start: int = 0, end: int | None = None) -> Hit | None:
        """The first place, or None."""
        return next(self.find(text, start, end), None)

    def at(self, text: str, start: int) -> Hit | None:
        """The phrase that begins at *start*, or None."""
        match = self.pattern.match(text, start)
        return self._hit(match) if match else None

    def whole(self, text: str) -> str | None:
        """The value under which the phrase is filed that *text* is; None if it is none."""
        match = self.pattern.fullmatch(text)
        return self._hit(match).value if match else None

    def source(self) -> str:
        """A pattern for any phrase, without groups, to build others from."""
        return "|".join(any_phrase(phrases) for _, phrases in self.entries) or r"(?!)"

    def _hit(self, match: re.Match[str]) -> Hit:
        number = int((match.lastgroup or "v0")[1:])
        return Hit(match.start(), match.end(), self.entries[number][0])


def words_of(text: str) -> list[str]:
    """The words of *text* in small letters; hyphens and apostrophes part words."""
    return _RUN.findall(text.lower())


def any_phrase(phrases: tuple[str, ...]) -> str:
    """A pattern for any of *phrases*, the longest first, in the notation of `Phrases`."""
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(_pattern(phrase) for phrase in ordered)


def _pattern(phrase: str) -> str:
    pattern = ""
    begun = False
    for piece in _PIECE.findall(phrase):
        optional = piece.startswith("[")
        inner = _pattern(piece[1:-1]) if optional else _word(piece)
        if piece == "...":
            pattern += inner
        elif optional:
            pattern += f"(?:{_GAP}{inner})?" if begun else f"(?:{inner}{_GAP})?"
        else:
            pattern += f"{_GAP}{inner}" if begun else inner
        begun = begun or not optional
    return pattern


def _word(piece: str) -> str:
    if piece == "...":
        return rf"(?:{_GAP}[\w'-]+,?){{0,3}}?"
    choices = (re.escape(word).replace(r"\*", r"[\w'-]*") for word in piece.split("/"))
    return f"(?:{'|'.join(choices)})"


def _telling(phrase: str) -> list[str]:
    """Words of which one stands wherever *phrase* does, ``*`` for any ending: those of its longest
    piece; of equal ones, of one with few alternatives, the last."""
    needed = [piece for piece in _PIECE.findall(phrase) if piece[0] != "[" and piece != "..."]
    told = map(_longest_words, reversed(needed))
    return max(told, key=lambda words: (_least_letters(words), -len(words)), default=["*"])


def _first_signs(phrase: str) -> set[str]:
    """The signs with which *phrase* may begin; none where any may."""
    signs: set[str] = set()
    for piece in _PIECE.findall(phrase):
        optional = piece.startswith("[")
        choices = piece[1:-1].split()[0:1] if optional else [piece]
        if any(choice.startswith(("...", "*", "[")) for choice in choices) or not choices:
            return set()
        signs |= {one[:1] for choice in choices for one in choice.split("/")}
        if not optional:
            return set() if signs & {"", "*"} else signs
    return set()


def _longest_words(piece: str) -> list[str]:
    """The longest word of each alternative of *piece*."""
    found = (list(_WHOLE_RUN.finditer(choice)) for choice in piece.lower().split("/"))
    return [
        max((f"{match.group()}{_ending(match)}" for match in matches), key=len, default="*")
        for matches in found
    ]


def _ending(match: re.Match[str]) -> str:
    return "*" if match.string.startswith("*", match.end()) else ""


def _least_letters(words: list[str]) -> int:
    return min(len(word.rstrip("*")) for word in words)
