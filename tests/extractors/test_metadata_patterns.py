"""File patterns are a small language that says what it cannot read."""

from __future__ import annotations

import pytest

from stocktake.errors import SettingsError
from stocktake.extractors.metadata_patterns import from_file_name
from tests.extractors.facts_world import lexicon


@pytest.mark.parametrize("pattern", ["{colour}", "{actor:loud}", "{year}_{year}"])
def test_a_pattern_that_cannot_be_read_is_named(pattern: str) -> None:
    with pytest.raises(SettingsError) as error:
        from_file_name("x.txt", (pattern,), lexicon())
    assert pattern in error.value.message


def test_signs_in_a_pattern_stand_for_themselves() -> None:
    assert from_file_name("a+b.txt", ("a+b",), lexicon()) == []


def test_the_folder_and_the_ending_are_no_part_of_the_name() -> None:
    (datum,) = from_file_name("in/2031.tar.txt", ("{year}.tar",), lexicon())
    assert (datum.value, datum.origin) == ("2031", "inferred: file name")
