"""The search index brought up to date: only what stands on a changed shelf is written.

The outcome is that of making it anew; what was written before changes nothing that is found.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain

from sqlalchemy import Connection, select

from stocktake.store.dialects import dialect_of
from stocktake.store.index import (
    ROWS_OF_ONE,
    Entry,
    Source,
    clear,
    finish,
    insert,
    is_searchable,
    note_sources,
    put,
    rows,
    shelf,
    shelves,
    tags,
)

_FEW = 3
_TOGETHER = 500

Read = Callable[[Sequence[str]], Iterable[Entry]]
Shelves = Mapping[int, Mapping[str, str]]


def refresh(
    connection: Connection, keys: Mapping[str, str], read: Read, named: Iterable[Source] = ()
) -> None:
    """Make the index that of the documents in *keys*, in the inputs *named*.

    *keys* are hashes of all that the entries of each document depend on, by its id; *read* gives
    the entries of some documents, one document after another in the order of their ids.
    """
    before, now = _known(connection), _on_shelves(keys)
    changed = sorted(at for at in before.keys() | now.keys() if before.get(at) != now.get(at))
    if not before or len(changed) * _FEW > len(now):
        before, changed = {}, sorted(now)
        clear(connection)
    gone = {at: before[at] for at in changed if at in before}
    _take_away(connection, gone)
    new = [id_ for at in changed for id_ in sorted(now.get(at, ()))]
    put(connection, _entries(read, new))
    insert(connection, shelves, [(id_, keys[id_]) for id_ in new])
    note_sources(connection, named)
    # Words that stood only in what was taken away are forgotten, so then all are looked at.
    places = [(at, at + ROWS_OF_ONE - 1) for at in changed if at in now]
    finish(connection, None if gone or not before else places)


def _known(connection: Connection) -> Shelves:
    """The keys of the documents on each shelf as they were written; none without an index."""
    if not is_searchable(connection):
        return {}
    return _on_shelves({row.document_id: row.key for row in connection.execute(select(shelves))})


def _on_shelves(keys: Mapping[str, str]) -> Shelves:
    found: dict[int, dict[str, str]] = defaultdict(dict)
    for id_, key in keys.items():
        found[shelf(id_)][id_] = key
    return dict(found)


def _entries(read: Read, ids: Sequence[str]) -> Iterable[Entry]:
    parts = (ids[start : start + _TOGETHER] for start in range(0, len(ids), _TOGETHER))
    return chain.from_iterable(_in_order(read(part), part) for part in parts)


def _in_order(entries: Iterable[Entry], ids: Sequence[str]) -> list[Entry]:
    order = {id_: place for place, id_ in enumerate(ids)}
    return sorted(entries, key=lambda entry: order[entry.document_id])


def _take_away(connection: Connection, gone: Shelves) -> None:
    words = dialect_of(connection).words
    for first, keys in gone.items():
        last = first + ROWS_OF_ONE - 1
        connection.execute(shelves.delete().where(shelves.c.document_id.in_(sorted(keys))))
        connection.execute(tags.delete().where(tags.c.row_id.between(first, last)))
        connection.execute(rows.delete().where(rows.c.id.between(first, last)))
        words.take_away(connection, first, last)
