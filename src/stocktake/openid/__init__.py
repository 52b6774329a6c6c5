"""Asks an OpenID Connect provider who somebody is (authorization code with PKCE).

In: a Provider, what was made up for one attempt, and what a browser came back with. Out: an
Identity, of which the provider's signature, issuer, audience, nonce and time were proven.
May import: errors, and the libraries joserfc (only when a token is read) and http.client.
To add a step of the protocol: a function beside ``exchange`` that raises only the errors below.
"""

from stocktake.openid.exchange import Endpoints, discover, keys_of, redeem, way_to
from stocktake.openid.fetching import UnreachableError, UntrustedError
from stocktake.openid.provider import SECONDS, Provider, Trip, checked
from stocktake.openid.tokens import ALGORITHMS, Identity, check_library, identity

__all__ = [
    "ALGORITHMS",
    "SECONDS",
    "Endpoints",
    "Identity",
    "Provider",
    "Trip",
    "UnreachableError",
    "UntrustedError",
    "check_library",
    "checked",
    "discover",
    "identity",
    "keys_of",
    "redeem",
    "way_to",
]
