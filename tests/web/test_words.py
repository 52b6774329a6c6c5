"""Every value that a page shows has a word, in each language and in that language's letters."""

from __future__ import annotations

import re
from enum import StrEnum

import pytest

from stocktake.model import (
    Act,
    ActorKind,
    DispositionStatus,
    InputKind,
    LedgerStatus,
    ParticipationStatus,
    PositionStance,
    ReviewState,
    Stance,
)
from stocktake.model.accounts import AccountRole, Audience
from stocktake.model.submissions import SubmissionState
from stocktake.store import Order
from stocktake.web import languages
from stocktake.web.pages import environment

TABLES: list[tuple[str, type[StrEnum]]] = [
    ("acts", Act),
    ("stances", Stance),
    ("stances", PositionStance),
    ("input_kinds", InputKind),
    ("actor_kinds", ActorKind),
    ("participations", ParticipationStatus),
    ("audiences", Audience),
    ("roles", AccountRole),
    ("submissions", SubmissionState),
    ("ledgers", LedgerStatus),
    ("reviews", ReviewState),
    ("dispositions", DispositionStatus),
    ("orders", Order),
]
DAYS = {
    "en": ("4 March 2031", "March 2031"),
    "ar": ("4 آذار/مارس 2031", "آذار/مارس 2031"),
    "es": ("4 de marzo de 2031", "marzo de 2031"),
    "fr": ("4 mars 2031", "mars 2031"),
    "ru": ("4 марта 2031 г.", "март 2031 г."),
    "zh": ("2031年3月4日", "2031年3月"),
}
SCRIPTS = {"ar": "[\u0600-\u06ff]", "ru": "[\u0400-\u04ff]", "zh": "[\u4e00-\u9fff]"}


def words(language: str) -> object:
    return environment(language).get_template("words.html.j2").module


@pytest.mark.parametrize(("table", "kind"), TABLES)
def test_every_value_has_a_word(table: str, kind: type[StrEnum]) -> None:
    assert {item.value for item in kind} <= getattr(words("en"), table).keys()


@pytest.mark.parametrize("language", DAYS)
def test_days_and_months_are_written_as_the_language_writes_them(language: str) -> None:
    module = words(language)
    written = [str(module.one_day(day)) for day in ("2031-03-04", "2031-03")]  # type: ignore[attr-defined]
    assert tuple(written) == DAYS[language]


def test_a_period_is_written_with_both_its_ends() -> None:
    assert "April 2017 – November 2017" in str(words("en").day("2017-04/2017-11"))  # type: ignore[attr-defined]


@pytest.mark.parametrize("language", [code for code in languages.NAMES if code != "en"])
def test_no_language_speaks_in_the_letters_of_another(language: str) -> None:
    told = languages.catalogue(language)._catalog  # type: ignore[attr-defined]
    others = [letters for code, letters in SCRIPTS.items() if code != language]
    foreign = {
        text for text in map(str, told.values()) if any(re.search(one, text) for one in others)
    }
    assert foreign == set()


@pytest.mark.parametrize("told", ["2031", "2031-09~", "soon", "2031-13"])
def test_what_is_no_day_or_month_is_shown_as_it_is(told: str) -> None:
    assert str(words("en").one_day(told)) == told  # type: ignore[attr-defined]
