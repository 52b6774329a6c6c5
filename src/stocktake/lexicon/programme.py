"""How programmes are run: what sessions need, orders and ranks of speakers, attendance."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from stocktake.errors import SettingsError
from stocktake.lexicon.files import homes, toml

FILE = "programme/words.toml"
LISTS = ("needs", "orders", "ranks", "kinds", "attendance", "admitted")
OF_PROPOSALS = ("institutions", "before", "reviewing")
PARTS = (*LISTS, *OF_PROPOSALS)
NUMBERS = "numbers"
_MOST_BEFORE = 3
_WORD_BEFORE = re.compile(r"(?<!\S)([\w’'-]+) \Z")
_WITHOUT_SPACES = frozenset({"zh"})
KEYS = ("asked", "rank", "kind", "name")

Lists = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class ProgrammeWords:
    """The lists of the file, by their names, in its order; *numbers* by theirs."""

    needs: Lists
    orders: Lists
    ranks: Lists
    kinds: Lists
    attendance: Lists
    admitted: Lists
    before: Lists
    institutions: Lists
    reviewing: Lists
    numbers: Mapping[str, float]

    def need(self, *texts: str) -> str | None:
        """What a session needs whose format, or else title, is one of *texts*; None: nothing."""
        found = (name for text in texts for name, words in self.needs.items() if _any(words, text))
        return next(found, None)

    def rank(self, office: str) -> int:
        """The rank of an office, 0 the highest; after all ranks if it has none of them."""
        named = [
            (-len(words), place)
            for place, phrases in enumerate(self.ranks.values())
            for words in phrases
            if _stands(words, office)
        ]
        return min(named)[1] if named else len(self.ranks)

    def kind(self, kind: str) -> int:
        """The place of a kind of actor in the order of the floor."""
        order = self.kinds["order"]
        return order.index(kind) if kind in order else len(order)

    def order(self, name: str) -> Sequence[str]:
        """By what speakers are ordered; SettingsError for an order that is not there."""
        found = self.orders.get(name or "asked")
        if found is None:
            remedy = f"One of: {', '.join(self.orders)}; or add it to lexicon/{FILE}."
            raise SettingsError(f"there is no order of speakers {name!r}.", remedy=remedy)
        return found

    def counted_as(self, of: str) -> str:
        """The name under which figures *of* something are compared: its own if no list has it."""
        plain = " ".join(of.casefold().split())
        found = (name for name, words in self.attendance.items() if plain in words)
        return next(found, plain)

    def admits(self, rule: Sequence[str], kind: str) -> bool | None:
        """Whether actors of a *kind* are among those that a *rule* names; None where it names
        nobody, or somebody whom no list knows."""
        named = [
            {name for name, words in self.admitted.items() if who.casefold() in words}
            for who in rule
        ]
        if any(kind in kinds for kinds in named):
            return True
        return False if named and all(named) else None

    def institutions_in(self, text: str, language: str) -> tuple[str, ...]:
        """The words of *text* that name an institution, verbatim, each once, with those before
        them that belong to its name."""
        ends = frozenset(self.before.get(language, ()))
        found = _places(tuple(self.institutions.get(language, ())), language, text)
        return tuple(dict.fromkeys(text[_begin(text, start, ends) : end] for start, end in found))

    def reviewing_in(self, text: str, language: str) -> tuple[str, ...]:
        """The words of *text* that tell of follow-up and review, verbatim, each once."""
        found = _places(tuple(self.reviewing.get(language, ())), language, text)
        return tuple(dict.fromkeys(text[start:end] for start, end in found))


def programme_words(folder: Path | None = None) -> ProgrammeWords:
    """The package's lists, with those of the workspace over them; SettingsError names the place."""
    parts: dict[str, dict[str, Any]] = {part: {} for part in (*PARTS, NUMBERS)}
    for home in homes(folder):
        path = home / FILE
        for part, named in (toml(path) if path.is_file() else {}).items():
            if part not in parts:
                remedy = f"Known: {', '.join(parts)}."
                raise SettingsError(f"{part!r} is not known here.", remedy=remedy, place=str(path))
            read = _number if part == NUMBERS else _words
            parts[part] |= {name: read(value, part, path) for name, value in named.items()}
    _check_orders(parts["orders"], folder)
    return ProgrammeWords(**parts)


def _number(value: Any, part: str, path: Path) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or value <= 0:
        remedy = "Write a number above 0."
        raise SettingsError(f"{value!r} is none.", remedy=remedy, place=f"{path}, [{part}]")
    return value


def _words(words: Any, part: str, path: Path) -> tuple[str, ...]:
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        remedy = 'Write ["…", "…"].'
        raise SettingsError("is no list of words.", remedy=remedy, place=f"{path}, [{part}]")
    return tuple(words)


def _check_orders(orders: Lists, folder: Path | None) -> None:
    for name, keys in orders.items():
        for key in keys:
            if key not in KEYS:
                place = f"{(folder or Path('lexicon')) / FILE}, [orders] {name}"
                remedy = f"Known: {', '.join(KEYS)}."
                raise SettingsError(f"nothing is ordered by {key!r}.", remedy=remedy, place=place)


def _places(words: tuple[str, ...], language: str, text: str) -> list[tuple[int, int]]:
    if not words:
        return []
    pattern = _pattern(words, language in _WITHOUT_SPACES)
    return [match.span() for match in pattern.finditer(text)]


def _begin(text: str, start: int, ends: frozenset[str]) -> int:
    """Where a name begins of which a word stands at *start*; there, if *ends* are none."""
    begin = start
    for _ in range(_MOST_BEFORE if ends else 0):
        match = _WORD_BEFORE.search(text, 0, begin)
        if match is None or match[1].casefold() in ends:
            break
        begin = match.start()
    return begin


@cache
def _pattern(words: tuple[str, ...], without_spaces: bool) -> re.Pattern[str]:
    """Any of the words, the longest first; ``*`` stands for any ending."""
    edge = ("", "") if without_spaces else (r"(?<![\w-])", r"(?![\w-])")
    ordered = sorted(words, key=lambda word: (-len(word), word))
    written = "|".join(re.escape(word).replace(r"\*", r"\w*") for word in ordered)
    return re.compile(rf"{edge[0]}(?:{written}){edge[1]}", re.IGNORECASE)


def _any(words: Sequence[str], text: str) -> bool:
    return any(_stands(word, text) for word in words)


def _stands(words: str, text: str) -> bool:
    """Whether *words* begin at a word of *text*, whatever the letter case."""
    return re.search(rf"\b{re.escape(words)}(?!\w)", text, re.IGNORECASE) is not None
