"""What every exporter of a comparison is, and what it is told beside the comparison."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Protocol

from stocktake.model import Comparison


@dataclass(frozen=True, slots=True)
class Between:
    """How both drafts are called, to whom and to which day (ISO 8601) changes are ascribed, and the
    address of the page to go *back* to, if the comparison is shown among others."""

    old: str
    new: str
    author: str = "stocktake"
    date: str = "2000-01-01T00:00:00Z"
    back: str = ""


class ComparisonExporter(Protocol):
    """Writes a comparison in one format; the same always gives the same bytes."""

    suffix: ClassVar[str]
    media_type: ClassVar[str]

    def export(self, comparison: Comparison, between: Between) -> bytes:
        """The comparison in this format, with every word of both drafts."""
        ...
