"""How programmes are run: what sessions need, orders and ranks of speakers, attendance."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from stocktake.errors import SettingsError
from stocktake.lexicon.files import homes, toml

FILE = "process/programme.toml"
PARTS = ("needs", "orders", "ranks", "kinds", "attendance")
KEYS = ("asked", "rank", "kind", "name")

Lists = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class ProgrammeWords:
    """The lists of the file, by their names, in its order."""

    needs: Lists
    orders: Lists
    ranks: Lists
    kinds: Lists
    attendance: Lists

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


def programme_words(folder: Path | None = None) -> ProgrammeWords:
    """The package's lists, with those of the workspace over them; SettingsError names the place."""
    lists: dict[str, dict[str, Sequence[str]]] = {part: {} for part in PARTS}
    for home in homes(folder):
        path = home / FILE
        for part, named in (toml(path) if path.is_file() else {}).items():
            if part not in PARTS:
                remedy = f"Known: {', '.join(PARTS)}."
                raise SettingsError(f"{part!r} is not known here.", remedy=remedy, place=str(path))
            lists[part] |= {name: _words(words, part, path) for name, words in named.items()}
    _check_orders(lists["orders"], folder)
    return ProgrammeWords(**lists)


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


def _any(words: Sequence[str], text: str) -> bool:
    return any(_stands(word, text) for word in words)


def _stands(words: str, text: str) -> bool:
    """Whether *words* begin at a word of *text*, whatever the letter case."""
    return re.search(rf"\b{re.escape(words)}(?!\w)", text, re.IGNORECASE) is not None
