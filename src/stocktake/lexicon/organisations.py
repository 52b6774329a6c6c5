"""Organisations that no list knows, found by the words their names are made of."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from stocktake.lexicon.files import word_lists
from stocktake.lexicon.name_index import in_shouting
from stocktake.model import ActorKind

_KEYS = (
    "civil_society",
    "academia",
    "private_sector",
    "other",
    "inner_words",
    "never_first",
    "ends_a_name",
)
_FURTHEST = 160
_STEP_LEFT = re.compile(r"([^\W\d_][\w'’.&-]*)(?:[ \t]|\n(?!\n)|-)+$")
_STEP_RIGHT = re.compile(r"(?:[ \t]|\n(?!\n))+([^\W\d_][\w'’&-]*)")


@dataclass(frozen=True, slots=True)
class OrganisationWords:
    """Words by which the name of an organisation is known, from ``organisation_words.toml``.

    *kinds*: what kind of organisation a word such as "Network" tells of. *inner*: small words
    that may stand within a name. *never_first*: capitalised words that begin a sentence, not a
    name. *ends*: capitalised words over which no name reaches, such as titles.
    """

    kinds: dict[str, ActorKind]
    inner: frozenset[str]
    never_first: frozenset[str]
    ends: frozenset[str]


def load_organisation_words(folder: Path | None = None) -> OrganisationWords:
    """Read the words; SettingsError names the file, the list and what to do."""
    lists = word_lists("actors/organisation_words.toml", _KEYS, folder)
    kinds = {
        word: ActorKind[key.upper()]
        for key in ("other", "private_sector", "academia", "civil_society")
        for word in lists[key]
    }
    return OrganisationWords(
        kinds,
        frozenset(lists["inner_words"]),
        frozenset(lists["never_first"]),
        frozenset(lists["ends_a_name"]),
    )


def slug(name: str) -> str:
    """*name* in small letters and hyphens, as used in ids; letters of any script are kept."""
    bare = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", name.casefold())
        if not unicodedata.combining(letter)
    )
    return re.sub(r"[\W_]+", "-", re.sub(r"['’]", "", bare)).strip("-")


class OrganisationFinder:
    """Finds names such as "Freedonia Migrants Network": capitalised words around a known one."""

    def __init__(self, words: OrganisationWords) -> None:
        self._words = words
        self._kinds = {
            spelling: kind
            for word, kind in words.kinds.items()
            for spelling in (word.upper(), word)
        }
        longest_first = sorted(self._kinds, key=lambda word: (-len(word), word))
        self._word = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")

    def kind_of(self, name: str) -> ActorKind | None:
        """What kind of organisation *name* tells of by its words; None if by none."""
        found = self._word.search(name)
        return self._kinds[found.group()] if found else None

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Ranges of names, from left to right, none over another."""
        position = 0
        for match in self._word.finditer(text):
            if match.start() < position:
                continue
            start = self._leftmost(text, position, match.start())
            end = self._rightmost(text, match.end())
            if self._is_name(text, start, match, end):
                position = end
                yield start, end

    def _leftmost(self, text: str, floor: int, start: int) -> int:
        """Step left over capitalised words, and over small ones that have such before them."""
        reached, pending = start, start
        lowest = max(floor, start - _FURTHEST)
        while match := _STEP_LEFT.search(text, lowest, pending):
            word = match.group(1)
            if word[0].isupper() and word not in self._words.ends and not word.endswith("."):
                reached = pending = match.start(1)
            elif word in self._words.inner and pending == reached:
                pending = match.start(1)
            else:
                break
        return self._without_first(text, reached, start)

    def _without_first(self, text: str, start: int, end: int) -> int:
        while match := re.compile(r"[\w'’-]+\s+").match(text, start, end):
            if _capitalised(match.group().strip()) not in self._words.never_first:
                break
            start = match.end()
        return start

    def _rightmost(self, text: str, end: int) -> int:
        reached, pending = end, end
        while match := _STEP_RIGHT.match(text, pending, end + _FURTHEST):
            word = match.group(1)
            if word[0].isupper() and word not in self._words.ends:
                reached = pending = match.end(1)
            elif word in self._words.inner and pending == reached:
                pending = match.end(1)
            else:
                break
        return reached - (2 if text[reached - 2 : reached] in ("'s", "’s") else 0)

    def _is_name(self, text: str, start: int, word: re.Match[str], end: int) -> bool:
        name = text[start:end]
        others = len(re.findall(r"[^\W\d_]+", name)) - 1
        needed = 2 if self._kinds[word.group()] is ActorKind.OTHER else 1
        return others >= needed and not (name.isupper() and in_shouting(text, start, end))


def _capitalised(word: str) -> str:
    return word[:1] + word[1:].lower()
