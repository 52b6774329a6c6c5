"""Who spoke: actors by regional group or kind, each with the passages in which they did."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from stocktake.lexicon.offices import voice_of
from stocktake.model import Cell, Statement
from stocktake.reports.limits import PASSAGES
from stocktake.reports.patterns import Cited, cell, count_cell, words
from stocktake.reports.records import Records, cite


def by_actor(statements: Iterable[Statement]) -> dict[str, list[Statement]]:
    """The statements behind which each actor stands, by the actor's id; its office holders too."""
    found: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        for actor_id in dict.fromkeys(voice_of(actor.id) for actor in statement.actors):
            found[actor_id].append(statement)
    return found


def named(statements: Iterable[Statement], records: Records) -> dict[str, Cited]:
    """Each actor's name with its first few passages, by id, in alphabetical order of names."""
    found = by_actor(statements)
    ordered = sorted(found, key=lambda actor: (records.name(actor).casefold(), actor))
    return {
        actor: Cited(records.name(actor), tuple(cite(item) for item in found[actor][:PASSAGES]))
        for actor in ordered
    }


def by_group(statements: Iterable[Statement], records: Records) -> list[tuple[Cell, ...]]:
    """Who made some statements, by `grouped`."""
    return grouped(named(statements, records), records)


def grouped(names: Mapping[str, Cited], records: Records) -> list[tuple[Cell, ...]]:
    """Actors by id: one row for each regional group of States and each other kind of actor."""
    groups: dict[str, list[Cited]] = defaultdict(list)
    for actor in sorted(names, key=lambda actor: (names[actor].text.casefold(), actor)):
        groups[group(actor, records)].append(names[actor])
    return [
        (Cell(title), count_cell(len(members)), cell("names", names=members))
        for title, members in sorted(groups.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    ]


def group(actor_id: str, records: Records) -> str:
    """The regional group of a State, the kind of any other actor."""
    actor = records.actors.get(actor_id)
    return records.region(actor_id) or (actor.kind.value if actor else words("unknown_kind"))
