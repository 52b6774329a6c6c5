"""Campaigns: near-identical texts and the senders behind them, each counted once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from stocktake.model import Campaign, CampaignText, Cell, Proposal, Quotation, Sentence, Statement
from stocktake.model.report import Block
from stocktake.reports.limits import NAMES, PASSAGES, TABLE_ROWS
from stocktake.reports.patterns import cell, claim, count_cell, plain, table, words
from stocktake.reports.records import Records, key, speakers
from stocktake.reports.stands import paragraph, passages

_OPENING = 200


def blocks(records: Records) -> tuple[Block, ...]:
    """How many campaigns there are, and a row for each of the largest; nothing without any."""
    found = records.stock.campaigns
    if not found:
        return ()
    alone = sum(campaign.has_one_voice for campaign in found)
    told = [plain("campaigns", n=len(found)), plain("campaigns_rule")]
    if alone:
        told.append(plain("one_voice", n=alone))
    ranked = sorted(
        enumerate(found, 1), key=lambda item: (-len(item[1].sender_ids), -len(item[1].texts))
    )
    rows = [_row(number, campaign, records) for number, campaign in ranked[:TABLE_ROWS]]
    left = len(found) - len(rows)
    more = paragraph(plain("more_rows", n=left), note=True) if left else ()
    return (*paragraph(*told), table("campaigns", rows), *more)


def of_proposal(proposal: Proposal, records: Records) -> Iterator[Sentence]:
    """How many of those behind a proposal say it in texts of one campaign."""
    found: dict[int, list[Statement]] = defaultdict(list)
    for id_ in proposal.statement_ids:
        statement = records.statements[id_]
        for number in records.campaigns_of(statement):
            found[number].append(statement)
    for number, shared in sorted(found.items()):
        if len({statement.document_id for statement in shared}) > 1:
            yield claim(
                "campaigned",
                n=len(speakers(shared)),
                number=str(number),
                citations=passages((statement.id for statement in shared), records),
            )


def _row(number: int, campaign: Campaign, records: Records) -> tuple[Cell, ...]:
    inputs = {records.texts[text.document_id].input_id for text in _read(campaign.texts, records)}
    return (
        Cell(str(number), tuple(_cited(campaign, records))),
        Cell(words("campaign_whole" if campaign.whole else "campaign_passage")),
        count_cell(len(inputs)),
        _senders(campaign),
        _named(campaign, records),
    )


def _senders(campaign: Campaign) -> Cell:
    known = len(campaign.sender_ids)
    if campaign.unknown:
        return cell("senders_unknown", value=known, n=known, unknown=campaign.unknown)
    return count_cell(known)


def _named(campaign: Campaign, records: Records) -> Cell:
    names = records.names(campaign.sender_ids)
    shown, more = names[:NAMES], len(names) - NAMES
    if more > 0:
        return cell("names_and_more", names="; ".join(shown), more=more)
    return Cell("; ".join(shown))


def _read(texts: Iterable[CampaignText], records: Records) -> list[CampaignText]:
    return [text for text in texts if text.document_id in records.texts]


def _cited(campaign: Campaign, records: Records) -> Iterator[str]:
    """The beginning of the first few of its texts."""
    for place in _read(campaign.texts, records)[:PASSAGES]:
        text = records.texts[place.document_id].text
        end = min(place.end, place.start + _OPENING)
        cut = text.rfind(" ", place.start, end) if end < place.end else end
        end = cut if cut > place.start else end
        quotation = Quotation(place.start, end, text[place.start : end])
        yield key(campaign.id, place.document_id, quotation)
