"""All actors of a stock: who handed in, spoke, was spoken for, expected, or is told of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stocktake.errors import NotFoundError
from stocktake.lexicon import Gazetteer
from stocktake.model import Actor, ActorKind, Fact, FactKind, Process, Stock

_OF_ACTORS = frozenset(
    {
        FactKind.PARTICIPATION,
        FactKind.REACTION,
        FactKind.ANNOUNCEMENT,
        FactKind.VOTE,
        FactKind.RESERVATION,
    }
)


def actors(stock: Stock, gazetteer: Gazetteer) -> Iterator[Actor]:
    """Each actor once, by id; one that the gazetteer does not know bears the name it was given."""
    statements = stock.statements
    named = {actor.id: actor.name for item in reversed(statements) for actor in item.actors}
    ids = {
        *named,
        *_awaited(stock.process),
        *(id_ for input_ in stock.inputs for id_ in input_.actor_ids),
        *(id_ for held in stock.positions for id_ in (held.actor_id, held.via) if id_),
        *_told_of(stock.facts),
        *(id_ for item in statements for id_ in item.addressees if _is_id(id_)),
        *(item.partner for item in stock.partnerships),
    }
    return (_actor(id_, named.get(id_, id_), gazetteer) for id_ in sorted(ids))


def _awaited(process: Process) -> Iterator[str]:
    """Those who are expected or invited, or are to hand in a document."""
    yield from process.expected_actor_ids
    for meeting in process.meetings:
        yield from meeting.invited
    for document in process.documents:
        yield from filter(_is_id, document.who)


def _told_of(facts: Iterable[Fact]) -> Iterator[str]:
    for fact in facts:
        if fact.kind in _OF_ACTORS:
            yield from (actor.value for actor in fact.all("actor"))


def named(actor_id: str, gazetteer: Gazetteer) -> str:
    """The name of an actor, or its id if the gazetteer does not know it."""
    return _actor(actor_id, actor_id, gazetteer).name


def _actor(actor_id: str, name: str, gazetteer: Gazetteer) -> Actor:
    try:
        return gazetteer.get(actor_id)
    except NotFoundError:
        return Actor(actor_id, name, ActorKind.OTHER)


def _is_id(addressee: str) -> bool:
    """Whether an addressee is the id of an actor, not words that the lexicon does not know."""
    return ":" in addressee or (len(addressee) == 3 and addressee.isupper())
