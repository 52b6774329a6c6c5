"""Small repairs that all readers share."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.readers.mending import Change, tidied, without_surrogates

FLAWED = st.text(st.sampled_from("ab \n\t\u00a0\ufb03\u00ad\u200b\u202e\x00\u3000"), max_size=50)


def mended(raw: str, *changes: Change) -> str:
    return "".join(part.text for part in tidied(raw, 0, len(raw), changes))


@given(FLAWED)
def test_stretches_follow_on_each_other(raw: str) -> None:
    parts = tidied(raw, 0, len(raw), [])
    assert all(a.end == b.start for a, b in pairwise(parts))


@given(FLAWED)
def test_only_blanks_and_invisible_characters_are_cut_off(raw: str) -> None:
    parts = tidied(raw, 0, len(raw), [])
    rest = raw[: parts[0].start] + raw[parts[-1].end :] if parts else raw
    assert not set(rest) & set("ab\ufb03")


@given(FLAWED)
def test_what_is_mended_is_tidy(raw: str) -> None:
    text = mended(raw)
    assert text == " ".join(text.split())


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("e\ufb03cient of\ufb01ce", "efficient office"),
        ("soft\u00adhyphen", "softhyphen"),
        ("\ufeffbegin", "begin"),
        ("two\u00a0\u2009words", "two words"),
        ("\u200fنص\u200e", "نص"),
        ("co\u2011chair", "co\u2011chair"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_what_is_mended_and_what_stays(raw: str, text: str) -> None:
    assert mended(raw) == text


def test_a_change_that_a_reader_asks_for_goes_before_small_repairs() -> None:
    assert mended("a \ufb01 b", Change(1, 4, "-")) == "a-b"


def test_half_characters_become_the_replacement_character() -> None:
    assert without_surrogates("a\ud83db") == "a\ufffdb"
