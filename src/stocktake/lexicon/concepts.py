"""What the words of an ask mean when two asks are compared.

The tables are data: ``concepts.toml`` says which words count as one, which turn an ask round or
point it in a direction; ``commonness.csv`` says how common a stem is in texts of this kind, and
so how little it tells. The weights are part of the package, not of the corpus at hand, so that a
comparison of two asks never depends on what else was handed in.
"""

from __future__ import annotations

import csv
import math
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from stocktake.lexicon.spelling import Spelling, spelling

PACKAGED = Path(__file__).parent / "data" / "wording"
_LEAST_STEM = 4
_RAREST = 1
_MOST_WEIGHT = 6.0


@dataclass(frozen=True, slots=True)
class WordList:
    """Words and beginnings of words, folded."""

    words: frozenset[str]
    beginnings: tuple[str, ...]

    @classmethod
    def of(cls, entries: Iterable[str], rules: Spelling) -> WordList:
        folded = [(rules.fold(entry.rstrip("*")), entry.endswith("*")) for entry in entries]
        return cls(
            frozenset(word for word, any_ending in folded if not any_ending),
            tuple(sorted(word for word, any_ending in folded if any_ending)),
        )

    def __contains__(self, word: str) -> bool:
        return word in self.words or word.startswith(self.beginnings)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What one word tells: the *stem* that it counts as, its *weight* in a comparison (0: it
    says nothing of the thing asked for), and the marks it carries."""

    stem: str
    weight: float
    marks: frozenset[str]


@dataclass(frozen=True, slots=True)
class Concepts:
    """The tables, ready for use; what a word means is remembered by word."""

    same: tuple[tuple[str, WordList], ...]
    marks: tuple[tuple[str, WordList], ...]
    light: WordList
    short: Mapping[str, tuple[str, ...]]
    endings: tuple[str, ...]
    tails: tuple[str, ...]
    tails_behind_comma: tuple[str, ...]
    tails_but_for_acts: tuple[str, ...]
    own: tuple[str, ...]
    speaking: tuple[str, ...]
    second: tuple[str, ...]
    leading: tuple[str, ...]
    asides: tuple[str, ...]
    no_negations: tuple[str, ...]
    actions: frozenset[str]
    specific: frozenset[str]
    asking: frozenset[str]
    common: Mapping[str, int]
    sentences: int
    rules: Spelling
    acting: frozenset[str] = field(init=False)
    """The stems of all words that say what is to be done."""
    _known: dict[str, tuple[Meaning, ...]] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "acting", frozenset(f"={name}" for name in self.actions))

    def meanings(self, word: str) -> tuple[Meaning, ...]:
        """What *word* means; several meanings if it is a short name for several words."""
        known = self._known.get(word)
        if known is None:
            parts = self.short.get(word, (word,))
            known = self._known[word] = tuple(self._meaning(part) for part in parts)
        return known

    def weight(self, stem: str) -> float:
        """How much a stem tells: the logarithm of its rarity, 0 for the commonest, and not more
        for the rarest than for words that are merely uncommon."""
        rarity = math.log((1 + self.sentences) / (1 + self.common.get(stem, _RAREST)))
        return min(_MOST_WEIGHT, rarity)

    def stem(self, folded: str) -> str:
        """The stem of a folded word: the name of the group of words it belongs to, or what is
        left of it without its ending."""
        group = next((name for name, words in self.same if folded in words), None)
        if group:
            return f"={group}"
        for ending in self.endings:
            if folded.endswith(ending) and len(folded) - len(ending) >= _LEAST_STEM:
                return folded[: len(folded) - len(ending)]
        return folded

    def _meaning(self, word: str) -> Meaning:
        folded = self.rules.fold(word)
        stem = self.stem(folded)
        tells_nothing = folded.isdecimal() or folded in self.light
        weight = 0.0 if tells_nothing else self.weight(stem)
        marks = frozenset(mark for mark, words in self.marks if folded in words)
        return Meaning(stem, weight, marks)


@cache
def concepts() -> Concepts:
    """The packaged tables."""
    rules = spelling("en")
    table = tomllib.loads((PACKAGED / "concepts.toml").read_text(encoding="utf-8"))
    common = dict(_commonness())
    same = tuple((name, WordList.of(words, rules)) for name, words in table["same"].items())
    sentences = common.pop("", 1)
    common |= {
        f"={name}": _count(words, common) for name, words in same if f"={name}" not in common
    }
    return Concepts(
        same=same,
        marks=tuple((mark, WordList.of(words, rules)) for mark, words in _marks(table)),
        light=WordList.of([*table["light"]["words"], *table["grammar"]["words"]], rules),
        short={name: tuple(words.split()) for name, words in table["short"].items()},
        endings=tuple(rules.fold(ending) for ending in table["endings"]["cut"]),
        tails=tuple(table["tail"]["turns"]),
        tails_behind_comma=tuple(table["tail"]["behind_comma"]),
        tails_but_for_acts=tuple(table["tail"]["but_for_acts"]),
        own=tuple(table["leading"]["own"]),
        speaking=tuple(table["leading"]["speaking"]),
        second=tuple(table["second"]["verbs"]),
        leading=tuple(table["leading"]["words"]),
        asides=tuple(table["leading"]["asides"]),
        no_negations=tuple(table["negation"]["but"]),
        actions=frozenset(table["doing"]["actions"]),
        specific=frozenset(f"={name}" for name in table["doing"]["specific"]),
        asking=frozenset(rules.fold(word) for word in table["doing"]["asking"]),
        common=common,
        sentences=sentences,
        rules=rules,
    )


def _marks(table: Mapping[str, Mapping[str, list[str]]]) -> Iterator[tuple[str, list[str]]]:
    yield "not", table["negation"]["words"]
    yield "more", table["direction"]["more"]
    yield "less", table["direction"]["less"]
    yield "weak", table["weak"]["words"]
    yield "away", table["away"]["words"]
    yield "carrying", table["carrying"]["words"]
    yield "apart", table["apart"]["words"]
    yield "always apart", table["apart"]["always"]


def _count(group: WordList, common: Mapping[str, int]) -> int:
    """In how many sentences words of *group* stand, as far as their own stems tell."""
    return sum(count for stem, count in common.items() if stem in group)


def _commonness() -> Iterator[tuple[str, int]]:
    """Stems with the number of sentences in which they stand; the empty stem: of all sentences."""
    text = (PACKAGED / "commonness.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines()):
        yield row["stem"], int(row["sentences"])
