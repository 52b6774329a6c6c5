"""Schemes: what statements are sorted by, each a TOML file that a user can read and edit.

A file names its ``name``, ``kind`` (themes, dimensions, lenses), ``title``, and holds one
``[[theme]]`` after another with ``code``, ``title``, ``definition``, ``affected`` (words in the
names of organisations of those whom it affects most) and ``[theme.terms]``, a list of terms for
each language. ``extends = "migration"`` starts from another scheme: its themes are replaced by
code, new ones added, those listed in ``drop`` left out. ``[words.NAME]`` gives a name to a list of
words for each language, to be used in terms as ``@NAME``. The syntax of terms is in
``docs/schemes.md``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from stocktake.errors import SettingsError
from stocktake.model import Scheme, SchemeKind, Theme

_MARK = re.compile(r"( &&? )")
PACKAGED = Path(__file__).parent / "data" / "schemes"
_SCHEME_KEYS = frozenset({"name", "kind", "title", "subject", "extends", "drop", "theme", "words"})
_THEME_KEYS = frozenset({"code", "title", "definition", "terms", "affected"})


def load_scheme(name_or_path: str | Path, folder: Path | None = None) -> Scheme:
    """Return the scheme of that name or file.

    A name is looked for in ``folder/schemes`` (the workspace's own), then among the packaged
    ones. SettingsError names the file, the entry and what to do.
    """
    return _read(_locate(str(name_or_path), folder), folder)


def scheme_names(folder: Path | None = None) -> list[str]:
    """Names of all schemes that can be loaded, in alphabetical order."""
    return sorted({path.stem for home in _homes(folder) for path in home.glob("*.toml")})


def _homes(folder: Path | None) -> list[Path]:
    return ([folder / "schemes"] if folder else []) + [PACKAGED]


def _locate(name: str, folder: Path | None) -> Path:
    places = [home / f"{name}.toml" for home in _homes(folder)]
    if name.endswith(".toml"):
        places.insert(0, Path(name))
    found = next((place for place in places if place.is_file()), None)
    if found is None:
        raise SettingsError(
            f"there is no scheme called {name!r}.",
            remedy=f"Known: {', '.join(scheme_names(folder))}; or give the path of a .toml file.",
        )
    return found


def _read(path: Path, folder: Path | None) -> Scheme:
    table = _parse(path)
    _refuse_unknown(table, _SCHEME_KEYS, path, "the scheme")
    named = table.get("words", {})
    themes = tuple(_theme(entry, named, path) for entry in table.get("theme", []))
    _refuse_twins(themes, path)
    base = _base(table, path, folder)
    scheme = Scheme(
        name=str(table.get("name", path.stem)),
        kind=_kind(table, base, path),
        title=str(table.get("title", base.title if base else path.stem)),
        themes=_overlaid(base.themes if base else (), themes, table.get("drop", ())),
        subject=table.get("subject", base.subject if base else None),
    )
    return _checked(scheme, path)


def _parse(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"this is not a TOML file in UTF-8: {error}.", place=str(path)
        ) from error


def _base(table: Mapping[str, Any], path: Path, folder: Path | None) -> Scheme | None:
    if "extends" not in table:
        return None
    base = _locate(str(table["extends"]), folder)
    if base.resolve() == path.resolve():
        base = _locate(str(table["extends"]), None)
    if base.resolve() == path.resolve():
        raise SettingsError("a scheme cannot extend itself.", place=str(path))
    return _read(base, None)


def _kind(table: Mapping[str, Any], base: Scheme | None, path: Path) -> SchemeKind:
    if base and "kind" not in table:
        return base.kind
    try:
        return SchemeKind(table["kind"])
    except (KeyError, ValueError) as error:
        kinds = ", ".join(SchemeKind)
        raise SettingsError(
            "the scheme needs a kind.", remedy=f"One of: {kinds}.", place=str(path)
        ) from error


def _theme(entry: Mapping[str, Any], named: Mapping[str, Any], path: Path) -> Theme:
    name = f"theme {entry.get('code', '?')!r}"
    _refuse_unknown(entry, _THEME_KEYS, path, name)
    if not entry.get("code") or not entry.get("title"):
        raise SettingsError(f"{name} needs a code and a title.", place=str(path))
    terms = entry.get("terms", {})
    if not _is_term_table(terms):
        raise SettingsError(
            f"the terms of {name} are not lists of words.",
            remedy='Write them as: en = ["one", "two words", "any end*", "-not this"].',
            place=str(path),
        )
    pairs = tuple(
        (language, _spelt_out(term, language, named, path))
        for language, words in terms.items()
        for term in words
    )
    definition = str(entry.get("definition", ""))
    affected = _names(entry.get("affected", []), name, path)
    return Theme(str(entry["code"]), str(entry["title"]), definition, pairs, affected)


def _names(words: object, name: str, path: Path) -> tuple[str, ...]:
    if isinstance(words, list) and all(
        isinstance(word, str) and word.strip("* ") for word in words
    ):
        return tuple(words)
    raise SettingsError(
        f"those whom {name} affects are not a list of words.",
        remedy='Write them as: affected = ["child*", "students"].',
        place=str(path),
    )


def _spelt_out(term: str, language: str, named: Mapping[str, Any], path: Path) -> str:
    """*term* with each ``@NAME`` replaced by the words that bear the name."""
    return "".join(
        _named(part, language, named, path) if part.startswith("@") else part
        for part in _MARK.split(term)
    )


def _named(part: str, language: str, named: Mapping[str, Any], path: Path) -> str:
    words = named.get(part[1:], {}).get(language)
    if not words:
        raise SettingsError(
            f"the words {part!r} are not given for the language {language!r}.",
            remedy=f'Add them under [words.{part[1:]}] as {language} = ["…"].',
            place=str(path),
        )
    return " / ".join(words)


def _is_term_table(terms: object) -> bool:
    return isinstance(terms, dict) and all(
        isinstance(words, list) and all(_is_term(word) for word in words)
        for words in terms.values()
    )


def _is_term(term: object) -> bool:
    return isinstance(term, str) and all(
        any(letter.isalnum() for letter in part) for part in _MARK.split(term)[::2]
    )


def _refuse_unknown(
    table: Mapping[str, Any], known: frozenset[str], path: Path, where: str
) -> None:
    unknown = sorted(set(table) - known)
    if unknown:
        raise SettingsError(
            f"{where} has an unknown key {unknown[0]!r}.",
            remedy=f"Known: {', '.join(sorted(known))}.",
            place=str(path),
        )


def _refuse_twins(themes: Iterable[Theme], path: Path) -> None:
    seen: set[str] = set()
    for theme in themes:
        if theme.code in seen:
            raise SettingsError(f"the code {theme.code!r} is there twice.", place=str(path))
        seen.add(theme.code)


def _overlaid(
    base: tuple[Theme, ...], themes: tuple[Theme, ...], drop: Iterable[str]
) -> tuple[Theme, ...]:
    merged = {theme.code: theme for theme in (*base, *themes)}
    dropped = set(drop)
    return tuple(theme for code, theme in merged.items() if code not in dropped)


def _checked(scheme: Scheme, path: Path) -> Scheme:
    codes = {theme.code for theme in scheme.themes}
    if not codes:
        raise SettingsError("the scheme has no theme.", place=str(path))
    if scheme.subject is not None and scheme.subject not in codes:
        raise SettingsError(
            f"the subject {scheme.subject!r} is none of its themes.",
            remedy=f"Known: {', '.join(sorted(codes))}.",
            place=str(path),
        )
    return scheme
