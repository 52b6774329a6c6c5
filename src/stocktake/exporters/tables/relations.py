"""Tables of how actors stand to one another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from stocktake.exporters.material import Material
from stocktake.exporters.tables.columns import Column, Table, Type, field, text
from stocktake.model.relations import Coalition, Member


@dataclass(frozen=True, slots=True)
class _Belongs:
    coalition: Coalition
    member: Member


def _members(material: Material) -> Iterator[_Belongs]:
    for coalition in material.stock.relations.coalitions:
        yield from (_Belongs(coalition, member) for member in coalition.members)


CONVERGENCE = Table(
    "convergence",
    "How far views on a proposal or theme meet.",
    (
        field("target", "A proposal id, or theme:CODE.", "a11e…"),
        field("kind", "convergent, divergent, contested, singular or too few.", "convergent"),
        field("supports", "How many actors support it.", 8),
        field("opposes", "How many oppose it.", 1),
        field("mixed", "How many do both.", 0),
        field("through", "How many of them are heard through a group only.", 2),
        field("statements", "How many statements were made.", 14),
        field("inputs", "In how many inputs.", 9),
        field("support_share", "Share of supporters, 0..1; empty where too few spoke.", 0.89),
        field("agreement", "-1..1; empty where too few spoke.", 0.7),
        field("polarisation", "0..1; empty where too few spoke.", 0.2),
    ),
    lambda material: material.stock.relations.convergence,
)
TIES = Table(
    "ties",
    "Two actors that took sides on the same things.",
    (
        field("first", "One actor: actors.actor_id.", "XFR"),
        field("second", "The other, later by its id.", "XSY"),
        field("agreed", "On how many targets they stand on the same side, by own words.", 5),
        field("opposed", "On how many they stand on opposite sides.", 1),
        field("through", "On how many they agree only through a group.", 2),
        field("congruence", "0..1.", 0.62),
        field("conflict", "0..1.", 0.12),
    ),
    lambda material: material.stock.relations.ties,
)
COALITIONS = Table(
    "coalitions",
    "A member of a coalition.",
    (
        Column(
            "coalition",
            Type.INTEGER,
            "Number of the coalition, from 1, the largest first.",
            1,
            lambda item, _: item.coalition.number,
        ),
        text(
            "actor_id", "The member: actors.actor_id.", "XFR", lambda item, _: item.member.actor_id
        ),
        Column(
            "holds",
            Type.NUMBER,
            "Share of draws in which it stands with its fellow members, 0..1.",
            0.94,
            lambda item, _: item.member.holds,
        ),
    ),
    _members,
)
RELATIONS = (CONVERGENCE, TIES, COALITIONS)
