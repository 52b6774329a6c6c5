"""One question and its answer, over HTTP, within limits of time and size.

The standard library's client is used bare: it follows no redirect and no proxy, so that what is
asked goes to the host that was named and to no other.
"""

from __future__ import annotations

import json
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from threading import Event, Timer

from stocktake.chat.endpoint import Endpoint
from stocktake.errors import StocktakeError

_CHUNK = 64 * 1024


class ChatError(StocktakeError):
    """The model did not answer, or not in a way that can be used."""

    http_status = 502


def ask(endpoint: Endpoint, prompt: str, text: str) -> str:
    """The answer to *text* under the instructions of *prompt*; ChatError if there is none.

    SettingsError if nothing may be sent to the endpoint.
    """
    body = json.dumps(
        {
            "model": endpoint.model,
            "messages": [
                {"role": "system", "content": prompt},
                {"role": "user", "content": text},
            ],
            "temperature": 0,
            "stream": False,
        }
    ).encode()
    connection, late = _connection(endpoint), Event()
    try:
        connection.connect()
        with _deadline(connection.sock, endpoint.seconds, late):
            connection.request("POST", endpoint.path, body, _headers(endpoint))
            data = _answer(connection.getresponse(), endpoint)
    except (OSError, HTTPException, ValueError) as error:
        raise _unheard(endpoint, error, late=late.is_set()) from error
    finally:
        connection.close()
    if late.is_set():
        raise _unheard(endpoint, None, late=True)
    return _words(data, endpoint)


def _connection(endpoint: Endpoint) -> HTTPConnection:
    parts = endpoint.parts()
    host = parts.hostname or ""
    if parts.scheme == "https":
        context = ssl.create_default_context()
        return HTTPSConnection(host, parts.port, timeout=endpoint.seconds, context=context)
    return HTTPConnection(host, parts.port, timeout=endpoint.seconds)


@contextmanager
def _deadline(line: socket.socket, seconds: float, late: Event) -> Iterator[None]:
    """Cuts the line when the time is over: a timeout of the socket alone would begin anew with
    every byte that trickles in."""

    def cut() -> None:
        late.set()
        with suppress(OSError):
            line.shutdown(socket.SHUT_RDWR)

    timer = Timer(seconds, cut)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _headers(endpoint: Endpoint) -> dict[str, str]:
    key = {"Authorization": f"Bearer {endpoint.key}"} if endpoint.key else {}
    return {"Content-Type": "application/json", "Accept": "application/json", **key}


def _answer(response: HTTPResponse, endpoint: Endpoint) -> bytes:
    if response.status != 200:
        moved = 300 <= response.status < 400
        raise ChatError(
            f"{endpoint.host} answered {response.status} {response.reason}.",
            remedy="It sends elsewhere, which is not followed: set that address, if you trust it."
            if moved
            else "Check url, model and key.",
        )
    data = bytearray()
    while chunk := response.read1(_CHUNK):
        data += chunk
        if len(data) > endpoint.answer_bytes:
            raise ChatError(
                f"{endpoint.host} answered with more than {endpoint.answer_bytes:,} bytes.",
                remedy="Set answer_bytes in process.toml if such answers are meant.",
            )
    if response.length:
        raise ChatError(f"{endpoint.host} broke off in the middle.", remedy="Try again.")
    return bytes(data)


def _words(data: bytes, endpoint: Endpoint) -> str:
    try:
        words = json.loads(data)["choices"][0]["message"]["content"]
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise _unusable(endpoint) from error
    if not isinstance(words, str):
        raise _unusable(endpoint)
    return words


def _unheard(endpoint: Endpoint, error: Exception | None, *, late: bool) -> ChatError:
    if late or isinstance(error, TimeoutError):
        return ChatError(
            f"{endpoint.host} did not answer within {endpoint.seconds:g} seconds.",
            remedy="Set seconds in process.toml if the model is slow.",
        )
    return ChatError(
        f"{endpoint.host} cannot be talked to ({str(error) or type(error).__name__}).",
        remedy="Check that it runs, and the address.",
    )


def _unusable(endpoint: Endpoint) -> ChatError:
    return ChatError(
        f"{endpoint.host} did not answer as a chat completion does.",
        remedy="Check that the address is that of an OpenAI-compatible service.",
    )
