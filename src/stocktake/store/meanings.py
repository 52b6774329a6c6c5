"""Which vector belongs to which statement of the search index: what search by meaning needs.

Two columns of numbers for each model, kept whole: to read a million rows one by one takes longer
than to compare them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from sqlalchemy import Column, Connection, LargeBinary, MetaData, Table, Text, select

from stocktake.store.dialects import dialect_of
from stocktake.store.filters import ALL, Filter, conditions
from stocktake.store.index import STATEMENT, rows

MEANINGS = MetaData()
meanings = Table(
    "search_meanings",
    MEANINGS,
    Column("model", Text, primary_key=True),
    Column("rows", LargeBinary, nullable=False),
    Column("places", LargeBinary, nullable=False),
)
_NUMBER = np.dtype("<i8")

Numbers = np.ndarray[tuple[int], np.dtype[np.int64]]


@dataclass(frozen=True, slots=True)
class Meant:
    """Statements by their *rows* in the search index, ascending, and the *places* of their
    vectors."""

    rows: Numbers
    places: Numbers

    def is_within(self, count: int) -> bool:
        """Whether there are vectors for all, if there are *count*."""
        return not len(self.places) or int(self.places.max()) < count


def add_meanings(connection: Connection, model: str, places: Mapping[str, int]) -> None:
    """Keep, for the index as it stands, the place of each statement's vector, by its id."""
    found = connection.execute(
        select(rows.c.id, rows.c.record_id).where(rows.c.kind == STATEMENT).order_by(rows.c.id)
    )
    pairs = [(row.id, places[row.record_id]) for row in found if row.record_id in places]
    drop_meanings(connection)
    numbers = {"rows": _packed(row for row, _ in pairs), "places": _packed(at for _, at in pairs)}
    connection.execute(meanings.insert().values(model=model, **numbers))


def drop_meanings(connection: Connection) -> None:
    """Forget which vector belongs to which statement: the index was made anew."""
    MEANINGS.create_all(connection)
    connection.execute(meanings.delete())


def meanings_of(connection: Connection, model: str, wanted: Filter = ALL) -> Meant | None:
    """The statements that *wanted* lets through; None where no vectors of *model* belong to the
    index."""
    if not dialect_of(connection).columns(connection, meanings.name):
        return None
    kept = connection.execute(select(meanings).where(meanings.c.model == model)).first()
    if kept is None:
        return None
    every = Meant(np.frombuffer(kept.rows, _NUMBER), np.frombuffer(kept.places, _NUMBER))
    if wanted == ALL:
        return every
    query = select(rows.c.id).where(rows.c.kind == STATEMENT, *conditions(wanted))
    allowed = np.fromiter(connection.execute(query).scalars(), dtype=_NUMBER)
    let_through = np.isin(every.rows, allowed)
    return Meant(every.rows[let_through], every.places[let_through])


def _packed(numbers: Iterable[int]) -> bytes:
    return np.fromiter(numbers, dtype=_NUMBER).tobytes()
