"""The list of actors, and one actor: memberships, inputs, positions, asks and changes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from stocktake.errors import NotFoundError
from stocktake.model import Input, Position, PositionStance
from stocktake.services.pages.evidence import Evidence, Named, cited
from stocktake.services.pages.listing import Listed, Wanted, listed, mentions
from stocktake.services.pages.proposals import ProposalLine, proposals
from stocktake.services.pages.shown import Shown

_THEME = "theme:"


@dataclass(frozen=True, slots=True)
class ActorLine:
    """An actor as a line of the list."""

    id: str
    name: str
    kind: str
    region: str
    inputs: int
    statements: int
    supports: int
    opposes: int


@dataclass(frozen=True, slots=True)
class Held:
    """Where an actor stands on a *target*; *number* if that is a proposal, *code* if a theme."""

    target: str
    number: int | None
    code: str | None
    stance: str
    via: str | None
    dates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Belongs:
    """A membership of the actor: which *group*, or which *member* of it, from when to when."""

    group: Named
    member: Named
    since: str
    until: str
    source: str


@dataclass(frozen=True, slots=True)
class OneActor:
    """All that a page on one actor shows; *asks* are the first of the *asked* proposals that it
    asks for, *statements* a page of *line.statements*."""

    line: ActorLine
    memberships: tuple[Belongs, ...]
    statuses: tuple[tuple[str, str, str], ...]
    inputs: tuple[tuple[Named, str, str], ...]
    positions: tuple[Held, ...]
    asks: tuple[ProposalLine, ...]
    asked: int
    statements: Listed[Evidence]


def actors(shown: Shown, wanted: Wanted) -> Listed[ActorLine]:
    """The actors of a kind and region in whose name the words stand, by name."""
    every = shown.once("actors", lambda: _lines(shown))
    return listed([item for item in every if _is_wanted(item, wanted)], wanted)


def _lines(shown: Shown) -> list[ActorLine]:
    found = [_line(shown, id_) for id_ in shown.actors]
    return sorted(found, key=lambda item: (item.name.casefold(), item.id))


def one(shown: Shown, actor_id: str, wanted: Wanted) -> OneActor:
    """The actor with that id; NotFoundError if the stock has none."""
    if actor_id not in shown.actors:
        raise NotFoundError(f"there is no actor {actor_id!r}.")
    said = shown.said_by.get(actor_id, ())
    asks = proposals(shown, Wanted(actor=actor_id))
    return OneActor(
        line=_line(shown, actor_id),
        memberships=_memberships(shown, actor_id),
        statuses=tuple(
            (item.status.value, item.since or "", item.source)
            for item in shown.stock.participation
            if item.actor_id == actor_id
        ),
        inputs=tuple(
            (Named(item.id, item.title), item.get("date") or "", item.kind.value)
            for item in _handed_in(shown, actor_id)
        ),
        positions=tuple(
            _held(shown, item)
            for item in shown.positions_of.get(actor_id, ())
            if item.stance is not PositionStance.SILENT
        ),
        asks=asks.items,
        asked=asks.total,
        statements=listed(said, wanted).each(partial(cited, shown)),
    )


def _line(shown: Shown, actor_id: str) -> ActorLine:
    actor = shown.actors[actor_id]
    stances = [item.stance for item in shown.positions_of.get(actor_id, ())]
    return ActorLine(
        actor.id,
        actor.name,
        actor.kind.value,
        actor.region or "",
        len(_handed_in(shown, actor_id)),
        len(shown.said_by.get(actor_id, ())),
        stances.count(PositionStance.SUPPORTS),
        stances.count(PositionStance.OPPOSES),
    )


def _handed_in(shown: Shown, actor_id: str) -> tuple[Input, ...]:
    return shown.handed_in_by.get(actor_id, ())


def _memberships(shown: Shown, actor_id: str) -> tuple[Belongs, ...]:
    return tuple(
        Belongs(
            _named(shown, item.group_id),
            _named(shown, item.member_id),
            item.since.isoformat() if item.since else "",
            item.until.isoformat() if item.until else "",
            item.source,
        )
        for item in shown.words.memberships
        if actor_id in {item.group_id, item.member_id}
    )


def _named(shown: Shown, actor_id: str) -> Named:
    known = shown.actors.get(actor_id)
    return Named(actor_id, known.name if known else shown.words.actors.get(actor_id).name)


def _held(shown: Shown, item: Position) -> Held:
    is_theme = item.target.startswith(_THEME)
    proposal = None if is_theme else shown.proposal_with.get(item.target)
    return Held(
        shown.names.target(item.target),
        proposal.number if proposal else None,
        item.target.removeprefix(_THEME) if is_theme else None,
        item.stance.value,
        shown.names.actor(item.via) if item.via else None,
        item.dates,
    )


def _is_wanted(item: ActorLine, wanted: Wanted) -> bool:
    is_kind = wanted.kind in {"", item.kind} and wanted.region in {"", item.region}
    return is_kind and mentions(item.name, wanted.words)
