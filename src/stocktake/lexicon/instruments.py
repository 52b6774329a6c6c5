"""Names of treaties, and turns of phrase that count as other words, found in rows of words.

``instruments.toml`` holds the names of instruments in several languages. A name that is found is
replaced by one word, ``@`` and its code, so that the Convention on the Rights of the Child and CRC
are the same word and neither is the covenant next to it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from stocktake.lexicon.spelling import spelling, words

PACKAGED = Path(__file__).parent / "data" / "wording"
SIGN = "@"
_WHOLE = "."
_LONG = 4


@dataclass(frozen=True, slots=True)
class Name:
    """A row of beginnings of words, and the words that stand for it; capitals stand as they are."""

    keys: tuple[str, ...]
    instead: tuple[str, ...]

    @property
    def is_instrument(self) -> bool:
        return self.instead[0].startswith(SIGN)


@dataclass(frozen=True, slots=True)
class Names:
    """All names, ready to be found; what a word may begin is remembered by word."""

    names: tuple[Name, ...]
    small: frozenset[str]
    more: Mapping[str, frozenset[str]]
    protocols: frozenset[str]
    belonging: frozenset[str]
    _known: dict[str, tuple[Name, ...]] = field(default_factory=dict, repr=False, compare=False)

    def read(self, told: Sequence[str]) -> list[str]:
        """The words *told*, names in them replaced, in order. Right behind the long name of its
        protocol, the short name of a treaty is no second instrument."""
        said: list[str] = []
        at, last, long = 0, "", False
        while at < len(told):
            name, behind = self._at(told, at)
            if name is None:
                said.append(self._protocol_of(last, told, at) or told[at])
                at, long = at + 1, False
                continue
            if not (long and last.startswith(f"{name.instead[0]}-")):
                said += name.instead
            long, at = behind - at >= _LONG, behind
            if name.is_instrument:
                last = name.instead[0]
                at = self._behind(told, at, self.more.get(last, frozenset()))
        return said

    def _at(self, told: Sequence[str], at: int) -> tuple[Name | None, int]:
        """The longest name that begins at *at*, and where it ends."""
        for name in self._beginning(told[at]):
            behind = self._end(name, told, at)
            if behind:
                return name, behind
        return None, at

    def _beginning(self, word: str) -> tuple[Name, ...]:
        found = self._known.get(word)
        if found is None:
            initials = {word[:1], *(reading[:1] for reading in _readings(word))}
            near = (name for name in self.names if name.keys[0][:1] in initials)
            fitting = (name for name in near if _fits(name.keys[0], word))
            found = self._known[word] = tuple(fitting)
        return found

    def _end(self, name: Name, told: Sequence[str], at: int) -> int | None:
        place = at + 1
        for key in name.keys[1:]:
            while place < len(told) and not _fits(key, told[place]) and self._is_small(told[place]):
                place += 1
            if place == len(told) or not _fits(key, told[place]):
                return None
            place += 1
        return place

    def _is_small(self, word: str) -> bool:
        return _fold(word) in self.small

    def _behind(self, told: Sequence[str], at: int, swallowed: frozenset[str]) -> int:
        """Where the words end that only go on with a name."""
        end = at
        for place in range(at, len(told)):
            if _fold(told[place]) in swallowed:
                end = place + 1
            elif not self._is_small(told[place]):
                break
        return end

    def _protocol_of(self, last: str, told: Sequence[str], at: int) -> str | None:
        """The protocol that is told to belong to the instrument named *last*."""
        if not last or _fold(told[at]) not in self.protocols:
            return None
        around = {_fold(word) for word in told[max(0, at - 3) : at + 2]}
        return f"{last}-OP" if around & self.belonging else None


@cache
def names() -> Names:
    """The packaged names of instruments, and the phrases of ``concepts.toml``."""
    table = tomllib.loads((PACKAGED / "instruments.toml").read_text(encoding="utf-8"))
    phrases = tomllib.loads((PACKAGED / "concepts.toml").read_text(encoding="utf-8"))["phrases"]
    found = [*_instruments(table["names"]), *_phrases(phrases)]
    return Names(
        _longest_first(found),
        _folded(table["small"]["words"]),
        {SIGN + code: _folded(entries) for code, entries in table["more"].items()},
        _folded(table["belonging"]["protocol"]),
        _folded(table["belonging"]["words"]),
    )


def with_names(known: Names, further: Iterable[Name]) -> Names:
    """*known* with *further* names."""
    return replace(known, names=_longest_first([*known.names, *further]), _known={})


def name_of(written: str, instead: str) -> Name:
    """The name *written* as in ``instruments.toml``, which stands for the words *instead*."""
    return Name(_keys(written), tuple(instead.split()))


def _longest_first(found: Iterable[Name]) -> tuple[Name, ...]:
    return tuple(sorted(found, key=lambda name: (-len(name.keys), name.keys)))


def _instruments(table: Mapping[str, Sequence[str]]) -> Iterator[Name]:
    for code, written in table.items():
        yield from (Name(_keys(one), (SIGN + code,)) for one in written)


def _phrases(table: Mapping[str, Sequence[str]]) -> Iterator[Name]:
    for instead, written in table.items():
        yield from (name_of(one, instead) for one in written)


def _keys(written: str) -> tuple[str, ...]:
    return tuple(key for part in written.split() for key in _keys_of(part))


def _keys_of(part: str) -> list[str]:
    keys = [word if _is_short(word) else _fold(word) for word in words(part)]
    return [*keys[:-1], keys[-1] + _WHOLE] if part.endswith(_WHOLE) else keys


def _is_short(word: str) -> bool:
    return len(word) > 1 and word[:2].isupper()


def _fits(key: str, word: str) -> bool:
    """Whether *word* is *key*, if that is a short name or a whole word, or begins with it; with or
    without a particle."""
    if _is_short(key):
        return word == key
    if key.endswith(_WHOLE):
        return key.removesuffix(_WHOLE) in _readings(word)
    return any(reading.startswith(key) for reading in _readings(word))


@cache
def _readings(word: str) -> tuple[str, ...]:
    return spelling("ar").readings(word)


def _fold(word: str) -> str:
    return spelling("en").fold(word)


def _folded(entries: Iterable[str]) -> frozenset[str]:
    return frozenset(map(_fold, entries))
