"""A model is asked within limits, whatever the server does."""

from __future__ import annotations

import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler

import pytest

from stocktake.chat import ChatError, Endpoint, ask
from tests.chat.server import say, serving
from tests.local_server import send

Handler = BaseHTTPRequestHandler
Behave = Callable[[Handler, str], None]


def asked(behave: Behave, **settings: float) -> str:
    with serving(behave) as model:
        return ask(Endpoint(model.url, "m", **settings), "Read.", "Norway spoke.")


def stall(handler: Handler, _: str) -> None:
    time.sleep(5)


def trickle(handler: Handler, _: str) -> None:
    """A byte now and then, each within the timeout of a socket."""
    handler.send_response(200)
    handler.end_headers()
    for _ in range(100):
        handler.wfile.write(b" ")
        time.sleep(0.05)


def trickle_headers(handler: Handler, _: str) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for number in range(100):
        handler.wfile.write(f"X-{number}: y\r\n".encode())
        time.sleep(0.05)


def break_off(handler: Handler, _: str) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b'{"choices"')
    handler.close_connection = True


def break_off_a_chunk(handler: Handler, _: str) -> None:
    handler.send_response(200)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    handler.wfile.write(b"ff\r\nshort")
    handler.close_connection = True


def flood(handler: Handler, _: str) -> None:
    """A hundred megabytes."""
    handler.send_response(200)
    handler.send_header("Content-Length", str(100 * 1024 * 1024))
    handler.end_headers()
    for _ in range(100):
        handler.wfile.write(b" " * 1024 * 1024)


def flood_without_length(handler: Handler, _: str) -> None:
    handler.send_response(200)
    handler.end_headers()
    for _ in range(100):
        handler.wfile.write(b" " * 1024 * 1024)


def redirect(handler: Handler, _: str) -> None:
    send(handler, b"", 307, Location="http://127.0.0.1:9/v1/chat/completions")


def test_the_words_of_the_answer_come_back() -> None:
    assert asked(lambda handler, _: say(handler, "ничего")) == "ничего"


def test_the_model_hears_prompt_and_text_and_the_key() -> None:
    with serving(lambda handler, _: say(handler, "")) as model:
        ask(Endpoint(model.url, "m", "secret"), "Read.", "Norway spoke.")
    assert model.keys == ["Bearer secret"]
    assert [message["content"] for message in model.heard[0]["messages"]] == [
        "Read.",
        "Norway spoke.",
    ]


@pytest.mark.parametrize("behave", [stall, trickle, trickle_headers])
def test_who_is_too_slow_is_left(behave: Behave) -> None:
    with pytest.raises(ChatError, match=r"within 0\.3 seconds"):
        asked(behave, seconds=0.3)


@pytest.mark.parametrize("behave", [break_off, break_off_a_chunk])
def test_half_an_answer_is_none(behave: Behave) -> None:
    with pytest.raises(ChatError, match=r"broke off|cannot be talked to"):
        asked(behave)


@pytest.mark.parametrize("behave", [flood, flood_without_length])
def test_no_more_is_read_than_the_limit(behave: Behave) -> None:
    with pytest.raises(ChatError, match="more than 1,048,576 bytes"):
        asked(behave)


def test_a_redirect_is_not_followed() -> None:
    with pytest.raises(ChatError, match="which is not followed"):
        asked(redirect)


def test_a_failure_of_the_server_is_named() -> None:
    with pytest.raises(ChatError, match="answered 500"):
        asked(lambda handler, _: send(handler, b"oops", 500))


@pytest.mark.parametrize(
    "body",
    [b"", b"null", b"[]", b"{}", b'{"choices": []}', b"<html>", b"[" * 100_000, b"\xff\xfe"],
)
def test_what_is_no_chat_completion_is_refused(body: bytes) -> None:
    with pytest.raises(ChatError, match="OpenAI-compatible"):
        asked(lambda handler, _: send(handler, body))


@pytest.mark.parametrize("words", [None, 7, ["a"], {"a": 1}])
def test_an_answer_must_be_words(words: object) -> None:
    with pytest.raises(ChatError, match="OpenAI-compatible"):
        asked(lambda handler, _: say(handler, words))


def test_what_is_no_http_at_all_is_refused() -> None:
    with pytest.raises(ChatError, match="cannot be talked to"):
        asked(lambda handler, _: handler.wfile.write(b"\x16\x03\x01 SSH-2.0\r\n\r\n") and None)


def test_nobody_there_is_said() -> None:
    with pytest.raises(ChatError, match="cannot be talked to"):
        ask(Endpoint("http://127.0.0.1:9/v1", "m"), "", "")
