"""The words by which the parts of a negotiated text are known: units, options, opening verbs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from stocktake.lexicon import files
from stocktake.lexicon.sections import sections

UNITS = ("preamble", "part", "chapter", "section", "article", "paragraph", "annex", "option")
ALSO = ("paragraph", "article", "section")
_SPOKEN = tuple(f"{name}_also" for name in ALSO)
_OTHERS = ("no_text", "placeholder", "alternative_marks", "proposed_by", "enacting")
_SPEAKING = (*_SPOKEN, "unit_of", "unit_not_before")
_LISTS = (*UNITS, *_OTHERS, *_SPEAKING)
_NO_CASE = re.IGNORECASE
_CHINESE_NUMBER = r"\s*[\d〇一二三四五六七八九十百]{1,6}\s*"


@dataclass(frozen=True, slots=True)
class DraftWords:
    """What a parser of drafts must know of language, as patterns.

    *units* are pairs of the name of a kind of unit and its words; *preambular* and *operative*
    match an opening verb with what may stand before it, at the beginning of a paragraph. *spoken*
    are as *units*, with the forms in which a unit is spoken of; *unit_of* leads from one to the
    next; what *unit_not_before* matches behind a label makes it no unit.
    """

    units: tuple[tuple[str, re.Pattern[str]], ...]
    preambular: re.Pattern[str]
    operative: re.Pattern[str]
    enacting: re.Pattern[str]
    no_text: re.Pattern[str]
    placeholder: re.Pattern[str]
    alternative_mark: re.Pattern[str]
    proposed_by: re.Pattern[str]
    spoken: tuple[tuple[str, re.Pattern[str]], ...]
    unit_of: re.Pattern[str]
    unit_not_before: re.Pattern[str]


@cache
def draft_words(folder: Path | None = None) -> DraftWords:
    """The packaged words, with those of *folder* added; SettingsError if a file is wrong."""
    words = files.word_lists("drafts/words.toml", _LISTS, folder)
    verbs = sections("drafts/verbs.toml", folder)
    return DraftWords(
        units=tuple((name, _unit(words[name])) for name in UNITS),
        preambular=_opening(verbs, "preambular"),
        operative=_opening(verbs, "operative"),
        enacting=re.compile(_any(words["enacting"]), _NO_CASE),
        no_text=re.compile(rf"(?:{_any(words['no_text'])})\b", _NO_CASE),
        placeholder=_placeholder(words["placeholder"]),
        alternative_mark=re.compile(rf"\s*(?:{_any(words['alternative_marks'])})\s*", _NO_CASE),
        proposed_by=re.compile(rf"(?<!\w)(?:{_any(words['proposed_by'])})(?!\w)\s*:?", _NO_CASE),
        spoken=tuple((n, _unit((*words[n], *words.get(f"{n}_also", ())))) for n in UNITS),
        unit_of=re.compile(rf"(?<!\w)(?:{_any(words['unit_of'])})(?:(?<=['’])|(?!\w))", _NO_CASE),
        unit_not_before=re.compile(rf"(?:{_any(words['unit_not_before'])})(?!\w)", _NO_CASE),
    )


def _any(words: Iterable[str]) -> str:
    """Any of *words*, the longest first; "*" stands for a number between Chinese characters."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\*", _CHINESE_NUMBER) for word in ordered)


def _unit(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?:{_any(words)})(?![^\W\d_])\.?", _NO_CASE)


def _opening(verbs: dict[str, dict[str, tuple[str, ...]]], name: str) -> re.Pattern[str]:
    before = _any(word for lists in verbs.values() for word in lists["before"])
    opening = _any(word for lists in verbs.values() for word in lists[name])
    return re.compile(
        rf"(?:(?:{before})[\s*_\]\[]*){{0,2}}(?:{opening})(?![^\W\u4e00-\u9fff])", _NO_CASE
    )


def _placeholder(words: Iterable[str]) -> re.Pattern[str]:
    """Nothing, dots or dashes, or words of the list before whatever is said of the gap."""
    short = [word for word in words if len(word) <= 3]
    long = [word for word in words if len(word) > 3]
    marks = r"[\s.…_\-–—#*?]*"
    return re.compile(rf"{marks}\Z|\W*(?:{_any(short)})\W*\Z|\W*(?:{_any(long)})\b", _NO_CASE)
