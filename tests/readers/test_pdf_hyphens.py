from __future__ import annotations

from stocktake.readers.pdf_hyphens import LineEnds

PLAIN = [f"line {number} of a text that breaks no words at all" for number in range(200)]
BREAKING = [f"line {number} of a text that breaks its long wor-" for number in range(60)]


def test_a_document_that_breaks_words_loses_its_hyphens() -> None:
    assert LineEnds(BREAKING).joint("the develop-", "ment of") == (1, "")


def test_a_document_that_breaks_no_words_keeps_them() -> None:
    assert LineEnds([*PLAIN, "a long-", "term plan"]).joint("a long-", "term plan") == (0, "")


def test_a_word_known_whole_is_mended_even_there() -> None:
    ends = LineEnds([*PLAIN, "the development", "of develop-", "ment."])
    assert ends.joint("of develop-", "ment.") == (1, "")


def test_the_halves_of_a_broken_word_are_not_taken_for_words() -> None:
    assert LineEnds(["the mobi-", "lity of all"]).joint("the mobi-", "lity of all") == (1, "")


def test_a_line_without_a_hyphen_has_no_joint() -> None:
    assert LineEnds(PLAIN).joint("one line", "and the next") is None
