"""The numbers that stand before paragraphs."""

from __future__ import annotations

import pytest

from stocktake.readers.html_lists import roman, written
from stocktake.readers.hyphens import Vocabulary
from stocktake.readers.numbering import Number, Shape, leading_number


def number(text: str) -> Number:
    found = leading_number(f"{text} words")
    assert found
    return found


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("12.", Shape.DECIMAL),
        ("122.13", Shape.DOTTED),
        ("(a)", Shape.PAREN_LETTER),
        ("aa)", Shape.PAREN_LETTER),
        ("(iv)", Shape.PAREN_ROMAN),
        ("IV.", Shape.UPPER_ROMAN),
        ("B.", Shape.UPPER_LETTER),
        ("•", Shape.BULLET),
        ("(3)", Shape.PAREN_DECIMAL),
    ],
)
def test_numbers_are_known_by_their_shape(text: str, shape: Shape) -> None:
    assert number(text) == Number(text, shape)


@pytest.mark.parametrize("text", ["2018 was", "(1993) and", "A report", "5.4% of", "Mr. Smith", ""])
def test_what_begins_a_sentence_is_no_number(text: str) -> None:
    assert leading_number(text) is None


@pytest.mark.parametrize(
    ("before", "after"),
    [("1.", "2."), ("(h)", "(i)"), ("(i)", "(ii)"), ("z)", "aa)"), ("1.9", "1.10")],
)
def test_the_next_number_follows(before: str, after: str) -> None:
    assert number(after).follows(number(before))


@pytest.mark.parametrize(("before", "after"), [("1.", "3."), ("(c)", "4."), ("(a)", "(c)")])
def test_other_numbers_do_not_follow(before: str, after: str) -> None:
    assert not number(after).follows(number(before))


def test_numbers_are_written_as_lists_have_them() -> None:
    assert [written(4, kind) for kind in "1aAiI"] == ["4", "d", "D", "iv", "IV"]
    assert (written(28, "a"), roman(99)) == ("ab", "xcix")


@pytest.mark.parametrize(
    ("line", "following", "joint"),
    [
        ("the inter-", "national law", (1, "")),
        ("the follow-", "up of it", (0, "")),
        ("the Inter-", "Ministerial one", (0, "")),
        ("the soft\u00ad", "ened words", (1, "")),
        ("from 2018\u2013", "2028", (0, "")),
        ("no hyphen", "here", None),
        ("a dash \u2013", "here", None),
    ],
)
def test_the_words_of_a_document_tell_which_hyphen_is_theirs(
    line: str, following: str, joint: tuple[int, str] | None
) -> None:
    known = Vocabulary("international follow-up national")
    assert known.joint(line, following) == joint
