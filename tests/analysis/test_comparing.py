"""What was compared before makes comparing faster, and changes nothing."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.analysis.comparing import Texts, compared, pairs_of
from stocktake.analysis.copies import OF_LONGER, Told, WordNumbers, key_of

WORDS = st.sampled_from(("dams", "nets", "herring", "in", "spring", "open", "the", "lakes"))
TEXTS = st.lists(st.lists(WORDS, min_size=8, max_size=40).map(" ".join), min_size=3, max_size=14)
LETTER = "open the dams in spring and let the herring pass to the lakes of the north"


def texts_of(several: Iterable[str]) -> Texts:
    told = [Told.of(WordNumbers().of(text)) for text in several]
    by_key = {key_of(one.words): one for one in told}
    keys = sorted(by_key)
    sketches = [by_key[key].sketch for key in keys]
    return Texts(keys, sketches, lambda at: by_key[keys[at]], OF_LONGER)


def unread(texts: Texts) -> Texts:
    def refuse(at: int) -> Told:
        pytest.fail(f"text {at} is read again")

    return Texts(texts.keys, texts.sketches, refuse, texts.of_little)


@given(TEXTS, st.data())
def test_in_steps_or_at_once_comes_out_the_same(texts: list[str], data: st.DataObject) -> None:
    steps = data.draw(st.lists(st.integers(1, len(texts)), max_size=3).map(sorted))
    known: dict[str, bytes] = {}
    for count in (*steps, len(texts)):
        known = compared(texts_of(texts[:count]), known)
    assert known == compared(texts_of(texts), {})


@given(TEXTS, st.integers(0, 12))
def test_a_text_that_is_gone_leaves_no_trace(texts: list[str], at: int) -> None:
    rest = texts_of(texts[: at % len(texts)] + texts[at % len(texts) + 1 :])
    assert compared(rest, compared(texts_of(texts), {})) == compared(rest, {})


@given(TEXTS)
def test_what_was_compared_before_is_not_read_again(texts: list[str]) -> None:
    told = texts_of(texts)
    assert compared(unread(told), before := compared(told, {})) == before


@given(TEXTS)
def test_by_their_sketches_texts_are_judged_as_by_all_their_words(texts: list[str]) -> None:
    told = texts_of(texts)
    read = dict(zip(told.keys, map(told.read, range(len(told.keys))), strict=True))
    copies = {frozenset(pair) for pair in pairs_of(compared(told, {}))}
    assert all(read[one].is_copy_of(read[other], OF_LONGER) for one, other in copies)


def test_pairs_are_the_keys_of_copies() -> None:
    texts = texts_of([LETTER, f"{LETTER} again", "pay those who keep nets ashore in the autumn"])
    assert [set(pair) <= set(texts.keys) for pair in pairs_of(compared(texts, {}))] == [True]


@given(TEXTS, st.data())
def test_what_was_lost_of_it_is_found_anew(texts: list[str], data: st.DataObject) -> None:
    told = texts_of(texts)
    before = compared(told, {})
    lost = data.draw(st.sampled_from(sorted(before)))
    assert compared(told, {name: body for name, body in before.items() if name != lost}) == before
