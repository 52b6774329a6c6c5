"""Pages are kept within their room, and give way to those that were asked for later."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from starlette.responses import Response

from stocktake.web.kept_pages import KeptPages, Page, page_of

ROOM = 10_000


def test_a_page_is_given_out_as_it_was_rendered() -> None:
    page = page_of(Response(b"harbours", headers={"ETag": '"1"', "Vary": "Cookie"}))
    answer = page.answer(packed=False)
    assert (answer.body, answer.headers["etag"]) == (b"harbours", '"1"')


def test_who_cannot_read_packed_pages_gets_another_answer_by_vary() -> None:
    page = page_of(Response(b"harbours", headers={"Vary": "Cookie"}))
    assert page.answer(packed=True).headers["vary"] == "Cookie, Accept-Encoding"


def test_the_page_that_nobody_asked_for_the_longest_makes_room() -> None:
    kept = KeptPages(ROOM)
    for name in ("first", "second"):
        kept.keep((name,), Page(bytes(3000), ()))
    kept.get(("first",))
    kept.keep(("third",), Page(bytes(3000), ()))
    assert [bool(kept.get((name,))) for name in ("first", "second", "third")] == [True, False, True]


def test_a_page_that_is_larger_than_the_room_is_not_kept() -> None:
    kept = KeptPages(ROOM)
    kept.keep(("large",), Page(bytes(ROOM), ()))
    assert kept.get(("large",)) is None


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.integers(0, 4000)), max_size=40))
def test_what_is_kept_never_goes_over_the_room(asked: list[tuple[str, int]]) -> None:
    kept = KeptPages(ROOM)
    for name, size in asked:
        kept.keep((name,), Page(bytes(size), ()))
    found = [kept.get((name,)) for name in "abcdef"]
    assert sum(len(page.packed) for page in found if page) <= ROOM
