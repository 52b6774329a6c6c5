"""The list of inputs, with what became of each."""

from __future__ import annotations

from dataclasses import dataclass

from stocktake.model import Input
from stocktake.services.pages.evidence import Named
from stocktake.services.pages.listing import Listed, Wanted, listed, mentions
from stocktake.services.pages.shown import Shown


@dataclass(frozen=True, slots=True)
class InputLine:
    """An input as a line of the list; *status* and *reason* are those of the ledger."""

    id: str
    title: str
    name: str
    actors: tuple[Named, ...]
    date: str
    meeting: str
    kind: str
    language: str
    status: str
    reason: str
    statements: int


def inputs(shown: Shown, wanted: Wanted) -> Listed[InputLine]:
    """The inputs of an actor or kind in whose title, name or actors the words stand, the latest
    first; those without a date last."""
    every = shown.once("inputs", lambda: _lines(shown))
    return listed([item for item in every if _is_wanted(item, wanted)], wanted)


def _lines(shown: Shown) -> list[InputLine]:
    found = [line(shown, item) for item in shown.stock.inputs]
    found.sort(key=lambda item: (item.title, item.id))
    return sorted(found, key=lambda item: item.date, reverse=True)


def line(shown: Shown, item: Input) -> InputLine:
    """An input as a line of the list."""
    entry = shown.ledger[item.id]
    return InputLine(
        id=item.id,
        title=item.title,
        name=item.name,
        actors=tuple(Named(id_, shown.names.actor(id_)) for id_ in item.actor_ids),
        date=item.get("date") or "",
        meeting=item.get("meeting") or "",
        kind=item.kind.value,
        language=item.get("language") or "",
        status=entry.status.value,
        reason=entry.reason,
        statements=entry.statements,
    )


def _is_wanted(item: InputLine, wanted: Wanted) -> bool:
    told = " ".join([item.title, item.name, *(actor.name for actor in item.actors)])
    of_actor = not wanted.actor or wanted.actor in {actor.id for actor in item.actors}
    return of_actor and wanted.kind in {"", item.kind} and mentions(told, wanted.words)
