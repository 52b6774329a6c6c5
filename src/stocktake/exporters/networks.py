"""The networks in a stock: actors and proposals, actors among themselves, members and groups."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from stocktake.exporters.material import Material
from stocktake.lexicon.offices import voice_of
from stocktake.model import Actor, Stance

Attribute = str | int | float
Attributes = dict[str, Attribute]
Types = dict[str, type[Attribute]]

ACTOR: Types = {"kind": str, "label": str, "region": str}
STANCE: Types = {"stance": str, "via": str, "counts": int, "statements": int}
TIE: Types = {
    "agreed": int,
    "opposed": int,
    "through": int,
    "congruence": float,
    "conflict": float,
}
ASKED: Types = {"statements": int, "proposals": int}
TOGETHER: Types = {"statements": int, "actors": int}
MEMBER: Types = {"since": str, "until": str, "source": str}


@dataclass(frozen=True, slots=True)
class Node:
    """Who or what is joined; *attributes* of all nodes of a kind have the same names."""

    id: str
    attributes: Attributes


@dataclass(frozen=True, slots=True)
class Edge:
    """What joins two nodes."""

    source: str
    target: str
    attributes: Attributes


@dataclass(frozen=True, slots=True)
class Network:
    """A network by its *name*; the edges of a *directed* one lead from source to target.

    *of_nodes* and *of_edges* are the names and types of their attributes.
    """

    name: str
    of_nodes: Types
    of_edges: Types
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    directed: bool = False


def networks(material: Material) -> tuple[Network, ...]:
    """All networks, in a fixed order; only those nodes that an edge joins."""
    return (
        stances(material),
        ties(material),
        groups(material),
        asked(material),
        together(material),
    )


def stances(material: Material) -> Network:
    """Which actor takes which stance on which proposal, by its own words or through a group."""
    known = material.proposals
    edges = tuple(
        Edge(
            position.actor_id,
            position.target,
            {
                "stance": position.stance.value,
                "via": position.via or "",
                "counts": int(position.counts),
                "statements": len(position.statement_ids),
            },
        )
        for position in material.stock.positions
        if position.target in known and position.statement_ids
    )
    targets = {edge.target for edge in edges}
    proposals = (
        Node(
            item.id,
            {
                "kind": "proposal",
                "label": item.name or material.wording(item),
                "region": "",
                "number": item.number,
            },
        )
        for item in material.stock.proposals
        if item.id in targets
    )
    actors = _actors(material, {edge.source for edge in edges}, number=0)
    nodes = (*actors, *proposals)
    return Network(
        "actors-proposals", {**ACTOR, "number": int}, STANCE, nodes, edges, directed=True
    )


def ties(material: Material) -> Network:
    """How much pairs of actors agree and disagree, in their own words."""
    edges = tuple(
        Edge(
            tie.first,
            tie.second,
            {
                "agreed": tie.agreed,
                "opposed": tie.opposed,
                "through": tie.through,
                "congruence": tie.congruence,
                "conflict": tie.conflict,
            },
        )
        for tie in material.stock.relations.ties
    )
    return Network("actors-actors", ACTOR, TIE, tuple(_actors(material, _ends(edges))), edges)


def groups(material: Material) -> Network:
    """Who belongs to which group, and when; a member that left and came back has two edges."""
    edges = tuple(
        Edge(
            item.member_id,
            item.group_id,
            {
                "since": item.since.isoformat() if item.since else "",
                "until": item.until.isoformat() if item.until else "",
                "source": item.source,
            },
        )
        for item in material.memberships
    )
    nodes = tuple(_actors(material, _ends(edges)))
    return Network("members-groups", ACTOR, MEMBER, nodes, edges, directed=True)


def asked(material: Material) -> Network:
    """Who asks whom to act: in how many statements that ask it, on how many proposals."""
    said: dict[tuple[str, str], set[str]] = defaultdict(set)
    of = {id_: item.id for item in material.stock.proposals for id_ in item.statement_ids}
    for statement in material.stock.statements:
        if statement.stance is not Stance.OPPOSES:
            for actor in statement.actors:
                for addressee in statement.addressees:
                    said[voice_of(actor.id), addressee].add(statement.id)
    edges = tuple(
        Edge(
            source,
            target,
            {
                "statements": len(said[source, target]),
                "proposals": len({of[id_] for id_ in said[source, target] if id_ in of}),
            },
        )
        for source, target in sorted(said)
        if source != target
    )
    nodes = tuple(_actors(material, _ends(edges)))
    return Network("asking-asked", ACTOR, ASKED, nodes, edges, directed=True)


def together(material: Material) -> Network:
    """Who is to act with whom: in how many statements, asked by how many actors."""
    edges = tuple(
        Edge(
            item.actor,
            item.partner,
            {"statements": len(item.statement_ids), "actors": len(item.asked_by)},
        )
        for item in sorted(material.stock.partnerships, key=lambda item: (item.actor, item.partner))
    )
    nodes = tuple(_actors(material, _ends(edges)))
    return Network("acting-with", ACTOR, TOGETHER, nodes, edges, directed=True)


def _ends(edges: tuple[Edge, ...]) -> set[str]:
    return {end for edge in edges for end in (edge.source, edge.target)}


def _actors(material: Material, ids: set[str], **further: Attribute) -> Iterator[Node]:
    """A node for each actor, by id; one that the stock does not name is called by its id."""
    known: dict[str, Actor] = {actor.id: actor for actor in material.stock.actors}
    for actor_id in sorted(ids):
        actor = known.get(actor_id)
        told: Attributes = {
            "kind": actor.kind.value if actor else "",
            "label": actor.name if actor else actor_id,
            "region": (actor.region if actor else None) or "",
            **further,
        }
        yield Node(actor_id, told)
