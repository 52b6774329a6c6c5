"""Any day is read back from any way to write it, in six languages, beside hours and zones."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.lexicon.process_words import load_process_words
from stocktake.model import Period, Precision
from stocktake.text.dates_relative import relative_dates
from tests.text.test_dates import ARABIC, DAYS, ENGLISH, FRENCH, RUSSIAN, SPANISH, found

FORMATS = {
    "en": ("{d} {m} {y}", "{m} {d}, {y}", "the {d}th of {m} {y}", "{y}-{n:02}-{d:02}"),
    "es": ("{d} de {m} de {y}", "{d} {m} {y}", "{d} de {m} del {y}"),
    "fr": ("{d} {m} {y}", "le {d} {m} {y}"),
    "ru": ("{d} {m} {y} года", "{d} {m} {y}", "{d:02}.{n:02}.{y}"),
    "ar": ("{d} {m} {y}", "{d} {m} عام {y}"),
    "zh": ("{y}年{n}月{d}日",),
}
RANGES = {
    "en": ("{d}-{e} {m} {y}", "from {d} to {e} {m} {y}", "{m} {d}–{e}, {y}"),
    "es": ("del {d} al {e} de {m} de {y}",),
    "fr": ("du {d} au {e} {m} {y}",),
    "ru": ("{d}-{e} {m} {y} года", "с {d} по {e} {m} {y} года"),
    "ar": ("من {d} إلى {e} {m} {y}",),
    "zh": ("{y}年{n}月{d}日至{e}日",),
}
LISTS = {
    "en": "{d}, {e} and {f} {m} {y}",
    "es": "{d}, {e} y {f} de {m} de {y}",
    "fr": "{d}, {e} et {f} {m} {y}",
    "ru": "{d}, {e} и {f} {m} {y} года",
}
MONTHS = {"en": ENGLISH, "es": SPANISH, "fr": FRENCH, "ru": RUSSIAN, "ar": ARABIC}
ZONES = ("GMT", "UTC+2", "CET", "EST", "(New York time)", "Mexico City time", "UTC")


def ways(table: dict[str, tuple[str, ...]]) -> st.SearchStrategy[tuple[str, str]]:
    return st.sampled_from([(language, way) for language in table for way in table[language]])


def month(language: str, day: date) -> str:
    return MONTHS[language].split()[day.month - 1] if language in MONTHS else ""


def written(language: str, way: str, day: date, **days: int) -> str:
    told = {"d": day.day, "m": month(language, day), "n": day.month, "y": day.year}
    return way.format(**told, **days)


@given(DAYS, ways(FORMATS))
def test_a_day_is_read_back_from_each_format(day: date, way: tuple[str, str]) -> None:
    assert found(written(*way, day), near=None, language=way[0]) == [day.isoformat()]


@given(DAYS.filter(lambda day: day.day < 28), ways(RANGES))
def test_a_run_of_days_is_read_back_from_each_format(day: date, way: tuple[str, str]) -> None:
    until = day + timedelta(days=1)
    text = written(*way, day, e=until.day)
    assert found(text, near=None, language=way[0]) == [f"{day.isoformat()}/{until.isoformat()}"]


@given(DAYS.filter(lambda day: day.day < 24), st.sampled_from(sorted(LISTS)))
def test_the_days_of_a_list_are_read_back(day: date, language: str) -> None:
    text = written(language, LISTS[language], day, e=day.day + 2, f=day.day + 4)
    days = [(day + timedelta(days=ahead)).isoformat() for ahead in (0, 2, 4)]
    assert found(text, near=None, language=language) == [days[0], f"{days[1]}/{days[2]}"]


@given(
    DAYS,
    st.integers(min_value=0, max_value=23),
    st.integers(min_value=0, max_value=59),
    st.sampled_from(ZONES),
)
def test_hours_and_time_zones_change_no_day(day: date, hour: int, minute: int, zone: str) -> None:
    text = f"{written('en', '{d} {m} {y}', day)} at {hour:02}:{minute:02} {zone}"
    assert found(text, near=None) == [day.isoformat()]


@given(DAYS, st.integers(min_value=1, max_value=6), st.integers(min_value=1, max_value=4))
def test_months_without_year_are_the_nearest_stretch(day: date, first: int, length: int) -> None:
    names, last = ENGLISH.split(), first + length
    text = f"between {names[first - 1]} and {names[last - 1]}"
    near = Period.day(day.year, last + 1, 1)
    assert found(text, near=near) == [f"{day.year}-{first:02}/{day.year}-{last:02}"]


WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@given(DAYS, st.integers(min_value=-3, max_value=3))
def test_a_day_of_the_week_is_the_nearest_one(day: date, away: int) -> None:
    meant = day + timedelta(days=away)
    text = f"It met on {WEEKDAYS[meant.weekday()]}."
    words = load_process_words().date_words("en")
    [mention] = relative_dates(text, Period(day, day), words)
    assert mention.period.start == meant


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "It opened today.", "2031-05-07"),
        ("en", "It opened yesterday.", "2031-05-06"),
        ("fr", "Elle s'ouvre aujourd'hui.", "2031-05-07"),
        ("es", "Se inaugura hoy.", "2031-05-07"),
    ],
)
def test_today_is_the_day_of_writing(language: str, text: str, day: str) -> None:
    words = load_process_words().date_words(language)
    found_days = relative_dates(text, Period.day(2031, 5, 7), words)
    assert [str(mention.period) for mention in found_days] == [day]


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("on Monday, 5 May 2031", Period.day(2031, 5, 7)),
        ("It opened today.", Period(date(2031, 5, 1), date(2031, 5, 31), Precision.MONTH)),
        ("It opened today.", None),
    ],
)
def test_without_a_day_of_writing_or_with_the_date_beside_it_nothing_is_told(
    text: str, near: Period | None
) -> None:
    assert relative_dates(text, near, load_process_words().date_words("en")) == []
