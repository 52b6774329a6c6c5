"""Positions of a day: where an actor stood for the first time, and where it changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from stocktake.model import Position, PositionChange, PositionStance, Proposal, Sentence
from stocktake.reports.brief.saying import shortened
from stocktake.reports.dates import say_text
from stocktake.reports.digest.day import Day
from stocktake.reports.patterns import Cited, claim, words
from stocktake.reports.stands import passages
from stocktake.reports.wording import heading_of

_MOST = 15
_TAKEN = (PositionStance.SUPPORTS, PositionStance.OPPOSES, PositionStance.MIXED)


def taken(day: Day) -> Iterator[Sentence]:
    """On each proposal, those of most actors first: who stood on which side for the first time."""
    found: dict[str, list[Position]] = defaultdict(list)
    for position in _first(day):
        found[position.target].append(position)
    proposals = [item for item in day.records.stock.proposals if item.id in found]
    proposals.sort(key=lambda item: (-len(found[item.id]), item.number))
    for item in proposals[:_MOST]:
        yield from _on(item, found[item.id], day)
    left = [Cited(str(item.number), _proofs(found[item.id], day)) for item in proposals[_MOST:]]
    if left:
        yield claim("digest_further", n=len(left), numbers=shortened(left, _MOST))


def _first(day: Day) -> Iterator[Position]:
    """The positions first taken in own words on this day, as they were on it."""
    changes = {(item.actor_id, item.target): item.stands[0] for item in day.records.stock.changes}
    own = set(day.documents.values())
    for position in day.records.stock.positions:
        if position.via is None and position.dates and day.is_of_day(position.dates[0]):
            first = changes.get((position.actor_id, position.target))
            statements = (day.records.statements[id_] for id_ in position.statement_ids)
            ids = tuple(item.id for item in statements if item.document_id in own)
            if ids:
                stance = first.stance if first else position.stance
                yield replace(position, stance=stance, statement_ids=ids)


def _on(item: Proposal, positions: list[Position], day: Day) -> Iterator[Sentence]:
    for stance in _TAKEN:
        held = [one for one in positions if one.stance is stance]
        actors = sorted(held, key=lambda one: day.records.name(one.actor_id).casefold())
        if actors:
            yield claim(
                f"digest_{stance.value}",
                n=len(actors),
                actors=[_actor(one, day) for one in actors],
                proposal=heading_of(item, day.records),
            )


def _actor(position: Position, day: Day) -> Cited:
    name = day.records.name(position.actor_id)
    return Cited(name, passages(position.statement_ids, day.records))


def _proofs(positions: list[Position], day: Day) -> tuple[str, ...]:
    ids = [id_ for position in positions for id_ in position.statement_ids]
    return passages(ids, day.records)


def changed(day: Day) -> Iterator[Sentence]:
    """Each actor that stood otherwise on this day than before."""
    headings = {item.id: heading_of(item, day.records) for item in day.records.stock.proposals}
    for item in day.records.stock.changes:
        if day.is_of_day(item.stands[-1].date) and item.target in headings:
            yield _changed(item, headings[item.target], day)


def _changed(item: PositionChange, proposal: str, day: Day) -> Sentence:
    before, now = item.stands[-2:]
    stood = [
        Cited(
            words("stood", stance=words(stand.stance.value), date=say_text(stand.date)),
            passages(stand.statement_ids, day.records),
        )
        for stand in (before, now)
    ]
    actor = day.records.name(item.actor_id)
    return claim("digest_changed", actor=actor, stands=stood, proposal=proposal)
