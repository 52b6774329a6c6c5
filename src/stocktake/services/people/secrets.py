"""Passwords and tokens: made, hashed, compared. Nothing here keeps anything."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError

from stocktake.errors import UsageError

LEAST = 12
MOST = 256
_BYTES = 32


def new_token() -> str:
    """A token that nobody can guess."""
    return secrets.token_urlsafe(_BYTES)


def new_id() -> str:
    """An identifier of an account or submission, 32 hexadecimal digits."""
    return secrets.token_hex(16)


def hashed(token: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def derived(token: str, purpose: str) -> str:
    """A second token that only who knows *token* can make."""
    return hmac.new(token.encode(), purpose.encode(), hashlib.sha256).hexdigest()


def same(left: str, right: str) -> bool:
    """Whether two tokens are the same, in a time that does not tell where they differ."""
    return hmac.compare_digest(left.encode(), right.encode())


def password_hash(password: str) -> str:
    """What is kept of a password (Argon2id, RFC 9106); UsageError if it is too short or long."""
    if not LEAST <= len(password) <= MOST:
        raise UsageError(
            f"a password has {LEAST} to {MOST} characters.",
            remedy="Several words that only you would put together are easy to keep in mind.",
        )
    return _hasher().hash(password)


def fits(password: str, kept: str) -> bool:
    """Whether *password* is the one of which *kept* is the hash; without a hash, that none fits
    takes as long to find out."""
    try:
        return _hasher().verify(kept or _nobodys(), password[:MOST]) and bool(kept)
    except (Argon2Error, InvalidHashError):
        return False


@cache
def _hasher() -> PasswordHasher:
    return PasswordHasher()


@cache
def _nobodys() -> str:
    return _hasher().hash(new_token())
