"""A language model for tests: an HTTP server in this process that answers as it is told to."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


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

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            model.heard.append(request)
            model.keys.append(self.headers["Authorization"])
            with suppress(OSError):
                model.behave(self, request["messages"][-1]["content"])

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    model.url = f"http://127.0.0.1:{server.server_port}/v1"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield model
    finally:
        model.released.set()
        server.shutdown()
        thread.join()
        server.server_close()


def send(handler: BaseHTTPRequestHandler, body: bytes, status: int = 200, **headers: str) -> None:
    """Send a whole answer."""
    handler.send_response(status)
    for name, value in headers.items():
        handler.send_header(name, value)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def say(handler: BaseHTTPRequestHandler, words: Any) -> None:
    """Answer as a chat completion does."""
    message = {"choices": [{"message": {"role": "assistant", "content": words}}]}
    send(handler, json.dumps(message).encode())
