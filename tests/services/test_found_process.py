"""The process as facts tell it: one meeting of many facts, each record with its proofs."""

from __future__ import annotations

import random
from pathlib import Path

from stocktake.model import (
    Attribute,
    Fact,
    FactKind,
    Input,
    Meeting,
    Metadatum,
    Process,
    Quotation,
    content_id,
)
from stocktake.services import process_file
from stocktake.services.found_process import Found, told
from stocktake.services.process_writing import write

PLACE, DAYS = "Strelsau, Ruritania", "2031-03-04/2031-03-06"


def fact(kind: FactKind, document: str = "d", start: int = 0, **values: str) -> Fact:
    text = " ".join(values.values())
    quotation = Quotation(start, start + len(text), text)
    attributes = tuple(Attribute(name, value, quotation) for name, value in values.items())
    id_ = content_id(kind, document, str(start), text)
    return Fact(id_, document, kind, quotation, attributes, "test", 0.9)


SUMMIT = fact(FactKind.MEETING, title="Harbour Summit", place=PLACE, dates=DAYS)
AGAIN = fact(FactKind.MEETING, "e", title="summit", place="Strelsau", dates="2031-03-04")
CHAIR = fact(FactKind.CHAIR, "e", 90, meeting="summit", name="R. Elphberg", role="chair")
PIERS = fact(FactKind.SESSION, "e", 200, title="Action group", dimension="local")
OPENING = fact(FactKind.SESSION, "e", 100, title="Opening", format="opening")
ALL = (SUMMIT, AGAIN, CHAIR, PIERS, OPENING)


def made(*facts: Fact, filed: str = "") -> Found:
    """What *facts* tell; *filed* is the id of the meeting that all inputs are filed under."""
    known = Meeting("summit", "Harbour Summit"), Meeting("review", "Review of piers")
    metadata = (Metadatum("meeting", filed, "manifest"),) if filed else ()
    inputs = {name: Input(name, f"note-{name}", "text/plain", 9, metadata) for name in ("d", "e")}
    return told(facts, inputs, Process("Compact on harbours", meetings=known))


def test_facts_of_two_inputs_on_one_meeting_are_one() -> None:
    assert [item.title for item in made(SUMMIT, AGAIN).process.meetings] == ["Harbour Summit"]


def test_the_dates_of_the_whole_meeting_hold_not_those_of_its_first_day() -> None:
    assert str(made(AGAIN, SUMMIT).process.meetings[0].period) == DAYS


def test_meetings_elsewhere_are_others() -> None:
    other = fact(FactKind.MEETING, title="Harbour Summit", place="Zenda", dates="2031-03-05")
    assert len(made(SUMMIT, other).process.meetings) == 2


def test_chairs_and_sessions_belong_to_the_meeting_of_their_text() -> None:
    (meeting,) = made(*ALL).process.meetings
    assert [item.title for item in meeting.sessions] == ["Opening", "Action group: local"]
    assert [item.name for item in meeting.chairs] == ["R. Elphberg"]


def test_what_belongs_to_no_meeting_is_not_lost() -> None:
    found = made(CHAIR)
    assert found.left_out == (CHAIR,)
    assert "R. Elphberg" in write(found)


def test_the_order_of_facts_changes_nothing() -> None:
    mixed = random.Random(3).sample(ALL, len(ALL))
    assert write(made(*mixed)) == write(made(*ALL))


def test_each_record_stands_below_the_sentence_that_proves_it() -> None:
    lines = write(made(SUMMIT)).splitlines()
    assert lines[lines.index("[[meetings]]") - 1].endswith(f"“{SUMMIT.sentence.text}” [note-d]")


def test_what_is_written_is_read_as_process_toml(tmp_path: Path) -> None:
    path, found = tmp_path / "process.toml", made(*ALL)
    path.write_text(write(found), encoding="utf-8")
    (meeting,) = process_file.load(path).process.meetings
    assert meeting.chairs == found.process.meetings[0].chairs


def test_a_session_is_of_the_meeting_that_its_input_is_filed_under() -> None:
    review = fact(FactKind.MEETING, "x", title="Review of piers", dates="2031-09-01")
    meetings = made(SUMMIT, review, OPENING, filed="review").process.meetings
    assert [len(item.sessions) for item in meetings] == [0, 1]
