"""Who takes which side on what in its own words: the table from which networks are made.

Only targets count on which at least two actors took a side, and only actors with enough of these.
A position through a group is no entry: members do not become alike because their group spoke. Who
takes both sides is no entry either. Supporting or opposing something under a theme is no common
cause, so themes are left out, but for the subject of the process itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array

from stocktake.model import Position, PositionStance

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
SIDES = (PositionStance.SUPPORTS, PositionStance.OPPOSES)


@dataclass(frozen=True, slots=True)
class Stances:
    """Cells of a table of *actors* by *targets*, both in the order of their ids.

    *rows*, *columns*, *against* (0 supports, 1 opposes) have one entry a cell, *positions* the
    position behind it. *few* are the actors with some, but too few cells.
    """

    actors: tuple[str, ...]
    targets: tuple[str, ...]
    rows: Ints
    columns: Ints
    against: Ints
    positions: tuple[Position, ...]
    few: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.positions)

    def table(self, kept: Flags | None = None) -> csr_array:
        """Actors by sides of targets, 1 for each cell; only those *kept*, if given."""
        side = self.columns + self.against * len(self.targets)
        values = np.ones(len(self)) if kept is None else kept.astype(float)
        return csr_array((values, (self.rows, side)), shape=(len(self.actors), self.sides))

    @property
    def sides(self) -> int:
        """How many columns the table of sides has: two a target."""
        return 2 * len(self.targets)


def stances(positions: Iterable[Position], subject: str | None, least: int) -> Stances:
    """The table of all sides taken in own words on proposals and the *subject* (``theme:CODE``).

    *least* is how many cells an actor must have. Targets and actors are dropped in turn until
    each that is left has enough.
    """
    taken = sorted(
        (
            item
            for item in positions
            if item.via is None
            and item.stance in SIDES
            and (item.target == subject or not item.target.startswith("theme:"))
        ),
        key=lambda item: (item.actor_id, item.target),
    )
    shared = _shared(taken, 1)
    kept = _shared(taken, least)
    few = {item.actor_id for item in shared} - {item.actor_id for item in kept}
    return _indexed(kept, tuple(sorted(few)))


def _shared(taken: list[Position], least: int) -> list[Position]:
    """Those on targets of two actors or more, by actors with *least* such positions."""
    while True:
        spoke = Counter(item.target for item in taken)
        common = [item for item in taken if spoke[item.target] > 1]
        held = Counter(item.actor_id for item in common)
        kept = [item for item in common if held[item.actor_id] >= least]
        if len(kept) == len(taken):
            return kept
        taken = kept


def _indexed(kept: list[Position], few: tuple[str, ...]) -> Stances:
    actors = tuple(actor for actor, _ in groupby(kept, attrgetter("actor_id")))
    targets = tuple(sorted({item.target for item in kept}))
    row = {actor: place for place, actor in enumerate(actors)}
    column = {target: place for place, target in enumerate(targets)}
    return Stances(
        actors,
        targets,
        np.array([row[item.actor_id] for item in kept], dtype=np.int64),
        np.array([column[item.target] for item in kept], dtype=np.int64),
        np.array([item.stance is PositionStance.OPPOSES for item in kept], dtype=np.int64),
        tuple(kept),
        few,
    )
