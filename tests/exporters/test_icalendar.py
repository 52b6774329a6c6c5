"""A programme as iCalendar, read back by a library of others."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import icalendar
from hypothesis import given
from hypothesis import strategies as st

from stocktake.exporters import export_programme
from stocktake.exporters.icalendar_lines import folded, text
from stocktake.exporters.icalendar_zones import timezone
from stocktake.model import Event, Programme

ZONES = st.sampled_from(sorted(set(available_timezones()) - {"Factory", "localtime"}))
TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=120)
HOURS = st.builds("{:02}:{:02}".format, st.integers(0, 11), st.integers(0, 59))


def programme(*events: Event) -> Programme:
    return Programme("Harbours", "", "Calendar", (), (), (), events)


def event(**told: object) -> Event:
    day = date(2031, 3, 4)
    known: dict[str, object] = {"uid": "x@y", "title": "Opening", "kind": "opening"}
    return Event(**{**known, "first": day, "last": day, "stamp": day, **told})  # type: ignore[arg-type]


def read(*events: Event) -> icalendar.Calendar:
    return icalendar.Calendar.from_ical(export_programme(programme(*events), "ics"))


def first(calendar: icalendar.Calendar) -> icalendar.Event:
    return calendar.walk("VEVENT")[0]


def test_a_meeting_of_three_days_ends_on_the_morning_after() -> None:
    found = first(read(event(last=date(2031, 3, 6))))
    assert (found.decoded("DTSTART"), found.decoded("DTEND")) == (
        date(2031, 3, 4),
        date(2031, 3, 7),
    )


def test_the_stamp_is_the_day_of_the_data_and_no_clock() -> None:
    found = first(read(event(stamp=date(2031, 1, 2))))
    assert found.decoded("DTSTAMP") == datetime(2031, 1, 2, tzinfo=UTC)


def test_hours_without_a_zone_are_those_of_wherever_it_is() -> None:
    assert first(read(event(start="10:00"))).decoded("DTSTART") == datetime(2031, 3, 4, 10)


def test_every_zone_stands_once_before_the_events() -> None:
    told = {"start": "10:00", "zone": "Europe/Zurich"}
    names = [item.name for item in read(event(**told), event(uid="z", **told)).subcomponents]
    assert names == ["VTIMEZONE", "VEVENT", "VEVENT"]


def test_nothing_in_a_calendar_of_nothing_is_wrong() -> None:
    assert read().errors == []


@given(TEXTS, TEXTS, TEXTS)
def test_words_come_back_as_they_went_in(title: str, place: str, told: str) -> None:
    found = first(read(event(title=title, place=place, text=told)))
    back = (found["SUMMARY"], found.get("LOCATION", ""), found.get("DESCRIPTION", ""))
    assert tuple(map(str, back)) == (title, place, told)


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=400))
def test_no_line_is_longer_than_75_octets(words: str) -> None:
    lines = folded(f"SUMMARY:{text(words)}").encode().split(b"\r\n")
    assert max(map(len, lines)) <= 75


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=400))
def test_unfolding_gives_the_line_back(words: str) -> None:
    assert folded(text(words)).replace("\r\n ", "").removesuffix("\r\n") == text(words)


@given(ZONES, st.dates(date(1990, 1, 1), date(2036, 12, 31)), HOURS)
def test_hours_come_back_as_the_same_moment(zone: str, day: date, hour: str) -> None:
    found = first(read(event(first=day, last=day, start=hour, zone=zone)))
    told = datetime.fromisoformat(f"{day}T{hour}").replace(tzinfo=ZoneInfo(zone))
    assert found.decoded("DTSTART").astimezone(UTC) == told.astimezone(UTC)


@given(ZONES, st.integers(1990, 2036), st.integers(0, 365 * 24))
def test_a_zone_told_in_full_has_the_offsets_of_the_database(
    zone: str, year: int, hours: int
) -> None:
    told = ["BEGIN:VCALENDAR", *timezone(zone, year, year), "END:VCALENDAR", ""]
    component = icalendar.Calendar.from_ical("\r\n".join(told)).walk("VTIMEZONE")[0]
    onsets = [
        ((item["DTSTART"].dt - item["TZOFFSETFROM"].td).replace(tzinfo=UTC), item["TZOFFSETTO"].td)
        for item in component.subcomponents
    ]
    moment = datetime(year, 1, 1, tzinfo=UTC) + timedelta(hours=hours)
    offset = max(pair for pair in onsets if pair[0] <= moment)[1]
    assert moment.astimezone(ZoneInfo(zone)).utcoffset() == offset


def test_the_bytes_are_always_the_same() -> None:
    made = programme(event(start="09:00", zone="America/New_York"))
    assert export_programme(made, "ics") == export_programme(made, "ics")
