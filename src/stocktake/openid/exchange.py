"""The steps between a browser that leaves for a provider and the token that it comes back for."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote_plus, urlencode

from stocktake.openid import fetching
from stocktake.openid.fetching import UntrustedError
from stocktake.openid.provider import Provider, Trip, checked

DESCRIBED_AT = "/.well-known/openid-configuration"
_BASIC, _IN_FORM = "client_secret_basic", "client_secret_post"


@dataclass(frozen=True, slots=True)
class Endpoints:
    """The addresses of a provider, and whether it *reads_forms* alone for a client's secret."""

    authorization: str
    token: str
    keys: str
    reads_forms: bool = False


def discover(provider: Provider) -> Endpoints:
    """What a provider says of itself (OpenID Connect Discovery 1.0).

    UntrustedError if it is another that speaks there, or if an address is no safe one.
    """
    told = fetching.get(provider.issuer.rstrip("/") + DESCRIBED_AT, provider.seconds)
    if told.get("issuer") != provider.issuer:
        raise UntrustedError(f"{provider.issuer} calls itself {told.get('issuer')!r}.")
    methods = told.get("token_endpoint_auth_methods_supported") or [_BASIC]
    return Endpoints(
        _address(told, "authorization_endpoint"),
        _address(told, "token_endpoint"),
        _address(told, "jwks_uri"),
        reads_forms=_BASIC not in methods and _IN_FORM in methods,
    )


def way_to(provider: Provider, endpoints: Endpoints, trip: Trip) -> str:
    """Where a browser goes to say who it is; only a hash of the verifier goes with it."""
    hashed = hashlib.sha256(trip.verifier.encode()).digest()
    asked = {
        "response_type": "code",
        "scope": "openid",
        "client_id": provider.client_id,
        "redirect_uri": trip.back,
        "state": trip.state,
        "nonce": trip.nonce,
        "code_challenge": base64.urlsafe_b64encode(hashed).rstrip(b"=").decode(),
        "code_challenge_method": "S256",
    }
    joint = "&" if "?" in endpoints.authorization else "?"
    return f"{endpoints.authorization}{joint}{urlencode(asked)}"


def redeem(provider: Provider, endpoints: Endpoints, code: str, trip: Trip) -> str:
    """The ID token for a code; UntrustedError if the provider does not know the code."""
    form = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": trip.back,
        "code_verifier": trip.verifier,
    }
    form, headers = _as_client(provider, endpoints, form)
    token = fetching.post(endpoints.token, form, headers, provider.seconds).get("id_token")
    if not isinstance(token, str):
        raise UntrustedError("the provider gives no ID token.")
    return token


def keys_of(provider: Provider, endpoints: Endpoints) -> list[dict[str, Any]]:
    """The public keys with which a provider signs."""
    found = fetching.get(endpoints.keys, provider.seconds).get("keys")
    return [key for key in found if isinstance(key, dict)] if isinstance(found, list) else []


def _as_client(
    provider: Provider, endpoints: Endpoints, form: dict[str, str]
) -> tuple[dict[str, str], dict[str, str]]:
    """*form* and headers, with what shows that it is this application that asks (RFC 6749, 2.3)."""
    if not provider.secret:
        return form | {"client_id": provider.client_id}, {}
    if endpoints.reads_forms:
        return form | {"client_id": provider.client_id, "client_secret": provider.secret}, {}
    pair = f"{quote_plus(provider.client_id)}:{quote_plus(provider.secret)}"
    return form, {"Authorization": f"Basic {base64.b64encode(pair.encode()).decode()}"}


def _address(told: dict[str, Any], name: str) -> str:
    try:
        return checked(str(told.get(name, "")))
    except ValueError as error:
        raise UntrustedError(f"the provider's {name} cannot be used: {error}.") from error
