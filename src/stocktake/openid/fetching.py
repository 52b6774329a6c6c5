"""One question to a provider and its answer as JSON, within limits of time and size.

The standard library's client is used bare: it follows no redirect and no proxy, so that secrets go
to the host that was named and to no other.
"""

from __future__ import annotations

import json
import ssl
import time
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from typing import Any
from urllib.parse import SplitResult, urlencode, urlsplit

from stocktake.errors import StocktakeError
from stocktake.openid.provider import checked

MOST = 1 << 20
_PIECE = 1 << 14


class UnreachableError(StocktakeError):
    """The provider did not answer in time, or with a failure."""

    http_status = 502


class UntrustedError(StocktakeError):
    """What a provider, or a browser in its name, said does not hold."""

    http_status = 403


def get(address: str, seconds: float) -> dict[str, Any]:
    """The JSON object at *address*; UnreachableError or UntrustedError if there is none."""
    return _asked("GET", address, None, {}, seconds)


def post(
    address: str, form: dict[str, str], headers: dict[str, str], seconds: float
) -> dict[str, Any]:
    """The JSON object with which *address* answers a form; errors as in ``get``."""
    told = {"Content-Type": "application/x-www-form-urlencoded", **headers}
    return _asked("POST", address, urlencode(form), told, seconds)


def _asked(
    method: str, address: str, body: str | None, headers: dict[str, str], seconds: float
) -> dict[str, Any]:
    try:
        parts = urlsplit(checked(address))
    except ValueError as error:
        raise UntrustedError(f"the provider names {address!r}: {error}.") from error
    connection = _connection(parts, seconds)
    until = time.monotonic() + seconds
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    try:
        connection.request(method, target, body, {"Accept": "application/json", **headers})
        answer = connection.getresponse()
        data = _read(answer, until)
    except (OSError, HTTPException) as error:
        raise UnreachableError(f"{parts.netloc} does not answer ({error}).") from error
    finally:
        connection.close()
    return _object(data, answer.status, parts.netloc)


def _connection(parts: SplitResult, seconds: float) -> HTTPConnection:
    host = parts.hostname or ""
    if parts.scheme == "https":
        context = ssl.create_default_context()
        return HTTPSConnection(host, parts.port, timeout=seconds, context=context)
    return HTTPConnection(host, parts.port, timeout=seconds)


def _read(answer: HTTPResponse, until: float) -> bytes:
    """All of an answer; a TimeoutError when it comes too slowly, an OSError when it is too long."""
    data = bytearray()
    while piece := answer.read1(_PIECE):
        data += piece
        if len(data) > MOST:
            raise OSError(f"the answer has more than {MOST:,} bytes")
        if time.monotonic() > until:
            raise TimeoutError("the answer takes too long")
    return bytes(data)


def _object(data: bytes, status: int, host: str) -> dict[str, Any]:
    if status >= 500:
        raise UnreachableError(f"{host} answers with a failure ({status}).")
    if status != 200:
        raise UntrustedError(f"{host} refuses ({status}).")
    try:
        told = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise UntrustedError(f"{host} answers with something else than JSON.") from error
    if not isinstance(told, dict):
        raise UntrustedError(f"{host} answers with something else than an object.")
    return told
