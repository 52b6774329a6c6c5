"""The numbers of a draft as lists of Word, where Word counts as the draft does.

"2bis." and whatever else breaks a count is no number of a list; it is written as text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from stocktake.exporters.ooxml import Element, make

_DEEPEST = 8
_NUMBER = re.compile(r"(?P<open>\(?)(?P<label>\d{1,4}|[a-z]{1,2}|[ivxl]{1,7})(?P<close>[.)])")
_ROMAN = ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Shape:
    """How the numbers of a list are written."""

    kind: str
    open: str
    close: str


@dataclass(slots=True)
class _Series:
    """A list that goes on: its id, shape, and the number that comes next."""

    id: int
    shape: Shape
    level: int
    following: int


@dataclass(slots=True)
class Numbering:
    """Gives each numbered paragraph its list, and in the end the part of the file that tells."""

    shapes: list[Shape] = field(default_factory=list)
    lists: list[tuple[int, int, int]] = field(default_factory=list)
    _open: dict[str, _Series] = field(default_factory=dict)

    def properties(self, number: str, around: str, level: int) -> Element | None:
        """What makes a paragraph bear *number*, in the provision *around*; None: Word cannot."""
        found = _NUMBER.fullmatch(number)
        if found is None or level > _DEEPEST:
            return None
        series = self._series(found, around, level)
        if series is None:
            return None
        series.following += 1
        return make("w:numPr", make("w:ilvl", val=str(level)), make("w:numId", val=str(series.id)))

    def _series(self, found: re.Match[str], around: str, level: int) -> _Series | None:
        """The list that goes on with this number, or a new one that begins with it."""
        readings = _readings(found["label"])
        last = self._open.get(around)
        if last is not None and last.level == level:
            is_next = readings.get(last.shape.kind) == last.following
            if is_next and last.shape == Shape(last.shape.kind, found["open"], found["close"]):
                return last
        if not readings:
            return None
        kind = min(readings, key=lambda name: (readings[name] != 1, name))
        return self._begun(
            Shape(kind, found["open"], found["close"]), around, level, readings[kind]
        )

    def _begun(self, shape: Shape, around: str, level: int, first: int) -> _Series:
        if shape not in self.shapes:
            self.shapes.append(shape)
        self.lists.append((self.shapes.index(shape), level, first))
        series = _Series(len(self.lists), shape, level, first)
        self._open[around] = series
        return series

    def fill(self, part: Element) -> None:
        """Put all lists into the numbering part of a document, in place of those it has."""
        for child in list(part):
            part.remove(child)
        part.extend(_abstract(place, shape) for place, shape in enumerate(self.shapes))
        part.extend(_list(place, *told) for place, told in enumerate(self.lists, 1))


def _readings(label: str) -> dict[str, int]:
    """What a label may count: "i" is the ninth letter and the first Roman number."""
    if label.isdigit():
        return {"decimal": int(label)} if str(int(label)) == label else {}
    found = {}
    if len(set(label)) == 1:
        found["lowerLetter"] = ord(label[0]) - ord("a") + 1 + 26 * (len(label) - 1)
    if (value := _roman_value(label)) is not None:
        found["lowerRoman"] = value
    return found


def _roman_value(label: str) -> int | None:
    return next((value for value in range(1, _LONGEST) if _roman(value) == label), None)


def _roman(value: int) -> str:
    written = ""
    for worth, letters in _ROMAN:
        written += letters * (value // worth)
        value %= worth
    return written


def _abstract(place: int, shape: Shape) -> Element:
    levels = [_level(level, shape) for level in range(_DEEPEST + 1)]
    kind = make("w:multiLevelType", val="multilevel")
    return make("w:abstractNum", kind, *levels, abstractNumId=str(place))


def _level(level: int, shape: Shape) -> Element:
    return make(
        "w:lvl",
        make("w:start", val="1"),
        make("w:numFmt", val=shape.kind),
        make("w:suff", val="tab"),
        make("w:lvlText", val=f"{shape.open}%{level + 1}{shape.close}"),
        make("w:lvlJc", val="left"),
        ilvl=str(level),
    )


def _list(place: int, shape: int, level: int, first: int) -> Element:
    start = make("w:lvlOverride", make("w:startOverride", val=str(first)), ilvl=str(level))
    return make("w:num", make("w:abstractNumId", val=str(shape)), start, numId=str(place))
