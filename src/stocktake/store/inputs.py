"""Inputs, the names they came under, and what was told of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from stocktake.model import Input, Metadatum
from stocktake.store import tables
from stocktake.store.reviews import reviews
from stocktake.store.writing import add

MULTIPLE = frozenset({"actor"})


@dataclass(frozen=True, slots=True)
class Taken:
    """An input as it was taken in. *names* are in alphabetical order, the first one counts;
    *told* is what people said of it: of several values told, the latest."""

    id: str
    media_type: str
    size: int
    names: tuple[str, ...]
    told: tuple[Metadatum, ...]

    def as_input(self, metadata: tuple[Metadatum, ...]) -> Input:
        """The Input that the other rooms see, with *metadata*; further names are among them."""
        further = (Metadatum("name", name, "added") for name in self.names[1:])
        return Input(self.id, self.names[0], self.media_type, self.size, (*metadata, *further))


def add_inputs(connection: Connection, inputs: Iterable[Input]) -> None:
    """Take in *inputs* under their names; their metadata are kept apart (``tell``)."""
    found = list(inputs)
    rows = ({"id": item.id, "media_type": item.media_type, "size": item.size} for item in found)
    add(connection, tables.inputs, rows)
    names = ({"input_id": item.id, "name": item.name} for item in found)
    add(connection, tables.input_names, names)


def tell(connection: Connection, told: Mapping[str, Iterable[Metadatum]]) -> None:
    """Keep what a manifest says of inputs, by id; it stands before what was told earlier."""
    table = tables.told_metadata
    batch = (connection.execute(select(func.max(table.c.batch))).scalar() or 0) + 1
    rows = (
        {
            "input_id": input_id,
            "batch": batch,
            "name": datum.name,
            "value": datum.value,
            "origin": datum.origin,
        }
        for input_id, metadata in told.items()
        for datum in metadata
    )
    add(connection, table, rows)


def is_empty(connection: Connection) -> bool:
    """Whether there is no input at all."""
    return connection.execute(select(tables.input_names.c.input_id).limit(1)).first() is None


def ids(connection: Connection) -> set[str]:
    """The ids of all inputs; the file of a draft is none unless it was handed in as well."""
    return set(connection.execute(select(tables.input_names.c.input_id)).scalars())


def taken(connection: Connection) -> list[Taken]:
    """All inputs, in the order of their names."""
    names = _names(connection)
    told = _told(connection)
    rows = connection.execute(select(tables.inputs)).all()
    found = [
        Taken(row.id, row.media_type, row.size, tuple(names[row.id]), tuple(told.get(row.id, ())))
        for row in rows
        if row.id in names
    ]
    return sorted(found, key=lambda item: (item.names, item.id))


def marks(connection: Connection, name: str) -> dict[str, str]:
    """What people say last of inputs under *name*, by the id of the input; a correction stands
    before what was told, and one that is empty takes it back."""
    told = {input_id: metadata[0].value for input_id, metadata in _told(connection, name).items()}
    corrected = {
        review.record_id: review.human_value
        for review in reviews(connection, f"metadata.{name}")
        if review.human_value
    }
    return told | corrected


def _names(connection: Connection) -> dict[str, list[str]]:
    names: dict[str, list[str]] = defaultdict(list)
    for row in connection.execute(select(tables.input_names)):
        names[row.input_id].append(row.name)
    return {input_id: sorted(found) for input_id, found in names.items()}


def _told(connection: Connection, only: str | None = None) -> dict[str, list[Metadatum]]:
    """What was told last of each input under each name, or under one, in alphabetical order of
    the names."""
    by_name: dict[tuple[str, str], list[Metadatum]] = {}
    latest: dict[tuple[str, str], int] = {}
    table = tables.told_metadata
    query = select(table).order_by(table.c.batch.desc(), table.c.id)
    for row in connection.execute(query if only is None else query.where(table.c.name == only)):
        key = (row.input_id, row.name)
        if latest.setdefault(key, row.batch) == row.batch:
            by_name.setdefault(key, []).append(Metadatum(row.name, row.value, row.origin))
    told: dict[str, list[Metadatum]] = defaultdict(list)
    for (input_id, name), metadata in sorted(by_name.items()):
        told[input_id] += metadata if name in MULTIPLE else [min(metadata)]
    return told
