"""By what statements are sorted."""

from __future__ import annotations

from enum import StrEnum


class SchemeKind(StrEnum):
    """By what a scheme sorts."""

    THEMES = "themes"
    DIMENSIONS = "dimensions"
    LENSES = "lenses"
