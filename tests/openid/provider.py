"""A provider of identities for tests: an HTTP server with keys of its own that signs what it says,
and that can be told to say something wrong."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import parse_qs, unquote_plus, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import ECKey, RSAKey

from tests.local_server import Quiet, listening, send

CLIENT, SECRET = "stocktake", "a secret: of + the client"
BY_VARIABLE = 'secret_variable = "IDP_SECRET"'


def entry(id_: str, name: str, issuer: str, *more: str) -> str:
    """A provider as a file of settings names it, with *more* lines."""
    told = (f'id = "{id_}"', f'name = "{name}"', f'issuer = "{issuer}"', f'client_id = "{CLIENT}"')
    return "\n".join(("[[providers]]", *told, *more, ""))


@cache
def key(kind: str) -> Any:
    """A key by its name: ES256, RS256, or another of the latter kind."""
    if kind == "ES256":
        return ECKey.generate_key("P-256", {"kid": kind, "use": "sig"})
    return RSAKey.generate_key(2048, {"kid": "RS256", "use": "sig"})


@dataclass
class Account:
    """What the provider says of who is signed in there, and how it signs; *claims* stand in for
    its own, None leaves one out."""

    subject: str = "ann"
    algorithm: str = "RS256"
    key: str = "RS256"
    claims: dict[str, Any] = field(default_factory=dict)


@dataclass
class Idp:
    """The provider; *codes* are those it gave and that nobody redeemed yet."""

    issuer: str = ""
    account: Account = field(default_factory=Account)
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    described: dict[str, Any] = field(default_factory=dict)
    status: int = 200
    redeemed: list[dict[str, str]] = field(default_factory=list)

    def description(self) -> dict[str, Any]:
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/keys",
        } | self.described

    def authorize(self, query: dict[str, str]) -> str:
        """Where the browser is sent back to, with a code."""
        code = f"code-{len(self.redeemed)}-{len(self.codes)}"
        self.codes[code] = query
        told = {"code": code, "state": query["state"], "iss": self.issuer}
        return f"{query['redirect_uri']}?{urlencode(told)}"

    def token(self, form: dict[str, str], authorization: str) -> tuple[int, dict[str, Any]]:
        """The answer to who redeems a code, if it is the client that began, and begins once."""
        scheme, _, pair = authorization.partition(" ")
        named = [unquote_plus(part) for part in base64.b64decode(pair).decode().split(":")]
        asked = self.codes.pop(form["code"], None)
        hashed = hashlib.sha256(form["code_verifier"].encode()).digest()
        challenge = packed(hashed)
        if (scheme, named) != ("Basic", [CLIENT, SECRET]) or asked is None:
            return 400, {"error": "invalid_client"}
        if challenge != asked["code_challenge"] or form["redirect_uri"] != asked["redirect_uri"]:
            return 400, {"error": "invalid_grant"}
        self.redeemed.append(form)
        return 200, {"access_token": "x", "token_type": "Bearer", "id_token": self.signed(asked)}

    def signed(self, asked: dict[str, str]) -> str:
        """The ID token for what was asked, signed as the account says."""
        now = int(time.time())
        claims: dict[str, Any] = {
            "iss": self.issuer,
            "sub": self.account.subject,
            "aud": CLIENT,
            "nonce": asked["nonce"],
            "iat": now,
            "exp": now + 300,
        }
        claims |= self.account.claims
        kept = {name: value for name, value in claims.items() if value is not None}
        return signed(kept, self.account)


def signed(claims: dict[str, Any], account: Account) -> str:
    """Claims as a token, in an algorithm that may be none, or that takes the public key, which
    everybody has, for a shared secret."""
    header = {"alg": account.algorithm, "kid": account.algorithm}
    if account.algorithm in {"none", "HS256"}:
        told = f"{packed(json.dumps(header).encode())}.{packed(json.dumps(claims).encode())}"
        public = key("RS256").as_pem(private=False)
        seal = hmac.new(public, told.encode(), "sha256").digest()
        return f"{told}.{packed(seal) if account.algorithm == 'HS256' else ''}"
    return jwt.encode(header, claims, key(account.key), algorithms=[account.algorithm])


def packed(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


@contextmanager
def serving() -> Iterator[Idp]:
    """A provider on the loopback as long as the ``with`` lasts."""
    idp = Idp()

    class Handler(Quiet, BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            if parts.path == "/authorize":
                query = {name: found[0] for name, found in parse_qs(parts.query).items()}
                self.send_response(303)
                self.send_header("Location", idp.authorize(query))
                self.end_headers()
                return
            public = [key(name).as_dict(private=False) for name in ("RS256", "ES256")]
            known = {
                "/.well-known/openid-configuration": idp.description(),
                "/keys": {"keys": [*public, {"kty": "oct", "k": "c2VjcmV0"}]},
            }
            self.answer(idp.status, known[parts.path])

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            form = {name: found[0] for name, found in parse_qs(body).items()}
            self.answer(*idp.token(form, self.headers["Authorization"] or ""))

        def answer(self, status: int, told: dict[str, Any]) -> None:
            send(self, json.dumps(told).encode(), status)

    with listening(Handler) as idp.issuer:
        yield idp
