"""Drafts that went wrong in every way: pieces of good ones, cut, doubled, mixed, with odd marks."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

_LENGTH = 1500
_ODD = (
    "[", "]", "[[", "]]", "[^1]", "[^1]: ",
    "\n", "\n\n", "    ", "\t", "# ", "## ", "**", "*", "- ",
    "Article 3", "Article 3bis\n", "Option 1:", "Alt 2", "(a) ", "(i) ", "1. ", "2bis ", "1.1 ",
    "[EU: ", "(proposed by Freedonia)", "{", "}", "---\n", "\r\n", "\u00a0",
    "\u200f", "\u2028", "\0",
    "第一条 ", "المادة 1\n", "Статья 2\n", "Considérant ", "Recalling ",
    "[x](y)", "[x]: y\n", "Annex",
)  # fmt: skip


def mutated(texts: Sequence[str], count: int, seed: int = 0) -> Iterator[str]:
    """*count* pieces of *texts*, each with one to six changes; the same for the same seed."""
    chance = random.Random(seed)
    for _ in range(count):
        text = _piece(chance.choice(texts), chance)
        for _ in range(chance.randint(1, 6)):
            text = chance.choice(_CHANGES)(text, chance)
        yield text


def _piece(text: str, chance: random.Random) -> str:
    start = chance.randrange(max(len(text) - _LENGTH, 1))
    return text[start : start + chance.randint(1, _LENGTH)]


def _span(text: str, chance: random.Random) -> tuple[int, int]:
    start = chance.randint(0, len(text))
    return start, min(len(text), start + chance.choice((1, 1, 5, 40, 200)))


def _cut(text: str, chance: random.Random) -> str:
    start, end = _span(text, chance)
    return text[:start] + text[end:]


def _doubled(text: str, chance: random.Random) -> str:
    start, end = _span(text, chance)
    return text[:end] + text[start:]


def _moved(text: str, chance: random.Random) -> str:
    start, end = _span(text, chance)
    rest = text[:start] + text[end:]
    place = chance.randint(0, len(rest))
    return rest[:place] + text[start:end] + rest[place:]


def _odd(text: str, chance: random.Random) -> str:
    place = chance.randint(0, len(text))
    return text[:place] + chance.choice(_ODD) * chance.choice((1, 1, 2, 9)) + text[place:]


def _joined(text: str, chance: random.Random) -> str:
    return text.replace(chance.choice(("\n\n", "\n", " ", "]")), chance.choice(("\n", "", "[")))


_CHANGES = (_cut, _doubled, _moved, _odd, _odd, _joined)
