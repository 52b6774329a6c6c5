"""Signing in through a provider of identities: there, back, and what that opens.

Somebody is known by issuer and subject alone. An identity comes to an account in two ways only: by
whom the account's owner is while signed in, or by an invitation; an e-mail address proves nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, NoReturn

from sqlalchemy import Connection

from stocktake import openid, store
from stocktake.errors import NotFoundError
from stocktake.model.accounts import VISITOR, Account
from stocktake.model.audit import Deed
from stocktake.openid import Identity, Trip
from stocktake.services.people import accounts, moments, secrets, sessions
from stocktake.services.people.providers import Door
from stocktake.services.people.signing_in import SignInError, TooManyError
from stocktake.store import Store, identities, people

MINUTES = 10
AT_ONCE = 300
LOGGED = 50
NOBODY = "visitor"
_MOST = 300


class Refusal(StrEnum):
    """Why somebody who set out for a provider is not signed in."""

    DECLINED = "declined"
    STALE = "stale"
    UNREACHABLE = "unreachable"
    UNTRUSTED = "untrusted"
    UNKNOWN = "unknown"
    LOCKED = "locked"
    TAKEN = "taken"
    CLOSED = "closed"


class RefusedError(SignInError):
    """Nobody is signed in; *place* is the Refusal, the message more of it, for the log."""

    @property
    def refusal(self) -> Refusal:
        return Refusal(self.place)


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody sets out for, from *place*: to sign in and go on to *target*, to take up an
    *invitation* (its token), or, with *account*, to have it know them by this provider too."""

    target: str = "/"
    invitation: str = ""
    account: Account = VISITOR
    place: str = ""


@dataclass(frozen=True, slots=True)
class Departure:
    """Where the browser goes, and the token that it keeps to come back with."""

    address: str
    token: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What a browser came back with, from *place*: the *token* it kept, who is signed in on it, and
    what the provider wrote into the address."""

    token: str
    state: str = ""
    code: str = ""
    error: str = ""
    issuer: str = ""
    account: Account = VISITOR
    place: str = ""


@dataclass(frozen=True, slots=True)
class Arrival:
    """Who came back, where they go on to, and the token of their session; empty if it goes on."""

    account: Account
    target: str
    session: str = ""


def set_out(base: Store, door: Door, wish: Wish, now: datetime) -> Departure:
    """Begin a way to a provider, good for MINUTES minutes and once.

    TooManyError from a place with too many under way, NotFoundError for an invitation that is not
    open, RefusedError if the provider does not answer as it should.
    """
    if wish.invitation:
        accounts.invitation(base, wish.invitation, now)
    token = secrets.new_token()
    trip = _trip(token, door)
    with base.writing() as connection:
        identities.forget_trips(connection, moments.told(now))
        if identities.trips_from(connection, wish.place) >= AT_ONCE:
            remedy = f"Try again in {MINUTES} minutes."
            raise TooManyError("there were too many attempts.", remedy=remedy)
        identities.add_trip(
            connection,
            token=secrets.hashed(trip.state),
            provider=door.provider.id,
            place=wish.place,
            until=moments.later(now, minutes=MINUTES),
            target=wish.target,
            invitation=secrets.hashed(wish.invitation) if wish.invitation else "",
            account_id=wish.account.id or None,
        )
    try:
        return Departure(openid.way_to(door.provider, openid.discover(door.provider), trip), token)
    except openid.UnreachableError as error:
        _refuse(Refusal.UNREACHABLE, error.message)
    except openid.UntrustedError as error:
        _refuse(Refusal.UNTRUSTED, error.message)


def come_back(base: Store, door: Door, answer: Answer, now: datetime) -> Arrival:
    """What a way to a provider came to; RefusedError says why nobody is signed in."""
    begun = _begun(base, door, answer, now)
    try:
        identity = _proven(door, answer, now)
        with base.writing() as connection:
            return _arrived(connection, begun, identity, answer.account, now)
    except RefusedError as error:
        if error.refusal is not Refusal.DECLINED:
            _log(base, door, error, answer.place, now)
        raise


def _log(base: Store, door: Door, error: RefusedError, place: str, now: datetime) -> None:
    """Log a refusal; of one place no more than LOGGED in an hour, so that nobody floods the log."""
    detail = (("why", error.refusal.value), ("detail", error.message[:_MOST]))
    deed = Deed(moments.told(now), NOBODY, "refused sign-in", door.provider.id, detail)
    whence = f"{door.provider.id} {place}"
    with base.writing() as connection:
        if people.failures(connection, moments.earlier(now, hours=1), place=whence) < LOGGED:
            people.add_failure(connection, NOBODY, whence, "", moments.told(now))
            store.log(connection, deed)


def _trip(token: str, door: Door) -> Trip:
    """All that one way needs comes from what the browser keeps; we keep a hash of its state."""
    state, nonce, verifier = (
        secrets.derived(token, purpose) for purpose in ("state", "nonce", "verifier")
    )
    return Trip(state, nonce, verifier, door.back)


def _begun(base: Store, door: Door, answer: Answer, now: datetime) -> Mapping[str, Any]:
    """The way that this browser began and that ends now."""
    state = _trip(answer.token, door).state
    if not answer.token or not secrets.same(answer.state, state):
        _refuse(Refusal.STALE, "another browser began this.")
    with base.writing() as connection:
        found = identities.end_trip(connection, secrets.hashed(state))
    if found is None or found["until"] < moments.told(now) or found["provider"] != door.provider.id:
        _refuse(Refusal.STALE, "this was not begun, or has ended.")
    return found


def _proven(door: Door, answer: Answer, now: datetime) -> Identity:
    """Who came back, as the provider proves."""
    provider = door.provider
    if answer.issuer and answer.issuer != provider.issuer:
        _refuse(Refusal.UNTRUSTED, "another provider sent this answer (RFC 9207).")
    if answer.error or not answer.code:
        _refuse(Refusal.DECLINED, "the provider signed nobody in.")
    trip = _trip(answer.token, door)
    try:
        endpoints = openid.discover(provider)
        token = openid.redeem(provider, endpoints, answer.code, trip)
        return openid.identity(provider, token, openid.keys_of(provider, endpoints), trip, now)
    except openid.UnreachableError as error:
        _refuse(Refusal.UNREACHABLE, error.message)
    except openid.UntrustedError as error:
        _refuse(Refusal.UNTRUSTED, error.message)


def _arrived(
    connection: Connection,
    begun: Mapping[str, Any],
    identity: Identity,
    present: Account,
    now: datetime,
) -> Arrival:
    owner = identities.account_of(connection, identity.issuer, identity.subject)
    target = begun["target"]
    if begun["account_id"]:
        if begun["account_id"] != present.id:
            _refuse(Refusal.STALE, "who began this is no longer signed in.")
        return Arrival(_linked(connection, identity, owner, present, now), target)
    if begun["invitation"]:
        owner = _invited(connection, identity, owner, begun["invitation"], now).id
    account = people.account(connection, owner) if owner else None
    if account is None:
        _refuse(Refusal.UNKNOWN, f"no account is linked to {identity.subject!r}.")
    if account.is_locked:
        _refuse(Refusal.LOCKED, f"the account {account.id} is locked.")
    session = sessions.begin(connection, account, now)
    detail = (("provider", begun["provider"]),)
    store.log(connection, Deed(moments.told(now), account.id, "signed in", account.id, detail))
    return Arrival(account, target, session)


def _invited(
    connection: Connection, identity: Identity, owner: str | None, hashed: str, now: datetime
) -> Account:
    """The account that an invitation makes, known by *identity* from its first moment."""
    if owner:
        _refuse(Refusal.TAKEN, f"the account {owner} is known by this identity.")
    try:
        made = accounts.taken_up(connection, hashed, "", now)
    except NotFoundError as error:
        _refuse(Refusal.CLOSED, error.message)
    return _linked(connection, identity, None, made, now)


def _linked(
    connection: Connection, identity: Identity, owner: str | None, account: Account, now: datetime
) -> Account:
    if owner and owner != account.id:
        _refuse(Refusal.TAKEN, f"the account {owner} is known by this identity.")
    if not owner:
        at = moments.told(now)
        identities.add_identity(connection, identity.issuer, identity.subject, account.id, since=at)
        detail = (("issuer", identity.issuer), ("subject", identity.subject))
        store.log(connection, Deed(at, account.id, "linked identity", account.id, detail))
    return account


def _refuse(refusal: Refusal, message: str) -> NoReturn:
    raise RefusedError(message, place=refusal.value)
