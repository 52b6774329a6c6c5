"""The forms of verbs, made from patterns that the language's data gives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """What a form of a verb can be, as far as the grammar of statements tells apart.

    FIRST is a finite form that says by itself that "we" or "I" speak; OBJECT a finite one that
    carries its object; STATE is no form of a verb, but an adjective behind "to be".
    """

    FINITE = "finite"
    FIRST = "first"
    OBJECT = "object"
    PARTICIPLE = "participle"
    PASSIVE = "passive"
    GERUND = "gerund"
    INFINITIVE = "infinitive"
    STATE = "state"


@dataclass(frozen=True, slots=True)
class Conjugation:
    """Patterns for verbs with that *ending*; in a pattern, 1 and 2 stand for the stems."""

    ending: str
    patterns: tuple[tuple[Kind, str], ...]

    def forms(self, verb: str) -> Iterator[tuple[str, Kind]]:
        """The forms of *verb*: its name, which is the first stem with the ending, and, if the
        patterns ask for it, the second stem behind a space."""
        name, _, second = verb.partition(" ")
        first = name[: len(name) - len(self.ending)]
        for kind, pattern in self.patterns:
            yield pattern.replace("1", first).replace("2", second or first), kind


def read_conjugations(entries: Iterable[Mapping[str, Any]]) -> tuple[Conjugation, ...]:
    """The conjugations of a language, those with the longest ending first."""
    found = (Conjugation(str(each["ending"]), tuple(read_forms(each))) for each in entries)
    return tuple(sorted(found, key=lambda each: -len(each.ending)))


def read_forms(table: Mapping[str, Any]) -> Iterator[tuple[Kind, str]]:
    """The forms or patterns of a table by kind, each kind a list of words."""
    for kind in Kind:
        for pattern in table.get(kind.value, ()):
            yield kind, str(pattern)


def forms_of(
    verb: str, conjugations: Sequence[Conjugation], irregular: Mapping[str, Mapping[str, Any]]
) -> Iterator[tuple[str, Kind]]:
    """The forms of *verb* with their kinds: those given for it, else those of its ending."""
    name = verb.partition(" ")[0]
    if name in irregular:
        yield from ((form, kind) for kind, form in read_forms(irregular[name]))
        return
    for conjugation in conjugations:
        if name.endswith(conjugation.ending):
            yield from conjugation.forms(verb)
            return
