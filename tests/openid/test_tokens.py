"""What an ID token must prove before anybody is believed to be somebody."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from stocktake import openid
from stocktake.openid import Identity, Provider, Trip, UntrustedError
from tests.openid.provider import CLIENT, Account, key, signed

NOW = datetime(2031, 3, 4, 12, tzinfo=UTC)
SECONDS = int(NOW.timestamp())
ISSUER = "https://id.test"
PROVIDER = Provider("test", "Test", ISSUER, CLIENT)
TRIP = Trip("state", "the nonce", "verifier")
RIGHT: dict[str, Any] = {
    "iss": ISSUER,
    "sub": "ann",
    "aud": CLIENT,
    "nonce": TRIP.nonce,
    "iat": SECONDS,
    "exp": SECONDS + 60,
}
KEYS = [key("RS256").as_dict(private=False), key("ES256").as_dict(private=False)]
USUAL = Account()
FORGED = [{"kty": "oct", "kid": "RS256", "k": "c2VjcmV0"}]


def read(claims: dict[str, Any], account: Account = USUAL, keys: Any = KEYS) -> Identity:
    kept = {name: value for name, value in claims.items() if value is not None}
    return openid.identity(PROVIDER, signed(kept, account), keys, TRIP, NOW)


@pytest.mark.parametrize("algorithm", openid.ALGORITHMS)
def test_a_token_that_is_right_names_issuer_and_subject(algorithm: str) -> None:
    assert read(RIGHT, Account(algorithm=algorithm, key=algorithm)) == Identity(ISSUER, "ann")


@pytest.mark.parametrize(
    "wrong",
    [
        {"iss": "https://other.test"},
        {"aud": "another application"},
        {"aud": ["another application"]},
        {"aud": [CLIENT, "another application"]},
        {"azp": "another application"},
        {"nonce": "another"},
        {"nonce": None},
        {"exp": SECONDS - 120},
        {"exp": None},
        {"iat": SECONDS + 3600},
        {"nbf": SECONDS + 3600},
        {"sub": ""},
        {"sub": None},
        {"sub": 7},
        {"sub": "x" * 300},
    ],
    ids=str,
)
def test_a_token_with_one_claim_that_is_wrong_is_not_believed(wrong: dict[str, Any]) -> None:
    with pytest.raises(UntrustedError):
        read(RIGHT | wrong)


def test_a_token_for_several_that_was_made_for_us_is_believed() -> None:
    assert read(RIGHT | {"aud": [CLIENT, "another"], "azp": CLIENT}).subject == "ann"


@pytest.mark.parametrize("algorithm", ["none", "HS256", "PS256", "RS512"])
def test_an_algorithm_that_is_not_on_the_list_is_not_believed(algorithm: str) -> None:
    kids = [{**item, "kid": algorithm} for item in KEYS]
    with pytest.raises(UntrustedError, match="not signed"):
        read(RIGHT, Account(algorithm=algorithm), kids[:1])


def test_a_token_signed_by_another_key_is_not_believed() -> None:
    with pytest.raises(UntrustedError, match="not signed"):
        read(RIGHT, Account(key="another"))


def test_a_shared_secret_among_the_keys_is_no_key() -> None:
    with pytest.raises(UntrustedError, match="no key"):
        read(RIGHT, Account(algorithm="HS256"), FORGED)


@pytest.mark.parametrize("token", ["", "a.b.c", "....", "\x00", "e30.e30."])
def test_what_is_no_token_is_not_believed(token: str) -> None:
    with pytest.raises(UntrustedError):
        openid.identity(PROVIDER, token, KEYS, TRIP, NOW)
