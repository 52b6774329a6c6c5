"""Tables of what positions show: changes, contradictions, clusters, voices, conflicting facts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from stocktake.exporters.material import Material
from stocktake.exporters.tables.columns import Column, Table, Type, field, listed, text
from stocktake.model.clusters import ProposalCluster
from stocktake.model.positions import PositionChange, Stand


@dataclass(frozen=True, slots=True)
class _Stood:
    change: PositionChange
    stand: Stand


@dataclass(frozen=True, slots=True)
class _Clustered:
    cluster: ProposalCluster
    proposal_id: str


def _stood(material: Material) -> Iterator[_Stood]:
    for change in material.stock.changes:
        yield from (_Stood(change, stand) for stand in change.stands)


def _clustered(material: Material) -> Iterator[_Clustered]:
    for cluster in material.stock.clusters:
        yield from (_Clustered(cluster, item) for item in cluster.proposal_ids)


CHANGES = Table(
    "position_changes",
    "A stance that an actor took at a date, where it took different ones over time.",
    (
        text(
            "actor_id", "The actor: actors.actor_id.", "XFR", lambda item, _: item.change.actor_id
        ),
        text(
            "target", "A proposal id, or theme:CODE.", "a11e…", lambda item, _: item.change.target
        ),
        text("date", "A day, month or year.", "2031-04-02", lambda item, _: item.stand.date),
        text(
            "stance",
            "supports, opposes or mixed.",
            "opposes",
            lambda item, _: item.stand.stance.value,
        ),
        text(
            "statement_ids",
            "The statements that prove it, with spaces between.",
            "5d20…",
            lambda item, _: listed(item.stand.statement_ids),
        ),
    ),
    _stood,
)
CONTRADICTIONS = Table(
    "contradictions",
    "A member that took the opposite side of its group.",
    (
        field("target", "A proposal id, or theme:CODE.", "a11e…"),
        field("group_id", "The group: actors.actor_id.", "group:coastal"),
        field("group_stance", "Where the group stands.", "supports"),
        field("member_id", "The member: actors.actor_id.", "XSY"),
        field("member_stance", "Where the member stands.", "opposes"),
        text(
            "group_statement_ids",
            "Statements of the group, with spaces between.",
            "5d20…",
            lambda item, _: listed(item.group_statement_ids),
        ),
        text(
            "member_statement_ids",
            "Statements of the member, with spaces between.",
            "77ab…",
            lambda item, _: listed(item.member_statement_ids),
        ),
    ),
    lambda material: material.stock.contradictions,
)
CLUSTERS = Table(
    "clusters",
    "A proposal of a cluster: they ask different things of the same objects.",
    (
        text("cluster_id", "Hash of the cluster.", "c1a5…", lambda item, _: item.cluster.id),
        field("proposal_id", "The proposal: proposals.proposal_id.", "a11e…"),
        Column(
            "is_centre",
            Type.BOOLEAN,
            "Whether all others are close to it.",
            True,
            lambda item, _: item.proposal_id == item.cluster.centre_id,
        ),
        text("words", "What most share, verbatim.", "ports", lambda item, _: item.cluster.name),
    ),
    _clustered,
)
REGIONS = Table(
    "regions",
    "How many States of a regional group were heard on a theme.",
    (
        field("region", "The regional group.", "WEOG"),
        field("theme_code", "The theme: themes.code.", "ports"),
        field("heard", "States of the group that spoke in their own words.", 3),
        field("expected", "States of the group that were expected.", 12),
        field("all_heard", "The same of all groups.", 40),
        field("all_expected", "The same of all groups.", 60),
        field("through_group", "Further States heard through a group alone.", 2),
        field("tail", "Probability of as few or fewer by lot, 0..1.", 0.003),
        field("under_heard", "Whether that is too small to be chance.", True),
    ),
    lambda material: material.stock.regions,
)
AFFECTED = Table(
    "affected_voices",
    "Which of those whom a theme or lens affects most spoke on it.",
    (
        field("scheme", "themes, dimensions or lenses.", "lenses"),
        field("code", "The entry: themes.code.", "children"),
        text(
            "words",
            "Words in names by which they are known, with spaces between.",
            "child*",
            lambda item, _: listed(item.words),
        ),
        text(
            "actor_ids",
            "Who of them spoke, with spaces between; empty: nobody.",
            "org:harbour-watch",
            lambda item, _: listed(item.actor_ids),
        ),
    ),
    lambda material: material.stock.affected,
)
CONFLICTS = Table(
    "conflicts",
    "Two facts that tell different things of the same.",
    (
        field("kind", "The kind of the facts.", "attendance"),
        field("attribute", "In what they differ.", "count"),
        text("first_value", "What one tells.", "400", lambda item, _: item.values[0]),
        text("second_value", "What the other tells.", "350", lambda item, _: item.values[1]),
        text("first_fact_id", "One: facts.fact_id.", "fac7…", lambda item, _: item.fact_ids[0]),
        text(
            "second_fact_id", "The other: facts.fact_id.", "fac8…", lambda item, _: item.fact_ids[1]
        ),
    ),
    lambda material: material.stock.conflicts,
)
QUALITY = Table(
    "theme_quality",
    "How well a theme is assigned, measured on labels that people gave.",
    (
        field("scheme", "The scheme.", "themes"),
        field("code", "The entry: themes.code.", "ports"),
        field("basis", "What is used: terms, model or person.", "terms"),
        field("texts", "How many texts people labelled.", 240),
        Column(
            "precision",
            Type.NUMBER,
            "Share of those found that are right, of what is used, 0..1.",
            0.9,
            lambda item, _: item.used.precision,
        ),
        Column(
            "recall",
            Type.NUMBER,
            "Share of those labelled that are found, 0..1.",
            0.8,
            lambda item, _: item.used.recall,
        ),
    ),
    lambda material: material.stock.quality,
)
DEVELOPMENTS = (CHANGES, CONTRADICTIONS, CLUSTERS, REGIONS, AFFECTED, CONFLICTS, QUALITY)
