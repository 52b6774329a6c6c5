"""Signing in: who may, who may not, and what guessing leads to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pyotp
import pytest

from stocktake.errors import NotFoundError, UsageError
from stocktake.model.accounts import Account
from stocktake.services.people import accounts, auditing, second_factor, sessions, signing_in
from stocktake.services.people.signing_in import Attempt, SignInError, TooManyError
from stocktake.store import Store, open_store

NOW = datetime(2031, 3, 4, 12, tzinfo=UTC)
PASSWORD = "four harbours and a ferry"


@pytest.fixture
def base() -> Iterator[Store]:
    opened = open_store("sqlite://")
    yield opened
    opened.close()


@pytest.fixture
def owner(base: Store) -> Account:
    whom = accounts.invited("Ann", "Ann@Freedonia.test", "delegate", "XFR")
    return accounts.make(base, whom, PASSWORD, NOW)


def attempt(password: str = PASSWORD, place: str = "here", **told: str) -> Attempt:
    return Attempt("ann@freedonia.test", password, place=place, **told)


def fail(base: Store, times: int, **told: str) -> None:
    for _ in range(times):
        with pytest.raises(SignInError):
            signing_in.sign_in(base, attempt("a wrong password", **told), NOW)


def test_who_knows_the_password_is_signed_in(base: Store, owner: Account) -> None:
    signed = signing_in.sign_in(base, attempt(), NOW)
    assert sessions.whose(base, signed.token, NOW) == owner


def test_a_session_ends_by_itself(base: Store, owner: Account) -> None:
    signed = signing_in.sign_in(base, attempt(), NOW)
    assert sessions.whose(base, signed.token, NOW + timedelta(hours=13)) is None


def test_a_session_ends_when_its_owner_signs_out(base: Store, owner: Account) -> None:
    signed = signing_in.sign_in(base, attempt(), NOW)
    sessions.end(base, signed.token, owner, NOW)
    assert sessions.whose(base, signed.token, NOW) is None


def test_what_was_wrong_is_not_told(base: Store, owner: Account) -> None:
    told = set()
    for wrong in (attempt("another password"), Attempt("nobody@nowhere.test", PASSWORD)):
        with pytest.raises(SignInError) as error:
            signing_in.sign_in(base, wrong, NOW)
        told.add(str(error.value))
    assert len(told) == 1


def test_after_five_failures_a_place_has_to_wait(base: Store, owner: Account) -> None:
    fail(base, 5)
    with pytest.raises(TooManyError):
        signing_in.sign_in(base, attempt(), NOW)
    assert signing_in.sign_in(base, attempt(), NOW + timedelta(minutes=16)).account == owner


def test_failures_elsewhere_do_not_keep_the_owner_out(base: Store, owner: Account) -> None:
    device = signing_in.sign_in(base, attempt(), NOW).device
    for number in range(4):
        fail(base, 5, place=f"there {number}")
    with pytest.raises(TooManyError):
        signing_in.sign_in(base, attempt(place="new"), NOW)
    assert signing_in.sign_in(base, attempt(device=device), NOW).account == owner


def test_a_locked_account_is_signed_out_and_stays_out(base: Store, owner: Account) -> None:
    signed = signing_in.sign_in(base, attempt(), NOW)
    accounts.lock(base, owner.id, "admin", NOW, locked=True)
    assert sessions.whose(base, signed.token, NOW) is None
    with pytest.raises(SignInError):
        signing_in.sign_in(base, attempt(), NOW)


def test_with_a_second_factor_the_password_alone_is_not_enough(base: Store, owner: Account) -> None:
    key = second_factor.new_key()
    second_factor.set_up(base, owner, key, pyotp.TOTP(key).at(NOW), NOW)
    with pytest.raises(SignInError):
        signing_in.sign_in(base, attempt(), NOW)
    later = NOW + timedelta(minutes=1)
    code = pyotp.TOTP(key).at(later)
    assert signing_in.sign_in(base, attempt(code=code), later).account.id == owner.id


def test_a_code_opens_once(base: Store, owner: Account) -> None:
    key = second_factor.new_key()
    code = pyotp.TOTP(key).at(NOW)
    second_factor.set_up(base, owner, key, code, NOW)
    signing_in.sign_in(base, attempt(code=code), NOW)
    with pytest.raises(SignInError):
        signing_in.sign_in(base, attempt(code=code), NOW)


def test_an_invitation_opens_once(base: Store) -> None:
    token = accounts.invite(base, accounts.invited("Bo", "bo@x.test", "reviewer"), "admin", NOW)
    accounts.take_up(base, token, PASSWORD, NOW)
    with pytest.raises(NotFoundError):
        accounts.take_up(base, token, PASSWORD, NOW)


def test_an_invitation_ends_after_a_week(base: Store) -> None:
    token = accounts.invite(base, accounts.invited("Bo", "bo@x.test", "reviewer"), "admin", NOW)
    with pytest.raises(NotFoundError):
        accounts.invitation(base, token, NOW + timedelta(days=8))


def test_a_short_password_is_refused(base: Store) -> None:
    with pytest.raises(UsageError, match="12 to 256 characters"):
        accounts.make(base, accounts.invited("Bo", "bo@x.test", "reviewer"), "short", NOW)


def test_a_revoked_token_opens_nothing(base: Store, owner: Account) -> None:
    token = sessions.add_api_token(base, owner, "statistics", NOW)
    assert sessions.of_program(base, token) == owner
    [kept] = sessions.api_tokens(base, owner)
    sessions.revoke(base, owner, kept.id, NOW)
    assert sessions.of_program(base, token) is None


def test_no_secret_is_kept_as_it_is(base: Store, owner: Account) -> None:
    signed = signing_in.sign_in(base, attempt(), NOW)
    token = sessions.add_api_token(base, owner, "statistics", NOW)
    with base.reading() as connection:
        kept = "".join(
            str(row)
            for name in ("accounts", "sign_ins", "devices", "api_tokens", "audit")
            for row in connection.exec_driver_sql(f"SELECT * FROM {name}")
        )
    assert not [
        secret for secret in (PASSWORD, signed.token, signed.device, token) if secret in kept
    ]


def test_what_people_did_is_logged_in_order(base: Store, owner: Account) -> None:
    signing_in.sign_in(base, attempt(), NOW)
    acts = [row["act"] for row in auditing.rows(base)]
    assert acts == ["made account", "signed in"]


def test_the_log_tells_where_it_was_changed(base: Store, owner: Account) -> None:
    signing_in.sign_in(base, attempt(), NOW)
    assert auditing.fault(base) is None
    with base.writing() as connection:
        connection.exec_driver_sql("UPDATE audit SET who = 'another' WHERE sequence = 2")
    assert auditing.fault(base) == 2
