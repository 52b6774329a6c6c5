"""A document is read once, and what stands in a sentence is found when it is asked for."""

from __future__ import annotations

from stocktake.extractors.facts_document import LONGEST, read
from stocktake.extractors.facts_reading import Reading
from tests.extractors.facts_world import document, input_of, lexicon


def readings(text: str) -> list[Reading]:
    return [item for block in read(document(text), input_of(), lexicon()) for item in block]


def test_facts_and_case_studies_read_a_document_once() -> None:
    text, input_ = document("It met on Monday."), input_of()
    assert read(text, input_, lexicon()) is read(text, input_, lexicon())


def test_an_acronym_is_known_before_and_behind_the_block_that_gives_it() -> None:
    last = readings("FMN spoke.\n\nThe Freedonia Migrants Network (FMN) met.\n\nFMN left.")[-1]
    assert [mention.name for mention in last.mentions] == ["Freedonia Migrants Network"]


def test_the_year_is_told_by_what_stands_before_in_the_block() -> None:
    last = readings("It met on 4 May 2017. It will meet again on 6 June.")[-1]
    assert [str(item.period) for item in last.dates] == ["2017-06-06"]


def test_places_are_those_of_the_whole_text() -> None:
    last = readings('Sylvania spoke.\n\nIt asked. Ruritania said "never" in May 2018.')[-1]
    found = [*last.mentions, *last.dates]
    assert [last.text[item.start : item.end] for item in found] == ["Ruritania", "May 2018"]


def test_quotations_are_told_without_their_marks() -> None:
    last = readings('Sylvania spoke.\n\nIt asked. Ruritania said "never".')[-1]
    assert [last.text[start:end] for start, end in last.quoted] == ["never"]


def test_what_no_person_would_write_as_a_sentence_is_left_out() -> None:
    assert readings("word " * LONGEST) == []


def test_a_table_of_which_no_word_stands_has_no_hits() -> None:
    assert "meeting.heads" not in readings("They spoke of peace.")[0].tables
