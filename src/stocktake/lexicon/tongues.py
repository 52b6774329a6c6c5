"""Asks in other languages than English, told in the words of the English tables.

``translations.toml`` says for each language what its words mean. The language of an ask is that of
its script, or of the words of grammar in it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from stocktake.lexicon.instruments import PACKAGED, Name, Names, name_of, names, with_names
from stocktake.lexicon.spelling import spelling

ENGLISH = "en"
_SCRIPTS = {
    "ru": re.compile("[\u0400-\u04ff]"),
    "ar": re.compile("[\u0600-\u06ff]"),
    "zh": re.compile("[\u3400-\u9fff]"),
}
_LATIN = ("es", "fr")


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language: its words of grammar, folded, and what its other words mean."""

    small: frozenset[str]
    names: Names

    def read(self, told: Sequence[str]) -> list[str]:
        """The words *told*, those that are known in English, without words of grammar."""
        fold = spelling(ENGLISH).fold
        return [word for word in self.names.read(told) if fold(word) not in self.small]


def language_of(text: str, told: Sequence[str]) -> str:
    """The language of *text*, whose words are *told*: one of the six, English if in doubt."""
    if not text.isascii():
        for language, script in _SCRIPTS.items():
            if len(script.findall(text)) * 2 > sum(map(str.isalpha, text)):
                return language
    fold = spelling(ENGLISH).fold
    folded = [fold(word) for word in told]
    share = {one: sum(word in tongues()[one].small for word in folded) for one in _LATIN}
    best = max(_LATIN, key=lambda one: share[one])
    return best if share[best] > sum(word in _english() for word in folded) else ENGLISH


@cache
def tongues() -> Mapping[str, Tongue]:
    """The packaged languages, by code."""
    table = tomllib.loads((PACKAGED / "translations.toml").read_text(encoding="utf-8"))
    return {code: _tongue(entries) for code, entries in table.items()}


def _tongue(entries: Mapping[str, object]) -> Tongue:
    small, meant = entries["small"], entries["words"]
    assert isinstance(small, list)
    assert isinstance(meant, dict)
    fold = spelling(ENGLISH).fold
    own: list[Name] = [name_of(one, english) for english, known in meant.items() for one in known]
    return Tongue(frozenset(map(fold, small)), with_names(names(), own))


@cache
def _english() -> frozenset[str]:
    table = tomllib.loads((PACKAGED / "concepts.toml").read_text(encoding="utf-8"))
    return frozenset(map(spelling(ENGLISH).fold, table["grammar"]["words"]))
