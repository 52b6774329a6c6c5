"""All that stands in one proposal, found by any number it ever had."""

from __future__ import annotations

from dataclasses import dataclass

from stocktake.errors import NotFoundError
from stocktake.model import Gathered, Proposal, Statement, Stock
from stocktake.services.frozen import last_stock
from stocktake.services.names import Names
from stocktake.services.rows import Row
from stocktake.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class OneProposal:
    """A proposal: its verbatim *wording*, and a row for each of its statements."""

    proposal: Proposal
    wording: str
    rows: tuple[Row, ...]


def show(workspace: Workspace, number: int) -> OneProposal:
    """The proposal of the last stock that bears *number* or into which that one was merged.

    NotFoundError if there is none.
    """
    stock = last_stock(workspace)
    found = _find(stock, number)
    if found is None:
        raise NotFoundError(
            f"there is no proposal {number} in the last stock.",
            remedy="See them with: stocktake show proposals",
        )
    names = Names(stock, workspace.lexicon)
    wording = names.statement(found.wording_id).content.text
    parts = found.parts or (Gathered(found.number, found.wording_id, found.statement_ids),)
    by_machine = {id_: part.number for part in parts for id_ in part.statement_ids}
    rows = (_row(names.statement(id_), by_machine[id_], names) for id_ in found.statement_ids)
    return OneProposal(found, wording, tuple(rows))


def _find(stock: Stock, number: int) -> Proposal | None:
    return next(
        (item for item in stock.proposals if number in {item.number, *item.also}),
        None,
    )


def _row(statement: Statement, by_machine: int, names: Names) -> Row:
    return {
        "id": statement.id[:12],
        "number by machine": by_machine,
        "actors": ", ".join(names.actor(actor.id) for actor in statement.actors),
        "act": statement.act.value,
        "stance": statement.stance.value,
        "content": " ".join(statement.content.text.split()),
        "document": statement.document_id[:12],
        "place": f"{statement.content.start}-{statement.content.end}",
    }
