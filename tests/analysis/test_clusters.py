"""Proposals on the same objects stand together in clusters that last."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from stocktake.analysis.clusters import cluster
from stocktake.analysis.proposals import Codes, propose
from stocktake.analysis.sources import Sources
from stocktake.model import ProposalCluster, Statement
from tests.analysis.making import Handed, hand_in

FUND = hand_in("FRE", "the creation of a fund for lake fisheries")
REPORTS = hand_in("RUR", "a ban on steel trawlers and drift nets in lake fisheries")
QUOTAS = hand_in("SYL", "strict quotas and closed seasons in lake fisheries")
DAMS = hand_in("BOR", "the removal of dams on the upper river")
PILOTS = hand_in("FEN", "the training of night ferry pilots")
EVERY = (FUND, REPORTS, QUOTAS, DAMS, PILOTS)


def found(*handed: Handed) -> tuple[ProposalCluster, ...]:
    sources = Sources.of((item.input for item in handed), (item.document for item in handed))
    told: tuple[Statement, ...] = sources.in_order(
        one for item in handed for one in item.statements
    )
    return cluster(propose(told, Codes({}), {}), {item.id: item for item in told})


def test_proposals_on_the_same_objects_stand_together() -> None:
    assert [len(item.proposal_ids) for item in found(*EVERY)] == [3]


def test_a_cluster_is_named_by_the_words_most_shared() -> None:
    [one] = found(*EVERY)
    assert one.name == "lake, fisheries"


def test_the_words_stand_in_the_text() -> None:
    [one] = found(*EVERY)
    document = next(item.document for item in EVERY if item.document.id == one.document_id)
    assert [document.text[word.start : word.end] for word in one.words] == ["lake", "fisheries"]


def test_a_proposal_alone_is_no_cluster() -> None:
    assert found(DAMS, PILOTS) == ()


def test_without_proposals_there_are_none() -> None:
    assert cluster((), {}) == ()


@given(st.permutations(EVERY))
def test_the_order_of_inputs_plays_no_part(handed: list[Handed]) -> None:
    assert found(*handed) == found(*EVERY)


@given(st.lists(st.sampled_from([DAMS, PILOTS]), unique_by=lambda item: item.input.id))
def test_what_is_not_related_changes_no_cluster(others: list[Handed]) -> None:
    [alone] = found(FUND, REPORTS, QUOTAS)
    [among] = found(FUND, REPORTS, QUOTAS, *others)
    assert set(among.proposal_ids) == set(alone.proposal_ids)
