"""The report that names no actor: what leads to the actors of a stock, and who may not be told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from stocktake import reports
from stocktake.lexicon import load
from stocktake.lexicon.telltales import Telltales
from stocktake.lexicon.words import vocabulary
from stocktake.model import Document, FactKind, Report, Stock
from stocktake.services.process_file import ProcessFile
from stocktake.services.workspace import Workspace

SUFFIX = "-unattributed"


def unattributed(
    workspace: Workspace, stock: Stock, texts: Mapping[str, Document], file: ProcessFile
) -> Report:
    """The report of a stock without attribution; DisclosureError if it would lead to an actor."""
    return reports.build_unattributed(
        stock,
        texts,
        reports.Withheld(telltales(workspace, stock), file.unattributed),
        file.wording or None,
        vocabulary(workspace.lexicon),
    )


def telltales(workspace: Workspace, stock: Stock) -> Telltales:
    """All that leads to an actor of a stock: its names in all languages, and persons told of."""
    return Telltales(load(workspace.lexicon).actors, stock.actors, persons(stock))


def persons(stock: Stock) -> Iterator[str]:
    """The names of those who preside, speak or react, as process.toml and the inputs tell them."""
    for meeting in stock.process.meetings:
        yield from (chair.name for chair in meeting.chairs)
        for session in meeting.sessions:
            yield from filter(None, (session.moderator, *session.speakers))
    for fact in stock.facts:
        if fact.kind in (FactKind.CHAIR, FactKind.REACTION):
            yield from (item.value for item in fact.all("name"))
