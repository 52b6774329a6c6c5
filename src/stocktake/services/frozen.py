"""The stock taken last, for all who only look at it."""

from __future__ import annotations

from stocktake import store
from stocktake.errors import NotFoundError
from stocktake.model import Stock
from stocktake.services.workspace import Workspace


def last_stock(workspace: Workspace) -> Stock:
    """The stock taken last; NotFoundError if there is none."""
    with workspace.store() as base, base.reading() as connection:
        frozen = store.latest(connection)
    if frozen is None:
        raise NotFoundError("no stock was taken yet.", remedy="Run: stocktake build")
    return frozen.stock
