"""What is asked for in many inputs: the proposals that most of their actors support."""

from __future__ import annotations

from collections.abc import Iterator, Set

from stocktake.model import Position, PositionStance, Proposal, Sentence
from stocktake.reports.brief.saying import shortened
from stocktake.reports.patterns import Cited, claim
from stocktake.reports.records import Records
from stocktake.reports.stands import passages
from stocktake.reports.wording import heading_of

_MOST = 5
_ACTORS = 12


def sentences(document_ids: Set[str], records: Records) -> Iterator[Sentence]:
    """The first few proposals by the number of actors that support them in these documents."""
    found = {item.id: _support(item, document_ids, records) for item in records.stock.proposals}
    asked = [item for item in records.stock.proposals if found[item.id]]
    asked.sort(key=lambda item: (-len(found[item.id]), item.number))
    for item in asked[:_MOST]:
        actors = found[item.id]
        yield claim(
            "brief_asked_by",
            n=len(actors),
            actors=shortened(actors, _ACTORS),
            proposal=heading_of(item, records),
        )


def _support(item: Proposal, document_ids: Set[str], records: Records) -> list[Cited]:
    """The actors that support a proposal in these documents, by name."""
    told = [
        Cited(records.name(position.actor_id), passages(ids, records))
        for position in records.positions.get(item.id, ())
        for ids in (_statements(position, document_ids, records),)
        if ids and position.via is None and position.stance is PositionStance.SUPPORTS
    ]
    return sorted(told, key=lambda one: (one.text.casefold(), one.citations))


def _statements(position: Position, document_ids: Set[str], records: Records) -> list[str]:
    return [
        id_
        for id_ in position.statement_ids
        if id_ in records.statements and records.statements[id_].document_id in document_ids
    ]
