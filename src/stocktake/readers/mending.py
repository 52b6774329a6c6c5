"""Small repairs that all readers need: white space, ligatures, invisible and stray characters."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
_SURROGATE = re.compile("[\ud800-\udfff]")
_BLANKS = r"[^\S ]\s*|\s{2,}"
_RUN = re.compile(r"\s+")
_INVISIBLE = "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u200b\u200e\u200f\u202a-\u202e"
_INVISIBLE += "\u2060\u2066-\u2069\ufeff\ufffe\uffff]+"
_FLAW = re.compile(f"(?P<blanks>{_BLANKS})|(?P<ligature>[\ufb00-\ufb06])|{_INVISIBLE}")


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """``raw[start:end]`` becomes *text* in the canonical text."""

    start: int
    end: int
    text: str


def without_surrogates(raw: str) -> str:
    """Half characters, which no file may hold, become the replacement character."""
    return _SURROGATE.sub("\ufffd", raw)


def tidied(raw: str, start: int, end: int, changes: Sequence[Change]) -> list[Change]:
    """Cut ``raw[start:end]`` into stretches that follow on each other, each with its clean text.

    *changes* (sorted, not overlapping) hold what is not for this module to know; those outside
    the range are left aside. Every run of white space becomes one space, none is left at either
    end, and the list is empty if nothing else is there.
    """
    stretches = _single_spaced(_stretches(raw, start, end, changes))
    return _right_trimmed(_left_trimmed(stretches))


def _stretches(raw: str, start: int, end: int, changes: Sequence[Change]) -> Iterator[Change]:
    position = start
    first = bisect_left(changes, start, key=lambda change: change.start)
    for change in map(changes.__getitem__, range(first, len(changes))):
        if change.end > end or change.start == end:
            break
        if change.start < position:
            continue
        yield from _mended(raw, position, change.start)
        yield Change(change.start, change.end, _RUN.sub(" ", change.text))
        position = change.end
    yield from _mended(raw, position, end)


def _mended(raw: str, start: int, end: int) -> Iterator[Change]:
    position = start
    for flaw in _FLAW.finditer(raw, start, end):
        if position < flaw.start():
            yield Change(position, flaw.start(), raw[position : flaw.start()])
        yield Change(flaw.start(), flaw.end(), _repair(flaw))
        position = flaw.end()
    if position < end:
        yield Change(position, end, raw[position:end])


def _repair(flaw: re.Match[str]) -> str:
    if flaw["blanks"]:
        return " "
    return LIGATURES.get(flaw[0], "")


def _single_spaced(stretches: Iterator[Change]) -> list[Change]:
    """Where one stretch ends and the next begins with a space, only the first is left."""
    spaced: list[Change] = []
    after_blank = False
    for stretch in stretches:
        if after_blank and stretch.text[:1].isspace():
            spaced += _cut_left(stretch)
        else:
            spaced.append(stretch)
        if spaced[-1].text:
            after_blank = spaced[-1].text[-1].isspace()
    return spaced


def _cut_left(stretch: Change) -> list[Change]:
    """Take the leading white space out of the text of a stretch that is not empty."""
    text = stretch.text.lstrip()
    kept = stretch.end - stretch.start == len(stretch.text)
    if not kept or not text:
        return [Change(stretch.start, stretch.end, text)]
    middle = stretch.end - len(text)
    return [Change(stretch.start, middle, ""), Change(middle, stretch.end, text)]


def _left_trimmed(stretches: list[Change]) -> list[Change]:
    first = next((n for n, stretch in enumerate(stretches) if stretch.text.strip()), None)
    if first is None:
        return []
    head = _cut_left(stretches[first])
    return [head[-1], *stretches[first + 1 :]]


def _right_trimmed(stretches: list[Change]) -> list[Change]:
    while stretches and not stretches[-1].text.strip():
        stretches.pop()
    if stretches:
        last = stretches.pop()
        text = last.text.rstrip()
        kept = last.end - last.start == len(last.text)
        stretches.append(Change(last.start, last.start + len(text) if kept else last.end, text))
    return stretches
