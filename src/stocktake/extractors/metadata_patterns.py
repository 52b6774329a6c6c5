"""What a file's name tells, by patterns such as ``{actor:iso3}_{session}_{year}``.

A pattern is the whole name without folder and ending. ``{field}`` takes what stands there for
actor, date, year, session, meeting, kind, language, symbol or title; ``{field:form}`` only what
has that form: iso3 (a code in capitals), number, word. ``*`` is anything.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import PurePath

from stocktake.errors import SettingsError
from stocktake.lexicon import Lexicon
from stocktake.model import InputKind, Metadatum, Period

DEFAULT_PATTERNS = (
    "{actor:iso3}_{session:number}_{year}",
    "{date}_{actor:iso3}_*",
    "{date}_*",
    "{date}-*",
    "{date}",
)
ORIGIN = "inferred: file name"

_FIELD = re.compile(r"\{(\w+)(?::(\w+))?\}|(\*)")
_FORMS = {"iso3": "[A-Z]{2,3}", "number": r"\d+", "word": r"[^\W_]+"}
_FIELDS = {
    "actor": r"[^_]+?",
    "date": r"\d{4}-\d\d-\d\d|\d{8}",
    "year": r"(?:19|20)\d\d",
    "session": r"[^_]+?",
    "meeting": r"[^_]+?",
    "kind": r"[^_]+?",
    "language": r"[a-z]{2}",
    "symbol": r".+?",
    "title": r".+?",
}


def from_file_name(name: str, patterns: Sequence[str], lexicon: Lexicon) -> list[Metadatum]:
    """What the first of *patterns* (then of the default ones) that fits the name tells.

    A pattern does not fit if an actor is not known or a date is none. SettingsError names a
    pattern that cannot be read.
    """
    stem = PurePath(name).stem
    for pattern in (*patterns, *DEFAULT_PATTERNS):
        match = _compiled(pattern).fullmatch(stem)
        values = _values(match.groupdict(), lexicon) if match else None
        if values:
            return [Metadatum(field, value, ORIGIN) for field, value in values.items()]
    return []


@lru_cache(maxsize=64)
def _compiled(pattern: str) -> re.Pattern[str]:
    pieces = []
    position = 0
    for match in _FIELD.finditer(pattern):
        pieces += [re.escape(pattern[position : match.start()]), _group(match, pattern)]
        position = match.end()
    try:
        return re.compile("".join([*pieces, re.escape(pattern[position:])]))
    except re.error as error:
        raise _unreadable(pattern, str(error)) from error


def _group(match: re.Match[str], pattern: str) -> str:
    field, form, anything = match.groups()
    if anything:
        return ".*"
    if field not in _FIELDS or (form and form not in _FORMS):
        raise _unreadable(pattern, f"{match.group()} is not known")
    return f"(?P<{field}>{_FORMS[form] if form else _FIELDS[field]})"


def _unreadable(pattern: str, why: str) -> SettingsError:
    return SettingsError(
        f"the file pattern {pattern!r} cannot be read: {why}.",
        remedy=f"Fields: {', '.join(_FIELDS)}; forms: {', '.join(_FORMS)}; * is anything.",
        place="process.toml, file_patterns",
    )


def _values(told: dict[str, str], lexicon: Lexicon) -> dict[str, str] | None:
    values = dict(told)
    if "actor" in values:
        actor = lexicon.actors.resolve(values["actor"])
        if actor is None:
            return None
        values["actor"] = actor.id
    if "kind" in values and values["kind"] not in {kind.value for kind in InputKind}:
        return None
    return _with_date(values)


def _with_date(values: dict[str, str]) -> dict[str, str] | None:
    year = values.pop("year", None)
    text = values.get("date", year)
    if text is None:
        return values
    digits = text.replace("-", "")
    iso = f"{digits[:4]}-{digits[4:6]}-{digits[6:]}" if len(digits) == 8 else digits
    try:
        return {**values, "date": str(Period.parse(iso))}
    except ValueError:
        return None
