"""Clauses with a subject of their own."""

from __future__ import annotations

import pytest

from stocktake.model import Act
from tests.extractors.english.conftest import Find, Say


def test_the_content_runs_from_the_verb_to_the_end_of_the_clause(say: Say) -> None:
    assert say("FREEDONIA urged a longer pier.") == ["XFR | urged | a longer pier"]


def test_that_is_kept_after_noted(say: Say) -> None:
    assert say("Freedonia noted that piers rot.") == ["XFR | noted | that piers rot"]


def test_that_is_dropped_after_said(say: Say) -> None:
    assert say("Freedonia said that piers rot.") == ["XFR | said | piers rot"]


def test_all_actors_of_a_list_speak(say: Say) -> None:
    found = say("FREEDONIA, the REPUBLIC OF SYLVANIA and RURITANIA called for piers.")
    assert found == ["XFR+XSY+XRU | called | for piers"]


@pytest.mark.parametrize("joint", ["on behalf of", "for", "with", "supported by", "speaking for"])
def test_company_says_it_too(say: Say, joint: str) -> None:
    found = say(f"Sylvania, {joint} the COASTAL GROUP, called for piers.")
    assert found == ["XSY+coastal | called | for piers"]


def test_unnamed_parties_are_no_actors(say: Say) -> None:
    assert say("Many Parties and others urged piers.") == []


def test_a_named_actor_among_unnamed_ones_counts(say: Say) -> None:
    assert say("FREEDONIA and others urged piers.") == ["XFR | urged | piers"]


def test_a_clause_of_unnamed_parties_ends_the_content_before_it(say: Say) -> None:
    found = say("FREEDONIA urged piers, while several delegates opposed them.")
    assert found == ["XFR | urged | piers"]


def test_a_comma_between_subject_and_verb_is_forgiven(say: Say) -> None:
    assert say("FREEDONIA, said piers rot.") == ["XFR | said | piers rot"]


def test_an_actor_within_the_content_does_not_speak(say: Say) -> None:
    found = say("FREEDONIA noted that RURITANIA supported piers.")
    assert found == ["XFR | noted | that RURITANIA supported piers"]


def test_names_that_end_a_content_do_not_speak_with_the_next_subject(say: Say) -> None:
    found = say("FREEDONIA called for help for SYLVANIA and RURITANIA urged piers.")
    assert found[0] == "XFR | called | for help for SYLVANIA"
    assert found[1] == "XRU | urged | piers"


def test_an_editors_gloss_tells_who_the_pronoun_is(say: Say) -> None:
    assert say("He[=> Ruritania] urged piers.") == ["XRU | urged | piers"]


def test_who_takes_the_actor_before_it(say: Say) -> None:
    found = say("This was supported by RURITANIA who, noting the costs, urged piers.")
    assert found[1:] == ["XRU | noting | the costs", "XRU | urged | piers"]


def test_semicolons_part_the_clauses_of_different_actors(say: Say) -> None:
    found = say("FREEDONIA urged A; RURITANIA opposed B; and SYLVANIA said C was fine.")
    assert found == ["XFR | urged | A", "XRU | opposed | B", "XSY | said | C was fine"]


@pytest.mark.parametrize("verb", ["did not support", "cannot support", "could not support"])
def test_denied_support_is_negated_with_the_bare_verb_as_cue(say: Say, verb: str) -> None:
    assert say(f"FREEDONIA {verb} piers.") == ["XFR | not support | piers"]


def test_a_denial_within_what_is_said_stays_content(say: Say) -> None:
    found = say("FREEDONIA said it could not support piers.")
    assert found == ["XFR | said | it could not support piers"]


def test_present_tense_speaks_as_well(say: Say) -> None:
    assert say("Freedonia prefers piers.") == ["XFR | prefers | piers"]


def test_what_an_actor_should_do_is_not_what_it_does(say: Say) -> None:
    assert say("Freedonia should support piers.") == []


def test_adverbs_may_stand_before_the_verb(say: Say) -> None:
    assert say("FREEDONIA also strongly supported piers.") == ["XFR | supported | piers"]


def test_words_before_an_office_tell_which_and_do_not_hide_it(say: Say) -> None:
    found = say("LOC Chair Sapt (Ruritania) urged piers.")
    assert found == ["office:chair | urged | piers"]


def test_a_label_before_a_colon_speaks(say: Say) -> None:
    found = say("RURITANIA: Anna Sapt, Minister of Harbours, said piers rot and urged care.")
    assert found == ["XRU | said | piers rot", "XRU | urged | care"]


def test_a_heading_is_no_label(say: Say) -> None:
    assert say("OPENING STATEMENTS: Sylvania urged care.") == ["XSY | urged | care"]


def test_an_office_before_an_unknown_name_speaks(say: Say) -> None:
    found = say("Facilitator Anna Sapt (Ruritania) urged care.")
    assert found == ["office:co-facilitators | urged | care"]


def test_those_who_oppose_an_unknown_person_are_found(say: Say) -> None:
    assert say("Anna Sapt, opposed by RURITANIA, urged care.") == ["XRU | not urged | care"]


def test_actors_named_as_examples_of_many_speak(say: Say) -> None:
    found = say("Several countries, including SYLVANIA and RURITANIA, urged care.")
    assert found == ["XSY+XRU | urged | care"]


def test_an_unknown_verb_keeps_the_subject_for_the_next(say: Say) -> None:
    assert say("Sylvania mended the text and urged care.") == ["XSY | urged | care"]


def test_the_state_behind_a_town_is_a_place(say: Say) -> None:
    assert say("Delegates at the fair in Strelsau, Ruritania, agreed to a pact.") == []


def test_who_said_it_may_stand_in_a_relative_clause(say: Say) -> None:
    found = say("Ruritania rejected the text, which it said favours boats.")
    assert found == ["XRU | rejected | the text", "XRU | said | favours boats"]


def test_a_conditional_should_asks_for_nothing(find: Find) -> None:
    (found,) = find("Ruritania noted that piers would not hold, should boats be many.")
    assert found.act is Act.REPORTS


def test_what_a_thing_would_do_is_no_commitment(find: Find) -> None:
    (found,) = find("Ruritania said it would depend on the tide.")
    assert found.act is Act.REPORTS
