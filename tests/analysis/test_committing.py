"""Commitments: what binds somebody, by when, with whom; what was reported since."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from stocktake.analysis.accepting import accepted
from stocktake.analysis.committing import commitments
from stocktake.analysis.promising import details
from stocktake.analysis.sources import Sources
from stocktake.lexicon import load
from stocktake.model import (
    Act,
    Commitment,
    CommitmentOrigin,
    Prose,
    Review,
    ReviewState,
    Stance,
    content_id,
)
from stocktake.model.codec import dumps
from stocktake.model.commitments import ENTERED, JUDGED, REPORTED, record_of
from tests.analysis.making import Handed, Says, hand_in

LEXICON = load()
MADE = date(2031, 5, 1)


def promise(content: str, actor: str = "XFR", day: str = "2031-05") -> Handed:
    return hand_in(actor, Says(content, Act.COMMITS), date=day)


def found(*handed: Handed, reviews: tuple[Review, ...] = ()) -> tuple[Commitment, ...]:
    sources = Sources.of([item.input for item in handed], [item.document for item in handed])
    statements = tuple(said for item in handed for said in item.statements)
    return commitments(statements, reviews, sources, LEXICON)


def review(commitment_id: str, field: str, state: ReviewState, *values: str) -> Review:
    machine, human = values or ("", "")
    id_ = content_id(commitment_id, field, state, machine)
    return Review(id_, record_of(commitment_id), state, field, machine, human, "Rudolf", "2031-06")


@pytest.mark.parametrize(
    ("text", "language", "due"),
    [
        ("to plant trees by 2035", "en", "2035"),
        ("to plant trees by the year 2035", "en", "2035"),
        ("to end it before December 2033", "en", "2033-12"),
        ("to end it no later than 31 March 2032", "en", "2032-03-31"),
        ("à planter des arbres d'ici à 2035", "fr", "2035"),
        ("a plantar árboles antes de 2035", "es", "2035"),
        ("посадить деревья до 2035 года", "ru", "2035"),
    ],
)
def test_the_date_is_kept_as_exactly_as_it_was_told(text: str, language: str, due: str) -> None:
    told = details(text, language, MADE, LEXICON)
    assert str(told.due) == due


@pytest.mark.parametrize(
    "text",
    [
        "to carry out the law adopted in 2029",
        "to carry out the plan of work starting in 2033",
        "to carry out the 2030 Agenda",
    ],
)
def test_what_is_past_what_only_begins_and_what_is_a_title_is_no_date_to_keep(text: str) -> None:
    assert details(text, "en", MADE, LEXICON).due is None


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("to give US$ 10 million to the fund", "US$ 10 million"),
        ("to give 50 million euros", "50 million euros"),
        ("to reduce emissions by 30 per cent", "30 per cent"),
        ("to plant 4,000 young trees", "4,000 young trees"),
    ],
)
def test_a_size_is_found(text: str, figure: str) -> None:
    assert details(text, "en", MADE, LEXICON).figures == (figure,)


@pytest.mark.parametrize(
    ("text", "language", "partners"),
    [
        (
            "to train teachers in partnership with Harbour Watch",
            "en",
            "in partnership with Harbour Watch",
        ),
        (
            "former des maîtres en partenariat avec la Sylvanie",
            "fr",
            "en partenariat avec la Sylvanie",
        ),
        ("formar maestros junto con Silvania", "es", "junto con Silvania"),
    ],
)
def test_with_whom_is_found(text: str, language: str, partners: str) -> None:
    assert details(text, language, MADE, LEXICON).partners == partners


@pytest.mark.parametrize(
    "content", ["to ratify the convention on ports", "to give $3 million", "to end it by 2035"]
)
def test_a_deed_a_figure_or_a_date_makes_a_commitment(content: str) -> None:
    (made,) = found(promise(content))
    assert (made.action, made.actor_ids) == (f"pledge {content}", ("XFR",))


@pytest.mark.parametrize("content", ["to peace and stability", "to thank all by 2035", "to it"])
def test_an_assurance_without_any_is_none(content: str) -> None:
    assert found(promise(content)) == ()


def test_what_is_refused_is_not_promised() -> None:
    handed = promise("to ratify the convention on ports")
    statement = replace(handed.statements[0], stance=Stance.OPPOSES, negated=True)
    assert found(replace(handed, statements=(statement,))) == ()


def test_a_later_report_by_the_same_actor_is_proposed_as_a_link() -> None:
    first = promise("to build a centre for children in Zenda")
    report = Says("the centre for children in Zenda was built", Act.REPORTS)
    (made,) = found(first, hand_in("XFR", report, date="2032-02"))
    assert [link.date for link in made.reports] == ["2032-02"]


@pytest.mark.parametrize(("actor", "day"), [("XRU", "2032-02"), ("XFR", "2030-02")])
def test_a_report_by_another_or_of_before_is_none(actor: str, day: str) -> None:
    first = promise("to build a centre for children in Zenda")
    report = Says("the centre for children in Zenda was built", Act.REPORTS)
    (made,) = found(first, hand_in(actor, report, date=day))
    assert made.is_silent


def test_a_link_that_a_person_rejected_stays_away() -> None:
    first = promise("to build a centre for children in Zenda")
    later = hand_in("XFR", Says("the centre for children was built", Act.REPORTS), date="2032")
    (made,) = found(first, later)
    no = review(made.id, REPORTED, ReviewState.REJECTED, later.statements[0].id, "reject")
    assert found(first, later, reviews=(no,))[0].is_silent


def test_a_link_that_a_person_made_holds_whatever_its_words() -> None:
    first = promise("to build a centre for children in Zenda")
    later = hand_in("XFR", Says("all is done", Act.REPORTS), date="2032")
    (made,) = found(first, later)
    yes = review(made.id, REPORTED, ReviewState.CONFIRMED, later.statements[0].id, "confirm")
    assert found(first, later, reviews=(yes,))[0].reports[0].review is ReviewState.CONFIRMED


def test_a_commitment_that_a_person_rejected_is_left_out() -> None:
    first = promise("to ratify the convention on ports")
    no = review(found(first)[0].id, JUDGED, ReviewState.REJECTED, "", "reject")
    assert found(first, reviews=(no,)) == ()


def test_what_a_person_entered_is_among_them() -> None:
    own = Commitment("c" * 32, ("XFR",), "build it", CommitmentOrigin.ENTERED, source="a letter")
    assert found(reviews=(review(own.id, ENTERED, ReviewState.EDITED, "", dumps(own)),)) == (own,)


@pytest.mark.parametrize(
    ("day", "overdue"), [(date(2036, 1, 1), True), (date(2035, 12, 31), False)]
)
def test_it_is_overdue_once_the_last_day_has_passed(day: date, overdue: bool) -> None:
    (made,) = found(promise("to end it by 2035"))
    assert made.is_overdue(day) is overdue


def test_what_has_no_date_is_never_overdue() -> None:
    (made,) = found(promise("to give $3 million"))
    assert not made.is_overdue(date.max)


def test_recommendations_behind_a_sentence_that_accepts_them_bind_the_one_that_does() -> None:
    lead = "The following recommendations enjoy the support of Slovenia"
    handed = hand_in("XFR", "to open the ports", heading=lead)
    statement = replace(handed.statements[0], prose=Prose.RECOMMENDATION)
    sources = Sources.of([handed.input], [handed.document])
    assert [actor for actor, _ in accepted((statement,), sources, LEXICON)] == ["SVN"]


def test_those_that_are_yet_to_be_examined_bind_nobody() -> None:
    lead = "The following recommendations will be examined by Slovenia"
    handed = hand_in("XFR", "to open the ports", heading=lead)
    statement = replace(handed.statements[0], prose=Prose.RECOMMENDATION)
    sources = Sources.of([handed.input], [handed.document])
    assert list(accepted((statement,), sources, LEXICON)) == []
