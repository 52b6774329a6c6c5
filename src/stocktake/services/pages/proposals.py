"""The list of proposals, and one proposal with who stands where and in which words."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import partial

from stocktake.errors import NotFoundError
from stocktake.model import Position, PositionStance, Proposal
from stocktake.services.pages.evidence import Evidence, Named, cited, in_order
from stocktake.services.pages.listing import Listed, Wanted, listed, mentions
from stocktake.services.pages.shown import Shown

ELSEWHERE = "no regional group"
_SIDES = frozenset({PositionStance.SUPPORTS, PositionStance.OPPOSES})


@dataclass(frozen=True, slots=True)
class ProposalLine:
    """A proposal as a line of the list; numbers are of actors, *own* those of them that support or
    oppose it in words of their own, not through a group."""

    number: int
    wording: str
    language: str
    supporters: int
    opponents: int
    own: int
    statements: int
    themes: tuple[Named, ...]
    dimensions: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Stands:
    """An actor on a proposal; *via* is the group through which, None for its own words."""

    actor: Named
    stance: str
    via: str | None
    counts: bool
    dates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Strip:
    """The actors of one regional group by where they stand."""

    region: str
    supports: tuple[Stands, ...]
    opposes: tuple[Stands, ...]
    mixed: tuple[Stands, ...]


@dataclass(frozen=True, slots=True)
class OneProposal:
    """A proposal with its *line*, a strip for each regional group, and what was said of it, page by
    page."""

    line: ProposalLine
    is_worded_by_a_person: bool
    also: tuple[int, ...]
    cluster: str
    strips: tuple[Strip, ...]
    statements: Listed[Evidence]


def proposals(shown: Shown, wanted: Wanted) -> Listed[ProposalLine]:
    """The proposals in which the words of *wanted* stand, of its theme, dimension and actor, those
    that most actors support first."""
    asked = asked_by(shown, wanted.actor) if wanted.actor else None
    among = [item for item in lines(shown) if asked is None or item.number in asked]
    return listed([item for item in among if _is_wanted(item, wanted)], wanted)


def lines(shown: Shown) -> list[ProposalLine]:
    """All proposals, those that most actors support or oppose first."""
    return shown.once("proposals", lambda: _lines(shown))


def asked_by(shown: Shown, actor_id: str) -> set[int]:
    """The numbers of the proposals that statements of an actor are part of."""
    said = shown.said_by.get(actor_id, ())
    return {shown.proposal_of[item.id].number for item in said if item.id in shown.proposal_of}


def _lines(shown: Shown) -> list[ProposalLine]:
    found = [line(shown, item) for item in shown.stock.proposals]
    return sorted(found, key=lambda item: (-item.supporters - item.opponents, item.number))


def one(shown: Shown, number: int, wanted: Wanted) -> OneProposal:
    """The proposal that bears *number* or into which that one was merged; NotFoundError if none."""
    proposal = shown.proposals.get(number)
    if proposal is None:
        raise NotFoundError(f"there is no proposal {number}.")
    return OneProposal(
        line(shown, proposal),
        bool(proposal.name),
        proposal.also,
        shown.names.cluster(proposal.id),
        strips(shown, shown.positions_on.get(proposal.id, ())),
        listed(in_order(shown, proposal.statement_ids), wanted).each(partial(cited, shown)),
    )


def line(shown: Shown, proposal: Proposal) -> ProposalLine:
    """A proposal as a line of the list."""
    positions = [item for item in shown.positions_on.get(proposal.id, ()) if item.counts]
    stances = [item.stance for item in positions]
    own = [item for item in positions if item.via is None and item.stance in _SIDES]
    wording = shown.statements[proposal.wording_id]
    source = shown.inputs[shown.input_of[wording.document_id]]
    return ProposalLine(
        proposal.number,
        proposal.name or wording.content.text,
        source.get("language") or "",
        stances.count(PositionStance.SUPPORTS),
        stances.count(PositionStance.OPPOSES),
        len(own),
        len(proposal.statement_ids),
        tuple(Named(code, shown.names.theme(code)) for code in proposal.theme_codes),
        tuple(Named(code, shown.names.theme(code)) for code in proposal.dimension_codes),
    )


def strips(shown: Shown, positions: tuple[Position, ...]) -> tuple[Strip, ...]:
    """Who stands where, by regional group; those without one last, who is silent left out."""
    found: dict[str, dict[PositionStance, list[Stands]]] = defaultdict(lambda: defaultdict(list))
    for item in positions:
        actor = shown.actors.get(item.actor_id)
        region = (actor.region if actor else None) or ELSEWHERE
        found[region][item.stance].append(_stands(shown, item))
    return tuple(
        Strip(
            region,
            _by_name(found[region][PositionStance.SUPPORTS]),
            _by_name(found[region][PositionStance.OPPOSES]),
            _by_name(found[region][PositionStance.MIXED]),
        )
        for region in sorted(found, key=lambda name: (name == ELSEWHERE, name))
    )


def _stands(shown: Shown, item: Position) -> Stands:
    actor = Named(item.actor_id, shown.names.actor(item.actor_id))
    via = shown.names.actor(item.via) if item.via else None
    return Stands(actor, item.stance.value, via, item.counts, item.dates)


def _by_name(stands: list[Stands]) -> tuple[Stands, ...]:
    return tuple(sorted(stands, key=lambda item: (item.actor.name, item.via or "")))


def _is_wanted(item: ProposalLine, wanted: Wanted) -> bool:
    return (
        _is_about(item.themes, wanted.theme)
        and _is_about(item.dimensions, wanted.dimension)
        and mentions(item.wording, wanted.words)
    )


def _is_about(about: tuple[Named, ...], code: str) -> bool:
    return not code or any(item.id == code for item in about)
