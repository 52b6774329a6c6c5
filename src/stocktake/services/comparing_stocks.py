"""What became of one stock in another: inputs, proposals by their numbers, positions, gaps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from stocktake.model import Stock
from stocktake.services import stock_lines
from stocktake.services.names import NOBODY, Names
from stocktake.services.stock_sides import Side
from stocktake.services.workspace import Workspace
from stocktake.store import Frozen

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class InputChange:
    """An input that *came* or *went*, or was *withdrawn* or brought *back*."""

    what: str
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class ProposalChange:
    """A proposal that is *new*, *gone*, *merged* (*into* another number) or *changed*; *before*
    and *after* are how many actors support and how many oppose it, None where it is not there.
    *passage* is where its wording stands: document, start, end."""

    what: str
    number: int
    wording: str
    passage: tuple[str, int, int]
    before: tuple[int, int] | None
    after: tuple[int, int] | None
    into: int | None = None


@dataclass(frozen=True, slots=True)
class Moved:
    """An actor that stands differently on what both stocks hold: a proposal, by its *number*, or
    the theme with that *code*. *before* and *after* are stances, empty for silent."""

    actor_id: str
    actor: str
    number: int | None
    code: str | None
    on: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class GapChange:
    """A gap that was *opened*, *closed*, or has another reason; *before* and *after* are its
    kinds, empty where there is none. *actor_id* None: nobody speaks of it."""

    what: str
    actor_id: str | None
    actor: str
    theme_code: str | None
    theme: str
    dimension: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class StockComparison:
    """Two stocks, and what differs between them, each list in an order of its own."""

    old: int
    new: int
    inputs: tuple[InputChange, ...]
    proposals: tuple[ProposalChange, ...]
    positions: tuple[Moved, ...]
    gaps: tuple[GapChange, ...]

    @property
    def is_same(self) -> bool:
        return not (self.inputs or self.proposals or self.positions or self.gaps)


def compare_numbered(workspace: Workspace, old: int, new: int) -> StockComparison:
    """Two stocks of a workspace by their numbers; NotFoundError if one is not there."""
    with workspace.store() as base, base.reading() as connection:
        both = [stock_lines.numbered(connection, number) for number in (old, new)]
        return compare(both[0], both[1])


def compare(old: Frozen, new: Frozen) -> StockComparison:
    """What became of stock *old* in stock *new*, by what keeps its name from one to the other:
    inputs by their bytes, proposals by their numbers, gaps by who and what they are about."""
    one, two = Side.of(old.stock), Side.of(new.stock)
    return StockComparison(
        old.number,
        new.number,
        tuple(sorted(_inputs(one, two), key=lambda item: (item.what, item.name, item.id))),
        tuple(_proposals(one, two)),
        tuple(sorted(_moved(one, two), key=_turned_first)),
        tuple(sorted(_gaps(one, two), key=_gap_place)),
    )


def rows(found: StockComparison) -> list[Row]:
    """The whole comparison as one table; *which* names a thing for good."""
    return [
        *(_row("input", item.what, item.id, item.name, ("", "")) for item in found.inputs),
        *map(_proposal_row, found.proposals),
        *(
            _row("position", _where(item), item.actor_id, item.actor, (item.before, item.after))
            for item in found.positions
        ),
        *(
            _row("gap", item.what, item.actor_id or "", _about(item), (item.before, item.after))
            for item in found.gaps
        ),
    ]


def _inputs(old: Side, new: Side) -> Iterator[InputChange]:
    for id_ in old.inputs.keys() | new.inputs.keys():
        what = _input_change(id_, old, new)
        if what:
            yield InputChange(what, id_, (new.inputs.get(id_) or old.inputs[id_]).title)


def _input_change(id_: str, old: Side, new: Side) -> str:
    if id_ not in old.inputs:
        return "came"
    if id_ not in new.inputs:
        return "went"
    if (id_ in old.withdrawn) == (id_ in new.withdrawn):
        return ""
    return "withdrawn" if id_ in new.withdrawn else "back"


def _proposals(old: Side, new: Side) -> Iterator[ProposalChange]:
    for number in sorted(old.proposals.keys() | new.proposals.keys()):
        before, after = old.tallies.get(number), new.tallies.get(number)
        if before == after:
            continue
        into = new.now.get(number) if after is None else None
        what = "merged" if into else _kind(before, after)
        side = old if after is None else new
        yield ProposalChange(
            what, number, side.wording(number), side.passage(number), before, after, into
        )


def _kind(before: object, after: object) -> str:
    if before is None:
        return "new"
    return "gone" if after is None else "changed"


def _moved(old: Side, new: Side) -> Iterator[Moved]:
    names, before, after = Names(new.stock), old.stances, new.stances
    who = _who(old.stock, new.stock)
    for actor_id, target in before.keys() | after.keys():
        stances = before.get((actor_id, target), ""), after.get((actor_id, target), "")
        is_shared = target in old.targets and target in new.targets
        if is_shared and stances[0] != stances[1]:
            number = target if isinstance(target, int) else None
            code = target if isinstance(target, str) else None
            on = new.wording(target) if isinstance(target, int) else names.theme(target)
            name = who.get(actor_id, actor_id)
            yield Moved(actor_id, name, number, code, on, *stances)


def _gaps(old: Side, new: Side) -> Iterator[GapChange]:
    names, who = Names(new.stock), _who(old.stock, new.stock)
    for key in old.gaps.keys() | new.gaps.keys():
        actor_id, theme, dimension = key
        kinds = old.gaps.get(key, ""), new.gaps.get(key, "")
        if kinds[0] != kinds[1]:
            what = "other reason" if all(kinds) else "opened" if kinds[1] else "closed"
            actor = who.get(actor_id, actor_id) if actor_id else NOBODY
            titles = names.theme(theme or None), names.theme(dimension or None)
            yield GapChange(what, actor_id or None, actor, theme or None, *titles, *kinds)


def _who(old: Stock, new: Stock) -> dict[str, str]:
    return {actor.id: actor.name for actor in (*old.actors, *new.actors)}


def _turned_first(item: Moved) -> tuple[bool, bool, int, str, str]:
    is_turn = bool(item.before and item.after)
    return not is_turn, not item.after, item.number or 0, item.code or "", item.actor_id


def _gap_place(item: GapChange) -> tuple[str, bool, str, str, str]:
    return (
        item.what,
        item.actor_id is not None,
        item.theme_code or "",
        item.dimension,
        item.actor_id or "",
    )


def _row(part: str, what: str, which: str, name: str, values: tuple[str, str]) -> Row:
    told = {"part": part, "what": what, "which": which, "name": name}
    return told | {"before": values[0], "after": values[1]}


def _proposal_row(item: ProposalChange) -> Row:
    what = f"merged into {item.into}" if item.into else item.what
    told = (_told(item.before), _told(item.after))
    return _row("proposal", what, str(item.number), item.wording, told)


def _told(tally: tuple[int, int] | None) -> str:
    return "" if tally is None else f"{tally[0]} for, {tally[1]} against"


def _where(item: Moved) -> str:
    return f"on proposal {item.number}" if item.number else f"on theme {item.code}"


def _about(item: GapChange) -> str:
    return ", ".join(filter(None, (item.actor, item.theme, item.dimension)))
