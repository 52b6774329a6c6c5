"""The numbers that Word puts before paragraphs, computed as Word does."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml.etree import _Element

from stocktake.readers.docx_package import W
from stocktake.readers.docx_styles import value, whole
from stocktake.readers.html_lists import BULLET, written

DEEPEST = 9
_KINDS = {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}
_PLACEHOLDER = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: where it starts, how it is written, and after which level it restarts
    (0: never; None: after any higher one)."""

    start: int
    kind: str
    text: str
    restart: int | None
    properties: _Element | None = None


_PLAIN = Level(1, "decimal", "", None)


class Numbering:
    """Counts the paragraphs of each list; to be asked in the order of the document."""

    def __init__(self, root: _Element | None) -> None:
        self._abstract: dict[str, dict[int, Level]] = {}
        self._lists: dict[str, tuple[str, dict[int, int]]] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._started: set[str] = set()
        if root is not None:
            for element in root.iterchildren(f"{W}abstractNum"):
                self._abstract[element.get(f"{W}abstractNumId", "")] = _levels(element)
            for element in root.iterchildren(f"{W}num"):
                abstract = value(element, "abstractNumId") or ""
                self._lists[element.get(f"{W}numId", "")] = (abstract, _overrides(element))

    def number(self, list_id: str, level: int) -> str | None:
        """Count a paragraph, and return what stands before it; None if nothing does."""
        abstract, overrides = self._lists.get(list_id, ("", {}))
        levels = self._abstract.get(abstract)
        if levels is None or not 0 <= level < DEEPEST:
            return None
        counts = self._counts.setdefault(abstract, [None] * DEEPEST)
        if list_id not in self._started:
            self._started.add(list_id)
            for deep, start in overrides.items():
                counts[deep] = start - 1
        _count(counts, levels, level)
        return _shown(counts, levels, level)

    def properties(self, list_id: str | None, level: int) -> _Element | None:
        """The paragraph properties that a list gives to one of its levels."""
        abstract, _ = self._lists.get(list_id or "", ("", {}))
        found = self._abstract.get(abstract, {}).get(level)
        return found.properties if found else None


def _count(counts: list[int | None], levels: dict[int, Level], level: int) -> None:
    own = levels.get(level, _PLAIN)
    before = counts[level]
    counts[level] = own.start if before is None else before + 1
    for deeper in range(level + 1, DEEPEST):
        restart = levels.get(deeper, _PLAIN).restart
        if restart is None or level < restart:
            counts[deeper] = None


def _shown(counts: list[int | None], levels: dict[int, Level], level: int) -> str | None:
    own = levels.get(level, _PLAIN)
    if own.kind == "bullet":
        return BULLET
    if own.kind == "none" and not own.text:
        return None

    def number(found: re.Match[str]) -> str:
        place = int(found[1]) - 1
        shape = levels.get(place, _PLAIN)
        count = counts[place]
        return written(shape.start if count is None else count, _KINDS.get(shape.kind, "1"))

    return " ".join(_PLACEHOLDER.sub(number, own.text).split()) or None


def _levels(abstract: _Element) -> dict[int, Level]:
    levels = {}
    for element in abstract.iterchildren(f"{W}lvl"):
        place = whole(element.get(f"{W}ilvl"))
        start = whole(value(element, "start"))
        if place is not None:
            levels[place] = Level(
                1 if start is None else start,
                value(element, "numFmt") or "decimal",
                value(element, "lvlText") or "",
                whole(value(element, "lvlRestart")),
                element.find(f"{W}pPr"),
            )
    return levels


def _overrides(element: _Element) -> dict[int, int]:
    overrides = {}
    for override in element.iterchildren(f"{W}lvlOverride"):
        place = whole(override.get(f"{W}ilvl"))
        start = whole(value(override, "startOverride"))
        if place is not None and place < DEEPEST and start is not None:
            overrides[place] = start
    return overrides
