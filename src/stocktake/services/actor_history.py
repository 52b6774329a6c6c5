"""What an actor did in the process, why, who reacted, and what became of what it asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stocktake.model import Actor, Participation, Stock, Tracing
from stocktake.services import draft_tracing, drafts
from stocktake.services.draft_tracing import Wish
from stocktake.services.names import Names
from stocktake.services.rows import Row
from stocktake.services.workspace import Workspace


def participation(actor_id: str, names: Names) -> Iterator[Row]:
    """Each status of the actor, with its reasons and the reactions to it verbatim."""
    for item in names.stock.participation:
        if item.actor_id == actor_id:
            yield _row(item, names)


def row(item: Participation, names: Names) -> Row:
    """The same of any actor, with its name."""
    return {"actor": names.actor(item.actor_id), **_row(item, names)}


def _row(item: Participation, names: Names) -> Row:
    wanted = {*item.fact_ids, *item.reaction_ids}
    facts = {fact.id: fact for fact in names.stock.facts if fact.id in wanted}
    told = [facts[id_] for id_ in item.fact_ids if id_ in facts]
    reactions = [facts[id_] for id_ in item.reaction_ids if id_ in facts]
    reasons = (reason.quotation.text for fact in told for reason in fact.all("reason"))
    return {
        "status": item.status.value,
        "since": item.since or "",
        "reasons": _joined(reasons),
        "reactions": _joined(fact.sentence.text for fact in reactions),
        "told": _joined(fact.sentence.text for fact in told),
        "source": item.source,
    }


def _joined(texts: Iterable[str]) -> str:
    return " | ".join(dict.fromkeys(" ".join(text.split()) for text in texts))


def tracing(workspace: Workspace, stock: Stock, actor: Actor) -> Tracing | None:
    """What became of what the actor asked, in all drafts; None if there is no draft."""
    if not drafts.versions(workspace):
        return None
    return draft_tracing.trace(workspace, stock, Wish(actor=actor))


def became(workspace: Workspace, stock: Stock, actor: Actor) -> Iterator[Row]:
    """One row an ask: what became of it in the latest draft, and where."""
    found = tracing(workspace, stock, actor)
    for course in found.courses if found else ():
        yield {
            "asked": " ".join(course.last.ask.split()),
            "status": course.last.status.value,
            "provisions": " ".join(course.last.provision_ids),
            "before": " ".join(item.status.value for item in course.dispositions[:-1]),
        }
