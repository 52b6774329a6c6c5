"""What was compared before makes comparing faster, and changes nothing."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stocktake.analysis import comparing, copies
from stocktake.analysis.comparing import Texts, compared, pairs_of
from stocktake.analysis.copies import OF_LONGER, Told, WordNumbers, key_of

WORDS = st.sampled_from(("dams", "nets", "herring", "in", "spring", "open", "the", "lakes"))
TEXTS = st.lists(st.lists(WORDS, min_size=8, max_size=24).map(" ".join), min_size=3, max_size=14)


@pytest.fixture
def crowded(monkeypatch: pytest.MonkeyPatch) -> None:
    """A shingle leads to two texts only, and however many texts are new, only what changes by them
    is looked at."""
    for name, value in (("LED", 2), ("_FEW", 0)):
        monkeypatch.setattr(comparing, name, value)
    monkeypatch.setattr(copies, "_COMPARED", 2)


def texts_of(several: Iterable[str]) -> Texts:
    told = [Told.of(WordNumbers().of(text)) for text in several]
    by_key = {key_of(one.words): one for one in told}
    keys = sorted(by_key)
    sketches = [by_key[key].sketch for key in keys]
    return Texts(keys, sketches, lambda at: by_key[keys[at]], OF_LONGER)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(TEXTS, st.data())
def test_in_steps_or_at_once_comes_out_the_same(
    crowded: None, texts: list[str], data: st.DataObject
) -> None:
    steps = data.draw(st.lists(st.integers(1, len(texts)), max_size=3).map(sorted))
    known: dict[str, bytes] = {}
    for count in (*steps, len(texts)):
        known = compared(texts_of(texts[:count]), known)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(comparing, "_FEW", len(texts) + 1)
        assert known == compared(texts_of(texts), {})


@given(TEXTS, st.integers(0, 12))
def test_a_text_that_is_gone_leaves_no_trace(texts: list[str], at: int) -> None:
    rest = texts_of(texts[: at % len(texts)] + texts[at % len(texts) + 1 :])
    assert compared(rest, compared(texts_of(texts), {})) == compared(rest, {})


def test_pairs_are_the_keys_of_copies() -> None:
    letter = "open the dams in spring and let the herring pass to the lakes of the north"
    texts = texts_of([letter, f"{letter} again", "pay those who keep nets ashore in the autumn"])
    assert [set(pair) <= set(texts.keys) for pair in pairs_of(compared(texts, {}))] == [True]
