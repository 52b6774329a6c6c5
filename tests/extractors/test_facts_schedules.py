"""Meetings in calendars, on title pages, in notices and tables."""

from __future__ import annotations

import pytest

from stocktake.extractors.facts import PROSE_FACTS
from stocktake.model import Block, BlockKind, Document, FactCandidate, FactKind
from tests.extractors.facts_world import facts, input_of, lexicon, one, values

WRITTEN = {"date": "2031-04-17"}


@pytest.mark.parametrize(
    ("text", "title", "place", "dates"),
    [
        (
            "Third session: 19-20 June 2031, Zenda",
            "Third session",
            ["Zenda"],
            "2031-06-19/2031-06-20",
        ),
        (
            "8-9 May – First thematic session, Zenda, Ruritania",
            "First thematic session",
            ["Zenda, Ruritania"],
            "2031-05-08/2031-05-09",
        ),
        (
            "Second round | 12-15 March 2031 | Conference Room 4",
            "Second round",
            ["Conference Room 4"],
            "2031-03-12/2031-03-15",
        ),
        ("(b) Fourth round (14-18 May 2031);", "Fourth round", [], "2031-05-14/2031-05-18"),
    ],
)
def test_a_line_with_a_meeting_and_its_dates_is_a_meeting(
    text: str, title: str, place: list[str], dates: str
) -> None:
    told = one(text, FactKind.MEETING, **WRITTEN)
    assert (told["title"], told.get("place", []), told["dates"]) == ([title], place, [dates])


@pytest.mark.parametrize(
    "text",
    [
        "Zenda, 17 April 2031",
        "Phase I (consultations): April to November 2031",
        "Review of progress, May 2031",
    ],
)
def test_other_lines_with_dates_are_no_meetings(text: str) -> None:
    assert facts(text, FactKind.MEETING, **WRITTEN) == []


def test_a_year_that_stands_alone_holds_for_the_lines_below() -> None:
    told = one("2029\n\n8-9 May: First thematic session", FactKind.MEETING, **WRITTEN)
    assert told["dates"] == ["2029-05-08/2029-05-09"]


@pytest.mark.parametrize(
    "text",
    [
        "Preparatory (stocktaking) meeting\n\nZenda, Ruritania\n\n4-6 December 2031",
        "Preparatory (stocktaking) meeting\n\n4-6 December 2031, Zenda, Ruritania",
        "Preparatory (stocktaking) meeting\n\nZenda, Ruritania, 4-6 December 2031",
    ],
)
def test_a_title_page_tells_of_its_meeting(text: str) -> None:
    assert one(text, FactKind.MEETING, **WRITTEN) == {
        "title": ["Preparatory (stocktaking) meeting"],
        "kind": ["meeting"],
        "place": ["Zenda, Ruritania"],
        "dates": ["2031-12-04/2031-12-06"],
    }


def test_the_day_on_which_a_paper_was_written_is_not_that_of_its_meeting() -> None:
    text = "Summary of the third thematic session\n\nZenda, 17 April 2031"
    assert facts(text, FactKind.MEETING, **WRITTEN) == []


def test_a_notice_tells_what_when_and_where() -> None:
    text = "WHAT: Harbour Conference\n\nWHEN: 9 December 2031\n\nWHERE: Hall 2, Zenda"
    told = one(text, FactKind.MEETING, **WRITTEN)
    assert (told["title"], told["dates"], told["place"]) == (
        ["Harbour Conference"],
        ["2031-12-09"],
        ["Hall 2, Zenda"],
    )


def in_table(
    *rows: tuple[str, ...], above: str, kind: FactKind = FactKind.MEETING
) -> list[FactCandidate]:
    """The facts of a kind read from a table below a heading."""
    text, blocks = above, [Block(BlockKind.HEADING, 0, len(above))]
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            start = len(text) + 1
            text += f"\n{cell}"
            place = {"table": 0, "row": number, "column": column}
            blocks.append(Block(BlockKind.CELL, start, len(text), **place))
    document = Document("doc", "input", text, tuple(blocks), language="en")
    found = PROSE_FACTS.extract(document, input_of(**WRITTEN), lexicon())
    return [fact for fact in found if fact.kind is kind]


def test_each_row_of_a_table_with_dates_is_a_meeting() -> None:
    rows = (("Round", "Dates", "Venue"), ("First round", "20-23 May 2031", "Room 4"))
    (fact,) = in_table(*rows, above="Schedule")
    assert [values(fact, name) for name in ("title", "dates", "place")] == [
        ["First round"],
        ["2031-05-20/2031-05-23"],
        ["Room 4"],
    ]


def test_rows_without_a_title_are_what_the_line_above_the_table_says() -> None:
    rows = (("Host", "City", "Days"), ("Freedonia", "Zenda", "May 2031"))
    (fact,) = in_table(*rows, above="Regional consultations")
    assert [values(fact, name) for name in ("title", "host")] == [
        ["Regional consultations"],
        ["Freedonia"],
    ]


def test_a_table_of_other_things_has_no_meetings() -> None:
    rows = (("State", "Ratified"), ("Freedonia", "20 May 2031"))
    assert in_table(*rows, above="Conference") == []


def test_versions_of_a_text_in_a_table_are_made_public_on_their_day() -> None:
    rows = (("Version", "Day"), ("Zero draft", "5 February 2031"))
    (fact,) = in_table(*rows, above="Drafts", kind=FactKind.ANNOUNCEMENT)
    assert [values(fact, name) for name in ("kind", "date")] == [["draft"], ["2031-02-05"]]


def test_the_items_of_a_programme_in_a_table_are_sessions() -> None:
    rows = (("Time", "Item"), ("10:00-13:00", "Opening plenary"), ("13:00-15:00", "Lunch"))
    (fact,) = in_table(*rows, above="Programme", kind=FactKind.SESSION)
    assert [values(fact, name) for name in ("title", "time")] == [
        ["Opening plenary"],
        ["10:00-13:00"],
    ]
