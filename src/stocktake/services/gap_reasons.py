"""Why something is a gap, told from what was handed in and what became of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import cached_property

from stocktake.model import (
    Gap,
    GapKind,
    Input,
    LedgerStatus,
    Participation,
    ParticipationStatus,
    Stock,
)
from stocktake.model.withdrawals import WITHDRAWN

_UNREAD = frozenset({LedgerStatus.PARTIAL, LedgerStatus.FAILED})


class Reasons:
    """The reason of each gap of one stock, in words."""

    def __init__(self, stock: Stock) -> None:
        self.stock = stock

    def region(self, actor_id: str | None) -> str:
        """The regional group of an actor, if it is a State."""
        return self._regions.get(actor_id or "", "")

    def of(self, gap: Gap) -> str:
        """Why *gap* is one."""
        if gap.actor_id is None:
            return "no statement is about it" + (" at this level" if gap.dimension_code else "")
        return self._rules[gap.kind](gap, gap.actor_id)

    @cached_property
    def _rules(self) -> Mapping[GapKind, Callable[[Gap, str], str]]:
        return {
            GapKind.SILENT: self._silent,
            GapKind.NOT_ASKED: self._not_asked,
            GapKind.WITHDRAWN: self._withdrawn,
            GapKind.UNREADABLE: self._unreadable,
            GapKind.NO_INPUT: lambda *_: "something was expected of it, and nothing came",
        }

    def _silent(self, gap: Gap, actor_id: str) -> str:
        if gap.dimension_code:
            return "it spoke on the theme, and not at this level"
        read = len(self._inputs[actor_id])
        named = f"{read} input{'' if read == 1 else 's'} of it" if read else "what is told of it"
        return f"no term of the theme stands in {named}"

    def _not_asked(self, gap: Gap, actor_id: str) -> str:
        if gap.theme_code is None:
            since = min(filter(None, (item.since for item in self._told[actor_id])), default="")
            return f"it joined on {since}, after the last input"
        asked = dict(self.stock.process.asked).get(actor_id, ())
        return f"process.toml asks it only about: {', '.join(asked) or 'nothing'}"

    def _withdrawn(self, _: Gap, actor_id: str) -> str:
        left = [
            item for item in self._told[actor_id] if item.status is ParticipationStatus.WITHDRAWN
        ]
        if not left:
            return f"what it handed in was withdrawn: {self._taken_back(actor_id)}"
        days = ", ".join(item.since or "on a day not told" for item in left)
        return f"it withdrew: {days}"

    def _taken_back(self, actor_id: str) -> str:
        told = ((item.name, item.get(WITHDRAWN)) for item in self._inputs[actor_id])
        return "; ".join(f"{name} ({when})" for name, when in told if when)

    def _unreadable(self, _: Gap, actor_id: str) -> str:
        failed = [
            f"{item.name} ({self._failures[item.id]})"
            for item in self._inputs[actor_id]
            if item.id in self._failures
        ]
        return f"not read: {'; '.join(failed)}" if failed else "part of what it handed in is unread"

    @cached_property
    def _regions(self) -> dict[str, str]:
        return {actor.id: actor.region or "" for actor in self.stock.actors}

    @cached_property
    def _inputs(self) -> dict[str, list[Input]]:
        found: dict[str, list[Input]] = defaultdict(list)
        for item in self.stock.inputs:
            for actor_id in item.actor_ids:
                found[actor_id].append(item)
        return found

    @cached_property
    def _failures(self) -> dict[str, str]:
        failed = (item for item in self.stock.ledger if item.status in _UNREAD)
        return {item.input_id: item.reason for item in failed}

    @cached_property
    def _told(self) -> dict[str, list[Participation]]:
        found: dict[str, list[Participation]] = defaultdict(list)
        for item in self.stock.participation:
            found[item.actor_id].append(item)
        return found
