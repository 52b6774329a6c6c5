"""How a text was adopted, who joined beside what it asked for, who set itself apart."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from stocktake.analysis.adopting import OTHER_TOTAL, TWO_VOTES, adoptions, doubts, unknown_votes
from stocktake.analysis.joining import joined, reservations
from stocktake.analysis.sources import Sources
from stocktake.model import (
    Act,
    Adoption,
    Attribute,
    Choice,
    Fact,
    FactKind,
    Participation,
    ParticipationStatus,
    Position,
    PositionStance,
    Quotation,
    Stock,
    Vote,
    content_id,
)
from tests.analysis.making import Says, hand_in
from tests.reports.world import world

NOWHERE = Sources.of((), ())


def fact(which: FactKind, document: str = "d", /, **values: str) -> Fact:
    text = " ".join(values.values())
    quotation = Quotation(0, len(text), text)
    attributes = tuple(Attribute(name, value, quotation) for name, value in values.items())
    id_ = content_id(document, which, text)
    return Fact(id_, document, which, quotation, attributes, "test", 0.9)


def vote(actor: str, choice: str, document: str = "d", **more: str) -> Fact:
    return fact(FactKind.VOTE, document, actor=actor, vote=choice, **more)


def adopted(**values: str) -> Fact:
    return fact(FactKind.ADOPTION, title="resolution 9/12", outcome="vote", **values)


def one(*facts: Fact) -> Adoption:
    (found,) = adoptions(facts, NOWHERE)
    return found


def test_votes_belong_to_the_text_that_their_document_tells_of() -> None:
    found = one(adopted(yes="1"), vote("XFR", "yes"))
    assert (found.title, found.counted(Choice.YES)) == ("resolution 9/12", 1)


def test_a_table_and_a_sentence_on_one_resolution_are_one_adoption() -> None:
    found = one(adopted(no="1"), vote("XFR", "no", "e", resolution="A/RES/9/12"))
    assert (found.stated, len(found.votes)) == (((Choice.NO, 1),), 1)


def test_what_an_office_votes_counts_for_its_state() -> None:
    assert one(vote("office:XFR:representative", "yes")).votes[0].actor_id == "XFR"


def test_of_two_votes_of_one_actor_one_counts_and_both_are_named() -> None:
    facts = (vote("XFR", "yes"), vote("XFR", "no", "e", resolution="resolution 9/12"), adopted())
    found = adoptions(facts, NOWHERE)
    kinds = [issue.kind for issue in doubts(found, {item.id: item for item in facts})]
    assert (len(found[0].votes), kinds) == (1, [TWO_VOTES])


def test_a_total_that_names_do_not_add_up_to_is_an_issue() -> None:
    facts = (adopted(yes="2"), vote("XFR", "yes"))
    found = adoptions(facts, NOWHERE)
    assert [item.kind for item in doubts(found, {})] == [OTHER_TOTAL]


def test_a_vote_that_is_none_is_an_issue_and_is_not_counted() -> None:
    facts = (vote("XFR", "perhaps"),)
    assert (len(list(unknown_votes(facts))), adoptions(facts, NOWHERE)) == (1, ())


FACTS = (adopted(yes="2"), vote("XFR", "yes"), vote("XRU", "no"), vote("XSY", "yes"))


@given(st.permutations(FACTS))
def test_the_order_of_facts_changes_nothing(facts: list[Fact]) -> None:
    assert one(*facts) == one(*FACTS)


def voted(*votes: Vote) -> Stock:
    stock = world().stock
    adoption = Adoption("resolution 9/12", "2032-01-05", "vote", votes=votes)
    return replace(stock, adoptions=(adoption,), participation=(), positions=())


def test_a_vote_stands_beside_the_proposals_that_the_actor_supported() -> None:
    stock = voted(Vote("FRE", Choice.NO, ("f",)))
    ask = stock.proposals[0].id
    held = Position("FRE", ask, PositionStance.SUPPORTS, None, ("s",))
    (found,) = joined(replace(stock, positions=(held,)))
    assert (found.choice, found.asked, found.asked_ids) == (Choice.NO, (ask,), ("s",))


def test_what_is_held_through_a_group_alone_is_not_what_an_actor_asked_for() -> None:
    stock = voted(Vote("FRE", Choice.YES, ("f",)))
    held = Position("FRE", stock.proposals[0].id, PositionStance.SUPPORTS, "group:river", ("s",))
    assert joined(replace(stock, positions=(held,)))[0].asked == ()


def test_who_left_before_and_did_not_vote_is_listed_too() -> None:
    left = Participation("XRU", ParticipationStatus.WITHDRAWN, "2031-07", "", ("f",))
    (found,) = joined(replace(voted(), participation=(left,)))
    assert (found.actor_id, found.choice, found.withdrawn) == ("XRU", None, True)


def test_who_came_back_had_not_left() -> None:
    told = (ParticipationStatus.WITHDRAWN, "2031-07"), (ParticipationStatus.RETURNED, "2031-09")
    parts = tuple(Participation("XRU", status, since, "", ()) for status, since in told)
    assert joined(replace(voted(), participation=parts)) == ()


def test_without_an_adoption_nobody_joined() -> None:
    assert joined(world().stock) == ()


def test_a_statement_that_reserves_is_a_reservation_though_no_fact_tells_it() -> None:
    handed = hand_in("XFR", Says("article 4", Act.REGRETS))
    statement = replace(handed.statements[0], act=Act.RESERVES)
    (found,) = reservations((), (statement,), Sources.of((handed.input,), (handed.document,)))
    assert (found.actor_id, found.statement_ids) == ("XFR", (statement.id,))


def test_a_fact_and_a_statement_of_one_sentence_are_one_reservation() -> None:
    handed = hand_in("XFR", Says("article 4", Act.REGRETS))
    statement = replace(handed.statements[0], act=Act.RESERVES)
    told = fact(FactKind.RESERVATION, handed.document.id, actor="XFR", kind="dissociation")
    (found,) = reservations((told,), (statement,), NOWHERE)
    assert (found.kind, found.statement_ids) == ("dissociation", (statement.id,))


def test_each_actor_of_a_list_has_a_reservation_of_its_own() -> None:
    told = fact(FactKind.RESERVATION, actor="XFR", kind="reservation")
    both = replace(told, attributes=(*told.attributes, Attribute("actor", "XRU", told.sentence)))
    assert [item.actor_id for item in reservations((both,), (), NOWHERE)] == ["XFR", "XRU"]
