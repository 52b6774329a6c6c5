"""The page on one actor, as a file in a format that people read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stocktake import lexicon, reports
from stocktake.errors import NotFoundError
from stocktake.lexicon import Lexicon
from stocktake.lexicon.words import vocabulary
from stocktake.model import Actor, Membership, Report
from stocktake.reports import About
from stocktake.services import actor_history, draft_tracing, one_actor
from stocktake.services.briefing import may_name_actors
from stocktake.services.frozen import last_stock
from stocktake.services.reporting import texts_of
from stocktake.services.workspace import Workspace


def page(workspace: Workspace, which: str) -> Report:
    """All that the last stock holds of the actor with that name or id.

    NotFoundError if none of its actors has it, or no stock was taken; DisclosureError if no
    report may name an actor.
    """
    may_name_actors(workspace)
    stock = last_stock(workspace)
    words = lexicon.load(workspace.lexicon)
    actor = one_actor.find(stock, which, workspace)
    held = [item for item in words.memberships if actor.id in {item.group_id, item.member_id}]
    tracing = actor_history.tracing(workspace, stock, actor)
    texts = texts_of(workspace, stock)
    if tracing:
        texts |= draft_tracing.documents(workspace, tracing)
    about = About(actor, held, tuple(_groups(held, words)), tracing)
    return reports.build_actor_page(stock, texts, about, vocabulary(workspace.lexicon))


def _groups(held: Iterable[Membership], words: Lexicon) -> Iterator[Actor]:
    """The groups and members that some memberships name, each once."""
    for id_ in sorted({id_ for item in held for id_ in (item.group_id, item.member_id)}):
        try:
            yield words.actors.get(id_)
        except NotFoundError:
            continue
