"""Messages arrive as they were sent."""

from __future__ import annotations

import io
from dataclasses import dataclass, field

import pytest

from stocktake.errors import ReadError
from stocktake.model import Act, Metadatum, Quotation
from stocktake.settings import Limits
from stocktake.workers.wire import receive, send


@dataclass
class Counted:
    name: str
    count: int = field(default=0, init=False)


def over_the_wire(message: object) -> object:
    stream = io.BytesIO()
    send(stream, message)
    stream.seek(0)
    return receive(stream)


@pytest.mark.parametrize(
    "message",
    [
        Quotation(1, 3, "so"),
        (Act.REPORTS, [Metadatum("title", "A", "told"), None]),
        Limits(seconds=3),
        Quotation,
    ],
)
def test_a_message_arrives_as_it_was_sent(message: object) -> None:
    assert over_the_wire(message) == message


def test_an_error_arrives_with_what_to_do_next() -> None:
    error = over_the_wire(ReadError("is odd.", remedy="Look.", place="a.pdf"))
    assert isinstance(error, ReadError)
    assert (error.message, error.remedy) == ("is odd.", "Look.")


def test_what_a_record_counted_for_itself_arrives_too() -> None:
    counted = Counted("a")
    counted.count = 3
    assert over_the_wire(counted) == counted


def test_a_stream_that_ends_is_told() -> None:
    with pytest.raises(EOFError):
        receive(io.BytesIO())
