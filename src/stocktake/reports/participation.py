"""Participation and its changes: dated, with the reason verbatim and the reactions to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from stocktake.model import (
    Entry,
    Fact,
    FactKind,
    Listing,
    Participation,
    ParticipationStatus,
    QuoteBlock,
    Section,
    Sentence,
)
from stocktake.model.report import Block
from stocktake.reports import facts, participation_time
from stocktake.reports.dates import say_text
from stocktake.reports.patterns import Cited, claim, one_line, plain, words
from stocktake.reports.records import Records, cite, key
from stocktake.reports.stands import paragraph
from stocktake.reports.voices import by_actor

_ORDINARY = (ParticipationStatus.PARTICIPATING, ParticipationStatus.OBSERVER)


def section(records: Records) -> Section:
    """How many take part in what status; each departure, absence or return by itself."""
    recorded = records.stock.participation
    changes = [item for item in recorded if item.status not in _ORDINARY]
    blocks: tuple[Block, ...] = (
        *_counts(recorded),
        *participation_time.timeline(changes, records),
        *_changes(changes, records),
        *facts.tables("reactions", facts.rows(FactKind.REACTION, _REACTION, records)),
    )
    return Section("participation", words("participation"), blocks)


_REACTION = ("name+actor", "to", "act", "quotation")


def told(recorded: Sequence[Participation], records: Records) -> tuple[Block, ...]:
    """Each record by itself, with reasons and reactions; nothing where there is none."""
    return _changes(list(recorded), records) if recorded else ()


def _counts(recorded: tuple[Participation, ...]) -> tuple[Block, ...]:
    counts = Counter(item.status for item in recorded)
    named = [
        Cited(words(f"status_{status.value}", n=counts[status]))
        for status in ParticipationStatus
        if counts[status]
    ]
    return paragraph(plain("statuses", statuses=named)) if named else ()


def _changes(changes: list[Participation], records: Records) -> tuple[Block, ...]:
    if not changes:
        return paragraph(plain("no_changes"))
    return (Listing(tuple(_change(*pair, records) for pair in enumerate(changes, 1))),)


def _change(number: int, item: Participation, records: Records) -> Entry:
    known = [fact for fact in records.stock.facts if fact.id in item.fact_ids]
    name, status = records.name(item.actor_id), item.status.value
    said = len(by_actor(records.stock.statements).get(item.actor_id, ()))
    blocks: tuple[Block, ...] = (
        *paragraph(
            _status(item, known, records), *_said_why(known), plain("statements_kept", n=said)
        ),
        *(block for fact in known for block in _reasons(fact)),
        *_reactions(item, records),
    )
    heading = words("change", actor=name, status=status, date=_since(item))
    return Entry(heading, blocks, f"participation-{number}")


def _status(item: Participation, known: list[Fact], records: Records) -> Sentence:
    name, since, status = records.name(item.actor_id), _since(item), item.status.value
    if not known:
        return plain("status_entered", actor=name, status=status, date=since, source=item.source)
    citations = facts.joined(known)
    return claim("status", actor=name, status=status, date=since, citations=citations)


def _said_why(known: list[Fact]) -> tuple[Sentence, ...]:
    reasons = {
        one_line(reason.quotation.text): (cite(fact),)
        for fact in known
        for reason in fact.all("reason")
    }
    quoted = [Cited(words("quoted", text=text), cited) for text, cited in reasons.items()]
    return (claim("reasons", reasons=quoted),) if quoted else ()


def _reactions(item: Participation, records: Records) -> tuple[QuoteBlock, ...]:
    """The sentence of each reaction to it."""
    told = (fact for fact in records.facts(FactKind.REACTION) if fact.id in item.reaction_ids)
    return tuple(QuoteBlock(cite(fact), words("reaction")) for fact in told)


def _since(item: Participation) -> str:
    return say_text(item.since) or words("undated_change")


def _reasons(fact: Fact) -> tuple[QuoteBlock, ...]:
    """The fact's sentence, and each reason that stands outside it."""
    outside = [
        key(fact.id, fact.document_id, reason.quotation)
        for reason in fact.all("reason")
        if not fact.sentence.start <= reason.quotation.start < fact.sentence.end
    ]
    sentence = QuoteBlock(cite(fact), words("told"))
    return (sentence, *(QuoteBlock(citation, words("reason")) for citation in outside))
