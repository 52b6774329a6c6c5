"""Coalitions: members, what they have in common, how they fared in the tests, whom they meet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stocktake.lexicon.relations import Thresholds
from stocktake.model import Cell, Coalition, Entry, Listing, Section, Sentence, Shared, Table
from stocktake.model.report import Block
from stocktake.reports.limits import COALITION_SHARED
from stocktake.reports.patterns import Cited, cell, claim, plain, table, words
from stocktake.reports.records import Records
from stocktake.reports.stands import paragraph
from stocktake.reports.targets import Targets, percent
from stocktake.reports.voices import group, named


def part(targets: Targets, limits: Thresholds) -> Section:
    """All coalitions that are shown, and how many clusters are not."""
    relations = targets.records.stock.relations
    entries = tuple(_entry(item, targets, limits) for item in relations.coalitions)
    blocks: tuple[Block, ...] = (
        *paragraph(*_compared(targets, limits), note=True),
        *paragraph(*_outcome(targets, limits)),
        *((Listing(entries),) if entries else ()),
    )
    return Section("relations-coalitions", words("relations_coalitions"), blocks)


def _compared(targets: Targets, limits: Thresholds) -> Iterator[Sentence]:
    structure, least = targets.records.stock.relations.structure, limits.least_positions
    if structure.actors < limits.least_compared:
        needed = str(limits.least_compared)
        yield plain("compared_few", actors=structure.actors, least=str(least), needed=needed)
    else:
        yield plain("compared", actors=structure.actors, targets=structure.targets, least=least)


def _outcome(targets: Targets, limits: Thresholds) -> Iterator[Sentence]:
    relations = targets.records.stock.relations
    structure, share = relations.structure, percent(relations.structure.by_chance)
    if relations.coalitions:
        yield plain("by_chance", share=share)
    elif structure.not_shown and structure.by_chance > limits.by_chance:
        yield plain("explained_by_chance", share=share)
    else:
        yield plain("no_coalition")
    if structure.not_shown:
        yield plain("not_shown", n=structure.not_shown)


def _entry(item: Coalition, targets: Targets, limits: Thresholds) -> Entry:
    blocks = (
        *paragraph(_members(item, targets)),
        *paragraph(_stability(item, limits), _density(item), note=True),
        _shared(item, targets),
        *_meets(item, targets),
        _table_of_members(item, targets),
    )
    number = str(item.number)
    return Entry(words("coalition", number=number), blocks, anchor(item.number))


def anchor(number: int) -> str:
    return f"coalition-{number}"


def _members(item: Coalition, targets: Targets) -> Sentence:
    told = (id_ for shared in item.shared for id_ in shared.statement_ids)
    names = _named(item.actor_ids, told, targets.records)
    return claim("coalition", n=len(names), actors=names)


def _named(actor_ids: Iterable[str], statement_ids: Iterable[str], records: Records) -> list[Cited]:
    """Some actors, each with the first few passages of its own among some statements."""
    statements = [records.statements[id_] for id_ in dict.fromkeys(statement_ids)]
    told = named(statements, records)
    return [told.get(id_, Cited(records.name(id_))) for id_ in actor_ids]


def _stability(item: Coalition, limits: Thresholds) -> Sentence:
    held = item.stability
    return plain(
        "stability",
        dropped=percent(held.dropped),
        drop=percent(limits.drop_share),
        draws=held.draws,
        left_out=percent(held.left_out),
        delegations=held.delegations,
        lowest=percent(held.lowest),
    )


def _density(item: Coalition) -> Sentence:
    return plain("density", inside=f"{item.inside:.2f}", outside=f"{item.outside:.2f}")


def _shared(item: Coalition, targets: Targets) -> Table:
    """What most members have in common; the command line lists all."""
    rows = [
        (
            targets.cell(shared.target),
            Cell(words(shared.stance.value)),
            cell("names", value=len(shared.actor_ids), names=_who(shared, targets.records)),
        )
        for shared in item.shared[:COALITION_SHARED]
    ]
    id_ = f"coalition-{item.number}-shared"
    return table("coalition_shared", rows, id_=id_, number=str(item.number))


def _who(shared: Shared, records: Records) -> list[Cited]:
    return _named(shared.actor_ids, shared.statement_ids, records)


def _meets(item: Coalition, targets: Targets) -> tuple[Block, ...]:
    rows = [
        (
            Cell(words("in_coalition", number=str(met.number)), link=anchor(met.number)),
            _short(met.agreed, targets),
            _short(met.opposed, targets),
        )
        for met in item.meets
    ]
    id_ = f"coalition-{item.number}-meets"
    return (table("coalition_meets", rows, id_=id_, number=str(item.number)),) if rows else ()


def _short(found: tuple[str, ...], targets: Targets) -> Cell:
    named = [Cited(targets.short(target)) for target in found]
    return cell("number_list", value=len(named), numbers=named) if named else Cell("0", value=0)


def _table_of_members(item: Coalition, targets: Targets) -> Table:
    records = targets.records
    rows = [
        (
            Cell(records.name(member.actor_id)),
            Cell(group(member.actor_id, records)),
            Cell(percent(member.holds), value=member.holds),
        )
        for member in item.members
    ]
    id_ = f"coalition-{item.number}-members"
    return table("coalition_members", rows, id_=id_, number=str(item.number))
