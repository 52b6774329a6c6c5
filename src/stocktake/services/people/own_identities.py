"""By whom an account is known to providers of identities: seen, and taken away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from stocktake import store
from stocktake.errors import NotFoundError, UsageError
from stocktake.model.accounts import Account
from stocktake.model.audit import Deed
from stocktake.services.people import moments, secrets
from stocktake.store import Store, identities, people


@dataclass(frozen=True, slots=True)
class Known:
    """An identity of an account, as its owner sees it; *id* names it in addresses."""

    id: str
    issuer: str
    subject: str
    since: str


def known(base: Store, account: Account) -> list[Known]:
    """The identities of an account, the first that came first."""
    with base.reading() as connection:
        return _known(connection, account)


def has_password(base: Store, account: Account) -> bool:
    """Whether an account signs in with a password too."""
    with base.reading() as connection:
        return _has_password(connection, account)


def unlink(base: Store, account: Account, identity_id: str, now: datetime) -> None:
    """Let an identity open the account no more; NotFoundError if it is none of the account's,
    UsageError if nothing else would open it."""
    with base.writing() as connection:
        every = _known(connection, account)
        found = next((item for item in every if item.id == identity_id), None)
        if found is None:
            raise NotFoundError("there is no such identity.")
        if len(every) == 1 and not _has_password(connection, account):
            remedy = "Link another one first."
            raise UsageError("nobody could sign in to the account without it.", remedy=remedy)
        identities.drop_identity(connection, found.issuer, found.subject)
        detail = (("issuer", found.issuer), ("subject", found.subject))
        deed = Deed(moments.told(now), account.id, "unlinked identity", account.id, detail)
        store.log(connection, deed)


def _known(connection: Connection, account: Account) -> list[Known]:
    return [
        Known(secrets.hashed(f"{issuer}\n{subject}"), issuer, subject, row["since"])
        for row in identities.identities_of(connection, account.id)
        for issuer, subject in [(row["issuer"], row["subject"])]
    ]


def _has_password(connection: Connection, account: Account) -> bool:
    return bool(people.secrets_of(connection, account.id)["password"])
