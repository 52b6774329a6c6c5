"""The section on commitments: there when there are any, by date, with proof and reports."""

from __future__ import annotations

from dataclasses import replace

from stocktake import reports
from stocktake.model import Commitment, CommitmentOrigin, Meeting, Progress, Stock
from tests.reports import reading
from tests.reports.world import Invented


def promised(stock: Stock) -> Stock:
    statement = stock.statements[0]
    said = Commitment(
        "a" * 32,
        ("FRE",),
        "build ports",
        CommitmentOrigin.SAID,
        due="2033",
        document_id=statement.document_id,
        statement_id=statement.id,
        progress=(Progress(stock.statements[1].id, "2032", 0.5),),
    )
    entered = Commitment(
        "b" * 32, ("FRE",), "dig", CommitmentOrigin.ENTERED, source="a letter", figures=("$3",)
    )
    forum = Meeting("forum", "First review forum", "review forum")
    process = replace(stock.process, meetings=(forum,))
    return replace(stock, commitments=(entered, said), process=process)


def test_no_section_stands_where_nobody_promised(invented: Invented) -> None:
    made = reports.build(invented.stock, invented.texts)
    assert "commitments" not in {section.id for section in made.walk()}


def test_those_with_a_date_come_first_with_proof_and_reports(invented: Invented) -> None:
    made = reports.build(promised(invented.stock), invented.texts)
    first, second = reading.tables(made)["commitments"].rows
    assert (first[1].citations, first[-1].citations) != ((), ())
    assert second[1].text == "“dig” (entered by a person, from “a letter”)"


def test_they_are_counted_by_how_we_know_of_them(invented: Invented) -> None:
    made = reports.build(promised(invented.stock), invented.texts)
    text = reading.text_of(reading.section(made, "commitments"))
    assert "1 said in inputs, 0 accepted as recommendations, 1 entered by a person" in text


def test_review_rounds_of_the_process_are_listed(invented: Invented) -> None:
    made = reports.build(promised(invented.stock), invented.texts)
    assert reading.tables(made)["rounds"].rows[0][0].text == "First review forum"
