"""Who joined in the end beside what they had asked for; and who set itself apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from stocktake.analysis.sources import Sources
from stocktake.lexicon.offices import voice_of
from stocktake.model import (
    Act,
    Adoption,
    Fact,
    FactKind,
    Joined,
    ParticipationStatus,
    Position,
    PositionStance,
    Reservation,
    Statement,
    Stock,
    Vote,
)

PLAIN = "reservation"
_GONE = frozenset({ParticipationStatus.WITHDRAWN, ParticipationStatus.ABSENT})


def joined(stock: Stock) -> tuple[Joined, ...]:
    """Each actor that voted on the text adopted last, or had left before, by id; none where no
    adoption is told of."""
    if not stock.adoptions:
        return ()
    last = next((item for item in reversed(stock.adoptions) if item.votes), stock.adoptions[-1])
    votes = {vote.actor_id: vote for vote in last.votes}
    held = _held(stock)
    gone = _gone(stock, last)
    return tuple(
        _joined(votes.get(actor), actor, held[actor], stock, gone=actor in gone)
        for actor in sorted(votes.keys() | gone)
    )


def reservations(
    facts: Iterable[Fact], statements: Iterable[Statement], sources: Sources
) -> tuple[Reservation, ...]:
    """Each that a fact tells of, with the statements of its sentence; and each further statement
    of the act reserves, by the order of their documents and places."""
    by_document: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        by_document[statement.document_id].append(statement)
    found = [
        (_place(fact, fact.sentence.start), _told(actor, fact, by_document, sources))
        for fact in facts
        if fact.kind is FactKind.RESERVATION
        for actor in dict.fromkeys(voice_of(item.value) for item in fact.all("actor"))
    ]
    known = {id_ for _, item in found for id_ in item.statement_ids}
    for statement in (item for each in by_document.values() for item in each):
        if statement.act is Act.RESERVES and statement.id not in known:
            place = _place(statement, statement.sentence.start)
            found += [(place, item) for item in _said(statement, sources)]
    return tuple(item for _, item in sorted(found, key=lambda pair: (pair[0], pair[1].actor_id)))


def _held(stock: Stock) -> dict[str, list[Position]]:
    held: dict[str, list[Position]] = defaultdict(list)
    for position in stock.positions:
        if position.via is None and position.statement_ids:
            held[voice_of(position.actor_id)].append(position)
    return held


def _gone(stock: Stock, adoption: Adoption) -> frozenset[str]:
    """Who had left by the day of the adoption and is not told to have come back."""
    last: dict[str, ParticipationStatus] = {}
    for item in stock.participation:
        if not (item.since and adoption.date and item.since > adoption.date):
            last[item.actor_id] = item.status
    return frozenset(voice_of(actor) for actor, status in last.items() if status in _GONE)


def _joined(
    vote: Vote | None, actor: str, held: list[Position], stock: Stock, *, gone: bool
) -> Joined:
    subjects = {f"theme:{scheme.subject}" for scheme in stock.schemes if scheme.subject}
    on_text = next((item for item in held if item.target in subjects), None)
    numbers = {item.id: item.number for item in stock.proposals}
    on_proposals = sorted(
        (item for item in held if item.target in numbers), key=lambda item: numbers[item.target]
    )
    asked = [item for item in on_proposals if item.stance is PositionStance.SUPPORTS]
    return Joined(
        actor_id=actor,
        choice=vote.choice if vote else None,
        stance=on_text.stance if on_text else None,
        asked=tuple(item.target for item in asked),
        opposed=tuple(
            item.target for item in on_proposals if item.stance is PositionStance.OPPOSES
        ),
        withdrawn=gone,
        fact_ids=vote.fact_ids if vote else _facts_of(actor, stock),
        statement_ids=on_text.statement_ids if on_text else (),
        asked_ids=tuple(id_ for item in asked for id_ in item.statement_ids),
    )


def _facts_of(actor: str, stock: Stock) -> tuple[str, ...]:
    told = [item for item in stock.participation if voice_of(item.actor_id) == actor]
    return told[-1].fact_ids if told else ()


def _told(
    actor: str, fact: Fact, by_document: dict[str, list[Statement]], sources: Sources
) -> Reservation:
    same = (
        item.id
        for item in by_document.get(fact.document_id, ())
        if item.sentence.start < fact.sentence.end and fact.sentence.start < item.sentence.end
        if actor in {voice_of(each.id) for each in item.actors}
    )
    kind = fact.get("kind")
    return Reservation(
        actor_id=actor,
        kind=kind.value if kind else PLAIN,
        provisions=tuple(" ".join(item.value.split()) for item in fact.all("provision")),
        date=sources.date(fact.document_id) or None,
        fact_ids=(fact.id,),
        statement_ids=tuple(same),
    )


def _said(statement: Statement, sources: Sources) -> Iterator[Reservation]:
    date = sources.date(statement.document_id) or None
    for actor in dict.fromkeys(voice_of(item.id) for item in statement.actors):
        yield Reservation(actor, PLAIN, (), date, (), (statement.id,))


def _place(record: Fact | Statement, start: int) -> tuple[str, int]:
    return record.document_id, start
