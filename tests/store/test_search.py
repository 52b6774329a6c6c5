"""Finding words in the index."""

from __future__ import annotations

import pytest

from stocktake.errors import UsageError
from stocktake.store import Entry, Filters, Hits, Look, Store, open_store, rebuild, search

ENTRIES = [
    Entry(
        "statement",
        "1",
        "d1",
        0,
        30,
        "Freedonia supports open ports for refugees.",
        "supports",
        "supports",
        "2017-05-01",
        "2017-05-31",
        (("actor", "XFR"), ("theme", "ports")),
    ),
    Entry("statement", "2", "d2", 5, 30, "Sylvania rejects open ports.", "opposes", "opposes"),
    Entry("passage", "", "d2", 0, 40, "移民与发展 are discussed in the harbour of the capital."),
]


@pytest.fixture
def store() -> Store:
    store = open_store("sqlite://")
    with store.writing() as connection:
        rebuild(connection, ENTRIES)
    return store


def find(store: Store, query: str, filters: Filters = Filters(), look: Look = Look()) -> Hits:  # noqa: B008
    with store.reading() as connection:
        return search(connection, query, filters, look)


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
    "filters",
    [
        Filters(act="supports"),
        Filters(stance="supports"),
        Filters(tags=(("actor", "XFR"),)),
        Filters(tags=(("actor", "XFR"), ("theme", "ports"))),
        Filters(since="2017-05-10", until="2017-06-30"),
    ],
)
def test_filters_leave_only_what_they_name(store: Store, filters: Filters) -> None:
    assert [hit.record_id for hit in find(store, "ports", filters).hits] == ["1"]


def test_an_empty_query_finds_all_that_filters_let_through(store: Store) -> None:
    assert find(store, " ", Filters(kind="statement")).total == 2


def test_a_query_without_words_finds_nothing(store: Store) -> None:
    assert find(store, "!?").total == 0


def test_a_new_index_forgets_the_old_one(store: Store) -> None:
    with store.writing() as connection:
        rebuild(connection, ENTRIES[:1])
    assert find(store, "").total == 1


def test_searching_before_anything_was_built_says_what_to_run() -> None:
    with pytest.raises(UsageError, match="stocktake build"):
        find(open_store("sqlite://"), "ports")
