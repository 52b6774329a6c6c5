"""A second factor: codes of an authenticator app (TOTP, RFC 6238)."""

from __future__ import annotations

from datetime import datetime

import pyotp

from stocktake import store
from stocktake.errors import UsageError
from stocktake.model.accounts import Account
from stocktake.model.audit import Deed
from stocktake.services.people import moments
from stocktake.store import Store, people

ISSUER = "stocktake"


def new_key() -> str:
    """A key for an authenticator app, in base 32."""
    return pyotp.random_base32()


def address(account: Account, key: str) -> str:
    """The otpauth address of a key, which an app reads."""
    return pyotp.TOTP(key).provisioning_uri(name=account.email, issuer_name=ISSUER)


def set_up(base: Store, account: Account, key: str, code: str, now: datetime) -> None:
    """Ask for codes of *key* from now on; UsageError unless *code* is one, which proves that the
    app has the key."""
    if not pyotp.TOTP(key).verify(code.replace(" ", ""), for_time=now, valid_window=1):
        raise UsageError("this is not the code of the moment.", remedy="Try the next one.")
    _keep(base, account, key, "set up second factor", now)


def take_away(base: Store, account: Account, by: str, now: datetime) -> None:
    """Ask for no codes any more; an administrator does it for who lost the app."""
    with base.writing() as connection:
        people.change_secrets(connection, account.id, second_factor="", last_code="")
        store.log(connection, Deed(moments.told(now), by, "took away second factor", account.id))


def _keep(base: Store, account: Account, key: str, act: str, now: datetime) -> None:
    with base.writing() as connection:
        people.change_secrets(connection, account.id, second_factor=key, last_code="")
        store.log(connection, Deed(moments.told(now), account.id, act, account.id))
