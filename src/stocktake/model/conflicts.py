"""Facts that tell different things of the same."""

from __future__ import annotations

from dataclasses import dataclass

from stocktake.model.facts import FactKind


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two facts of a kind that differ in the value of an *attribute*; both are shown."""

    kind: FactKind
    attribute: str
    values: tuple[str, str]
    fact_ids: tuple[str, str]
