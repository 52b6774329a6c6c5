"""The footnotes of a zero draft: who, in which input, where in it, and the passage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stocktake.model import Position, Statement
from stocktake.reports.limits import QUOTES
from stocktake.reports.patterns import one_line, words
from stocktake.reports.records import Records
from stocktake.reports.wording import quoted


def sources(positions: Iterable[Position], records: Records, first: str = "") -> str:
    """Where each of some positions is taken, once each; the first few with their passage.

    The statement with the id *first*, if it is among them, leads.
    """
    told = sorted(_statements(positions, records), key=lambda item: item.id != first)
    return "; ".join(
        _quoted(statement, records) if place < QUOTES else _source(statement, records)
        for place, statement in enumerate(told)
    )


def _statements(positions: Iterable[Position], records: Records) -> Iterator[Statement]:
    """The first statement of each position, in the stock's order, each once."""
    ids = {position.statement_ids[0] for position in positions if position.statement_ids}
    yield from (item for item in records.stock.statements if item.id in ids)


def _quoted(statement: Statement, records: Records) -> str:
    quote = quoted(one_line(statement.sentence.text))
    return words("zero_quoted", source=_source(statement, records), quote=quote)


def _source(statement: Statement, records: Records) -> str:
    document = records.texts[statement.document_id]
    page = document.page_at(statement.sentence.start)
    paragraph = str(document.paragraph_at(statement.sentence.start))
    place = (
        words("zero_page", page=str(page), paragraph=paragraph)
        if page
        else words("zero_paragraph", paragraph=paragraph)
    )
    input_ = records.inputs.get(document.input_id)
    title = one_line(input_.title if input_ else document.title or "")
    actors = "; ".join(records.names(actor.id for actor in statement.actors))
    date = input_.get("date") if input_ else None
    if date:
        return words("zero_source_dated", actors=actors, title=title, date=date, place=place)
    return words("zero_source", actors=actors, title=title, place=place)
