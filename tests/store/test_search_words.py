"""Every word that is asked for stands in what is found, in all languages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stocktake.errors import UsageError
from stocktake.store import Entry, Hits, Look, Store, rebuild, search
from tests.store.conftest import Anew

TEXTS = {
    "en": ("Freedonia calls for open ports and safe harbours.", "The harbour is closed."),
    "fr": ("La Sylvanie accueille les réfugiés adoptés.", "Chaque réfugiée compte."),
    "es": ("Los niños migrantes piden protección.", "Un niño pide una escuela."),
    "ru": ("Фридония поддерживает мигрантов.", "Права мигранта: новый шаг."),
    "ar": ("ندعو إلى حماية المهاجرين.", "تؤيد فريدونيا كل مهاجر أيضاً."),
    "zh": ("我们呼吁保护移民儿童。", "移民与发展。"),
}
WORDS = sorted({word for texts in TEXTS.values() for text in texts for word in text.split()})


@pytest.fixture(scope="module")
def store(anew: Anew) -> Iterator[Store]:
    base = anew()
    entries = [
        Entry(
            "statement", f"{language}{number}", "d", 100, 100 + len(text), text, language=language
        )
        for language, texts in TEXTS.items()
        for number, text in enumerate(texts)
    ]
    with base.writing() as connection:
        rebuild(connection, entries)
    yield base
    base.close()


def find(store: Store, query: str, look: Look = Look(limit=99)) -> Hits:  # noqa: B008
    with store.reading() as connection:
        return search(connection, query, look=look)


def ids(store: Store, query: str) -> list[str]:
    return sorted(hit.record_id for hit in find(store, query).hits)


@pytest.mark.parametrize(
    ("query", "language"),
    [
        ("harbour", "en"),
        ("refugie", "fr"),
        ("niño", "es"),
        ("мигранты", "ru"),
        ("المهاجرون", "ar"),
        ("移民", "zh"),
    ],
)
def test_a_word_is_found_in_its_forms(store: Store, query: str, language: str) -> None:
    assert ids(store, query) == [f"{language}0", f"{language}1"]


def test_a_phrase_is_found_as_it_stands_only(store: Store) -> None:
    assert (ids(store, '"harbours"'), ids(store, '"open ports"')) == (["en0"], ["en0"])


def test_characters_that_do_not_stand_together_are_no_word(store: Store) -> None:
    assert ids(store, "民儿") == ["zh0"]
    assert ids(store, "移儿") == []


def test_what_is_left_out_is_not_there(store: Store) -> None:
    assert ids(store, "harbour -open") == ["en1"]


def test_what_was_found_is_told_by_its_place_in_the_document(store: Store) -> None:
    [hit] = find(store, "closed").hits
    assert [TEXTS["en"][1][start - 100 : end - 100] for start, end in hit.spans] == ["closed"]


QUERIES = st.lists(st.sampled_from([*WORDS, "OR", "-open", '"', "har*", "移民"]), max_size=4)


@given(QUERIES.map(" ".join), st.integers(1, 3))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_pages_hold_as_many_as_are_counted(store: Store, query: str, size: int) -> None:
    try:
        pages = [find(store, query, Look(size, skip)).hits for skip in range(0, 12, size)]
    except UsageError:
        return
    listed = [hit.record_id for page in pages for hit in page]
    assert len(listed) == len(set(listed)) == find(store, query).total


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=2, unique=True))
def test_every_passage_shown_holds_the_words(store: Store, words: list[str]) -> None:
    for hit in find(store, " ".join(words), Look(marks=("[", "]"))).hits:
        assert hit.snippet.count("[") >= len(words) - 1
        assert hit.spans
