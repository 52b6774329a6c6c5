"""Two successive drafts beside each other: what became of each provision, word by word."""

from __future__ import annotations

from dataclasses import dataclass

from stocktake.model.alignments import Alignment
from stocktake.model.changes import Change, Settled, Settlement
from stocktake.model.drafts import ProvisionKind


@dataclass(frozen=True, slots=True)
class Unit:
    """A provision as it is shown: *number* as it stands, *text* its own words on one line.

    *depth* is 0 for an outermost one.
    """

    id: str
    kind: ProvisionKind
    number: str
    heading: str
    text: str
    depth: int


@dataclass(frozen=True, slots=True)
class ComparedProvision:
    """What became of provisions: *changes* are of the texts of *old* and *new*, joined by lines."""

    alignment: Alignment
    old: tuple[Unit, ...]
    new: tuple[Unit, ...]
    changes: tuple[Change, ...]

    @property
    def old_text(self) -> str:
        return "\n".join(unit.text for unit in self.old)

    @property
    def new_text(self) -> str:
        return "\n".join(unit.text for unit in self.new)


@dataclass(frozen=True, slots=True)
class Comparison:
    """All of both drafts, in the order of the new; what was deleted stands where it stood.

    *old_id* and *new_id* are those of the drafts; *order* the ids of the old provisions as they
    stood. *settled* tells in words what became of brackets, in the order of *settlements*, and of
    options; *parts* are pairs of outermost units, a new one and where most of its words come from.
    """

    old_id: str
    new_id: str
    provisions: tuple[ComparedProvision, ...]
    settlements: tuple[Settlement, ...] = ()
    order: tuple[str, ...] = ()
    settled: tuple[Settled, ...] = ()
    parts: tuple[tuple[str, str], ...] = ()
