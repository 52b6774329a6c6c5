"""The map of actors, who is not on it, and who stands between coalitions."""

from __future__ import annotations

from collections.abc import Iterator

from stocktake.lexicon.relations import Thresholds
from stocktake.model import ActorMap, Bridge, Cell, Chart, ChartKind, Section, Sentence
from stocktake.model.report import Block
from stocktake.reports import facts
from stocktake.reports.patterns import Cited, cell, plain, table, words
from stocktake.reports.relations_coalitions import anchor
from stocktake.reports.stands import paragraph
from stocktake.reports.targets import Targets, figure, percent
from stocktake.reports.voices import grouped


def on_map(targets: Targets, limits: Thresholds) -> Section:
    """The map with its table, what it shows of all differences, and who is left out."""
    found = targets.records.stock.relations.map
    blocks = (
        *(_map(found, targets) if found else paragraph(_no_map(limits))),
        *_left_out(targets, limits),
    )
    return Section("relations-map", words("relations_map"), blocks)


def _no_map(limits: Thresholds) -> Sentence:
    return plain("no_map", least=str(limits.least_compared))


def _map(found: ActorMap, targets: Targets) -> tuple[Block, ...]:
    shares = plain(
        "map_shares",
        x=percent(found.x_share),
        y=percent(found.y_share),
        stress=f"{found.stress:.2f}",
    )
    rows = [
        (
            Cell(targets.records.name(point.actor_id)),
            _coalition_of(point.actor_id, targets),
            figure(point.x),
            figure(point.y),
        )
        for point in found.points
    ]
    return (
        *paragraph(plain("map_rule"), shares, note=True),
        Chart(ChartKind.MAP, table("actor_map", rows)),
    )


def _coalition_of(actor_id: str, targets: Targets) -> Cell:
    found = (
        item.number
        for item in targets.records.stock.relations.coalitions
        if actor_id in item.actor_ids
    )
    number = next(found, None)
    return _in_coalition(number) if number else Cell(words("in_none"))


def _in_coalition(number: int) -> Cell:
    return Cell(words("in_coalition", number=str(number)), value=number, link=anchor(number))


def _left_out(targets: Targets, limits: Thresholds) -> Iterator[Block]:
    left = targets.records.stock.relations.structure.left_out
    if left:
        yield from paragraph(
            plain("not_compared", n=len(left), least=str(limits.least_positions)), note=True
        )
        names = {id_: Cited(targets.records.name(id_)) for id_ in left}
        yield table("not_compared", grouped(names, targets.records))


def between(targets: Targets) -> Section:
    """The bridges with what makes them."""
    found = targets.records.stock.relations.bridges
    if not found:
        blocks: tuple[Block, ...] = paragraph(plain("no_bridge"))
    else:
        rows = [_bridge(item, targets) for item in found]
        blocks = (*paragraph(plain("bridges_rule"), note=True), *facts.tables("bridges", rows))
    return Section("relations-bridges", words("relations_bridges"), blocks)


def _bridge(item: Bridge, targets: Targets) -> tuple[Cell, ...]:
    strengths = [
        Cited(words("strength", number=str(number), held=f"{held:.2f}"))
        for number, held in item.strengths
    ]
    return (
        Cell(targets.records.name(item.actor_id)),
        _in_coalition(item.coalition) if item.coalition else Cell(words("in_none")),
        figure(item.participation),
        cell("number_list", numbers=strengths),
        targets.shared(item.shared),
    )
