"""Accounts and what they sign in with. Secrets come in as hashes; none is kept as it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Table, delete, func, insert, select, update

from stocktake.model.accounts import Account, AccountRole
from stocktake.store import tables_people as tables


def add_account(connection: Connection, account: Account, password: str) -> None:
    """Keep a new account with the hash of its password."""
    row = {
        **_plain(account),
        "id": account.id,
        "password": password,
        "second_factor": "",
        "last_code": "",
    }
    connection.execute(insert(tables.accounts), row)


def change_account(connection: Connection, account: Account) -> None:
    """Keep what is known of an account now."""
    table = tables.accounts
    connection.execute(update(table).where(table.c.id == account.id).values(**_plain(account)))


def accounts(connection: Connection) -> list[Account]:
    """All accounts, by name."""
    table = tables.accounts
    return [_account(row) for row in connection.execute(select(table).order_by(table.c.name))]


def account(connection: Connection, account_id: str) -> Account | None:
    """The account with that id."""
    query = select(tables.accounts).where(tables.accounts.c.id == account_id)
    row = connection.execute(query).first()
    return _account(row) if row else None


def account_with(connection: Connection, email: str) -> Account | None:
    """The account with that address."""
    query = select(tables.accounts).where(tables.accounts.c.email == email)
    row = connection.execute(query).first()
    return _account(row) if row else None


def secrets_of(connection: Connection, account_id: str) -> Mapping[str, str]:
    """What an account is known by: *password* (a hash), *second_factor* (its key, empty without
    one) and *last_code* (the code that was used last)."""
    table = tables.accounts
    columns = (table.c.password, table.c.second_factor, table.c.last_code)
    row = connection.execute(select(*columns).where(table.c.id == account_id)).one()
    return dict(row._mapping)


def change_secrets(connection: Connection, account_id: str, **changed: str) -> None:
    """Keep another password, second factor or last code."""
    table = tables.accounts
    connection.execute(update(table).where(table.c.id == account_id).values(**changed))


def add_token(connection: Connection, table: Table, **row: Any) -> None:
    """Keep the hash of a token in one of the tables of tokens."""
    connection.execute(insert(table), row)


def token(connection: Connection, table: Table, hashed: str) -> Mapping[str, Any] | None:
    """The row of a token, by its hash."""
    row = connection.execute(select(table).where(table.c.token == hashed)).first()
    return dict(row._mapping) if row else None


def tokens_of(connection: Connection, table: Table, account_id: str) -> list[Mapping[str, Any]]:
    """The tokens of an account."""
    query = select(table).where(table.c.account_id == account_id).order_by(table.c.token)
    return [dict(row._mapping) for row in connection.execute(query)]


def change_token(connection: Connection, table: Table, hashed: str, **changed: Any) -> None:
    """Keep something else of a token."""
    connection.execute(update(table).where(table.c.token == hashed).values(**changed))


def drop_tokens(connection: Connection, table: Table, **where: str) -> None:
    """Forget the tokens of whom all of *where* holds."""
    connection.execute(delete(table).filter_by(**where))


def open_doors(connection: Connection, now: str) -> list[Mapping[str, Any]]:
    """The invitations that were not used and have not ended, those first that end first."""
    table = tables.invitations
    query = select(table).where(table.c.used.is_(False), table.c.until >= now)
    ordered = query.order_by(table.c.until, table.c.token)
    return [dict(row._mapping) for row in connection.execute(ordered)]


def add_failure(connection: Connection, email: str, place: str, device: str, at: str) -> None:
    """Keep that somebody could not sign in."""
    row = {"email": email, "place": place, "device": device, "at": at}
    connection.execute(insert(tables.failed_sign_ins), row)


def failures(connection: Connection, since: str, **where: str) -> int:
    """How many could not sign in since then, of whom all of *where* holds."""
    table = tables.failed_sign_ins
    query = select(func.count()).select_from(table).where(table.c.at >= since)
    return connection.execute(query.filter_by(**where)).scalar_one()


def forget_failures(connection: Connection, before: str) -> None:
    """Forget the failures before then."""
    table = tables.failed_sign_ins
    connection.execute(delete(table).where(table.c.at < before))


def _plain(account: Account) -> dict[str, Any]:
    return {
        "name": account.name,
        "email": account.email,
        "role": account.role.value,
        "actor_id": account.actor_id,
        "locked": account.is_locked,
    }


def _account(row: Any) -> Account:
    return Account(
        row.id,
        row.name,
        row.email,
        AccountRole(row.role),
        row.actor_id,
        row.locked,
        bool(row.second_factor),
    )
