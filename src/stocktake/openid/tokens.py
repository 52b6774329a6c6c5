"""What an ID token proves (OpenID Connect Core 1.0, 3.1.3.7)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from stocktake.errors import SettingsError
from stocktake.openid.fetching import UntrustedError
from stocktake.openid.provider import Provider, Trip

ALGORITHMS = ("RS256", "ES256")
LEEWAY = 60
LONGEST_SUBJECT = 255
_KINDS = {"RSA": "RS256", "EC": "ES256"}


@dataclass(frozen=True, slots=True)
class Identity:
    """Somebody as a provider knows them: *subject* is one person for as long as *issuer* lasts.
    Nothing else that it tells is used."""

    issuer: str
    subject: str


def identity(
    provider: Provider, token: str, keys: Sequence[Mapping[str, Any]], trip: Trip, now: datetime
) -> Identity:
    """Whose *token* this is; UntrustedError says which part of it does not hold.

    SettingsError if the library that reads it is not installed.
    """
    claims = _signed(token, keys)
    _check_claims(provider, claims, trip, int(now.timestamp()))
    subject = claims["sub"]
    if not 0 < len(subject) <= LONGEST_SUBJECT:
        raise UntrustedError("the token names nobody.")
    return Identity(provider.issuer, subject)


def check_library() -> None:
    """SettingsError unless tokens can be read."""
    try:
        import joserfc  # noqa: F401
    except ImportError as error:
        raise SettingsError(
            "signing in through a provider needs the library joserfc.",
            remedy="Install it with: pip install 'stocktake[oidc]'",
        ) from error


def _signed(token: str, keys: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """What a token says, if one of *keys* signed it in one of ALGORITHMS."""
    check_library()
    from joserfc import jws, jwt
    from joserfc.errors import JoseError
    from joserfc.jwk import KeySet

    usable = [dict(key) for key in keys if _signs(key)]
    if not usable:
        raise UntrustedError("the provider shows no key that can be used.")
    try:
        registry = jws.JWSRegistry(algorithms=list(ALGORITHMS), strict_check_header=False)
        read = jwt.decode(token, KeySet.import_key_set({"keys": usable}), registry=registry)
    except (JoseError, ValueError, KeyError, TypeError) as error:
        raise UntrustedError(f"the token is not signed as it should be ({error}).") from error
    return dict(read.claims)


def _signs(key: Mapping[str, Any]) -> bool:
    """Whether a key is public, of a kind that signs in ALGORITHMS, and meant to."""
    wanted = _KINDS.get(str(key.get("kty")))
    return (
        wanted is not None
        and key.get("alg", wanted) == wanted
        and key.get("use", "sig") == "sig"
        and key.get("crv", "P-256") == "P-256"
    )


def _check_claims(provider: Provider, claims: dict[str, Any], trip: Trip, now: int) -> None:
    from joserfc.errors import JoseError
    from joserfc.jwt import JWTClaimsRegistry

    rules = JWTClaimsRegistry(
        now=now,
        leeway=LEEWAY,
        iss={"essential": True, "value": provider.issuer},
        aud={"essential": True, "value": provider.client_id},
        sub={"essential": True},
        exp={"essential": True},
        iat={"essential": True},
        nonce={"essential": True, "value": trip.nonce},
    )
    try:
        rules.validate(claims)
    except (JoseError, TypeError) as error:
        raise UntrustedError(f"the token does not hold ({error}).") from error
    _check_party(provider, claims)


def _check_party(provider: Provider, claims: dict[str, Any]) -> None:
    """A token for several must say that it was made for us."""
    is_for_several = isinstance(claims["aud"], list) and len(claims["aud"]) > 1
    party = claims.get("azp", None if is_for_several else provider.client_id)
    if party != provider.client_id:
        raise UntrustedError("the token was made for another application.")
