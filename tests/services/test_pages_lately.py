"""The last few things are made once, as long as they are kept."""

from __future__ import annotations

from stocktake.services.pages.lately import Lately


def test_what_is_kept_is_not_made_again() -> None:
    made = Lately[str, int](2)
    assert (made.once("a", lambda: 1), made.once("a", lambda: 2)) == (1, 1)


def test_what_was_made_first_makes_room() -> None:
    made = Lately[str, int](2)
    for number, key in enumerate("abc"):
        made.once(key, lambda number=number: number)
    assert [made.once(key, lambda: 9) for key in "cba"] == [2, 1, 9]
