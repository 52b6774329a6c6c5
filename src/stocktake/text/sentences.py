"""Where sentences begin and end, in the six languages and in the prose of the United Nations."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).parent / "data" / "abbreviations.toml"
_CLOSERS = "[\"'”’»›)\\]」』]*(?:[\u00a0\u202f ]?[»›])?"
_STOP = rf"(?<![.!?…؟۔])(?P<stop>[.!?…؟۔]+){_CLOSERS}(?P<note>(?:\d{{1,3}}|[¹²³⁰⁴-⁹]+)?)(?=\s|\Z)"
_WIDE_STOP = rf"[。！？｡]+{_CLOSERS}"
_BREAK = re.compile(rf"{_STOP}|{_WIDE_STOP}|\n[^\S\n]*\n\s*")
_MARK = re.compile(r"[.!?…؟۔。！？｡\n]")
_LAST_WORD = re.compile(r"(?:[^\W_]|[.'’/-](?=[^\W_]))+$")
_NEXT = re.compile(r"\s*[\"'“‘«‹„(\[¿¡]*\s*(\S?)")
_NUMBER = re.compile(r"(?:\d{1,4}|[ivxlcdmIVXLCDM]{1,6}|[A-Za-z])(?:\.\d{1,3})*")
_NEAR = 40


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """Words that end in a full stop without ending a sentence, from ``abbreviations.toml``."""

    followed: frozenset[str]
    also_words: frozenset[str]
    open: frozenset[str]
    labelled: frozenset[str]


@cache
def abbreviations() -> Abbreviations:
    """The abbreviations of all six languages."""
    lists = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return Abbreviations(**{name: frozenset(words) for name, words in lists.items()})


def sentences(text: str, language: str | None = None) -> list[tuple[int, int]]:  # noqa: ARG001
    """Ranges of the sentences of *text*, in order, without the white space between them.

    All but white space lies in exactly one of them. A sentence ends at a blank line, and at a
    full stop, question or exclamation mark that is no part of an abbreviation, initial, reference
    or number at its head; at a semicolon never, so that "(a) …; (b) …" stays whole. *language* is
    a hint that is not needed today. Takes time in proportion to the length of *text*.
    """
    ranges = []
    start = 0
    for end in (*_ends(text), len(text)):
        trimmed = _trimmed(text, start, end)
        if trimmed:
            ranges.append(trimmed)
        start = end
    return ranges


def _ends(text: str) -> Iterator[int]:
    start = 0
    for match in _breaks(text):
        if match["stop"] is None:
            ends = not match.group().isspace() or not _goes_on(text, match)
        else:
            ends = _is_end(text, start, match)
        if ends:
            start = match.end()
            yield start


def _breaks(text: str) -> Iterator[re.Match[str]]:
    """Where a sentence may end; looked for only at marks, which are found fast."""
    position = 0
    for mark in _MARK.finditer(text):
        match = _BREAK.match(text, mark.start()) if mark.start() >= position else None
        if match:
            position = match.end()
            yield match


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    piece = text[start:end]
    bare = piece.strip()
    if not bare:
        return None
    first = start + len(piece) - len(piece.lstrip())
    return first, first + len(bare)


def _goes_on(text: str, gap: re.Match[str]) -> bool:
    """Whether the sentence goes on over a blank line, as where a page or a heading cut it."""
    before, after = text[max(0, gap.start() - 1) : gap.start()], text[gap.end() : gap.end() + 1]
    return after.islower() and (before.isalpha() or before in ",;-")


def _is_end(text: str, start: int, match: re.Match[str]) -> bool:
    following = _following(text, match.end())
    if not following or following.islower():
        return not following
    if match["note"]:
        return _follows_letter(text, match.start("stop"))
    if match["stop"] != ".":
        return True
    near = max(start, match.start() - _NEAR)
    begin = max(near, text.rfind(" ", near, match.start()) + 1)
    word = _LAST_WORD.search(text, begin, match.start())
    return word is None or _can_end(text, start, word, following)


def _following(text: str, position: int) -> str:
    found = _NEXT.match(text, position, position + _NEAR)
    return found.group(1) if found else ""


def _follows_letter(text: str, position: int) -> bool:
    return text[position - 1 : position].isalpha()


def _can_end(text: str, start: int, word: re.Match[str], following: str) -> bool:
    """Whether a sentence can end in this word and a full stop."""
    known = abbreviations()
    folded = word.group().lower()
    if _heads(text, start, word):
        return False
    if folded in known.followed:
        return word.group() in known.also_words and following.isalpha()
    if len(folded) == 1 and word.group().isupper():
        return _is_label(text, word, known)
    return folded not in known.open or following.isalpha()


def _heads(text: str, start: int, word: re.Match[str]) -> bool:
    """Whether the word is the number of a point: first in its sentence or line."""
    before = text[max(start, word.start() - _NEAR) : word.start()].rstrip(' \t(["“')
    at_head = not before.strip() or before.endswith("\n")
    return at_head and _NUMBER.fullmatch(word.group()) is not None


def _is_label(text: str, word: re.Match[str], known: Abbreviations) -> bool:
    """Whether a single letter names a part ("annex B.") or a degree, and is no initial."""
    before = text[max(0, word.start() - _NEAR) : word.start()].rstrip()
    noun = _LAST_WORD.search(before)
    return before.endswith(("°", "º")) or (
        noun is not None and noun.group().lower() in known.labelled
    )
