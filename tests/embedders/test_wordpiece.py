"""Texts are cut into the longest pieces that are known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.embedders.wordpiece import WordPiece

PIECES = ["[UNK]", "[CLS]", "[SEP]", "port", "##s", "##al", "!", "港", "open"]
TABLE = WordPiece({piece: number for number, piece in enumerate(PIECES)})


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Ports", ["port", "##s"]),
        ("pórtal!", ["port", "##al", "!"]),
        ("港open", ["港", "open"]),
        ("portsmouth", ["[UNK]"]),
        ("o\u200bpen", ["open"]),
        ("port" * 26, ["[UNK]"]),
        ("", []),
    ],
)
def test_words_are_cut_into_the_longest_pieces(text: str, pieces: list[str]) -> None:
    numbers = [PIECES.index(piece) for piece in ("[CLS]", *pieces, "[SEP]")]
    assert TABLE.encode(text, 100) == numbers


@given(st.text(), st.integers(2, 20))
def test_no_text_is_longer_than_asked(text: str, longest: int) -> None:
    assert len(TABLE.encode(text, longest)) <= longest
