"""The review queue: what nobody judged yet, or only others did, the least certain first."""

from __future__ import annotations

import re
from dataclasses import dataclass

from stocktake import store
from stocktake.model import Document, Statement
from stocktake.services import spanning
from stocktake.services.pages import agreement
from stocktake.services.pages.agreement import Said
from stocktake.services.pages.evidence import Evidence, cited
from stocktake.services.pages.listing import Listed, Wanted, listed
from stocktake.services.pages.reader import ReadBlock, passage
from stocktake.services.pages.shown import Shown
from stocktake.services.reviewed import of_statements
from stocktake.services.rows import unreviewed
from stocktake.services.spanning import Span
from stocktake.store import Store

_WORD = re.compile(r"\w+(?:['’-]\w+)*|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reviewer wants to see: a statement *skip* further on, the one with the id *of*, those
    that others judged (*second*), and the *span* that is being marked. *reviewer* is who asks."""

    reviewer: str
    skip: int = 0
    of: str = ""
    second: bool = False
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Marking:
    """The words that are marked as what a statement is about: their range, that of its paragraph,
    whether they are still those of the machine, and the same range with an end moved a word."""

    start: int
    end: int
    text: str
    paragraph: Span
    is_changed: bool
    moves: tuple[tuple[str, Span], ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """A statement to be judged, with *why* it is doubtful and the text around it."""

    statement: Evidence
    why: str
    blocks: tuple[ReadBlock, ...]
    left: int
    marking: Marking


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement in the order in which they were made."""

    statement_id: str
    state: str
    what: str
    before: str
    after: str
    by: str
    at: str
    note: str


def first(shown: Shown, base: Store, asked: Asked) -> Waiting | None:
    """The statement to be judged next; None if nothing is left. What was judged since the stock
    was taken is not waiting any more."""
    with base.reading() as connection:
        said = agreement.last_words(of_statements(store.reviews(connection)))
    found = _wanted(shown, base, said, asked)
    if asked.skip >= len(found):
        return None
    return _waiting(shown, found[asked.skip], len(found), asked.span)


def judged(base: Store, wanted: Wanted) -> Listed[Judged]:
    """What people said of statements, the latest first."""
    with base.reading() as connection:
        found = of_statements(store.reviews(connection))
    lines = [
        Judged(
            item.record_id,
            item.state.value,
            item.field,
            item.machine_value,
            item.human_value,
            item.reviewer,
            item.at,
            item.note,
        )
        for item in reversed(found)
    ]
    return listed(lines, wanted)


def _wanted(shown: Shown, base: Store, said: Said, asked: Asked) -> list[Statement]:
    if asked.of:
        return _known(shown, base, {asked.of})
    if not asked.second:
        return [item for item in unreviewed(shown.stock) if not said.get(item.id)]
    others = {id_ for id_, words in said.items() if words and asked.reviewer not in words}
    return sorted(_known(shown, base, others), key=lambda item: (item.confidence, item.id))


def _known(shown: Shown, base: Store, ids: set[str]) -> list[Statement]:
    """Statements by their ids, also those that a stock holds no more since they were rejected."""
    there = [shown.statements[id_] for id_ in sorted(ids & shown.statements.keys())]
    with base.reading() as connection:
        gone = store.known(connection, store.STATEMENTS, ids - shown.statements.keys())
    return [*there, *(item for item in gone if item.document_id in shown.input_of)]


def _waiting(shown: Shown, item: Statement, left: int, span: Span | None) -> Waiting:
    document = shown.document(item.document_id)
    marking = _marking(document, item, span)
    view = passage(shown, item.document_id, marking.start, marking.end)
    return Waiting(cited(shown, item), shown.names.doubt(item), view.blocks, left, marking)


def _marking(document: Document, item: Statement, span: Span | None) -> Marking:
    first, behind = spanning.paragraph_of(document, item)
    now = item.content.start, item.content.end
    start, end = span or now
    start = min(max(start, first), behind - 1)
    end = min(max(end, start + 1), behind)
    words = [found.span() for found in _WORD.finditer(document.text, first, behind)]
    moves = _moves(words, (start, end))
    return Marking(
        start, end, document.text[start:end], (first, behind), (start, end) != now, moves
    )


def _moves(words: list[Span], span: Span) -> tuple[tuple[str, Span], ...]:
    """The span with its start or end a word earlier or later, as far as words stay in it."""
    start, end = span
    starts, ends = [word[0] for word in words], [word[1] for word in words]
    moved = {
        "start earlier": (max((at for at in starts if at < start), default=start), end),
        "start later": (min((at for at in starts if at > start), default=start), end),
        "end earlier": (start, max((at for at in ends if at < end), default=end)),
        "end later": (start, min((at for at in ends if at > end), default=end)),
    }
    return tuple((name, to) for name, to in moved.items() if to != span and to[0] < to[1])
