"""From a raw text and the blocks found in it to a Document, and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.errors import LimitError, ReadError
from stocktake.model import BlockKind, Document
from stocktake.readers.building import Found, Reading, Source, assemble
from stocktake.readers.mending import Change
from stocktake.settings import Limits
from tests.readers.contract import check_document

SOURCE = Source(b"bytes", "note.txt", "test", "1")
LETTERS = st.text(st.sampled_from("ab \n\t\f\u00a0\ufb01\u00ad\u200b-\ud800"), max_size=60)


def made(raw: str, *ranges: tuple[int, int], **more: object) -> Document:
    blocks = [Found(BlockKind.PARAGRAPH, *span) for span in ranges]
    return assemble(Reading(raw, blocks, **more), SOURCE, Limits())  # type: ignore[arg-type]


@given(LETTERS, st.lists(st.integers(0, 60), max_size=12), st.lists(st.integers(0, 60), max_size=9))
def test_any_blocks_of_any_text_make_a_sound_document(
    raw: str, cuts: list[int], changed: list[int]
) -> None:
    spans = _spans(cuts, len(raw))
    changes = [Change(start, end, " x") for start, end in _spans(changed, len(raw))]
    try:
        document = made(raw, *spans, changes=changes, page_starts=[0, *cuts])
    except ReadError:
        return
    check_document(document)


@given(LETTERS, st.lists(st.integers(0, 60), max_size=12))
def test_the_raw_text_is_what_the_reader_found(raw: str, cuts: list[int]) -> None:
    try:
        document = made(raw, *_spans(cuts, len(raw)))
    except ReadError:
        return
    assert document.raw_text() == raw.replace("\ud800", "\ufffd")


def test_what_lies_outside_the_blocks_leaves_the_text() -> None:
    document = made("A/1\n\nFirst.\n- 2 -\nSecond.\n", (5, 11), (18, 25))
    assert document.text == "First.\n\nSecond."


def test_a_changed_stretch_keeps_what_it_stands_for() -> None:
    document = made("inter-\nnational", (0, 15), changes=[Change(5, 7, "")])
    assert (document.text, document.edits[0].raw) == ("international", "-\n")


def test_a_page_may_begin_within_a_paragraph() -> None:
    document = made("one\n\fA/1\ntwo", (0, 12), changes=[Change(3, 9, " ")], page_starts=[0, 5])
    assert (document.text, document.page_at(3), document.page_at(4)) == ("one two", 1, 2)


def test_a_page_begins_before_the_number_that_is_put_in_at_its_top() -> None:
    number = Change(3, 3, "1. ")
    document = made("onetwo", (0, 3), (3, 6), changes=[number], page_starts=[0, 3])
    assert (document.text, document.page_starts) == ("one\n\n1. two", (0, 5))


def test_spaces_left_on_both_sides_of_a_dropped_stretch_become_one() -> None:
    document = made("one [1] two [2] ", (0, 16), changes=[Change(4, 7, ""), Change(12, 15, "")])
    assert document.text == "one two"


def test_the_place_of_a_mark_taken_out_of_the_text_remains() -> None:
    note = Found(BlockKind.FOOTNOTE, 8, 12, mark=(4, 5))
    reading = Reading(
        "Text1.\n\nNote", [Found(BlockKind.PARAGRAPH, 0, 6), note], [Change(4, 5, "")]
    )
    assert assemble(reading, SOURCE, Limits()).blocks[1].mark == (4, 4)


def test_a_text_over_the_limit_names_the_key_that_raises_it() -> None:
    reading = Reading("abc", [Found(BlockKind.PARAGRAPH, 0, 3)])
    with pytest.raises(LimitError, match=r"text_chars under \[limits\] in process.toml"):
        assemble(reading, SOURCE, Limits(text_chars=2))


def test_other_versions_of_a_reader_make_other_documents() -> None:
    reading = Reading("abc", [Found(BlockKind.PARAGRAPH, 0, 3)])
    newer = Source(SOURCE.data, SOURCE.name, SOURCE.reader, "2")
    assert assemble(reading, SOURCE, Limits()).id != assemble(reading, newer, Limits()).id


def _spans(cuts: list[int], length: int) -> list[tuple[int, int]]:
    ordered = sorted(min(cut, length) for cut in cuts)
    return list(zip(ordered[::2], ordered[1::2], strict=False))
