"""What became of asks, in tables: which words of the text are shown, and what is uncertain."""

from __future__ import annotations

import pytest

from stocktake import legal
from stocktake.analysis import Traced, trace
from stocktake.model import (
    Course,
    Disposition,
    DispositionStatus,
    Draft,
    Quotation,
    ReviewState,
    TracedDraft,
    Tracing,
)
from stocktake.model.report import Table
from stocktake.reports import dispositions

TEXT = """# Article 1

1. Improve the ferries of the lagoon:
   (a) Paint the night ferries every year;
   (b) Mend the boats of all pilots.
"""
ASK = "improve the ferries of the lagoon"


@pytest.fixture(scope="module")
def draft() -> Draft:
    return legal.parse_draft(TEXT)


def tracing(draft: Draft, *found: Disposition) -> Tracing:
    courses = tuple(Course((item,)) for item in found)
    return Tracing((TracedDraft("first", "d", draft, 3, ()),), courses, "words")


def traced(draft: Draft, ask: str) -> Disposition:
    [found] = trace([Traced(Quotation(0, len(ask), ask))], draft)
    return found


def unsure(**told: object) -> Disposition:
    status = DispositionStatus.ABSENT
    asked = Quotation(0, 5, "fares")
    near = ("art_1__para_1__point_a",)
    return Disposition("fares", "d", status, asked, near_ids=near, is_sure=False, **told)  # type: ignore[arg-type]


def cells(made: Table) -> list[str]:
    return [cell.text for cell in made.rows[0]]


def test_only_the_own_words_of_the_closest_provision_are_shown(draft: Draft) -> None:
    told = tracing(draft, traced(draft, ASK))
    shown = cells(dispositions.answered(told.courses, told, DispositionStatus.REFLECTED))
    assert shown[1] == "“Improve the ferries of the lagoon:”"


def test_what_is_uncertainly_absent_names_what_comes_closest(draft: Draft) -> None:
    told = tracing(draft, unsure())
    shown = cells(dispositions.absent(told.courses, told))
    assert shown[1] == "“Article 1, 1, (a)” (uncertain)"


def test_what_a_person_said_is_not_uncertain() -> None:
    assert not dispositions.is_uncertain(unsure(review=ReviewState.CONFIRMED))
