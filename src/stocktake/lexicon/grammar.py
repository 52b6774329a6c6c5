"""The small words of English that the grammar stands on, from ``data/en/grammar.toml``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from stocktake.errors import SettingsError
from stocktake.lexicon.cues import Cues, load_cues
from stocktake.lexicon.phrases import Phrases
from stocktake.lexicon.sections import sections
from stocktake.model import ActorRole, Strength

__all__ = ["English", "Grammar", "Phrases", "load_english", "load_grammar"]


@dataclass(frozen=True, slots=True)
class Grammar:
    """Closed classes of words, lower case; what each is for is said in the data file.

    *triggers* are the words at which a rule may begin to read.
    """

    pronouns: Mapping[str, frozenset[str]]
    words: Mapping[str, frozenset[str]]
    bare_auxiliaries: frozenset[str]
    past_auxiliaries: frozenset[str]
    be: frozenset[str]
    soft: Phrases[bool]
    roles: Phrases[ActorRole]
    context: Phrases[bool]
    conditions: Phrases[bool]
    modals: Phrases[Strength]
    impersonal: Mapping[str, Strength]
    weak: frozenset[str]
    rhetoric: frozenset[str]
    collectives: frozenset[str]
    subject_starts: frozenset[str]
    triggers: frozenset[str]
    imperatives: frozenset[str]
    chapeau: frozenset[str]
    papers: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class English:
    """All that the grammar of English statements knows of the language."""

    cues: Cues
    grammar: Grammar


def load_english(folder: Path | None = None) -> English:
    """Read the package's English, and that of *folder* over it."""
    return English(load_cues(folder), load_grammar(folder))


def load_grammar(folder: Path | None = None) -> Grammar:
    """Read the package's grammar words, and those of *folder* over them."""
    tables = sections("en/grammar.toml", folder)
    try:
        return _grammar(tables)
    except (KeyError, ValueError, AttributeError) as error:
        raise SettingsError(
            f"an entry is missing or cannot be followed: {error}.",
            remedy="Compare it with the package's file.",
            place="en/grammar.toml",
        ) from error


def _grammar(tables: Mapping[str, Any]) -> Grammar:
    auxiliaries = tables["auxiliaries"]
    return Grammar(
        pronouns=_sets(tables["pronouns"]),
        words=_sets(tables["words"]),
        bare_auxiliaries=frozenset(auxiliaries["bare"]),
        past_auxiliaries=frozenset(auxiliaries["past"]),
        be=frozenset(auxiliaries["be"]),
        soft=_flags(auxiliaries["soft"]),
        roles=Phrases({phrase: ActorRole(role) for phrase, role in tables["roles"].items()}),
        context=_flags(tables["context"]["openers"]),
        conditions=_flags(tables["conditions"]["openers"]),
        modals=Phrases({phrase: Strength(value) for phrase, value in tables["modals"].items()}),
        impersonal={word: Strength(value) for word, value in tables["impersonal"].items()},
        weak=frozenset(tables["weak"]["verbs"]),
        rhetoric=frozenset(tables["rhetoric"]["verbs"]),
        collectives=frozenset(tables["collectives"]["heads"]),
        subject_starts=_subject_starts(tables),
        triggers=_subject_starts(tables) | frozenset(["who", *tables["words"]["joints"]]),
        imperatives=frozenset(tables["imperatives"]["verbs"]),
        chapeau=frozenset(tables["chapeau"]["words"]),
        papers=_sets(tables["papers"]),
    )


def _subject_starts(tables: Mapping[str, Any]) -> frozenset[str]:
    pronouns = tables["pronouns"]
    kinds = ("person", "thing", "many", "author", "own")
    own = (word for kind in kinds for word in pronouns[kind])
    return frozenset(["both", *tables["words"]["nobody"], *tables["words"]["qualifiers"], *own])


def _sets(table: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in table.items()}


def _flags(phrases: Iterable[str]) -> Phrases[bool]:
    return Phrases(dict.fromkeys(phrases, True))
