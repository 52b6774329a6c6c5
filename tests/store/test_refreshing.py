"""An index that was brought up to date is the one that would have been made anew."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.store import Entry, Source, Store, index, open_store, refresh, search
from tests.store.conftest import Anew

TEXTS = (
    "Freedonia opens ports.",
    "A harbour in every port.",
    "移民与发展 and ports",
    "harbours close",
)
TABLES = (
    "SELECT * FROM search_rows ORDER BY id",
    "SELECT * FROM search_tags ORDER BY row_id, name, value",
    "SELECT * FROM search_shelves ORDER BY document_id",
    "SELECT * FROM search_sources ORDER BY input_id",
    "SELECT * FROM search_stems ORDER BY language, stem, form",
    "SELECT rowid, * FROM search_words ORDER BY rowid",
    "SELECT rowid, rank FROM search_words('port* OR harbour*') ORDER BY rowid",
)
Shown = Mapping[str, Sequence[int]]
shown = st.dictionaries(
    st.sampled_from("abcdefgh"), st.lists(st.integers(0, len(TEXTS) - 1), max_size=3), max_size=8
)


def entries(there: Shown, ids: Sequence[str]) -> Iterator[Entry]:
    for id_ in ids:
        for number in there[id_]:
            text, tags = TEXTS[number], (("theme", str(number)),)
            yield Entry(
                "passage", "", id_, 0, len(text), text, language="en", input_id=id_, tags=tags
            )


def bring_up(store: Store, there: Shown) -> None:
    keys = {id_: repr(numbers) for id_, numbers in there.items()}
    named = [Source(id_, f"{id_}.txt", None) for id_ in there]
    with store.writing() as connection:
        refresh(connection, keys, lambda ids: entries(there, ids), named)


def content(store: Store) -> list[list[tuple[object, ...]]]:
    with store.reading() as connection:
        return [[tuple(row) for row in connection.exec_driver_sql(query)] for query in TABLES]


@given(st.lists(shown, min_size=1, max_size=4))
def test_what_was_written_before_changes_nothing(steps: list[Shown]) -> None:
    grown, new = open_store("sqlite://"), open_store("sqlite://")
    for there in steps:
        bring_up(grown, there)
    bring_up(new, steps[-1])
    assert content(grown) == content(new)


def test_documents_on_one_shelf_are_written_together(
    monkeypatch: pytest.MonkeyPatch, anew: Anew
) -> None:
    monkeypatch.setattr("stocktake.store.refreshing.shelf", lambda _: 0)
    monkeypatch.setattr(index, "shelf", lambda _: 0)
    store = anew()
    there = dict.fromkeys("abcdefgh", (0,))
    for step in (there, there | {"b": (1,)}, there | {"b": (1, 2)}):
        bring_up(store, step)
    with store.reading() as connection:
        assert search(connection, "ports").total == 9


def test_only_what_changed_is_read(anew: Anew) -> None:
    store, read = anew(), list[str]()
    there = dict.fromkeys("abcdefgh", (0,))
    bring_up(store, there)
    keys = {id_: repr(numbers) for id_, numbers in (there | {"c": (1,)}).items()}
    with store.writing() as connection:
        refresh(connection, keys, lambda ids: read.extend(ids) or ())
    assert read == ["c"]
