"""A language model for tests: an HTTP server in this process that answers as it is told to."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from typing import Any

from tests.local_server import Quiet, listening, send


@dataclass
class Model:
    """What the server does with a request, and the requests it heard."""

    behave: Callable[[BaseHTTPRequestHandler, str], None]
    url: str = ""
    heard: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)
    released: threading.Event = field(default_factory=threading.Event)


@contextmanager
def serving(behave: Callable[[BaseHTTPRequestHandler, str], None]) -> Iterator[Model]:
    """A server on the loopback that calls *behave* with each request and the text asked about."""
    model = Model(behave)

    class Handler(Quiet, BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            model.heard.append(request)
            model.keys.append(self.headers["Authorization"])
            with suppress(OSError):
                model.behave(self, request["messages"][-1]["content"])

    with listening(Handler) as address:
        model.url = f"{address}/v1"
        try:
            yield model
        finally:
            model.released.set()


def say(handler: BaseHTTPRequestHandler, words: Any) -> None:
    """Answer as a chat completion does."""
    message = {"choices": [{"message": {"role": "assistant", "content": words}}]}
    send(handler, json.dumps(message).encode())
