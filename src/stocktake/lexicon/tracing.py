"""What is compared when an ask is looked for in a draft: words, people, and thresholds."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from stocktake.lexicon.concepts import Concepts, WordList, concepts


@dataclass(frozen=True, slots=True)
class Phrases:
    """Turns of phrase, and by how each is written the words that it counts as."""

    pattern: re.Pattern[str]
    instead: tuple[str, ...]

    @classmethod
    def of(cls, table: Mapping[str, Iterable[str]]) -> Phrases:
        written = [(phrase, instead) for instead, phrases in table.items() for phrase in phrases]
        ordered = sorted(written, key=lambda one: (-len(one[0]), one[0]))
        joined = "|".join(f"({_written(phrase)})" for phrase, _ in ordered)
        return cls(re.compile(rf"\b(?:{joined})\b", re.IGNORECASE), tuple(to for _, to in ordered))

    def reworded(self, text: str) -> str:
        """*text* with each phrase in other words."""
        return self.pattern.sub(lambda found: self.instead[(found.lastindex or 1) - 1], text)


@dataclass(frozen=True, slots=True)
class Tracing:
    """*same* leads from a stem to the name of those with which it counts as one; *people* to the
    kinds of people that a stem names; *said* are stems that say nothing of what is asked;
    *strength* tells of a word how firm it is, 1 to 4, *who* what people it names;
    *phrases* are read as other words, *stressed* ones tell that a thing matters, *against* are
    acts that are against what follows them. *in_text* and
    *reflected* are the least scores, 0..1, of what is in the text and of what is there whole;
    *altered* the least share of an ask that a text that turns it round must hold;
    *several* is the share of the best provision's score that others must reach to be named beside
    it; *sure* the least confidence of what people need not look at first. *held* is the least share
    of an ask that the text must hold to reflect it; *surely_reflected* and *surely_held* the least
    score and share for this to be sure.
    """

    same: Mapping[str, str]
    people: Mapping[str, str]
    said: frozenset[str]
    own_names: WordList
    own_acts: WordList
    own_will: frozenset[str]
    own_others: frozenset[str]
    strength: Mapping[str, int]
    who: Mapping[str, str]
    qualifiers: re.Pattern[str]
    phrases: Phrases
    stressed: re.Pattern[str]
    against: tuple[str, ...]
    in_text: float
    reflected: float
    several: float
    altered: float
    sure: float
    held: float
    surely_reflected: float
    surely_held: float

    def stem(self, stem: str) -> str:
        return self.same.get(stem, stem)


@lru_cache(4096)
def reworded(text: str) -> str:
    """*text* with each turn of phrase in the words that it counts as."""
    return tracing().phrases.reworded(text)


@cache
def tracing() -> Tracing:
    """The packaged tables."""
    source = files("stocktake.lexicon").joinpath("data/drafts/tracing.toml").read_text("utf-8")
    table: Mapping[str, Any] = tomllib.loads(source)
    known = concepts()
    own = table["own_text"]
    return Tracing(
        same=_by_stem(table["same"], known),
        people=_by_stem(table["people"], known),
        said=frozenset(_by_stem(table["said"], known)),
        own_names=WordList.of(own["names"], known.rules),
        own_acts=WordList.of(own["acts"], known.rules),
        own_will=frozenset(own["will"]),
        own_others=frozenset(own["others"]),
        strength={word: int(level) for level, words in table["strength"].items() for word in words},
        who={word: group for group, words in table["who"].items() for word in words},
        qualifiers=_any_of(table["qualifiers"]["phrases"]),
        phrases=Phrases.of(table["phrases"]),
        stressed=_any_of(table["stressed"]["phrases"]),
        against=tuple(table["against"]["acts"]),
        **table["thresholds"],
    )


def _by_stem(groups: Mapping[str, Iterable[str]], known: Concepts) -> Mapping[str, str]:
    """The name of its group by the stem of each word."""
    return {
        known.stem(known.rules.fold(word)): f"~{name}"
        for name, words in groups.items()
        for word in words
    }


def _written(phrase: str) -> str:
    return re.escape(phrase).replace(r"\*", r"\w*").replace(r"\ ", r"\s+")


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Any of the phrases, the longest first."""
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    joined = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in ordered)
    return re.compile(rf"\b(?:{joined})\b", re.IGNORECASE)
