"""The first page: what the process is, where it stands, and what the stock holds."""

from __future__ import annotations

from dataclasses import dataclass

from stocktake.model import LedgerStatus, Meeting, Phase
from stocktake.services.pages.evidence import Named
from stocktake.services.pages.proposals import ProposalLine, lines
from stocktake.services.pages.shown import Shown

_NEWEST = 8
_MOST = 8


@dataclass(frozen=True, slots=True)
class Counted:
    """A number of things, and the page on which they are."""

    number: int
    what: str


@dataclass(frozen=True, slots=True)
class Newest:
    """An input that came in late."""

    input: Named
    actors: tuple[Named, ...]
    date: str
    kind: str


@dataclass(frozen=True, slots=True)
class Status:
    """An actor's status in the process, from a day."""

    actor: Named
    status: str
    since: str
    source: str


@dataclass(frozen=True, slots=True)
class Overview:
    """All that the first page shows; *unread* is how many inputs could not be read."""

    title: str
    mandate: str
    stock: int
    counts: tuple[Counted, ...]
    unread: int
    phases: tuple[Phase, ...]
    meetings: tuple[Meeting, ...]
    newest: tuple[Newest, ...]
    most_asked: tuple[ProposalLine, ...]
    changes: tuple[Status, ...]


def overview(shown: Shown) -> Overview:
    """The first page."""
    stock = shown.stock
    return Overview(
        title=stock.process.title,
        mandate=stock.process.mandate,
        stock=shown.number,
        counts=(
            Counted(len(stock.inputs), "inputs"),
            Counted(len(stock.statements), "statements"),
            Counted(len(stock.proposals), "proposals"),
            Counted(len(shown.actors), "actors"),
        ),
        unread=sum(entry.status is LedgerStatus.FAILED for entry in stock.ledger),
        phases=stock.process.phases,
        meetings=stock.process.meetings,
        newest=_newest(shown),
        most_asked=_most_asked(shown),
        changes=_changes(shown),
    )


def _newest(shown: Shown) -> tuple[Newest, ...]:
    dated = [(item.get("date") or "", item.id, item) for item in shown.stock.inputs]
    last = [item for date, _, item in sorted(dated, reverse=True) if date][:_NEWEST]
    return tuple(
        Newest(
            Named(item.id, item.title),
            tuple(Named(id_, shown.names.actor(id_)) for id_ in item.actor_ids),
            item.get("date") or "",
            item.kind.value,
        )
        for item in last
    )


def _most_asked(shown: Shown) -> tuple[ProposalLine, ...]:
    found = sorted(lines(shown), key=lambda item: (-item.supporters, item.number))
    return tuple(found[:_MOST])


def _changes(shown: Shown) -> tuple[Status, ...]:
    return tuple(
        Status(
            Named(item.actor_id, shown.names.actor(item.actor_id)),
            item.status.value,
            item.since or "",
            item.source,
        )
        for item in shown.stock.participation
        if item.status.value != "participating"
    )
