"""The catalogues of the interface hold every message, translated, with the same placeholders."""

from __future__ import annotations

import re

import pytest

from tools.make_catalogues import LANGUAGES, LOCALES, missing, template, updated, written

PLACEHOLDER = re.compile(r"%\(\w+\)s")


@pytest.fixture
def messages():
    """Made for each test anew, since a catalogue takes them over with its translations."""
    return template()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_translated(language: str, messages) -> None:
    assert missing(updated(language, messages)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_files_are_those_that_the_tool_writes(language: str, messages) -> None:
    folder = LOCALES / language / "LC_MESSAGES"
    kept = tuple((folder / f"stocktake.{suffix}").read_bytes() for suffix in ("po", "mo"))
    assert written(updated(language, messages)) == kept


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_translation_loses_or_invents_a_placeholder(language: str, messages) -> None:
    for item in updated(language, messages):
        if not item.id:
            continue
        ids = item.id if isinstance(item.id, tuple) else (item.id,)
        wanted = set(PLACEHOLDER.findall(ids[-1]))
        texts = item.string if isinstance(item.string, tuple) else (item.string,)
        for text in texts:
            assert set(PLACEHOLDER.findall(text)) <= wanted, item.id
            assert wanted - {"%(num)s"} <= set(PLACEHOLDER.findall(text)), item.id
