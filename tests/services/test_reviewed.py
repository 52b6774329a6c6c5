"""What people say of statements holds, whatever the machine finds later."""

from __future__ import annotations

import dataclasses

import pytest

from stocktake import lexicon
from stocktake.lexicon import Lexicon
from stocktake.model import Act, Quotation, Review, ReviewState, Statement
from stocktake.services.extracting import extract_text
from stocktake.services.reviewed import applied, decisions, lost


@pytest.fixture(scope="module")
def words() -> Lexicon:
    return lexicon.load()


@pytest.fixture(scope="module")
def found(words: Lexicon) -> Statement:
    [statement] = extract_text("Norway supports a longer pier.", "en", known=words)[1]
    return statement


def said(statement: Statement, state: ReviewState, field: str = "", value: str = "") -> Review:
    return Review("r", statement.id, state, field, "", value, "J. Doe", "2031-03-04")


def again(statement: Statement, **changes: object) -> Statement:
    """What a later version of the machine finds at the same place."""
    return dataclasses.replace(statement, id="later", **changes)


CONFIRMED, REJECTED, EDITED = ReviewState.CONFIRMED, ReviewState.REJECTED, ReviewState.EDITED


def test_what_nobody_reviewed_stays_as_it_was_found(found: Statement, words: Lexicon) -> None:
    assert applied([found], [], {}, words) == [found]


def test_what_was_rejected_is_gone(found: Statement, words: Lexicon) -> None:
    assert applied([found], [], decisions([said(found, REJECTED)]), words) == []


def test_what_was_confirmed_says_so(found: Statement, words: Lexicon) -> None:
    [statement] = applied([found], [], decisions([said(found, CONFIRMED)]), words)
    assert statement == dataclasses.replace(found, review=CONFIRMED)


def test_an_edited_statement_bears_the_human_value(found: Statement, words: Lexicon) -> None:
    [statement] = applied([found], [], decisions([said(found, EDITED, "act", "opposes")]), words)
    assert (statement.act, statement.review) == (Act.OPPOSES, EDITED)


def test_an_actor_that_a_person_gave_has_its_name(found: Statement, words: Lexicon) -> None:
    edited = decisions([said(found, EDITED, "actors", "NOR; CHL")])
    [statement] = applied([found], [], edited, words)
    assert [actor.name for actor in statement.actors] == ["Norway", "Chile"]


def test_the_place_of_a_name_is_kept_with_its_actor(found: Statement, words: Lexicon) -> None:
    edited = decisions([said(found, EDITED, "actors", "NOR; CHL")])
    [statement] = applied([found], [], edited, words)
    assert [bool(actor.quotation) for actor in statement.actors] == [True, False]


def test_edits_add_up(found: Statement) -> None:
    made = [said(found, EDITED, "act", "opposes"), said(found, EDITED, "stance", "opposes")]
    assert decisions(made)[found.id].values == {"act": "opposes", "stance": "opposes"}


def test_to_confirm_is_to_take_edits_back(found: Statement) -> None:
    made = [said(found, EDITED, "act", "opposes"), said(found, CONFIRMED)]
    assert decisions(made)[found.id].values == {}


def test_what_was_confirmed_stays_when_the_machine_finds_it_no_more(
    found: Statement, words: Lexicon
) -> None:
    [statement] = applied([], [found], decisions([said(found, CONFIRMED)]), words)
    assert statement.id == found.id


def test_where_a_decision_was_taken_back_the_machine_decides(
    found: Statement, words: Lexicon
) -> None:
    undone = decisions([said(found, CONFIRMED), said(found, ReviewState.MACHINE)])
    later = again(found)
    assert applied([later], [found], undone, words) == [later]


def test_what_the_machine_finds_later_gives_way_to_what_a_person_edited(
    found: Statement, words: Lexicon
) -> None:
    made = decisions([said(found, EDITED, "act", "opposes")])
    kept = applied([again(found, act=Act.WELCOMES)], [found], made, words)
    assert [item.id for item in kept] == [found.id]


def test_a_rejected_claim_does_not_come_back_under_another_id(
    found: Statement, words: Lexicon
) -> None:
    shorter = Quotation(found.content.start, found.content.end - 5, "")
    later = again(found, content=shorter)
    assert applied([later], [found], decisions([said(found, REJECTED)]), words) == []


def test_another_claim_at_the_place_of_a_rejected_one_is_new(
    found: Statement, words: Lexicon
) -> None:
    later = again(found, act=Act.WELCOMES)
    assert applied([later], [found], decisions([said(found, REJECTED)]), words) == [later]


def test_a_correction_of_an_input_is_no_decision_on_a_statement(found: Statement) -> None:
    assert decisions([said(found, EDITED, "metadata.date", "2031")]) == {}


def test_a_review_whose_text_is_gone_is_named(found: Statement) -> None:
    assert [issue.kind for issue in lost([found], [])] == ["review without its passage"]
