"""Campaigns are found in whole inputs and in long passages, with their senders."""

from __future__ import annotations

from dataclasses import replace

from stocktake.analysis.campaigns import campaign_issues, campaigns
from stocktake.analysis.sources import Sources
from stocktake.model import Campaign
from tests.analysis.making import Handed, hand_in
from tests.analysis.test_copies import LETTER

FIRST = hand_in("FRE", LETTER.strip(" ."))
COPY = hand_in("SYL", LETTER.strip(" ."), date="2017-12")
ITEMS = [f"the painting of pier {n}a in colour {n}b by crew {n}c in season {n}d" for n in range(20)]
REPORT = hand_in("RUR", *ITEMS, LETTER.strip(" ."))


def sources(*handed: Handed) -> Sources:
    return Sources.of((item.input for item in handed), (item.document for item in handed))


def found(*handed: Handed) -> tuple[Campaign, ...]:
    return campaigns(sources(*handed)).campaigns


def unsigned(handed: Handed) -> Handed:
    return replace(handed, input=replace(handed.input, metadata=()))


def test_whole_inputs_are_one_campaign_with_their_senders() -> None:
    assert [(item.whole, item.sender_ids) for item in found(FIRST, COPY)] == [
        (True, ("FRE", "SYL"))
    ]


def test_a_long_passage_in_several_inputs_is_a_campaign_too() -> None:
    [campaign] = found(FIRST, REPORT)
    assert (campaign.whole, campaign.sender_ids) == (False, ("FRE", "RUR"))


def test_a_passage_stands_at_its_place() -> None:
    [campaign] = found(FIRST, REPORT)
    read = sources(FIRST, REPORT).documents
    told = {read[text.document_id].text[text.start : text.end] for text in campaign.texts}
    assert all("backs of the fish" in text and "colour" not in text for text in told)


def test_inputs_of_one_sender_have_one_voice() -> None:
    again = hand_in("FRE", LETTER.strip(" ."), "that the dams be opened")
    assert [item.has_one_voice for item in found(FIRST, again)] == [True]


def test_an_unknown_sender_is_counted_as_such() -> None:
    [campaign] = found(FIRST, unsigned(COPY))
    assert (campaign.unknown, campaign.has_one_voice) == (1, False)


def test_a_person_is_told_of_whole_texts_that_are_the_same() -> None:
    known = sources(FIRST, COPY)
    issues = campaign_issues(campaigns(known).campaigns, known.inputs, known.documents)
    assert [issue.place for issue in issues] == ["FRE.txt, SYL.txt"]


def test_the_order_of_inputs_plays_no_part() -> None:
    assert found(FIRST, COPY, REPORT) == found(REPORT, COPY, FIRST)


def test_a_form_that_short_inputs_are_written_on_is_no_campaign() -> None:
    head = "that this sheet be read with the letter of the harbour office of the third of May"
    foot = "that all sheets be kept by the harbour office for as long as the rules ask it"
    asks = (
        "that nets be mended in spring by whoever tore them, at their own cost, before the fair",
        "that boats in the bay be counted by night and lit with lamps which no wind puts out",
    )
    sheets = [hand_in(name, head, ask, foot) for name, ask in zip(("A", "B"), asks, strict=True)]
    assert found(*sheets) == ()
