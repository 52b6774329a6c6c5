"""Dates are found and resolved with the precision in which they are told."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.lexicon.process_words import load_process_words
from stocktake.model import Period
from stocktake.text.dates import DateFinder

NEAR = Period.day(2017, 12, 4)
DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 28))
SPANISH = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
FRENCH = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
RUSSIAN = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
ARABIC = "يناير فبراير مارس أبريل مايو يونيه يوليه أغسطس سبتمبر أكتوبر نوفمبر ديسمبر"
ENGLISH = "January February March April May June July August September October November December"
WRITTEN = {
    "en": ("{d} {m} {y}", ENGLISH),
    "es": ("{d} de {m} de {y}", SPANISH),
    "fr": ("{d} {m} {y}", FRENCH),
    "ru": ("{d} {m} {y} года", RUSSIAN),
    "ar": ("{d} {m} {y}", ARABIC),
}


@cache
def finder(language: str) -> DateFinder:
    return DateFinder(load_process_words().date_words(language))


def found(text: str, near: Period | None = NEAR, language: str = "en") -> list[str]:
    return [str(mention.period) for mention in finder(language).find(text, near)]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("on 4 December 2017", "2017-12-04"),
        ("from 4-6 December 2017", "2017-12-04/2017-12-06"),
        ("on December 3, 2017", "2017-12-03"),
        ("on December 3", "2017-12-03"),
        ("released on 1 December", "2017-12-01"),
        ("in early 2018", "2018-01-01/2018-04-30~"),
        ("from April to November 2017", "2017-04/2017-11"),
        ("8-9 May", "2018-05-08/2018-05-09"),
        ("the third round in April", "2018-04"),
        ("of 2017-12-04,", "2017-12-04"),
        ("on 04.12.2017", "2017-12-04"),
        ("24 February–20 March 2020", "2020-02-24/2020-03-20"),
        ("from November to January 2018", "2017-11/2018-01"),
        ("28 December to 3 January", "2017-12-28/2018-01-03"),
        ("late April 2018", "2018-04-21/2018-04-30~"),
        ("the first half of 2018", "2018-01-01/2018-06-30~"),
        ("the 4th of July 2016", "2016-07-04"),
        ("from 2015 to 2018", "2015/2018"),
        ("12 and 13 October", "2017-10-12/2017-10-13"),
    ],
)
def test_a_date_keeps_its_precision(text: str, period: str) -> None:
    assert found(text) == [period]


@pytest.mark.parametrize(
    ("language", "text", "period"),
    [
        ("es", "del 4 al 6 de diciembre de 2017", "2017-12-04/2017-12-06"),
        ("fr", "du 4 au 6 décembre 2017", "2017-12-04/2017-12-06"),
        ("fr", "le 1er mai 2018", "2018-05-01"),
        ("ru", "4-6 декабря 2017 года", "2017-12-04/2017-12-06"),
        ("ru", "в начале 2018 года", "2018-01-01/2018-04-30~"),
        ("ar", "من 4 إلى 6 كانون الأول/ديسمبر 2017", "2017-12-04/2017-12-06"),
        ("ar", "٤ ديسمبر ٢٠١٧", "2017-12-04"),
        ("zh", "2017年12月4日至6日", "2017-12-04/2017-12-06"),
        ("zh", "2017年4月至11月", "2017-04/2017-11"),
    ],
)
def test_each_official_language_has_its_own_way(language: str, text: str, period: str) -> None:
    assert found(text, language=language) == [period]


@pytest.mark.parametrize(
    "text",
    [
        "we may 5 do",
        "we march on",
        "the 2030 Agenda",
        "resolution 2250 (2015)",
        "31 April 2017",
        "A/72/2018",
        "12.500 people",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert found(text) == []


def test_months_in_a_list_share_the_year_told_behind_them() -> None:
    assert found("held in March and August 2019") == ["2019-03", "2019-08"]


def test_a_day_whose_year_nothing_tells_is_left_out() -> None:
    assert found("on 3 December", near=None) == []


def test_without_a_context_the_year_told_before_helps() -> None:
    assert found("On 4 December 2017 and on 6 December", near=None)[-1] == "2017-12-06"


def test_a_year_as_context_is_the_year() -> None:
    assert found("in December", near=Period.year(2018)) == ["2018-12"]


@given(DAYS, st.sampled_from(sorted(WRITTEN)))
def test_a_written_day_is_read_back(day: date, language: str) -> None:
    form, months = WRITTEN[language]
    text = form.format(d=day.day, m=months.split()[day.month - 1], y=day.year)
    assert found(f"x {text}.", near=None, language=language) == [day.isoformat()]


@given(DAYS)
def test_a_chinese_day_is_read_back(day: date) -> None:
    text = f"{day.year}年{day.month}月{day.day}日"
    assert found(text, near=None, language="zh") == [day.isoformat()]


@given(DAYS, st.integers(min_value=1, max_value=180))
def test_a_day_without_year_is_the_nearest_one(day: date, distance: int) -> None:
    near = date.fromordinal(day.toordinal() + distance)
    text = f"{day.day} {ENGLISH.split()[day.month - 1]}"
    expected = [] if (day.month, day.day) == (2, 29) else [day.isoformat()]
    assert found(text, near=Period(near, near))[: len(expected)] == expected


@given(
    st.text() | st.text(alphabet="0123456789 -–/.,toMay年月日de"),
    st.sampled_from(["en", "es", "zh"]),
)
def test_any_text_gives_ordered_ranges_within_it(text: str, language: str) -> None:
    mentions = finder(language).find(text, NEAR)
    ends = [(mention.start, mention.end) for mention in mentions]
    edges = [0, *(edge for pair in ends for edge in pair), len(text)]
    assert edges == sorted(edges)
