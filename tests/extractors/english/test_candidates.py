"""Act, stance, strength, addressees, conditions."""

from __future__ import annotations

import pytest

from stocktake.model import Act, ActorRole, Prose, Stance, Strength
from tests.extractors.english.conftest import Find


@pytest.mark.parametrize(
    ("verb", "act", "stance"),
    [
        ("proposed", Act.PROPOSES, Stance.SUPPORTS),
        ("called for", Act.REQUESTS, Stance.SUPPORTS),
        ("objected to", Act.OPPOSES, Stance.OPPOSES),
        ("cautioned against", Act.OPPOSES, Stance.OPPOSES),
        ("pledged", Act.COMMITS, Stance.SUPPORTS),
        ("expressed deep concern about", Act.REGRETS, Stance.OPPOSES),
        ("expressed its strong support for", Act.SUPPORTS, Stance.SUPPORTS),
        ("voiced reservations on", Act.RESERVES, Stance.OPPOSES),
        ("was opposed to", Act.OPPOSES, Stance.OPPOSES),
        ("stressed the need for", Act.REQUESTS, Stance.SUPPORTS),
        ("noted with appreciation", Act.WELCOMES, Stance.SUPPORTS),
        ("presented", Act.REPORTS, Stance.NEUTRAL),
        ("did not support", Act.OPPOSES, Stance.OPPOSES),
        ("did not object to", Act.SUPPORTS, Stance.SUPPORTS),
    ],
)
def test_the_cue_and_what_follows_tell_the_act(
    find: Find, verb: str, act: Act, stance: Stance
) -> None:
    (found,) = find(f"FREEDONIA {verb} the pier.")
    assert (found.act, found.stance) == (act, stance)


def test_a_denial_within_what_is_said_opposes(find: Find) -> None:
    (found,) = find("FREEDONIA said it could not support the pier.")
    assert found.stance is Stance.OPPOSES


def test_what_is_said_to_be_due_is_requested(find: Find) -> None:
    (found,) = find("FREEDONIA said that harbours must be open.")
    assert (found.act, found.strength) == (Act.REQUESTS, Strength.MUST)


def test_to_ask_for_study_is_the_weakest(find: Find) -> None:
    (found,) = find("FREEDONIA urged Parties to consider piers.")
    assert found.strength is Strength.CONSIDER


def test_whom_it_is_asked_of_is_told_in_words(find: Find) -> None:
    (found,) = find("FREEDONIA called on all States of the region to build piers.")
    assert found.addressees == ("States of the region",)


def test_whom_it_is_asked_of_is_told_by_id_where_it_is_known(find: Find) -> None:
    (found,) = find("FREEDONIA urged Ruritania to build piers.")
    assert found.addressees == ("XRU",)


def test_whom_it_is_asked_of_may_stand_behind_that(find: Find) -> None:
    (found,) = find("FREEDONIA recommended that Ruritania ratify the Convention.")
    assert found.addressees == ("XRU",)


def test_a_condition_is_kept(find: Find) -> None:
    (found,) = find("FREEDONIA supported piers provided that they float.")
    assert found.condition is not None
    assert found.condition.text == "provided that they float"


def test_a_leading_on_phrase_is_context(find: Find) -> None:
    (found,) = find("On piers, quays and locks, FREEDONIA, with SYLVANIA, urged care.")
    assert found.context is not None
    assert found.context.text == "On piers, quays and locks"


def test_roles_tell_company_apart(find: Find) -> None:
    (found,) = find("SYLVANIA, for the COASTAL GROUP, supported by RURITANIA, urged care.")
    roles = [actor.role for actor, _ in found.actors]
    assert roles == [ActorRole.SPEAKER, ActorRole.ON_BEHALF, ActorRole.SUPPORTER]


def test_words_in_quotation_marks_are_told(find: Find) -> None:
    (found,) = find("Ruritania said the pier was “a bridge too far”.", "news")
    assert found.quoted is not None
    assert (found.quoted.text, found.prose) == ("a bridge too far", Prose.NEWS)


def test_a_verb_in_a_quotation_begins_no_clause(find: Find) -> None:
    (found,) = find("Ruritania said the pier “is long and welcomed boats”.", "news")
    assert found.content.text == "the pier “is long and welcomed boats”"
