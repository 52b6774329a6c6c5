"""Signing in with a password, and a code where the account has a second factor.

Guessing is slowed by counting failures: of one place on one account, of one place on all, and of
all unknown devices on one account. A device that has signed in before is counted for itself, so
that nobody can keep an owner out by failing in the owner's name (OWASP, device cookies).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import pyotp
from sqlalchemy import Connection

from stocktake import store
from stocktake.errors import StocktakeError
from stocktake.model.accounts import Account
from stocktake.model.audit import Deed
from stocktake.services.people import moments, secrets, sessions
from stocktake.store import Store, people, tables_people

MINUTES = 15
OF_ONE_PLACE_ON_ONE = 5
OF_ONE_PLACE = 50
OF_UNKNOWN_DEVICES = 20
UNKNOWN = ""
_WRONG = "the address, the password or the code is wrong."
_NOTHING: Mapping[str, str] = {}


class SignInError(StocktakeError):
    """Somebody could not sign in; the message never tells which part was wrong."""

    http_status = 403


class TooManyError(SignInError):
    """There were too many failures; whoever it is has to wait."""

    http_status = 429


@dataclass(frozen=True, slots=True)
class Attempt:
    """What was entered, and from where: *place* is the address, *device* the token that a device
    got when somebody signed in on it."""

    email: str
    password: str
    code: str = ""
    place: str = ""
    device: str = ""


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Who signed in, with the tokens of the session and of the device."""

    account: Account
    token: str
    device: str


@dataclass(frozen=True, slots=True)
class _Proof:
    """Whose secrets an attempt showed, with the code that is used up by it."""

    account: Account
    code: str
    device: str


def sign_in(base: Store, attempt: Attempt, now: datetime) -> SignedIn:
    """Begin a session; SignInError if something is wrong, TooManyError after too many failures."""
    proof = _proven(base, attempt, now)
    with base.writing() as connection:
        _use_up(connection, proof)
        return _signed_in(connection, proof.account, attempt.device if proof.device else "", now)


def confirm(base: Store, attempt: Attempt, now: datetime) -> None:
    """Let somebody who is signed in show the same secrets again; errors as in ``sign_in``."""
    proof = _proven(base, attempt, now)
    with base.writing() as connection:
        _use_up(connection, proof)


def _proven(base: Store, attempt: Attempt, now: datetime) -> _Proof:
    email = attempt.email.strip().casefold()
    with base.reading() as connection:
        account = people.account_with(connection, email)
        device = _device(connection, account, attempt.device)
        _refuse_guessing(connection, email, attempt.place, device, now)
        known = people.secrets_of(connection, account.id) if account else _NOTHING
    is_right = secrets.fits(attempt.password, known.get("password", ""))
    code = _code(known, attempt.code, now) if is_right else None
    if account is None or account.is_locked or code is None:
        _failed(base, email, attempt.place, device, now)
        raise SignInError(_WRONG)
    return _Proof(account, code, device)


def _use_up(connection: Connection, proof: _Proof) -> None:
    """Let a code be good for one time."""
    if not proof.code:
        return
    if people.secrets_of(connection, proof.account.id)["last_code"] == proof.code:
        raise SignInError(_WRONG)
    people.change_secrets(connection, proof.account.id, last_code=proof.code)


def _signed_in(connection: Connection, account: Account, device: str, now: datetime) -> SignedIn:
    token = sessions.begin(connection, account, now)
    if not device:
        device = secrets.new_token()
        people.add_token(
            connection, tables_people.devices, token=secrets.hashed(device), account_id=account.id
        )
    store.log(connection, Deed(moments.told(now), account.id, "signed in", account.id))
    return SignedIn(account, token, device)


def _code(known: Mapping[str, str], code: str, now: datetime) -> str | None:
    """The code if it is the right one, empty if none is asked for, None if it is wrong."""
    if not known.get("second_factor"):
        return ""
    digits = code.replace(" ", "")
    is_right = pyotp.TOTP(known["second_factor"]).verify(digits, for_time=now, valid_window=1)
    return digits if is_right and digits != known["last_code"] else None


def _device(connection: Connection, account: Account | None, device: str) -> str:
    """What a device is kept as, if the account has signed in on it; else UNKNOWN."""
    row = people.token(connection, tables_people.devices, secrets.hashed(device))
    is_its = row is not None and account is not None and row["account_id"] == account.id
    return secrets.hashed(device) if is_its else UNKNOWN


def _refuse_guessing(
    connection: Connection, email: str, place: str, device: str, now: datetime
) -> None:
    since = moments.earlier(now, minutes=MINUTES)
    counted = [(OF_ONE_PLACE_ON_ONE, {"email": email, "place": place, "device": device})]
    if device == UNKNOWN:
        counted += [
            (OF_ONE_PLACE, {"place": place}),
            (OF_UNKNOWN_DEVICES, {"email": email, "device": UNKNOWN}),
        ]
    if any(people.failures(connection, since, **where) >= most for most, where in counted):
        raise TooManyError(
            "there were too many attempts.", remedy=f"Try again in {MINUTES} minutes."
        )


def _failed(base: Store, email: str, place: str, device: str, now: datetime) -> None:
    with base.writing() as connection:
        people.forget_failures(connection, moments.earlier(now, days=1))
        people.add_failure(connection, email, place, device, moments.told(now))
