"""The section on adoption: there when an adoption is told of, and with its proof."""

from __future__ import annotations

from dataclasses import replace

from stocktake import reports
from stocktake.model import Adoption, Choice, Fact, FactKind, Joined, Reservation, Stock, Vote
from tests.reports import reading
from tests.reports.world import Invented


def voted(stock: Stock) -> Stock:
    proof = stock.facts[0]
    fact = Fact("v", proof.document_id, FactKind.VOTE, proof.sentence, (), "test", 0.9)
    vote = Vote("FRE", Choice.NO, ("v",))
    stated = ((Choice.YES, 30), (Choice.NO, 2))
    adoption = Adoption("resolution 9/12", "2032-01-05", "vote", stated, (vote,), ("v",))
    apart = Reservation("FRE", "dissociation", ("article 4",), "2032-01-05", ("v",))
    joined = Joined("FRE", Choice.NO, None, (stock.proposals[0].id,), fact_ids=("v",))
    return replace(
        stock,
        facts=(*stock.facts, fact),
        adoptions=(adoption,),
        reservations=(apart,),
        joined=(joined,),
    )


def said(invented: Invented, stock: Stock) -> str:
    made = reports.build(stock, invented.texts)
    return reading.text_of(reading.section(made, "adoption"))


def test_no_section_stands_where_no_adoption_is_told_of(invented: Invented) -> None:
    made = reports.build(invented.stock, invented.texts)
    assert "adoption" not in {section.id for section in made.walk()}


def test_the_vote_is_told_with_its_figures(invented: Invented) -> None:
    text = said(invented, voted(invented.stock))
    assert "was adopted by a vote, 5 January 2032: 30 in favour and 2 against." in text


def test_how_many_are_named_of_those_that_voted_so_is_told(invented: Invented) -> None:
    assert "1 of 2 are named" in said(invented, voted(invented.stock))


def test_who_voted_against_stands_beside_what_it_had_asked_for(invented: Invented) -> None:
    made = reports.build(voted(invented.stock), invented.texts)
    row = reading.tables(made)["joined"].rows[0]
    number = str(invented.stock.proposals[0].number)
    assert [row[1].text, row[2].text] == ["against", number]


def test_every_vote_and_reservation_is_cited(invented: Invented) -> None:
    tables = reading.tables(reports.build(voted(invented.stock), invented.texts))
    assert tables["joined"].rows[0][1].citations
    assert tables["reservations"].rows[0][-1].citations
