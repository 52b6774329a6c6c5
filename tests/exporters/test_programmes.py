"""A programme as a page, as Markdown and as JSON."""

from __future__ import annotations

import json
from datetime import date

import pytest
from lxml import html

from stocktake.errors import UsageError
from stocktake.exporters import PROGRAMME_EXPORTERS, export_programme
from stocktake.model import (
    Event,
    Labelled,
    Programme,
    ProgrammeDate,
    ProgrammeDay,
    ProgrammeItem,
    ProgrammePart,
)
from stocktake.model.codec import restored

HOSTILE = "<b>| *Harbours* & piers</b>"
ITEM = ProgrammeItem("o", "10:00–11:00", HOSTILE, (Labelled("Room", "A|B"),), ("How long?",))
PROGRAMME = Programme(
    "Compact on harbours",
    "1 meeting, 1 session",
    "Calendar",
    ("When", "What", "Title", "Where"),
    (ProgrammeDate("4 March 2031", "meeting", "First", "Strelsau"),),
    (ProgrammePart("first", "First", (), (ProgrammeDay("4 March 2031", (ITEM,)),)),),
    (Event("u@x", HOSTILE, "opening", *[date(2031, 3, 4)] * 3),),
)


def written(form: str) -> str:
    return export_programme(PROGRAMME, form).decode()


def test_a_page_holds_every_word_as_words() -> None:
    text = html.fromstring(written("html")).text_content()
    assert [word for word in (HOSTILE, "A|B", "How long?", "Strelsau") if word not in text] == []


def test_a_page_asks_for_nothing_from_elsewhere() -> None:
    assert not html.fromstring(written("html")).xpath("//script | //link | //img")


def test_markdown_gives_no_meaning_to_what_is_told() -> None:
    assert r"**\<b\>\| \*Harbours\* &amp; piers\</b\>**" in written("md")


def test_json_gives_the_programme_back() -> None:
    assert restored(Programme, json.loads(written("json"))) == PROGRAMME


@pytest.mark.parametrize("form", PROGRAMME_EXPORTERS.names())
def test_the_same_programme_gives_the_same_bytes(form: str) -> None:
    assert export_programme(PROGRAMME, form) == export_programme(PROGRAMME, form)


def test_an_unknown_format_lists_the_known_ones() -> None:
    with pytest.raises(UsageError, match="Known: html, ics, json, md, pdf"):
        export_programme(PROGRAMME, "ppt")
