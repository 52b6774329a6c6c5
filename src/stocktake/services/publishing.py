"""Publishing a stock: the one to which the process refers, by its number, is told from the others.

Stocks are numbered in each edition on its own, so what is kept is the number in the edition of
each audience; an edition that was made anew holds none of those that were published before.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from stocktake import store
from stocktake.errors import NotFoundError, UsageError
from stocktake.model.accounts import Audience
from stocktake.model.audit import Deed
from stocktake.model.published import Published
from stocktake.services import editions, stock_lines
from stocktake.services.people import moments
from stocktake.services.workspace import Workspace
from stocktake.store import Frozen, Store

_BUILD = "Run a build, then publish."


def publish(
    workspace: Workspace, base: Store, number: int, who: str, now: datetime
) -> tuple[Published, ...]:
    """Publish a stock of the whole workspace, and for each audience what its edition holds of it.

    NotFoundError if there is no such stock; UsageError for one that is not the last where some
    audience has an edition of its own, or where that does not hold what it should.
    """
    with base.reading() as connection:
        frozen = stock_lines.numbered(connection, number)
        is_last = store.latest_key(connection) == frozen.key
    at = moments.told(now)
    every = tuple(
        Published(audience, found.number, found.key, at)
        for audience in Audience
        for found in [_in_edition(workspace, base, frozen, audience, is_last=is_last)]
    )
    detail = tuple((item.audience.value, str(item.number)) for item in every)
    with base.writing() as connection:
        store.add_published(connection, every)
        store.log(connection, Deed(at, who, "published a stock", str(number), detail))
    return every


def published(base: Store, held: Connection, audience: Audience) -> list[Published]:
    """What was published for *audience* and its edition, which *held* reads, still holds: each
    stock once, the one published last first."""
    keys = store.stock_keys(held)
    with base.reading() as connection:
        every = store.published(connection, audience)
    kept = {item.number: item for item in reversed(every) if keys.get(item.number) == item.key}
    return sorted(kept.values(), key=every.index)


def _in_edition(
    workspace: Workspace, base: Store, whole: Frozen, audience: Audience, *, is_last: bool
) -> Frozen:
    try:
        edition = editions.of(workspace, base, audience)
    except NotFoundError as error:
        raise UsageError(error.message, remedy=_BUILD) from error
    if edition == workspace:
        return whole
    if not is_last:
        raise UsageError(
            f"stock {whole.number} is not the last one, and not all may see the whole of it.",
            remedy="Publish the last one.",
        )
    with edition.store() as own, own.reading() as connection:
        found = store.latest(connection)
    allowed = editions.seen(whole.stock.inputs, audience)
    if found is None or {item.id for item in found.stock.inputs} != allowed:
        raise UsageError(f"what is for {audience} is not up to date.", remedy=_BUILD)
    return found
