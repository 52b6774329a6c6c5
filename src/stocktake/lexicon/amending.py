"""The words by which changes to a text are proposed, by language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from stocktake.errors import SettingsError
from stocktake.lexicon.sections import sections
from stocktake.model import AmendmentAction

FILE = "drafts/amendments.toml"
_NO_CASE = re.IGNORECASE
_NOTHING = re.compile(r"(?!)")
_CHINESE = re.compile("[\u3400-\u9fff]")


class Form(StrEnum):
    """How a word names an action; the endings of the names of lists in the data file."""

    SURE = ""
    ANY = "_any"
    DONE = "_done"
    NOUN = "_noun"
    NOUN_ANY = "_noun_any"
    OPENING = "_opening"


_LISTS = tuple(f"{action}{form}" for action in AmendmentAction for form in Form)
_MARKERS = (
    *("by", "for", "rather", "after", "before", "end", "beginning"),
    *("into", "asked", "place"),
)
_MARKERS_FOUND = (
    *("textual", "unit_new", "reads", "alternative", "swapped", "modal"),
    *("proposal_by", "proposal", "aside", "not"),
)
_COLUMNS = ("column_place", "column_old", "column_new", "column_who")
_OTHERS = ("be", "fillers", "pronoun")
_KNOWN = frozenset((*_LISTS, *_MARKERS, *_MARKERS_FOUND, *_COLUMNS, *_OTHERS))


@dataclass(frozen=True, slots=True)
class AmendingWords:
    """One language's words, as patterns.

    *verbs* finds a word of an action, *actions* tells which and in what form, by small letters.
    *leads* match, at the end of what stands before quoted words or a unit, what these are ("by",
    "after", …). *found* are patterns to search for. *columns* names those of tables.
    """

    verbs: re.Pattern[str]
    actions: Mapping[str, tuple[AmendmentAction, Form]]
    leads: Mapping[str, re.Pattern[str]]
    found: Mapping[str, re.Pattern[str]]
    columns: Mapping[str, re.Pattern[str]]
    be: re.Pattern[str]
    fillers: re.Pattern[str]
    pronoun: re.Pattern[str]


@cache
def amending_words(folder: Path | None = None) -> Mapping[str, AmendingWords]:
    """The packaged words by language, with those of *folder* added; SettingsError if a file is
    wrong."""
    return {language: _words(lists) for language, lists in sections(FILE, folder).items()}


def _words(lists: Mapping[str, Any]) -> AmendingWords:
    _check(lists)
    fillers = rf"(?:[\s,:]|{_any(lists.get('fillers', ()))})*"
    actions = {
        word: (action, form)
        for form in reversed(Form)
        for action in AmendmentAction
        for word in lists.get(f"{action}{form}", ())
    }
    return AmendingWords(
        verbs=_pattern(actions),
        actions=actions,
        leads={name: _lead(lists.get(name, ()), fillers) for name in _MARKERS},
        found={name: _pattern(lists.get(name, ())) for name in _MARKERS_FOUND},
        columns={name: _whole(lists.get(name, ())) for name in _COLUMNS},
        be=_lead(lists.get("be", ()), r"\s+(?:\w+ly\s+)?"),
        fillers=re.compile(fillers, _NO_CASE),
        pronoun=_pattern(lists.get("pronoun", ())),
    )


def _check(lists: Mapping[str, Any]) -> None:
    unknown = sorted(set(lists) - _KNOWN)
    if unknown:
        remedy = f"Known are: {', '.join(sorted(_KNOWN))}."
        raise SettingsError(f"there is no list {unknown[0]!r}.", remedy=remedy, place=FILE)


def _any(words: Iterable[str]) -> str:
    """Any of *words* as whole words, the longest first; Chinese knows no bounds of words."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(_bounded(word) for word in ordered) or "(?!)"


def _bounded(word: str) -> str:
    pattern = r"\s+".join(re.escape(part) for part in word.split())
    return pattern if _CHINESE.search(word) else rf"(?<![\w-]){pattern}(?![\w-])"


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(_any(words), _NO_CASE)


def _lead(words: Iterable[str], between: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{_any(words)}){between}\Z", _NO_CASE)


def _whole(words: Iterable[str]) -> re.Pattern[str]:
    if not words:
        return _NOTHING
    return re.compile(rf"\W*(?:{_any(words)})(?:\W+\w{{0,3}}\W*)?\Z", _NO_CASE)
