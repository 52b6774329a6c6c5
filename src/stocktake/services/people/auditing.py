"""The log of what people did: read, given out, proven."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from stocktake import store
from stocktake.model.audit import AuditEntry, Deed, first_fault
from stocktake.services.people import moments
from stocktake.store import Store


@dataclass(frozen=True, slots=True)
class Logged:
    """Entries with the names of who did it; *total* is how many there are in all, *fault* the
    number of the entry at which the chain breaks, None if it holds."""

    entries: tuple[tuple[AuditEntry, str], ...]
    total: int
    fault: int | None


def latest(base: Store, skip: int, limit: int) -> Logged:
    """Entries, the latest first, after the first *skip*."""
    with base.reading() as connection:
        every = store.logged(connection)
        names = {item.id: item.name for item in store.people.accounts(connection)}
    some = every[::-1][skip : skip + limit]
    told = tuple((item, names.get(item.deed.who, item.deed.who)) for item in some)
    return Logged(told, len(every), first_fault(every))


def note(base: Store, who: str, act: str, now: datetime) -> None:
    """Log what changes no record, such as a look of the site."""
    with base.writing() as connection:
        store.log(connection, Deed(moments.told(now), who, act))


def fault(base: Store) -> int | None:
    """The number of the entry at which the chain breaks; None if it holds."""
    with base.reading() as connection:
        return first_fault(store.logged(connection))


def rows(base: Store) -> Iterator[dict[str, Any]]:
    """All entries as plain data, in their order."""
    with base.reading() as connection:
        for item in store.logged(connection):
            deed = item.deed
            yield {
                "sequence": item.sequence,
                "at": deed.at,
                "who": deed.who,
                "act": deed.act,
                "target": deed.target,
                "detail": dict(deed.detail),
                "digest": item.digest,
            }
