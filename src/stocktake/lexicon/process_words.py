"""Words by which a text tells of dates, meetings, chairs, participation, and of itself.

Read from ``lexicon/data/process/*.toml``; a workspace's file of the same name in its
``process`` folder adds its words to each list.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from stocktake.errors import SettingsError
from stocktake.lexicon.notation import Phrases, words_of

_ANY_TEXT = ""
PACKAGED = Path(__file__).parent / "data" / "process"
_DATE_LISTS = ("ranges", "lists", "glue", "ordinals", "lead_ins", "between", "marks")


@dataclass(frozen=True, slots=True)
class DateWords:
    """How one language writes dates: forms with the number of the month, or first and last;
    words with the days they lie from the day of writing; days of the week, Monday 0."""

    months: tuple[tuple[str, int], ...] = ()
    parts: tuple[tuple[str, tuple[int, int]], ...] = ()
    month_parts: tuple[tuple[str, tuple[int, int]], ...] = ()
    ranges: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    glue: tuple[str, ...] = ()
    ordinals: tuple[str, ...] = ()
    lead_ins: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    relative: tuple[tuple[str, int], ...] = ()
    weekdays: tuple[tuple[str, int], ...] = ()


class _Told(dict[str, frozenset[str]]):
    """The tables that a word tells of, by *told_by*, where ``*`` stands for any ending; what was
    found out of a word is remembered."""

    def __init__(self, told_by: Mapping[str, Set[str]]) -> None:
        super().__init__()
        self._by = told_by

    def __missing__(self, word: str) -> frozenset[str]:
        beginnings = (f"{word[:length]}*" for length in range(len(word) + 1))
        told = (self._by.get(each, frozenset()) for each in (word, *beginnings))
        found = self[word] = frozenset().union(*told)
        return found


@dataclass(frozen=True, slots=True, eq=False)
class ProcessWords:
    """All of it: *dates* by language, and *tables* of phrases by name.

    Equal only to itself, so that what is made of it can be kept by it.
    """

    dates: Mapping[str, DateWords]
    tables: Mapping[str, Phrases]
    _known: _Told = field(init=False, repr=False)

    def __post_init__(self) -> None:
        told_by: dict[str, set[str]] = defaultdict(set)
        for name, table in self.tables.items():
            for word in table.telling:
                told_by[word].add(name)
        object.__setattr__(self, "_known", _Told(told_by))

    def date_words(self, language: str | None) -> DateWords:
        """How *language* writes dates; English where it is not known."""
        return self.dates.get(language or "en", self.dates["en"])

    def table(self, name: str) -> Phrases:
        """The phrases called *name*, such as ``meeting.verbs``; KeyError if there are none."""
        return self.tables[name]

    def tables_in(self, text: str) -> frozenset[str]:
        """The names of the tables of which a phrase may stand in *text*; no other does."""
        told = map(self._known.__getitem__, words_of(text))
        return self._known[_ANY_TEXT].union(*filter(None, told))


def load_process_words(folder: Path | None = None) -> ProcessWords:
    """Read the package's files, and what those in *folder* add.

    SettingsError names the file and the entry that cannot be followed.
    """
    dates: dict[str, DateWords] = {}
    tables: dict[str, Phrases] = {}
    for path in sorted(PACKAGED.glob("*.toml")):
        content = _overlaid(path, folder)
        if path.stem == "dates":
            dates = {language: _date_words(table, path) for language, table in content.items()}
        else:
            tables |= _phrase_tables(content, path)
    return ProcessWords(dates, tables)


def _overlaid(path: Path, folder: Path | None) -> dict[str, Any]:
    content = _read(path)
    own = folder / "process" / path.name if folder else None
    return _merge(content, _read(own)) if own and own.is_file() else content


def _merge(below: dict[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(below)
    for key, value in above.items():
        known = merged.get(key)
        if isinstance(value, dict) and isinstance(known, dict):
            merged[key] = _merge(known, value)
        elif isinstance(value, list) and isinstance(known, list):
            merged[key] = [*known, *value]
        else:
            merged[key] = value
    return merged


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"this is not TOML: {error}.",
            remedy="Compare it with the file of the same name in the package.",
            place=str(path),
        ) from error


def _date_words(table: Mapping[str, Any], path: Path) -> DateWords:
    try:
        months = [(form, int(n)) for n, forms in table.get("months", {}).items() for form in forms]
        lists = {name: tuple(map(str, table.get(name, ()))) for name in _DATE_LISTS}
        parts, month_parts = (_spans(table.get(name, {})) for name in ("parts", "month_parts"))
        relative = _numbered(table.get("relative", {}))
        weekdays = tuple((day.casefold(), n) for n, day in enumerate(table.get("weekdays", ())))
        return DateWords(
            tuple(months), parts, month_parts, relative=relative, weekdays=weekdays, **lists
        )
    except (TypeError, ValueError, AttributeError) as error:
        raise SettingsError(
            f"the dates of a language are not as expected: {error}.",
            remedy="Months are numbers with a list of forms; parts have a first and a last number.",
            place=str(path),
        ) from error


def _numbered(table: Mapping[str, Any]) -> tuple[tuple[str, int], ...]:
    return tuple((form.casefold(), int(days)) for form, days in table.items())


def _spans(table: Mapping[str, Any]) -> tuple[tuple[str, tuple[int, int]], ...]:
    return tuple((form.casefold(), (int(a), int(b))) for form, (a, b) in table.items())


def _phrase_tables(content: Mapping[str, Any], path: Path) -> dict[str, Phrases]:
    tables = {}
    for group, members in content.items():
        for name, entries in members.items():
            tables[f"{group}.{name}"] = _phrases(entries, f"{path} [{group}.{name}]")
    return tables


def _phrases(entries: Any, place: str) -> Phrases:
    values = entries.items() if isinstance(entries, dict) else [("", entries)]
    checked = [(value, phrases) for value, phrases in values if _is_list_of_text(phrases)]
    if len(checked) != len(values):
        raise SettingsError(
            "a value here has no list of phrases.",
            remedy='Write: value = ["phrase", "other phrase"].',
            place=place,
        )
    return Phrases(tuple((value, tuple(phrases)) for value, phrases in checked))


def _is_list_of_text(phrases: Any) -> bool:
    return isinstance(phrases, list) and all(isinstance(item, str) and item for item in phrases)
