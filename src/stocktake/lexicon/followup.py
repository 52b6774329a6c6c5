"""With whom and by what means a thing should be done, as far as its wording tells."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_WITHOUT_SPACES = frozenset({"zh"})
_WITH_WHOM = "with_whom"
_UNTIL = "until"


@dataclass(frozen=True, slots=True)
class Manner:
    """Stretches of a wording, verbatim; empty where it does not tell."""

    with_whom: str
    by_what_means: str


def manner(wording: str, language: str = "en") -> Manner:
    """The first phrase of each kind in a *wording*; English where the *language* has no file."""
    found: dict[str, str] = {}
    for match in _pattern(language).finditer(wording):
        kind = next(name for name, phrase in match.groupdict().items() if phrase)
        told = _without_purpose(match[0], language) if kind == _WITH_WHOM else match[0]
        found.setdefault(kind, told.strip())
    return Manner(found.get("with_whom", ""), found.get("by_what_means", ""))


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """A phrase of either kind with the words behind it, as far as the next phrase or comma."""
    edge = _edge(language)
    lists = _lists(language).items()
    cues = {name: _alternatives(phrases) for name, phrases in lists if name != _UNTIL}
    leads = "|".join(f"(?P<{name}>{phrases})" for name, phrases in cues.items())
    ends = "|".join(cues.values())
    rest = rf"(?:(?!{edge}(?:{ends}){edge})[^,;:.，；。、،؛])+"
    return re.compile(rf"{edge}(?:{leads}){edge}{rest}", re.IGNORECASE)


def _without_purpose(told: str, language: str) -> str:
    """Partners without what is said of why or since when: "with the ports to ensure …"."""
    until = _until(language)
    return until.split(told, maxsplit=1)[0] if until else told


@cache
def _until(language: str) -> re.Pattern[str] | None:
    phrases = _lists(language).get(_UNTIL)
    edge = _edge(language)
    return re.compile(rf"{edge}(?:{_alternatives(phrases)}){edge}") if phrases else None


@cache
def _lists(language: str) -> dict[str, list[str]]:
    folder = files("stocktake.lexicon").joinpath("data/followup")
    file = folder.joinpath(f"{language}.toml")
    source = file if file.is_file() else folder.joinpath("en.toml")
    return tomllib.loads(source.read_text("utf-8"))


def _edge(language: str) -> str:
    return "" if language in _WITHOUT_SPACES else r"\b"


def _alternatives(phrases: list[str]) -> str:
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in longest_first)
