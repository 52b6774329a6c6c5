"""Records in parts are a sequence like any other, of which little is unpacked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.model import Part, Parted, Quotation

words = st.lists(st.builds(Quotation, st.integers(0, 9), st.integers(0, 9), st.text()), max_size=4)


@given(st.lists(words, max_size=4))
def test_they_are_the_records_one_after_another(parts: list[list[Quotation]]) -> None:
    every = tuple(item for several in parts for item in several)
    told = Parted(Part.of(Quotation, several) for several in parts)
    assert (told, tuple(told), len(told)) == (every, every, len(every))
    assert [told[at] for at in range(-len(every), len(every))] == [*every, *every]


@given(words)
def test_a_part_is_what_was_packed(records: list[Quotation]) -> None:
    part = Part.of(Quotation, records)
    again = Part(Quotation, len(records), lambda: part.body)
    assert (again.records, again.key) == (tuple(records), part.key)


def test_what_nobody_looks_at_is_not_read() -> None:
    first = Part.of(Quotation, [Quotation(0, 1, "a")])
    told = Parted([first, Part(Quotation, 1, lambda: pytest.fail("was read"), "k")])
    assert (len(told), told[0].text) == (2, "a")


def test_behind_the_last_there_is_nothing() -> None:
    with pytest.raises(IndexError):
        Parted([Part.of(Quotation, [Quotation(0, 1, "a")])])[1]
