"""Tables of the page on one actor, each row with the passages behind it."""

from __future__ import annotations

from collections.abc import Sequence

from stocktake.model import Cell, Membership, Position, PositionStance, Statement
from stocktake.model.report import Block
from stocktake.reports.changes import rows_of
from stocktake.reports.dates import say_text
from stocktake.reports.facts import tables
from stocktake.reports.patterns import one_line, table, words
from stocktake.reports.records import Records, cite
from stocktake.reports.stands import passages
from stocktake.reports.voices import by_actor
from stocktake.reports.wording import asked, heading_of, quoted

_LONGEST = 300


def memberships(held: Sequence[Membership], records: Records) -> tuple[Block, ...]:
    """Groups that the actor belongs to, or its members, from when to when; by name."""
    found = sorted(held, key=lambda item: (records.name(item.group_id), str(item.since)))
    rows = [
        (
            Cell(records.name(item.group_id)),
            Cell(records.name(item.member_id)),
            Cell(say_text(str(item.since) if item.since else "")),
            Cell(say_text(str(item.until) if item.until else "")),
            Cell(quoted(item.source)),
        )
        for item in found
    ]
    return (table("actor_memberships", rows),) if rows else ()


def inputs(actor_id: str, records: Records) -> tuple[Block, ...]:
    """What the actor handed in, and what became of it."""
    status = {entry.input_id: entry for entry in records.stock.ledger}
    rows = [
        (
            Cell(item.title),
            Cell(say_text(item.get("date"))),
            Cell(item.kind.value),
            Cell(status[item.id].status.value if item.id in status else ""),
        )
        for item in records.stock.inputs
        if actor_id in item.actor_ids
    ]
    return tables("actor_inputs", rows)


def positions(actor_id: str, records: Records) -> tuple[Block, ...]:
    """Where it stands on proposals: in its own words first, then through a group."""
    proposals = records.stock.proposals
    headings = {item.id: (item.number, heading_of(item, records)) for item in proposals}
    held = [
        item
        for item in records.stock.positions
        if item.actor_id == actor_id
        and item.target in headings
        and item.stance is not PositionStance.SILENT
    ]
    held.sort(key=lambda item: (item.via is not None, headings[item.target][0]))
    rows = [_position(item, headings[item.target][1], records) for item in held]
    return tables("actor_positions", rows)


def _position(item: Position, heading: str, records: Records) -> tuple[Cell, ...]:
    return (
        Cell(heading, passages(item.statement_ids, records)),
        Cell(words(item.stance.value)),
        Cell(records.name(item.via) if item.via else words("actor_own")),
        Cell("; ".join(say_text(one) for one in item.dates)),
    )


def changes(actor_id: str, records: Records) -> tuple[Block, ...]:
    """Its changes of position, and where it stands against a group or a member."""
    changed, against = rows_of(records, actor_id)
    return (*tables("position_changes", changed), *tables("contradictions", against))


def statements(actor_id: str, records: Records) -> tuple[Block, ...]:
    """All that it said, in the order of the inputs and of their texts."""
    found = by_actor(records.stock.statements).get(actor_id, [])
    found.sort(key=lambda item: _order(item, records))
    return tables("actor_statements", [_statement(item, records) for item in found])


def _order(item: Statement, records: Records) -> tuple[int, str, int, str]:
    source = records.input_of(item.document_id)
    place = records.order.get(source.id, 0) if source else 0
    return place, item.document_id, item.content.start, item.id


def _statement(item: Statement, records: Records) -> tuple[Cell, ...]:
    source = records.input_of(item.document_id)
    return (
        Cell(quoted(_words(item)), (cite(item),)),
        Cell(item.act.value),
        Cell(source.title if source else ""),
        Cell(say_text(source.get("date")) if source else ""),
    )


def _words(item: Statement) -> str:
    """The sentence, or of a long one what it states alone."""
    sentence = one_line(item.sentence.text)
    return sentence if len(sentence) <= _LONGEST else one_line(asked(item))
