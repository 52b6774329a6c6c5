"""Invitations that are open, and new passwords for whose owner lost the old one.

Both are doors that open once, kept in one table: an invitation under the address of somebody who
has no account yet, a new password under the id of an account, which no address can be.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from stocktake import store
from stocktake.errors import NotFoundError
from stocktake.model.accounts import Account
from stocktake.model.audit import Deed
from stocktake.services.people import accounts, moments, secrets
from stocktake.store import Store, people, tables_people

DAYS = 2
_DOORS = tables_people.invitations


@dataclass(frozen=True, slots=True)
class Invitation:
    """An invitation that is open; *id* is what it is kept as, and opens nothing."""

    id: str
    name: str
    email: str
    role: str
    until: str


def invitations(base: Store, now: datetime) -> list[Invitation]:
    """The invitations that are open, those first that end first."""
    with base.reading() as connection:
        rows = people.open_doors(connection, moments.told(now))
    return [
        Invitation(row["token"], row["name"], row["email"], row["role"], row["until"])
        for row in rows
        if accounts.is_address(row["email"])
    ]


def withdraw(base: Store, invitation_id: str, by: str, now: datetime) -> None:
    """Let an invitation open nothing; NotFoundError if it is not open."""
    if invitation_id not in {item.id for item in invitations(base, now)}:
        raise NotFoundError("there is no such invitation.")
    with base.writing() as connection:
        row = people.token(connection, _DOORS, invitation_id) or {}
        people.drop_tokens(connection, _DOORS, token=invitation_id)
        detail = (("email", str(row.get("email", ""))),)
        store.log(connection, Deed(moments.told(now), by, "withdrew invitation", "", detail))


def offer(base: Store, account_id: str, by: str, now: datetime) -> str:
    """Let the owner of an account choose a new password; the token, told once, opens the door for
    DAYS days. What was offered before opens nothing."""
    account, token = accounts.one(base, account_id), secrets.new_token()
    with base.writing() as connection:
        people.drop_tokens(connection, _DOORS, email=account.id)
        people.add_token(
            connection,
            _DOORS,
            token=secrets.hashed(token),
            name=account.name,
            email=account.id,
            role=account.role.value,
            actor_id=None,
            until=moments.later(now, days=DAYS),
            used=False,
        )
        store.log(connection, Deed(moments.told(now), by, "offered new password", account.id))
    return token


def whose(base: Store, token: str, now: datetime) -> Account:
    """For whom a token opens the door; NotFoundError if for nobody, or no longer."""
    with base.reading() as connection:
        return _whose(connection, token, now)


def renew(base: Store, token: str, password: str, now: datetime) -> Account:
    """Take the new password, and end all sessions; errors are those of ``whose`` and UsageError for
    a password that is too short. A second factor stays as it is."""
    kept = secrets.password_hash(password)
    with base.writing() as connection:
        account = _whose(connection, token, now)
        people.change_token(connection, _DOORS, secrets.hashed(token), used=True)
        people.change_secrets(connection, account.id, password=kept)
        for table in (tables_people.sign_ins, tables_people.devices):
            people.drop_tokens(connection, table, account_id=account.id)
        store.log(connection, Deed(moments.told(now), account.id, "set new password", account.id))
    return account


def _whose(connection: Connection, token: str, now: datetime) -> Account:
    row = accounts.open_door(connection, secrets.hashed(token), now)
    account = people.account(connection, row["email"]) if row else None
    if account is None or account.is_locked:
        raise NotFoundError("this address no longer opens anything.", remedy="Ask for another one.")
    return account
