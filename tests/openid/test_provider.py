"""Addresses of providers, and what a provider says of itself."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest

from stocktake import openid
from stocktake.openid import Provider, Trip, UnreachableError, UntrustedError
from tests.openid.provider import CLIENT, SECRET, Idp, serving

TRIP = Trip("the state", "the nonce", "the verifier", "http://localhost/back")


@pytest.fixture
def idp() -> Iterator[Idp]:
    with serving() as found:
        yield found


def provider(idp: Idp) -> Provider:
    return Provider("test", "Test", idp.issuer, CLIENT, SECRET)


@pytest.mark.parametrize(
    "address",
    ["http://id.test/", "https://user:word@id.test/", "https:///x", "ftp://id.test", "https://a b"],
)
def test_an_address_that_others_could_hear_or_change_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="it "):
        openid.checked(address)


@pytest.mark.parametrize(
    "address", ["https://id.test/realms/x", "http://127.0.0.1:80/", "http://localhost"]
)
def test_an_address_by_https_or_of_this_machine_is_taken(address: str) -> None:
    assert openid.checked(address) == address


def test_the_verifier_does_not_leave_with_the_browser(idp: Idp) -> None:
    way = openid.way_to(provider(idp), openid.discover(provider(idp)), TRIP)
    asked = parse_qs(urlsplit(way).query)
    assert asked["code_challenge_method"] == ["S256"]
    assert TRIP.verifier not in str(asked)


def test_a_description_by_another_issuer_is_not_believed(idp: Idp) -> None:
    idp.described = {"issuer": "https://other.test"}
    with pytest.raises(UntrustedError, match="calls itself"):
        openid.discover(provider(idp))


def test_a_description_that_names_an_unsafe_address_is_not_believed(idp: Idp) -> None:
    idp.described = {"token_endpoint": "http://elsewhere.test/token"}
    with pytest.raises(UntrustedError, match="token_endpoint"):
        openid.discover(provider(idp))


def test_a_redirect_is_not_followed(idp: Idp) -> None:
    idp.status = 302
    with pytest.raises(UntrustedError, match="302"):
        openid.discover(provider(idp))


def test_a_provider_that_fails_is_unreachable(idp: Idp) -> None:
    idp.status = 503
    with pytest.raises(UnreachableError, match="503"):
        openid.discover(provider(idp))


def test_a_provider_that_is_down_is_unreachable() -> None:
    with pytest.raises(UnreachableError, match="does not answer"):
        openid.discover(Provider("test", "Test", "http://127.0.0.1:1", CLIENT))


def test_a_code_that_nobody_gave_is_worth_nothing(idp: Idp) -> None:
    endpoints = openid.discover(provider(idp))
    with pytest.raises(UntrustedError, match="400"):
        openid.redeem(provider(idp), endpoints, "guessed", TRIP)
