"""Being signed in: begun, recognised, ended; and tokens for programs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from stocktake import store
from stocktake.errors import NotFoundError, UsageError
from stocktake.model.accounts import Account
from stocktake.model.audit import Deed
from stocktake.services.people import moments, secrets
from stocktake.store import Store, people, tables_people

HOURS = 12


@dataclass(frozen=True, slots=True)
class ApiToken:
    """A token for programs, as its owner sees it: *id* is what it is kept as."""

    id: str
    name: str
    since: str
    is_revoked: bool


def begin(connection: Connection, account: Account, now: datetime) -> str:
    """Sign an account in for HOURS hours; the token is told once."""
    token = secrets.new_token()
    people.add_token(
        connection,
        tables_people.sign_ins,
        token=secrets.hashed(token),
        account_id=account.id,
        since=moments.told(now),
        until=moments.later(now, hours=HOURS),
    )
    return token


def whose(base: Store, token: str, now: datetime) -> Account | None:
    """Who is signed in by a token; None if nobody is, or no longer."""
    with base.reading() as connection:
        row = people.token(connection, tables_people.sign_ins, secrets.hashed(token))
        if row is None or row["until"] < moments.told(now):
            return None
        return _active(connection, row["account_id"])


def end(base: Store, token: str, account: Account, now: datetime) -> None:
    """Sign out."""
    with base.writing() as connection:
        people.drop_tokens(connection, tables_people.sign_ins, token=secrets.hashed(token))
        store.log(connection, Deed(moments.told(now), account.id, "signed out", account.id))


def add_api_token(base: Store, account: Account, name: str, now: datetime) -> str:
    """A token with which a program may read what the account may; it is told once."""
    if not name.strip():
        raise UsageError("the token needs a name.", remedy="Say what it is for.")
    token = secrets.new_token()
    with base.writing() as connection:
        people.add_token(
            connection,
            tables_people.api_tokens,
            token=secrets.hashed(token),
            account_id=account.id,
            name=name.strip(),
            since=moments.told(now),
            revoked=False,
        )
        detail = (("name", name.strip()),)
        store.log(connection, Deed(moments.told(now), account.id, "made token", "", detail))
    return token


def api_tokens(base: Store, account: Account) -> list[ApiToken]:
    """The tokens of an account, the latest first."""
    with base.reading() as connection:
        rows = people.tokens_of(connection, tables_people.api_tokens, account.id)
    found = [ApiToken(row["token"], row["name"], row["since"], row["revoked"]) for row in rows]
    return sorted(found, key=lambda item: (item.since, item.id), reverse=True)


def revoke(base: Store, account: Account, token_id: str, now: datetime) -> None:
    """Let a token open nothing from now on; NotFoundError if the account has none such."""
    with base.writing() as connection:
        row = people.token(connection, tables_people.api_tokens, token_id)
        if row is None or row["account_id"] != account.id:
            raise NotFoundError("there is no such token.")
        people.change_token(connection, tables_people.api_tokens, token_id, revoked=True)
        detail = (("name", row["name"]),)
        store.log(connection, Deed(moments.told(now), account.id, "revoked token", "", detail))


def of_program(base: Store, token: str) -> Account | None:
    """Whose token a program showed; None if nobody's, or no longer."""
    with base.reading() as connection:
        row = people.token(connection, tables_people.api_tokens, secrets.hashed(token))
        return _active(connection, row["account_id"]) if row and not row["revoked"] else None


def _active(connection: Connection, account_id: str) -> Account | None:
    found = people.account(connection, account_id)
    return found if found and not found.is_locked else None
