"""Positions on each proposal and theme, kept by what was said on it.

They depend on the statements that stand for a target, on the dates of their inputs and on who is a
member of what; so where none of these changed, the positions are those of the last time.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from stocktake.analysis.positions import Groups, Said, positions_on
from stocktake.analysis.sources import Sources
from stocktake.analysis.told import Told
from stocktake.model import Part, Position

KIND = "positions"


@dataclass(frozen=True, slots=True)
class Holding:
    """Who holds what, by what was *told*; what is to be kept of it (*now*)."""

    told: Told
    sources: Sources
    groups: Groups
    now: dict[str, bytes] = field(default_factory=dict)

    def on(self, target: str, said: Said) -> Part[Position]:
        """The positions on one *target*, by actor, from statements with the stance of their
        speaker."""
        key = self._key(target, said)
        known = self.told.memo.known(KIND).get(key)
        part = _part(known) if known else None
        made = part or Part.of(Position, positions_on(target, said, self.sources, self.groups))
        if key:
            self.now[key] = known or made.count.to_bytes(4, "big") + made.body
        return made

    def keep(self) -> None:
        self.told.memo.keep(KIND, self.now)

    def _key(self, target: str, said: Said) -> str:
        keys = self.told.keys
        told = [(item.id, stance, keys.get(item.document_id)) for item, stance in said]
        if any(key is None for _, _, key in told):
            return ""
        return hashlib.blake2b(repr((target, told)).encode(), digest_size=16).hexdigest()


def _part(packed: bytes) -> Part[Position]:
    return Part(Position, int.from_bytes(packed[:4], "big"), lambda: packed[4:])
