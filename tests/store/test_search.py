"""Finding words in the index."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.errors import UsageError
from stocktake.store import (
    Entry,
    Filter,
    Hits,
    Look,
    Order,
    Store,
    Voice,
    open_store,
    rebuild,
    search,
    statement_ids,
)
from tests.store.conftest import Anew

ENTRIES = [
    Entry(
        "statement",
        "1",
        "d1",
        0,
        30,
        "Freedonia supports open ports for refugees.",
        act="supports",
        stance="supports",
        since="2017-05-01",
        until="2017-05-31",
        language="en",
        input_id="i1",
        input_kind="report",
        meeting="first",
        confidence=0.9,
        review="confirmed",
        tags=(("actor", "XFR"), ("theme", "ports")),
    ),
    Entry(
        "statement",
        "2",
        "d2",
        5,
        30,
        "Sylvania rejects open ports.",
        act="opposes",
        stance="opposes",
        language="en",
    ),
    Entry("passage", "", "d2", 0, 40, "移民与发展 are discussed in the harbour of the capital."),
]


@pytest.fixture
def store(anew: Anew) -> Store:
    store = anew()
    with store.writing() as connection:
        rebuild(connection, ENTRIES)
    return store


def find(store: Store, query: str, wanted: Filter = Filter(), look: Look = Look()) -> Hits:  # noqa: B008
    with store.reading() as connection:
        return search(connection, query, wanted, look)


def test_all_hits_are_counted_although_few_are_shown(store: Store) -> None:
    found = find(store, "open ports", look=Look(limit=1))
    assert (found.total, len(found.hits)) == (2, 1)


def test_a_word_is_found_in_its_other_forms(store: Store) -> None:
    assert find(store, "refugee support").total == 1


def test_what_was_found_is_marked(store: Store) -> None:
    snippet = find(store, "rejects", look=Look(marks=("[", "]"))).hits[0].snippet
    assert snippet == "Sylvania [rejects] open ports."


def test_chinese_is_found_and_shown_without_joints(store: Store) -> None:
    snippet = find(store, "发展", look=Look(marks=("[", "]"))).hits[0].snippet
    assert snippet.startswith("移民与[发展]")


@pytest.mark.parametrize(
    "wanted",
    [
        Filter(acts=("supports",)),
        Filter(stances=("supports", "neutral")),
        Filter(themes=("ports",)),
        Filter(voices=((Voice("XFR"),),), themes=("ports", "harbours")),
        Filter(voices=((Voice("XSY"), Voice("XFR", "2017-01-01", "2017-05-01")),)),
        Filter(confidence=0.8),
        Filter(reviews=("confirmed",)),
        Filter(kinds=("report",), meetings=("first",)),
        Filter(since="2017-05-10", until="2017-06-30"),
    ],
)
def test_wanted_leave_only_what_they_name(store: Store, wanted: Filter) -> None:
    assert [hit.record_id for hit in find(store, "ports", wanted).hits] == ["1"]


def test_an_empty_query_finds_all_that_wanted_let_through(store: Store) -> None:
    assert find(store, " ", Filter(records=("statement",))).total == 2


@pytest.mark.parametrize("query", ["!?", '"open ports', "OR ports", "open OR", "a OR OR b"])
def test_what_is_no_query_is_named(store: Store, query: str) -> None:
    with pytest.raises(UsageError, match="a phrase"):
        find(store, query)


def test_words_can_be_left_out_of_all_there_is(store: Store) -> None:
    assert {hit.record_id for hit in find(store, "-refugees").hits} == {"2", ""}


def test_a_new_index_forgets_the_old_one(store: Store) -> None:
    with store.writing() as connection:
        rebuild(connection, ENTRIES[:1])
    assert find(store, "").total == 1


def test_searching_before_anything_was_built_says_what_to_run(anew: Anew) -> None:
    with pytest.raises(UsageError, match="stocktake build"):
        find(anew(), "ports")


def test_a_voice_outside_its_days_is_not_heard(store: Store) -> None:
    assert find(store, "", Filter(voices=((Voice("XFR", "2018-01-01"),),))).total == 0


def test_statements_that_a_filter_lets_through_are_told_by_id(store: Store) -> None:
    with store.reading() as connection:
        assert statement_ids(connection, Filter(acts=("supports", "opposes"))) == ["1", "2"]


@given(st.integers(1, 4), st.sampled_from(Order))
def test_pages_hold_each_hit_once_and_as_many_as_are_counted(size: int, order: Order) -> None:
    base = open_store("sqlite://")
    with base.writing() as connection:
        rebuild(connection, ENTRIES * 3)
    pages = [find(base, "", look=Look(size, skip, order)) for skip in range(0, 9, size)]
    places = [(hit.record_id, hit.document_id, hit.start) for page in pages for hit in page.hits]
    assert len(places) == pages[0].total == 9
    base.close()


def test_the_oldest_come_first_and_those_without_a_date_last(store: Store) -> None:
    found = find(store, "", look=Look(order=Order.NEWEST))
    assert [hit.record_id for hit in found.hits] == ["1", "2", ""]
