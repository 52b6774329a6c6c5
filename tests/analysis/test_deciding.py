"""What people decided of proposals holds whatever comes later, and can be taken back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from stocktake.analysis.deciding import Standing, decide
from stocktake.analysis.proposals import Codes, propose
from stocktake.analysis.sources import Sources
from stocktake.analysis.told import Told
from stocktake.model import Decided, Gathered, Proposal, Review, ReviewState, Split
from stocktake.model.decisions import MERGE, NAME, SPLIT, record_of
from tests.analysis.making import Handed, hand_in

FUND = hand_in("FRE", "the creation of a fund for lake fisheries")
AGAIN = hand_in("RUR", "that a fund for inland lake fisheries be established")
COPY = hand_in("BOR", "that a fund for inland lake fisheries be established")
DAMS = hand_in("SYL", "the removal of dams on the upper river")
ROADS = hand_in("FEN", "the clearing of snow from mountain roads")
LATER = [
    hand_in("XAA", "the removal of dams on the upper river"),
    hand_in("XBB", "the creation of a fund for lake fisheries"),
    hand_in("XCC", "the training of night ferry pilots"),
    hand_in("XDD", "that a fund for inland lake fisheries be established"),
]


def id_of(handed: Handed) -> str:
    return handed.statements[0].id


def proposed(*handed: Handed, by: Decided, previous: dict[str, int]) -> tuple[Proposal, ...]:
    sources = Sources.of((item.input for item in handed), (item.document for item in handed))
    statements = sources.in_order(one for item in handed for one in item.statements)
    return propose(statements, Codes({}), previous, by)


KNOWN = {id_of(DAMS): 1, id_of(FUND): 2, id_of(AGAIN): 2, id_of(ROADS): 3}
FIRST = (DAMS, FUND, AGAIN, ROADS)
MERGED = Decided(merged={3: 1}, used=frozenset({3}))
APART = Decided(splits=(Split(4, 2, (id_of(AGAIN),), (id_of(FUND),)),), used=frozenset({2, 4}))


def numbers(found: tuple[Proposal, ...]) -> dict[str, int]:
    return {id_: item.number for item in found for id_ in item.statement_ids}


def review(number: int, field: str, value: str, machine: str = "") -> Review:
    id_ = f"{number} {field} {value}"
    return Review(id_, record_of(number), ReviewState.EDITED, field, machine, value, "J.", "2031")


def test_what_is_merged_bears_the_lowest_number() -> None:
    found = proposed(*FIRST, by=MERGED, previous=KNOWN)
    assert [(item.number, item.also) for item in found] == [(1, (3,)), (2, ())]


def test_the_machine_value_of_a_merge_is_kept() -> None:
    [merged, _] = proposed(*FIRST, by=MERGED, previous=KNOWN)
    assert [part.number for part in merged.parts] == [1, 3]


def test_what_is_split_off_stands_alone() -> None:
    found = numbers(proposed(*FIRST, by=APART, previous=KNOWN))
    assert (found[id_of(FUND)], found[id_of(AGAIN)]) == (2, 4)


def test_what_comes_later_goes_to_the_side_it_is_most_like() -> None:
    found = numbers(proposed(*FIRST, COPY, by=APART, previous=KNOWN))
    assert found[id_of(COPY)] == 4


def test_a_number_once_given_to_a_split_is_never_given_again() -> None:
    taken_back = Decided(used=frozenset({4}))
    found = numbers(proposed(*FIRST, LATER[2], by=taken_back, previous=KNOWN))
    assert found[id_of(LATER[2])] == 5


def test_a_name_stands_beside_the_wording() -> None:
    named = Decided(names={2: "A fund for the lakes"})
    found = proposed(*FIRST, by=named, previous=KNOWN)[1]
    assert (found.name, found.wording_id in found.statement_ids) == ("A fund for the lakes", True)


def test_a_merge_leads_on_to_where_the_other_was_merged() -> None:
    decided = Decided(merged={3: 2, 2: 1})
    assert (decided.now(3), decided.also(1)) == (1, (2, 3))


def test_the_last_decision_on_a_proposal_stands() -> None:
    reviews = [review(3, MERGE, "2"), review(2, NAME, "Lakes"), review(3, MERGE, "")]
    decided = Decided.by(reviews)
    assert (decided.merged, decided.names) == ({}, {2: "Lakes"})


def test_a_split_is_read_back_from_its_review() -> None:
    split = Split(4, 2, ("a",), ("b", "c"))
    machine, human = split.values
    assert Decided.by([review(4, SPLIT, human, machine)]).splits == (split,)


def test_two_splits_of_one_proposal_tell_three_apart() -> None:
    gathered = [Gathered(2, id_of(FUND), (id_of(FUND), id_of(AGAIN), id_of(COPY)))]
    first = Split(4, 2, (id_of(AGAIN), id_of(COPY)), (id_of(FUND),))
    second = Split(5, 4, (id_of(COPY),), (id_of(AGAIN),))
    statements = [item.statements[0] for item in (FUND, AGAIN, COPY)]
    found: list[Standing] = decide(gathered, Decided(splits=(first, second)), Told.of(statements))
    assert [item.number for item in found] == [2, 4, 5]


decisions = st.sampled_from([Decided(), MERGED, APART])
later = st.lists(st.sampled_from(LATER), unique_by=id_of)


@given(decisions, later)
def test_a_rebuild_respects_decisions_whatever_is_added(by: Decided, more: list[Handed]) -> None:
    before = numbers(proposed(*FIRST, by=by, previous=KNOWN))
    after = numbers(proposed(*FIRST, *more, by=by, previous=KNOWN))
    assert after.items() >= before.items()


@given(decisions, later)
def test_every_statement_stands_in_one_proposal_at_most(by: Decided, more: list[Handed]) -> None:
    found = proposed(*FIRST, *more, by=by, previous=KNOWN)
    ids = [id_ for item in found for id_ in item.statement_ids]
    assert len(ids) == len(set(ids)) == len(FIRST) + len(more)


@given(decisions, st.permutations([*FIRST, *LATER]))
def test_the_order_of_inputs_plays_no_part(by: Decided, handed: list[Handed]) -> None:
    found = proposed(*handed, by=by, previous=KNOWN)
    assert found == proposed(*FIRST, *LATER, by=by, previous=KNOWN)


@given(decisions, later)
def test_a_decision_taken_back_leaves_no_trace(by: Decided, more: list[Handed]) -> None:
    handed = (*FIRST, *more)
    decided = proposed(*handed, by=by, previous=KNOWN)
    told = {
        id_: part.number
        for item in decided
        for part in (item.parts or (item,))
        for id_ in part.statement_ids
    }
    assert told == numbers(proposed(*handed, by=Decided(used=by.used), previous=KNOWN))
