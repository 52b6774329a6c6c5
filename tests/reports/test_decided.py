"""A report tells campaigns with their senders, and what people made of proposals."""

from __future__ import annotations

from dataclasses import replace

import pytest

from stocktake import reports
from stocktake.model import (
    Campaign,
    CampaignText,
    Contradiction,
    Gathered,
    PositionChange,
    PositionStance,
    Proposal,
    Report,
    Stand,
    Stock,
)
from tests.reports import reading
from tests.reports.world import Invented


def told(invented: Invented, stock: Stock) -> Report:
    return reports.build(stock, invented.texts)


def most_asked(stock: Stock) -> Proposal:
    return max(stock.proposals, key=lambda item: (len(item.statement_ids), -item.number))


def documents_of(stock: Stock, proposal: Proposal) -> list[str]:
    found = {item.id: item.document_id for item in stock.statements}
    return list(dict.fromkeys(found[id_] for id_ in proposal.statement_ids))


@pytest.fixture
def campaigning(invented: Invented) -> Report:
    """The report, if all who ask for the proposal most asked had sent the same letter."""
    documents = documents_of(invented.stock, most_asked(invented.stock))
    places = tuple(CampaignText(id_, 0, len(invented.texts[id_].text)) for id_ in documents)
    campaign = Campaign("c", True, places, ("FRE", "RUR"), 1)
    alone = Campaign("d", False, places[:2], ("FRE",))
    return told(invented, replace(invented.stock, campaigns=(campaign, alone)))


def with_proposal(invented: Invented, **decided: object) -> Report:
    stock = invented.stock
    first = most_asked(stock)
    changed = replace(first, **decided)  # type: ignore[arg-type]
    proposals = tuple(changed if item is first else item for item in stock.proposals)
    return told(invented, replace(stock, proposals=proposals))


def test_a_campaign_is_shown_with_its_senders(campaigning: Report) -> None:
    row = reading.tables(campaigning)["campaigns"].rows[0]
    assert [cell.text for cell in row][1::2] == [
        "whole text",
        "2, and 1 input without a known author",
    ]
    assert row[0].citations


def test_a_campaign_of_one_voice_is_told_as_such(campaigning: Report) -> None:
    text = reading.text_of(reading.section(campaigning, "inputs"))
    assert "One campaign has one sender" in text or "1 campaign has one sender" in text


def test_a_proposal_tells_how_many_say_it_in_one_letter(campaigning: Report) -> None:
    said = [item.text for item in reading.sentences(campaigning)]
    assert any("in near-identical texts (campaign 1)." in text for text in said)


def test_without_campaigns_nothing_is_said_of_them(report: Report) -> None:
    assert "campaigns" not in reading.tables(report)


def test_a_name_is_marked_and_the_verbatim_wording_beside_it(invented: Invented) -> None:
    named = with_proposal(invented, name="Lakes")
    headings = [entry.heading for entry in reading.entries(named)]
    assert any("Lakes (worded by a person; verbatim: “" in heading for heading in headings)


def test_a_merge_is_told(invented: Invented) -> None:
    part = Gathered(99, "s", ())
    merged = with_proposal(invented, also=(99,), parts=(part,))
    texts = [sentence.text for sentence in reading.sentences(merged)]
    assert "A person merged into it what the machine had gathered as 99." in texts


def test_a_split_is_told(invented: Invented) -> None:
    apart = with_proposal(invented, parts=(Gathered(98, "s", ()),))
    texts = [sentence.text for sentence in reading.sentences(apart)]
    assert "A person split it off from what the machine had gathered as 98." in texts


def test_a_change_of_position_is_told_with_its_dates(invented: Invented) -> None:
    first, second = invented.stock.statements[:2]
    stands = (
        Stand("2031-03-05", PositionStance.SUPPORTS, (first.id,)),
        Stand("2031-05", PositionStance.OPPOSES, (second.id,)),
    )
    target = most_asked(invented.stock).id
    change = PositionChange("FRE", target, stands)
    report = told(invented, replace(invented.stock, changes=(change,)))
    [row] = reading.tables(report)["position-changes"].rows
    assert row[2].text == "supports, 5 March 2031; opposes, May 2031"
    assert len(row[2].citations) == 2


def test_a_contradiction_is_told_with_both_passages(invented: Invented) -> None:
    first, second = invented.stock.statements[:2]
    sides = PositionStance.SUPPORTS, PositionStance.OPPOSES
    against = Contradiction(
        most_asked(invented.stock).id, "GRA", sides[0], (first.id,), "FRE", sides[1], (second.id,)
    )
    report = told(invented, replace(invented.stock, contradictions=(against,)))
    [row] = reading.tables(report)["contradictions"].rows
    assert [len(cell.citations) for cell in row] == [0, 1, 0, 1, 0]


def test_without_either_there_is_no_section(report: Report) -> None:
    assert "changes" not in {section.id for section in report.walk()}
