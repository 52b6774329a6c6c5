"""WordPiece: the pieces that a text is read in by encoders of the BERT family, uncased.

The source of the method: Devlin and others, BERT (2019), as its reference tokenizer does it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

_LONGEST_WORD = 100
_IDEOGRAPHS = ((0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2FA1F), (0xF900, 0xFAFF))
_ASCII_SIGNS = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class WordPiece:
    """*numbers* of the pieces; those inside a word are led by ``##``."""

    numbers: dict[str, int]

    @classmethod
    def read(cls, path: Path) -> WordPiece:
        """The pieces that a ``vocab.txt`` lists, one a line."""
        lines = path.read_text(encoding="utf-8").split("\n")
        return cls({piece: number for number, piece in enumerate(lines) if piece})

    def encode(self, text: str, longest: int) -> list[int]:
        """The numbers of the pieces of *text*, *longest* at most, between the two marks."""
        unknown = self.numbers["[UNK]"]
        pieces = (piece for word in _words(text) for piece in self._pieces(word))
        inner = [self.numbers.get(piece, unknown) for piece in islice(pieces, longest - 2)]
        return [self.numbers["[CLS]"], *inner, self.numbers["[SEP]"]]

    def _pieces(self, word: str) -> list[str]:
        """The longest pieces from left to right; a word that has none is one unknown piece."""
        found: list[str] = []
        start = 0
        while start < len(word) <= _LONGEST_WORD:
            lead = "##" if start else ""
            ends = range(len(word), start, -1)
            end = next((end for end in ends if lead + word[start:end] in self.numbers), None)
            if end is None:
                return ["[UNK]"]
            found.append(lead + word[start:end])
            start = end
        return found or ["[UNK]"]


def _words(text: str) -> list[str]:
    """Words in small letters without accents; each sign and each ideograph is a word."""
    plain = unicodedata.normalize("NFD", "".join(_clean(text)).lower())
    return "".join(_set_apart(plain)).split()


def _clean(text: str) -> Iterator[str]:
    for char in _BLANKS.sub(" ", text):
        if char == " " or unicodedata.category(char)[0] != "C":
            yield char


def _set_apart(chars: Iterable[str]) -> Iterator[str]:
    for char in chars:
        if unicodedata.category(char) == "Mn":
            continue
        yield f" {char} " if _stands_alone(char) else char


def _stands_alone(char: str) -> bool:
    return (
        char in _ASCII_SIGNS
        or unicodedata.category(char).startswith("P")
        or any(first <= ord(char) <= last for first, last in _IDEOGRAPHS)
    )
