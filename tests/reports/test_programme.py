"""The programme that is made of a process, and its events."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from stocktake.lexicon.words import vocabulary
from stocktake.model import (
    Chair,
    ExpectedDocument,
    Meeting,
    Milestone,
    Period,
    Process,
    Programme,
    Session,
)
from stocktake.reports import Shown, build_programme
from stocktake.reports.own_words import WORD
from stocktake.reports.patterns import patterns

OPENING = Session("Opening", "opening", id="opening", day=date(2031, 3, 4), start="10:00")
TALKS = Session("Talks", id="talks", day=date(2031, 3, 5), questions=("How long?",))
FIRST = Meeting(
    "first",
    "First consultation",
    period=Period.parse("2031-03-04/2031-03-05"),
    place="Strelsau",
    chairs=(Chair("A. Firefly", "Envoy"),),
    sessions=(TALKS, OPENING),
)
LATER = Meeting("later", "Conference", period=Period.parse("2031-09"))
PROCESS = Process(
    "Harbours",
    meetings=(LATER, FIRST),
    milestones=(Milestone("Zero draft", Period.parse("2031-06-01")),),
    documents=(ExpectedDocument("Summary", ("XFR",), Period.parse("2031-04-01"), "first"),),
    timezone="Europe/Zurich",
)


def made(process: Process = PROCESS) -> Programme:
    return build_programme(Shown(process, names={"XFR": "Freedonia"}))


def test_the_calendar_is_in_the_order_of_time() -> None:
    assert [line.title for line in made().dates] == [
        "First consultation",
        "Summary (from Freedonia)",
        "Zero draft",
        "Conference",
    ]


def test_sessions_stand_under_their_days() -> None:
    days = made().parts[0].days
    assert [(day.title, day.items[0].title) for day in days] == [
        ("4 March 2031", "Opening"),
        ("5 March 2031", "Talks"),
    ]


def test_a_session_of_no_day_stands_where_the_file_has_it() -> None:
    lunch = Session("Lunch", id="lunch")
    meeting = replace(FIRST, sessions=(OPENING, lunch, TALKS))
    days = made(replace(PROCESS, meetings=(meeting,))).parts[0].days
    assert [(day.title, day.items[0].title) for day in days] == [
        ("4 March 2031", "Opening"),
        ("Date not told", "Lunch"),
        ("5 March 2031", "Talks"),
    ]


def test_what_is_not_told_has_no_label() -> None:
    assert [line.label for line in made().parts[0].days[1].items[0].about] == []


def test_one_meeting_is_shown_without_the_other_dates() -> None:
    shown = build_programme(Shown(PROCESS, (FIRST,)))
    assert (shown.title, shown.dates, len(shown.events)) == ("First consultation", (), 3)


def test_a_month_is_no_entry_of_a_calendar_and_is_named() -> None:
    assert made().left_out == ("Conference",)


def test_a_session_that_is_moved_keeps_the_name_of_its_event() -> None:
    moved = replace(FIRST, sessions=(TALKS, replace(OPENING, start="15:00")))
    again = made(replace(PROCESS, meetings=(LATER, moved)))
    before = {item.uid for item in made().events}
    assert {item.uid for item in again.events} == before


def test_documents_of_the_same_name_are_events_of_their_own() -> None:
    due = PROCESS.documents[0]
    several = replace(PROCESS, documents=(due, replace(due, who=("XRU",)), due))
    assert len({item.uid for item in made(several).events}) == len(made(several).events)


def test_hours_are_told_in_the_zone_of_the_process() -> None:
    opening = next(item for item in made().events if item.title == "Opening")
    assert (opening.start, opening.zone) == ("10:00", "Europe/Zurich")


@given(st.permutations([FIRST, LATER]))
def test_the_order_of_the_file_changes_nothing(meetings: list[Meeting]) -> None:
    assert made(replace(PROCESS, meetings=tuple(meetings))) == made()


def test_labels_hold_no_word_that_is_not_allowed() -> None:
    named = patterns()["words"]
    ours = [str(named[name]) for name in named if name.startswith(("label_", "programme_"))]
    found = {word.lower() for text in ours for word in WORD.findall(text)}
    slots = {"title", "who", "meetings", "sessions", "n"}
    assert found - slots <= vocabulary().allowed
