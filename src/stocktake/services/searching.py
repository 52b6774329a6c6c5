"""Finds words in statements and passages."""

from __future__ import annotations

from dataclasses import dataclass

from stocktake import lexicon, store
from stocktake.errors import NotFoundError, UsageError
from stocktake.model import Act, Document, Period, Stance, Statement
from stocktake.services.metadata import known_actor
from stocktake.services.reporting import last_stock
from stocktake.services.workspace import Workspace
from stocktake.store import Filters, Hit, Look


@dataclass(frozen=True, slots=True)
class Question:
    """What is looked for. *actor* is a name or id, *theme* a code, *since* and *until* dates (a
    day, month or year) between which the input's date lies; *kind* statement or passage."""

    query: str
    actor: str | None = None
    act: str | None = None
    stance: str | None = None
    theme: str | None = None
    since: str | None = None
    until: str | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class FoundHit:
    """A hit with where it stands; *statement* if it is one."""

    hit: Hit
    input_id: str
    title: str
    page: int | None
    date: str | None
    statement: Statement | None


@dataclass(frozen=True, slots=True)
class Answer:
    """The first hits, best first, and how many there are."""

    total: int
    hits: tuple[FoundHit, ...]


def search(workspace: Workspace, question: Question, look: Look = Look()) -> Answer:  # noqa: B008
    """Answer *question* from the last stock. No query makes it fail.

    NotFoundError if no stock was taken or there is no such actor, UsageError for a filter that
    cannot be.
    """
    filters = _filters(workspace, question)
    stock = last_stock(workspace)
    with workspace.store() as base, base.reading() as connection:
        found = store.search(connection, question.query, filters, look)
        ids = {hit.document_id for hit in found.hits}
        documents = {item.id: item for item in store.documents(connection, ids)}
    statements = {item.id: item for item in stock.statements}
    inputs = {item.id: item for item in stock.inputs}

    def placed(hit: Hit) -> FoundHit:
        document: Document = documents[hit.document_id]
        input_ = inputs[document.input_id]
        return FoundHit(
            hit,
            input_.id,
            input_.title,
            document.page_at(hit.start),
            input_.get("date"),
            statements.get(hit.record_id),
        )

    return Answer(found.total, tuple(placed(hit) for hit in found.hits))


def _filters(workspace: Workspace, question: Question) -> Filters:
    tags = []
    if question.actor:
        tags.append(("actor", _actor_id(workspace, question.actor)))
    if question.theme:
        tags.append(("theme", question.theme))
    return Filters(
        kind=_one_of(question.kind, ("statement", "passage"), "kind"),
        act=_one_of(question.act, tuple(Act), "act"),
        stance=_one_of(question.stance, tuple(Stance), "stance"),
        since=_day(question.since, "start"),
        until=_day(question.until, "end"),
        tags=tuple(tags),
    )


def _actor_id(workspace: Workspace, name: str) -> str:
    actor_id = known_actor(name, lexicon.load(workspace.lexicon))
    if actor_id is None:
        raise NotFoundError(
            f"no actor is called {name!r}.", remedy="See them with: stocktake show actors"
        )
    return actor_id


def _one_of(value: str | None, known: tuple[str, ...], what: str) -> str | None:
    if value is not None and value not in known:
        raise UsageError(f"there is no {what} {value!r}.", remedy=f"One of: {', '.join(known)}.")
    return value


def _day(value: str | None, end: str) -> str | None:
    try:
        return None if value is None else getattr(Period.parse(value), end).isoformat()
    except ValueError as error:
        raise UsageError(f"{error}.", remedy="Write 2017, 2017-12 or 2017-12-04.") from error
