"""A statement as a page cites it: who, what, in which words, and the permanent address of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from stocktake.errors import NotFoundError
from stocktake.model import Statement
from stocktake.services.pages.shown import Shown


@dataclass(frozen=True, slots=True)
class Named:
    """An id and the name that people see."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A statement with all that leads to it. *quote* is its content and *sentence* the whole, both
    verbatim; ``[start, end)`` is the sentence's range in the document. *about* are themes,
    *proposal* the number of the one it is part of."""

    id: str
    actors: tuple[Named, ...]
    act: str
    stance: str
    cue: str
    quote: str
    sentence: str
    document_id: str
    start: int
    end: int
    input: Named
    date: str
    language: str
    confidence: float
    review: str
    about: tuple[Named, ...]
    proposal: int | None


def cited(shown: Shown, statement: Statement) -> Evidence:
    """A statement as it is cited."""
    source = shown.inputs[shown.input_of[statement.document_id]]
    themes = dict.fromkeys(item.code for item in shown.names.about(statement.id))
    proposal = shown.proposal_of.get(statement.id)
    return Evidence(
        id=statement.id,
        actors=tuple(Named(actor.id, shown.names.actor(actor.id)) for actor in statement.actors),
        act=statement.act.value,
        stance=statement.stance.value,
        cue=statement.cue.text,
        quote=statement.content.text,
        sentence=statement.sentence.text,
        document_id=statement.document_id,
        start=statement.sentence.start,
        end=statement.sentence.end,
        input=Named(source.id, source.title),
        date=source.get("date") or "",
        language=source.get("language") or "",
        confidence=statement.confidence,
        review=statement.review.value,
        about=tuple(Named(code, shown.names.theme(code)) for code in themes),
        proposal=proposal.number if proposal else None,
    )


def in_order(shown: Shown, ids: Iterable[str]) -> list[Statement]:
    """Statements by their ids, in the order of date, input and place."""

    def place(item: Statement) -> tuple[str, str, int, str]:
        source = shown.inputs[shown.input_of[item.document_id]]
        return source.get("date") or "", source.id, item.sentence.start, item.id

    return sorted((shown.statements[id_] for id_ in ids), key=place)


def one(shown: Shown, statement_id: str) -> Evidence:
    """The statement with that id or with an id that begins so; NotFoundError if none does or
    several do."""
    if statement_id in shown.statements:
        return cited(shown, shown.statements[statement_id])
    ids = shown.once("ids of statements", lambda: sorted(shown.statements))
    at = bisect_left(ids, statement_id)
    near = [id_ for id_ in ids[at : at + 2] if id_.startswith(statement_id)]
    if len(near) != 1:
        raise NotFoundError(f"there is no statement {statement_id!r}.")
    return cited(shown, shown.statements[near[0]])
