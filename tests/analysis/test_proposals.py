"""Statements become proposals with numbers that last."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from stocktake.analysis.proposals import AS_BEFORE, Codes, Forming, propose
from stocktake.analysis.sources import Sources
from stocktake.model import Act, Proposal, Stance, Statement
from tests.analysis.making import Handed, Says, hand_in

FUND = hand_in("FRE", "the creation of a fund for lake fisheries")
AGAIN = hand_in("RUR", "that a fund for lake fisheries be established")
DAMS = hand_in("SYL", "the removal of dams on the upper river")


def proposed(
    *handed: Handed, previous: Mapping[str, int] | None = None, forming: Forming = AS_BEFORE
) -> tuple[Proposal, ...]:
    sources = Sources.of((item.input for item in handed), (item.document for item in handed))
    told = sources.in_order(_statements(handed))
    return propose(told, Codes({}), previous or {}, forming=forming)


def _statements(handed: Iterable[Handed]) -> list[Statement]:
    return [statement for item in handed for statement in item.statements]


def test_those_who_ask_the_same_stand_in_one_proposal() -> None:
    assert [len(item.statement_ids) for item in proposed(FUND, AGAIN, DAMS)] == [2, 1]


def test_a_single_ask_is_a_proposal_too() -> None:
    assert len(proposed(DAMS)) == 1


def test_the_wording_is_one_of_the_statements() -> None:
    proposal = proposed(FUND, AGAIN)[0]
    assert proposal.wording_id in proposal.statement_ids


def test_who_opposes_a_thing_that_can_be_done_is_in_its_proposal() -> None:
    against = hand_in(
        "SYL", Says("the creation of a fund for lake fisheries", Act.OPPOSES, Stance.OPPOSES)
    )
    assert len(proposed(FUND, against)[0].statement_ids) == 2


def test_a_welcome_makes_no_proposal() -> None:
    assert proposed(hand_in("FRE", Says("the splendid report on fisheries", Act.WELCOMES))) == ()


def test_a_commitment_counts_for_what_others_ask() -> None:
    pledge = hand_in("SYL", Says("to establish a fund for lake fisheries", Act.COMMITS))
    assert len(proposed(FUND, pledge)[0].statement_ids) == 2


def test_an_answer_belongs_to_what_it_answers() -> None:
    answer = hand_in("SYL", Says("this", Act.OPPOSES, Stance.OPPOSES))
    linked = replace(answer.statements[0], answers_id=FUND.statements[0].id)
    proposals = proposed(FUND, replace(answer, statements=(linked,)))
    assert linked.id in proposals[0].statement_ids


def test_numbers_follow_the_canonical_order() -> None:
    assert [item.number for item in proposed(DAMS, FUND)] == [1, 2]


def test_a_proposal_keeps_its_number() -> None:
    kept = proposed(DAMS, FUND, AGAIN, previous={FUND.statements[0].id: 7})
    numbers = {id_: item.number for item in kept for id_ in item.statement_ids}
    assert numbers[AGAIN.statements[0].id] == 7


def test_a_new_proposal_gets_a_number_never_used() -> None:
    numbers = [item.number for item in proposed(DAMS, FUND, previous={"gone": 9})]
    assert numbers == [10, 11]


def test_groups_formed_anew_pass_their_number_on_to_most_of_their_statements() -> None:
    before = {FUND.statements[0].id: 7, AGAIN.statements[0].id: 7, DAMS.statements[0].id: 7}
    anew = proposed(FUND, AGAIN, DAMS, previous=before, forming=Forming(anew=True))
    assert [(item.number, len(item.statement_ids)) for item in anew] == [(7, 2), (8, 1)]


def test_groups_of_the_same_version_stay_as_they_were() -> None:
    before = {FUND.statements[0].id: 7, DAMS.statements[0].id: 7}
    assert [item.number for item in proposed(FUND, DAMS, previous=before)] == [7]
