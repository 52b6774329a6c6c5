"""What hangs on an earlier subject."""

from __future__ import annotations

from tests.extractors.english.conftest import Say


def test_a_coordinated_verb_begins_a_proposition_of_its_own(say: Say) -> None:
    found = say("FREEDONIA highlighted A and stressed B.")
    assert found == ["XFR | highlighted | A", "XFR | stressed | B"]


def test_company_within_a_coordination_joins_there_only(say: Say) -> None:
    found = say("FREEDONIA, with SYLVANIA, urged piers and, with RURITANIA, stressed costs.")
    assert found == ["XFR+XSY | urged | piers", "XFR+XSY+XRU | stressed | costs"]


def test_company_may_stand_before_the_subject(say: Say) -> None:
    found = say("With FREEDONIA and SYLVANIA, RURITANIA called for piers.")
    assert found == ["XRU+XFR+XSY | called | for piers"]


def test_opponents_get_the_same_cue_and_content_negated(say: Say) -> None:
    found = say("FREEDONIA, opposed by RURITANIA, said piers rot.")
    assert found == ["XFR | said | piers rot", "XRU | not said | piers rot"]


def test_opponents_behind_the_content_are_found(say: Say) -> None:
    found = say("FREEDONIA proposed piers, opposed by RURITANIA.")
    assert found == ["XFR | proposed | piers", "XRU | not proposed | piers"]


def test_a_bare_opposed_takes_the_cue_and_content_before(say: Say) -> None:
    found = say("FREEDONIA proposed piers, while RURITANIA opposed.")
    assert found == ["XFR | proposed | piers", "XRU | not proposed | piers"]


def test_two_verbs_may_share_the_content_behind_them(say: Say) -> None:
    found = say("FREEDONIA supported, and RURITANIA opposed, the pier.")
    assert found == ["XFR | supported | the pier", "XRU | opposed | the pier"]


def test_a_participle_before_the_subject_is_its_own(say: Say) -> None:
    found = say("Noting the costs, FREEDONIA supported piers.")
    assert found == ["XFR | Noting | the costs", "XFR | supported | piers"]


def test_a_participle_behind_the_content_ends_it(say: Say) -> None:
    found = say("FREEDONIA supported piers, saying they float.")
    assert found == ["XFR | supported | piers", "XFR | saying | they float"]


def test_a_participle_between_subject_and_verb_is_read(say: Say) -> None:
    found = say("FREEDONIA, noting the costs, supported piers.")
    assert found == ["XFR | noting | the costs", "XFR | supported | piers"]


def test_gerunds_in_a_row_stay_together(say: Say) -> None:
    found = say("FREEDONIA suggested building piers, supporting ports and urging care.")
    assert len(found) == 1


def test_nouns_behind_and_are_no_verbs(say: Say) -> None:
    found = say("FREEDONIA supported the reports, requests and calls.")
    assert found == ["XFR | supported | the reports, requests and calls"]


def test_supporters_in_a_relative_clause_join(say: Say) -> None:
    found = say("FREEDONIA proposed piers, which was supported by SYLVANIA.")
    assert found == ["XFR+XSY | proposed | piers"]


def test_gerunds_behind_a_leading_participle_stay_together(say: Say) -> None:
    found = say("Calling for cutting tolls and clearly defining fees, SYLVANIA urged care.")
    assert found == [
        "XSY | Calling | for cutting tolls and clearly defining fees",
        "XSY | urged | care",
    ]


def test_countries_at_the_end_of_a_content_take_no_company(say: Say) -> None:
    found = say(
        "SYLVANIA urged care by developed and developing countries and, with FREEDONIA, noted A."
    )
    assert found[1] == "XSY+XFR | noted | A"


def test_others_may_stand_among_groups_spoken_for(say: Say) -> None:
    found = say(
        "RURITANIA, Sylvania, for the COASTAL GROUP, and others, with FREEDONIA, urged care."
    )
    assert found == ["XRU+XSY+coastal+XFR | urged | care"]
