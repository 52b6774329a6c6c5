"""What people enter of meetings, kept as Reviews: dated, signed, and only ever added to.

An entry with the id of an earlier one takes its place; one that is taken back stays on record.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, TypeVar

from sqlalchemy import Connection

from stocktake import store
from stocktake.errors import NotFoundError, StocktakeError
from stocktake.model import Review, ReviewState, content_id
from stocktake.model.codec import dumps, loads
from stocktake.services import clock
from stocktake.services.deciding import Person
from stocktake.services.workspace import Workspace

_SHORTEST = 6


class Record(Protocol):
    """What can be entered: anything with an id."""

    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=Record)


@dataclass(frozen=True, slots=True)
class Entered:
    """What came of entering: how many were kept, or what is wrong (then none was)."""

    kept: int
    problems: tuple[StocktakeError, ...] = ()


def keep(workspace: Workspace, field: str, records: Iterable[Record], person: Person) -> int:
    """Keep records under *field*; those that stand as they are already are not kept again."""
    with workspace.store() as base, base.writing() as connection:
        known = dict(_standing(connection, field))
        packed = {item.id: dumps(item) for item in records}
        new = {id_: value for id_, value in packed.items() if known.get(id_) != value}
        entry = _Entry(field, person, len(store.reviews(connection)))
        for number, (id_, value) in enumerate(new.items()):
            entry.add(connection, id_, (known.get(id_, ""), value), number)
        return len(new)


def remove(workspace: Workspace, field: str, which: str, person: Person) -> str:
    """Take back the record whose id begins with *which*; returns its id.

    NotFoundError unless there is exactly one.
    """
    with workspace.store() as base, base.writing() as connection:
        known = dict(_standing(connection, field))
        found = [id_ for id_ in known if len(which) >= _SHORTEST and id_.startswith(which.lower())]
        if len(found) != 1:
            what = "begins several ids" if found else "begins no id"
            remedy = f"Give at least {_SHORTEST} signs of an id from the list as JSON."
            raise NotFoundError(f"{which!r} {what}.", remedy=remedy)
        entry = _Entry(field, person, len(store.reviews(connection)))
        entry.add(connection, found[0], (known[found[0]], ""), 0)
        return found[0]


def standing(workspace: Workspace, field: str, kind: type[T]) -> list[T]:
    """The records that stand, in the order in which they first came in."""
    with workspace.store() as base, base.reading() as connection:
        return [loads(kind, packed) for _, packed in _standing(connection, field)]


def _standing(connection: Connection, field: str) -> Iterator[tuple[str, str]]:
    last: dict[str, str] = {}
    for review in store.reviews(connection):
        if review.field == field:
            last[review.record_id] = review.human_value
    return ((id_, packed) for id_, packed in last.items() if packed)


@dataclass(frozen=True, slots=True)
class _Entry:
    """Who enters what, after how many reviews by anybody."""

    field: str
    person: Person
    count: int

    def add(self, connection: Connection, id_: str, values: tuple[str, str], number: int) -> None:
        when = self.person.at or clock.now()
        count = self.count + number
        review = Review(
            id=content_id(id_, self.field, *values, self.person.name, when, count),
            record_id=id_,
            state=ReviewState.EDITED if values[1] else ReviewState.REJECTED,
            field=self.field,
            machine_value=values[0],
            human_value=values[1],
            reviewer=self.person.name,
            at=when,
            note=self.person.note,
        )
        store.add_review(connection, review)
