"""Gists: what each document tells by itself, by the hash of all that it was made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, select

from stocktake.model import Gist
from stocktake.store import codec, tables
from stocktake.store.naming import among
from stocktake.store.writing import add


def add_gists(connection: Connection, gists: Mapping[str, Gist]) -> None:
    """Keep *gists* by their keys; the documents must be there."""
    rows = (
        {"key": key, "document_id": gist.document_id, "body": codec.dumps(gist)}
        for key, gist in gists.items()
    )
    add(connection, tables.gists, rows)


def gists(connection: Connection, keys: Iterable[str]) -> dict[str, Gist]:
    """Those of the gists with these *keys* that are there."""
    wanted = set(keys)
    query = select(tables.gists.c.key, tables.gists.c.body)
    rows = connection.execute(among(query, tables.gists.c.key, wanted))
    return {key: codec.loads(Gist, body) for key, body in rows if key in wanted}
