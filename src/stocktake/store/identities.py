"""Whom providers of identities know, and ways there and back that are under way."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select

from stocktake.store.tables_people import identities, trips


def add_identity(
    connection: Connection, issuer: str, subject: str, account_id: str, since: str
) -> None:
    """Keep that an account belongs to whom *issuer* calls *subject*."""
    row = {"issuer": issuer, "subject": subject, "account_id": account_id, "since": since}
    connection.execute(insert(identities), row)


def account_of(connection: Connection, issuer: str, subject: str) -> str | None:
    """The id of the account of whom *issuer* calls *subject*."""
    table = identities
    named = (table.c.issuer == issuer) & (table.c.subject == subject)
    return connection.execute(select(table.c.account_id).where(named)).scalar()


def identities_of(connection: Connection, account_id: str) -> list[Mapping[str, Any]]:
    """The identities of an account: *issuer*, *subject*, *since*; the first comes first."""
    table = identities
    query = select(table).where(table.c.account_id == account_id)
    rows = connection.execute(query.order_by(table.c.since, table.c.issuer, table.c.subject))
    return [dict(row._mapping) for row in rows]


def drop_identity(connection: Connection, issuer: str, subject: str) -> None:
    """Forget an identity."""
    connection.execute(delete(identities).filter_by(issuer=issuer, subject=subject))


def add_trip(connection: Connection, **row: Any) -> None:
    """Keep that somebody set out for a provider."""
    connection.execute(insert(trips), row)


def trips_from(connection: Connection, place: str) -> int:
    """How many ways that began at *place* are under way."""
    query = select(func.count()).select_from(trips).filter_by(place=place)
    return connection.execute(query).scalar_one()


def forget_trips(connection: Connection, before: str) -> None:
    """Forget the ways that should have ended before then."""
    connection.execute(delete(trips).where(trips.c.until < before))


def end_trip(connection: Connection, token: str) -> Mapping[str, Any] | None:
    """The way of that token, which is under way no more: who asks second is told of none."""
    row = connection.execute(select(trips).where(trips.c.token == token)).first()
    ended = connection.execute(delete(trips).where(trips.c.token == token)).rowcount
    return dict(row._mapping) if row and ended else None
