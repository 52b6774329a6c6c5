"""How far in a Word paragraph begins, by its own properties, its list's level, or its style."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml.etree import _Element

from stocktake.readers.docx_package import W

_TWIPS = 20
_MEASURE = re.compile(r"-?\d{1,6}\Z")


def indent(properties: Iterable[_Element | None]) -> int:
    """In points; of *properties* (``w:pPr``), the nearest first, each value counts where told
    first. A hanging first line begins further out; one that is indented more does not count."""
    told = [found for found in map(_indents, properties) if found is not None]
    left = _first(told, "left", "start")
    hanging = _first(told, "hanging")
    return max(0, left - hanging) // _TWIPS


def _indents(properties: _Element | None) -> _Element | None:
    return None if properties is None else properties.find(f"{W}ind")


def _first(told: Iterable[_Element], *names: str) -> int:
    for element in told:
        for name in names:
            value = element.get(f"{W}{name}", "")
            if _MEASURE.match(value):
                return int(value)
    return 0
