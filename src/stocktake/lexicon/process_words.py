"""Words by which a text tells of dates, meetings, chairs, participation, and of itself.

Read from ``lexicon/data/process/*.toml``; a workspace's file of the same name in its
``process`` folder adds its words to each list.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from stocktake.errors import SettingsError

PACKAGED = Path(__file__).parent / "data" / "process"
_GAP = r"\s+[\"']?"
_DATE_LISTS = ("ranges", "lists", "glue", "ordinals", "lead_ins", "between", "marks")


@dataclass(frozen=True, slots=True)
class DateWords:
    """How one language writes dates: forms with the number of the month, or first and last."""

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


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """A phrase that stands at ``[start, end)``, and the value it is filed under."""

    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases filed under values, found without regard to case.

    In a phrase ``a/b`` are alternatives, ``[word]`` may be missing, ``word*`` has any ending
    and ``...`` stands for up to three words.
    """

    entries: tuple[tuple[str, tuple[str, ...]], ...]
    pattern: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        groups = (
            f"(?P<v{number}>{any_phrase(phrases)})"
            for number, (_, phrases) in enumerate(self.entries)
        )
        joined = "|".join(groups) or r"(?!)"
        object.__setattr__(self, "pattern", re.compile(rf"(?<!\w)(?:{joined})(?!\w)", re.I))

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Hit]:
        """Each place in ``text[start:end]`` where a phrase stands, from left to right."""
        for match in self.pattern.finditer(text, start, len(text) if end is None else end):
            yield self._hit(match)

    def first(self, text: str, start: int = 0, end: int | None = None) -> Hit | None:
        """The first place, or None."""
        return next(self.find(text, start, end), None)

    def at(self, text: str, start: int) -> Hit | None:
        """The phrase that begins at *start*, or None."""
        match = self.pattern.match(text, start)
        return self._hit(match) if match else None

    def source(self) -> str:
        """A pattern for any phrase, without groups, to build others from."""
        return "|".join(any_phrase(phrases) for _, phrases in self.entries) or r"(?!)"

    def _hit(self, match: re.Match[str]) -> Hit:
        number = int((match.lastgroup or "v0")[1:])
        return Hit(match.start(), match.end(), self.entries[number][0])


@dataclass(frozen=True, slots=True)
class ProcessWords:
    """All of it: *dates* by language, and *tables* of phrases by name."""

    dates: tuple[tuple[str, DateWords], ...]
    tables: tuple[tuple[str, Phrases], ...]

    def date_words(self, language: str | None) -> DateWords:
        """How *language* writes dates; English where it is not known."""
        known = dict(self.dates)
        return known.get(language or "en", known["en"])

    def table(self, name: str) -> Phrases:
        """The phrases called *name*, such as ``meeting.verbs``; KeyError if there are none."""
        return dict(self.tables)[name]


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
    return ProcessWords(tuple(sorted(dates.items())), tuple(sorted(tables.items())))


def any_phrase(phrases: tuple[str, ...]) -> str:
    """A pattern for any of *phrases*, the longest first, in the notation of `Phrases`."""
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(_pattern(phrase) for phrase in ordered)


def _pattern(phrase: str) -> str:
    pattern = ""
    begun = False
    for piece in re.findall(r"\[[^\]]*\]|\S+", phrase):
        optional = piece.startswith("[")
        inner = _pattern(piece[1:-1]) if optional else _word(piece)
        if piece == "...":
            pattern += inner
        elif optional:
            pattern += f"(?:{_GAP}{inner})?" if begun else f"(?:{inner}{_GAP})?"
        else:
            pattern += f"{_GAP}{inner}" if begun else inner
        begun = begun or not optional
    return pattern


def _word(piece: str) -> str:
    if piece == "...":
        return rf"(?:{_GAP}[\w'-]+,?){{0,3}}?"
    choices = (re.escape(word).replace(r"\*", r"[\w'-]*") for word in piece.split("/"))
    return f"(?:{'|'.join(choices)})"


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
        return DateWords(tuple(months), parts, month_parts, **lists)
    except (TypeError, ValueError, AttributeError) as error:
        raise SettingsError(
            f"the dates of a language are not as expected: {error}.",
            remedy="Months are numbers with a list of forms; parts have a first and a last number.",
            place=str(path),
        ) from error


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
