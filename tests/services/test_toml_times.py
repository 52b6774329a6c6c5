"""Days, hours and zones, as dates and times of TOML or as texts."""

from __future__ import annotations

import tomllib
from datetime import date, time
from zoneinfo import available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.errors import SettingsError
from stocktake.services.toml import TomlTable
from stocktake.services.toml_times import clock, day, zone

ZONES = st.sampled_from(sorted(available_timezones() - {"localtime"}))


def told(text: str) -> TomlTable:
    return TomlTable("process.toml", tomllib.loads(f"x = {text}"))


@given(st.dates(), st.booleans())
def test_a_day_is_the_same_as_a_date_and_as_a_text(of: date, quoted: bool) -> None:
    assert day(told(f'"{of}"' if quoted else f"{of}"), "x") == of


@given(st.times().map(lambda of: of.replace(second=0, microsecond=0)), st.sampled_from(":."))
def test_an_hour_is_the_same_in_every_form(of: time, mark: str) -> None:
    forms = (f"{of:%H:%M:%S}", f'"{of:%H}{mark}{of:%M}"', f'"{of.hour}{mark}{of:%M}"')
    assert {clock(told(form), "x") for form in forms} == {f"{of:%H:%M}"}


@given(ZONES)
def test_every_zone_of_the_database_is_one(name: str) -> None:
    assert zone(told(f'"{name}"'), "x") == name


@pytest.mark.parametrize("text", ['"24:00"', '"9"', '"9:60"', '"ten"', "10", '"2031-03-04"'])
def test_what_is_no_hour_is_named(text: str) -> None:
    with pytest.raises(SettingsError, match="is no hour"):
        clock(told(text), "x")


@pytest.mark.parametrize("text", ['"Middle/Earth"', '"../etc/passwd"', '"/etc/localtime"'])
def test_what_is_no_zone_is_named(text: str) -> None:
    with pytest.raises(SettingsError, match="is no time zone"):
        zone(told(text), "x")
