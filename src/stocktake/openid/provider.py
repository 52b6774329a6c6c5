"""Who is asked, and what is made up for one attempt to ask."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass, field
from urllib.parse import urlsplit

SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Provider:
    """A provider of identities: *id* is its part of our addresses, *name* what readers call it,
    *issuer* the address under which it describes itself, *client_id* and *secret* what it knows
    this application by. Each question may take *seconds*."""

    id: str
    name: str
    issuer: str
    client_id: str
    secret: str = field(default="", repr=False)
    seconds: float = SECONDS


@dataclass(frozen=True, slots=True)
class Trip:
    """What one way to a provider and back is known by: *state* comes back in the address, *nonce*
    in the token, and *verifier* (RFC 7636) proves that the same browser began; *back* is our
    address to come back to."""

    state: str
    nonce: str = field(repr=False)
    verifier: str = field(repr=False)
    back: str = ""


def checked(address: str) -> str:
    """*address* itself, if what is said there stays between us and whom it names: by HTTPS, or on
    this machine. ValueError says what is wrong."""
    parts = urlsplit(address)
    host, _ = parts.hostname or "", parts.port
    if not host or parts.username is not None or parts.password is not None or parts.fragment:
        raise ValueError("it is not of the form https://host/path")
    if not address.isascii() or not address.isprintable() or " " in address:
        raise ValueError("it holds what no address holds")
    if parts.scheme != "https" and not (parts.scheme == "http" and _is_this_machine(host)):
        raise ValueError("it is not https")
    return address


def _is_this_machine(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
