"""What is new in a stock: inputs, changes of participation, releases, adoptions, positions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from stocktake.lexicon.wording import quantifiers
from stocktake.model import Document, Fact, FactKind, Feed, FeedEntry, Input, Participation, Stock
from stocktake.reports.dates import parsed, say_text
from stocktake.reports.patterns import Cited, one_line, words
from stocktake.reports.records import Records
from stocktake.reports.wording import heading_of


def feed(stock: Stock, texts: Mapping[str, Document]) -> Feed:
    """All that a stock dates, newest first; *texts* are the documents of its facts by id.

    The same stock gives the same feed, and the key of an entry stays from stock to stock.
    """
    records = Records(stock, texts, quantifiers())
    made = {entry.key: entry for entry in _entries(records)}
    ordered = sorted(made.values(), key=lambda entry: (-entry.day.toordinal(), entry.key))
    undated = sum(parsed(item.get("date")) is None for item in stock.inputs)
    subtitle = words("feed_subtitle", n=undated)
    return Feed(f"process:{stock.process.title}", stock.process.title, subtitle, tuple(ordered))


def _entries(records: Records) -> Iterable[FeedEntry]:
    return chain(
        _inputs(records),
        _participation(records),
        _facts(FactKind.ANNOUNCEMENT, records),
        _facts(FactKind.ADOPTION, records),
        _changes(records),
    )


def _inputs(records: Records) -> Iterator[FeedEntry]:
    said = {entry.input_id: entry.statements for entry in reversed(records.stock.ledger)}
    for item in records.stock.inputs:
        told = item.get("date")
        period = parsed(told)
        if told and period:
            authors = tuple(records.name(actor) for actor in item.actor_ids)
            yield FeedEntry(
                key=f"input:{item.id}",
                kind=words("feed_input"),
                title=item.title,
                day=period.end,
                text=_about_input(item, said.get(item.id, 0), authors),
                authors=authors,
            )


def _about_input(item: Input, said: int, authors: tuple[str, ...]) -> str:
    slots = {"kind": item.kind.value, "date": say_text(item.get("date"))}
    if authors:
        return words("feed_about_input", n=said, authors=[Cited(one) for one in authors], **slots)
    return words("feed_about_input_of_nobody", n=said, **slots)


def _participation(records: Records) -> Iterator[FeedEntry]:
    facts = {fact.id: fact for fact in records.stock.facts}
    for item in records.stock.participation:
        period = parsed(item.since)
        if item.since and period:
            known = [facts[id_] for id_ in item.fact_ids if id_ in facts]
            yield FeedEntry(
                key=f"participation:{item.actor_id}:{item.status}:{item.since}",
                kind=words("feed_participation"),
                title=_status(item, records),
                day=period.end,
                text=_told(known, records) or item.source,
                authors=(records.name(item.actor_id),),
            )


def _status(item: Participation, records: Records) -> str:
    name, since = records.name(item.actor_id), say_text(item.since)
    return words("change", actor=name, status=item.status.value, date=since)


def _facts(kind: FactKind, records: Records) -> Iterator[FeedEntry]:
    """Each dated fact of a kind that names a thing, in the words of its sentence."""
    for fact in records.facts(kind):
        dated, named = fact.get("date"), fact.get("title") or fact.get("kind")
        period = parsed(dated.value) if dated else None
        if dated and named and period:
            yield FeedEntry(
                key=f"{kind.value}:{fact.id}",
                kind=words(f"feed_{kind.value}"),
                title=words("feed_dated", thing=one_line(named.value), date=say_text(dated.value)),
                day=period.end,
                text=_told([fact], records),
            )


def _changes(records: Records) -> Iterator[FeedEntry]:
    headings = {item.id: heading_of(item, records) for item in records.stock.proposals}
    for item in records.stock.changes:
        last = item.stands[-1]
        period = parsed(last.date)
        if period and item.target in headings:
            name = records.name(item.actor_id)
            stands = [_stood(one.stance.value, one.date) for one in item.stands]
            yield FeedEntry(
                key=f"position:{item.actor_id}:{item.target}:{last.date}",
                kind=words("feed_position"),
                title=words("feed_changed", actor=name, proposal=headings[item.target]),
                day=period.end,
                text=words("names", names=stands),
                authors=(name,),
            )


def _stood(stance: str, date: str) -> Cited:
    return Cited(words("stood", stance=words(stance), date=say_text(date)))


def _told(facts: Iterable[Fact], records: Records) -> str:
    """The sentences that tell of it, each with the title of its input."""
    said = {one_line(fact.sentence.text): records.input_of(fact.document_id) for fact in facts}
    return " ".join(
        words("feed_told", text=text, source=item.title if item else "")
        for text, item in said.items()
    )
