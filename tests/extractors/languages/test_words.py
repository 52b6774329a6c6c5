"""Sentences as words: elision, particles, Chinese without spaces."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake import lexicon
from stocktake.extractors.languages.words import split

LEXICON = lexicon.load()


@pytest.mark.parametrize(
    ("code", "text", "words"),
    [
        ("fr", "l'Iraq n’a pas", ("l'", "iraq", "n'", "a", "pas")),
        ("es", "dijo que no", ("dijo", "que", "no")),
        ("ar", "وأيدت بتأييد", ("و", "ايدت", "ب", "تاييد")),
        ("zh", "巴西未能支持码头", ("巴西", "未能", "支持", "码", "头")),
        ("ru", "ещё раз", ("еще", "раз")),
    ],
)
def test_words_are_set_apart_as_the_language_needs(
    code: str, text: str, words: tuple[str, ...]
) -> None:
    mentions = LEXICON.actors.find(text)
    assert split(text, (0, len(text)), mentions, LEXICON.languages[code]).lower == words


@given(text=st.text(max_size=40), code=st.sampled_from(["ar", "es", "fr", "ru", "zh"]))
def test_words_are_in_order_and_leave_out_white_space_alone(text: str, code: str) -> None:
    words = split(text, (0, len(text)), LEXICON.actors.find(text), LEXICON.languages[code])
    assert all(a <= b for a, b in zip(words.ends, words.starts[1:], strict=False))
    assert sum(map(len, text.split())) - _covered(text, words.starts, words.ends) <= _left(text)


def _covered(text: str, starts: tuple[int, ...], ends: tuple[int, ...]) -> int:
    pieces = (text[start:end] for start, end in zip(starts, ends, strict=True))
    return sum(len("".join(piece.split())) for piece in pieces)


def _left(text: str) -> int:
    """Signs such as "_" and marks on letters may stand outside of words."""
    return sum(1 for sign in text if not sign.isalnum())
