"""What every answer carries, and what no request may do."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
SECURE = "max-age=31536000"
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class _TooLargeError(Exception):
    """More was sent than is taken."""


class Guard:
    """Refuses what other sites send in a reader's name and what is too large, and gives each answer
    its headers; *most* is in bytes."""

    def __init__(self, app: ASGIApp, *, is_secure: bool, most: int) -> None:
        self._app = app
        self._most = most
        self._headers = HEADERS | ({"Strict-Transport-Security": SECURE} if is_secure else {})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.setdefault("Content-Security-Policy", POLICY)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
            await send(message)

        request = Request(scope)
        if is_foreign(request):
            await _refusal("This request came from another site.", 403)(scope, receive, sent)
            return
        try:
            await self._app(scope, _counted(receive, self._most, request), sent)
        except _TooLargeError:
            told = f"At most {self._most:,} bytes are taken."
            await _refusal(told, 413)(scope, receive, sent)


def _counted(receive: Receive, most: int, request: Request) -> Receive:
    """*receive*, which gives up when more than *most* bytes came or are announced."""
    length = request.headers.get("content-length", "")
    announced = int(length) if length.isascii() and length.isdigit() else 0
    came = 0

    async def counted() -> Message:
        nonlocal came
        message = await receive()
        came += len(message.get("body", b""))
        if max(came, announced) > most:
            raise _TooLargeError
        return message

    return counted


def _refusal(told: str, status: int) -> PlainTextResponse:
    return PlainTextResponse(f"{told}\n", status)


def is_foreign(request: Request) -> bool:
    """Whether a request that changes something was sent by a page of another site.

    Browsers say so in Sec-Fetch-Site or Origin; what says neither is no browser, and carries no
    cookie that a reader did not give it.
    """
    if request.method in SAFE:
        return False
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site not in {"same-origin", "none"}
    origin = request.headers.get("origin")
    return origin is not None and urlsplit(origin).netloc != request.headers.get("host")
