"""Accounts: invited, taken up, changed, locked."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import count
from typing import Any

from sqlalchemy import Connection

from stocktake import store
from stocktake.errors import NotFoundError, UsageError
from stocktake.model.accounts import Account, AccountRole
from stocktake.model.audit import Deed
from stocktake.services.people import moments, secrets
from stocktake.store import Store, people, tables_people

COMMAND_LINE = "command line"
DAYS = 7
_EMAIL = re.compile(r"[^@\s]{1,64}@[^@\s]{1,255}")
_ROLES = [role for role in AccountRole if role is not AccountRole.PUBLIC]


@dataclass(frozen=True, slots=True)
class Invited:
    """Somebody who may make an account: *email* is how that account signs in."""

    name: str
    email: str
    role: AccountRole
    actor_id: str | None = None


def invited(name: str, email: str, role: str, actor_id: str | None = None) -> Invited:
    """What a person entered; UsageError if it cannot be."""
    address = email.strip().casefold()
    if not is_address(address):
        raise UsageError(f"{email!r} is no address.", remedy="Write it as name@example.org.")
    if role not in _ROLES:
        raise UsageError(f"there is no role {role!r}.", remedy=f"One of: {', '.join(_ROLES)}.")
    if not name.strip():
        raise UsageError("the name is missing.", remedy="Say who it is.")
    return Invited(name.strip(), address, AccountRole(role), actor_id or None)


def is_address(text: str) -> bool:
    """Whether *text* is an address of e-mail; the id of an account is none."""
    return _EMAIL.fullmatch(text) is not None


def invite(base: Store, whom: Invited, by: str, now: datetime) -> str:
    """Let somebody make an account; the token, told once, opens the door for DAYS days.

    UsageError if there is an account with that address.
    """
    token = secrets.new_token()
    with base.writing() as connection:
        if people.account_with(connection, whom.email):
            raise UsageError(f"{whom.email} has an account.", remedy="Change that one.")
        people.add_token(
            connection,
            tables_people.invitations,
            token=secrets.hashed(token),
            name=whom.name,
            email=whom.email,
            role=whom.role.value,
            actor_id=whom.actor_id,
            until=moments.later(now, days=DAYS),
            used=False,
        )
        detail = (("email", whom.email), ("role", whom.role.value))
        store.log(connection, Deed(moments.told(now), by, "invited", whom.actor_id or "", detail))
    return token


def invitation(base: Store, token: str, now: datetime) -> Invited:
    """Who is invited by a token; NotFoundError if it opens nothing, or nothing any more."""
    with base.reading() as connection:
        return _open(connection, secrets.hashed(token), now)


def take_up(base: Store, token: str, password: str, now: datetime) -> Account:
    """Make the account that a token invites to; errors are those of ``invitation`` and UsageError
    for a password that is too short."""
    kept = secrets.password_hash(password)
    with base.writing() as connection:
        return taken_up(connection, secrets.hashed(token), kept, now)


def taken_up(connection: Connection, hashed: str, kept: str, now: datetime) -> Account:
    """The same within a transaction, by the hashes of token and password; without the latter the
    account signs in through a provider alone."""
    whom = _open(connection, hashed, now)
    people.change_token(connection, tables_people.invitations, hashed, used=True)
    return _made(connection, whom, kept, now)


def make(base: Store, whom: Invited, password: str, now: datetime) -> Account:
    """Make an account at once, as the command line does for the first administrator."""
    kept = secrets.password_hash(password)
    with base.writing() as connection:
        if people.account_with(connection, whom.email):
            raise UsageError(f"{whom.email} has an account.", remedy="Choose another address.")
        return _made(connection, whom, kept, now)


def lock(base: Store, account_id: str, by: str, now: datetime, *, locked: bool) -> Account:
    """Lock an account or open it again; who is locked is signed out at once."""
    with base.writing() as connection:
        changed = replace(_known(connection, account_id), is_locked=locked)
        people.change_account(connection, changed)
        if locked:
            people.drop_tokens(connection, tables_people.sign_ins, account_id=account_id)
        act = "locked" if locked else "opened"
        store.log(connection, Deed(moments.told(now), by, act, account_id))
    return changed


def change_role(base: Store, account_id: str, role: str, by: str, now: datetime) -> Account:
    """Give an account another role; it signs in anew."""
    if role not in _ROLES:
        raise UsageError(f"there is no role {role!r}.", remedy=f"One of: {', '.join(_ROLES)}.")
    with base.writing() as connection:
        known = _known(connection, account_id)
        changed = replace(known, role=AccountRole(role))
        people.change_account(connection, changed)
        people.drop_tokens(connection, tables_people.sign_ins, account_id=account_id)
        detail = (("from", known.role.value), ("to", role))
        store.log(connection, Deed(moments.told(now), by, "changed role", account_id, detail))
    return changed


def every(base: Store) -> list[Account]:
    """All accounts, by name."""
    with base.reading() as connection:
        return people.accounts(connection)


def one(base: Store, account_id: str) -> Account:
    """The account with that id; NotFoundError if there is none."""
    with base.reading() as connection:
        return _known(connection, account_id)


def _known(connection: Connection, account_id: str) -> Account:
    found = people.account(connection, account_id)
    if found is None:
        raise NotFoundError(f"there is no account {account_id!r}.")
    return found


def open_door(connection: Connection, hashed: str, now: datetime) -> Mapping[str, Any] | None:
    """The invitation or new password that a token leads to, by its hash; None if it leads to none,
    or was used, or its time is over."""
    row = people.token(connection, tables_people.invitations, hashed)
    is_open = row is not None and not row["used"] and row["until"] >= moments.told(now)
    return row if is_open else None


def _open(connection: Connection, hashed: str, now: datetime) -> Invited:
    row = open_door(connection, hashed, now)
    if row is None or _is_spent(connection, row):
        raise NotFoundError("this invitation is no longer open.", remedy="Ask for another one.")
    return Invited(row["name"], row["email"], AccountRole(row["role"]), row["actor_id"])


def _is_spent(connection: Connection, row: Mapping[str, Any]) -> bool:
    """Whether a door leads to no new account: somebody has one with that address by now."""
    is_invitation = is_address(row["email"])
    return not is_invitation or people.account_with(connection, row["email"]) is not None


def _made(connection: Connection, whom: Invited, kept: str, now: datetime) -> Account:
    name = _told_apart(whom.name, {account.name for account in people.accounts(connection)})
    made = Account(secrets.new_id(), name, whom.email, whom.role, whom.actor_id)
    people.add_account(connection, made, kept)
    detail = (("role", made.role.value),)
    store.log(connection, Deed(moments.told(now), made.id, "made account", made.id, detail))
    return made


def _told_apart(name: str, taken: Collection[str]) -> str:
    """*name*, numbered where somebody else has it: judgements are signed with it and shown to all,
    as an address never is."""
    if name not in taken:
        return name
    return next(told for number in count(2) if (told := f"{name} ({number})") not in taken)
