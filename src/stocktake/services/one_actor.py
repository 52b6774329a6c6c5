"""All that a stock holds of one actor: what a page on it shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from stocktake import lexicon
from stocktake.errors import NotFoundError
from stocktake.lexicon import Lexicon
from stocktake.lexicon.offices import voice_of
from stocktake.model import Actor, Membership, PositionStance, Statement, Stock
from stocktake.services import actor_history, rows, rows_positions
from stocktake.services.frozen import last_stock
from stocktake.services.names import Names
from stocktake.services.rows import Row
from stocktake.services.workspace import Workspace

_CLOSEST = 5


@dataclass(frozen=True, slots=True)
class OneActor:
    """An actor, and rows by what they tell: memberships, participation, inputs, statements,
    positions, asks, changes, contradictions, what became of its asks; each may be empty."""

    actor: Actor
    parts: dict[str, list[Row]]


def show(workspace: Workspace, which: str) -> OneActor:
    """What the last stock holds of the actor with that name or id.

    NotFoundError if none of its actors has it; the remedy names some that are near.
    """
    stock = last_stock(workspace)
    words = lexicon.load(workspace.lexicon)
    actor = _find(stock, which, words)
    names = Names(stock, workspace.lexicon)
    parts = {name: list(part) for name, part in _parts(actor.id, names, words)}
    became = list(actor_history.became(workspace, stock, actor))
    return OneActor(actor, {**parts, "became of its asks": became})


def find(stock: Stock, which: str, workspace: Workspace) -> Actor:
    """The actor of a stock with that name or id; NotFoundError names some that are near."""
    return _find(stock, which, lexicon.load(workspace.lexicon))


def _find(stock: Stock, which: str, words: Lexicon) -> Actor:
    resolved = words.actors.resolve(which)
    wanted = {which.casefold(), resolved.id.casefold() if resolved else ""}
    for actor in stock.actors:
        if wanted & {actor.id.casefold(), actor.name.casefold()}:
            return actor
    near = [item.name for item in stock.actors if which.casefold() in item.name.casefold()]
    raise NotFoundError(
        f"nothing is known of an actor {which!r} in the last stock.",
        remedy=f"Near it: {'; '.join(near[:_CLOSEST])}." if near else "See: stocktake show actors",
    )


def _parts(actor_id: str, names: Names, words: Lexicon) -> Iterator[tuple[str, Iterator[Row]]]:
    stock = names.stock
    told = [item for item in stock.statements if actor_id in {voice_of(a.id) for a in item.actors}]
    held = [item for item in stock.positions if item.actor_id == actor_id]
    taken = [item for item in held if item.stance is not PositionStance.SILENT]
    yield "memberships", _memberships(actor_id, names, words)
    yield "participation", actor_history.participation(actor_id, names)
    yield "inputs", (rows.input_(i, names) for i in stock.inputs if actor_id in i.actor_ids)
    yield "statements", (_statement(item, names) for item in told)
    yield "positions", (rows_positions.position(item, names) for item in taken)
    yield "asks", _asks({item.id for item in told}, names)
    yield (
        "changes",
        (rows_positions.change(c, names) for c in stock.changes if c.actor_id == actor_id),
    )
    yield (
        "contradictions",
        (
            rows_positions.contradiction(item, names)
            for item in stock.contradictions
            if actor_id in {item.group_id, item.member_id}
        ),
    )


def _memberships(actor_id: str, names: Names, words: Lexicon) -> Iterator[Row]:
    for item in words.memberships:
        if actor_id in {item.member_id, item.group_id}:
            yield _membership(item, names, words)


def _membership(record: Membership, names: Names, words: Lexicon) -> Row:
    return {
        "group": _name(record.group_id, names, words),
        "member": _name(record.member_id, names, words),
        "since": record.since or "",
        "until": record.until or "",
        "source": record.source,
    }


def _name(actor_id: str, names: Names, words: Lexicon) -> str:
    """The name of an actor that may have no part in the stock."""
    known = names.actor(actor_id)
    if known != actor_id:
        return known
    try:
        return words.actors.get(actor_id).name
    except NotFoundError:
        return actor_id


def _statement(record: Statement, names: Names) -> Row:
    return {"id": record.id[:12], **rows.statement(record, names)}


def _asks(statement_ids: set[str], names: Names) -> Iterator[Row]:
    """The proposals that the actor's own statements are part of."""
    for item in names.stock.proposals:
        if not statement_ids.isdisjoint(item.statement_ids):
            yield rows.proposal(item, names)


def as_record(found: OneActor) -> dict[str, Any]:
    """The same as plain data, for programs and pages."""
    actor = found.actor
    return {
        "actor": {"id": actor.id, "name": actor.name, "kind": actor.kind, "region": actor.region},
        **found.parts,
    }
