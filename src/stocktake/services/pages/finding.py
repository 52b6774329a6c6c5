"""Search as a page shows it: hits with their passages, and an exact count."""

from __future__ import annotations

from dataclasses import dataclass, replace

from stocktake.services import meaning, searching
from stocktake.services.narrowing import Narrowing, narrowed
from stocktake.services.pages.evidence import Evidence, Named, cited
from stocktake.services.pages.listing import Listed, Wanted, paged
from stocktake.services.pages.shown import Shown
from stocktake.store import Look, Order

MARKS = ("\u0001", "\u0002")


@dataclass(frozen=True, slots=True)
class Found:
    """A hit. *pieces* are stretches of its snippet, each with whether it was looked for;
    *statement* is None for a passage without one; *likeness* is told of what was found by
    meaning."""

    pieces: tuple[tuple[str, bool], ...]
    document_id: str
    start: int
    end: int
    input: Named
    date: str
    page: int | None
    statement: Evidence | None
    language: str = ""
    likeness: float | None = None


@dataclass(frozen=True, slots=True)
class Alike:
    """What was found by meaning: *found*, by which *model*, and from which likeness on (cosine)
    a statement counts as found."""

    found: Listed[Found]
    model: str
    least: float


def alike(shown: Shown, text: str, narrowing: Narrowing, wanted: Wanted) -> Alike:
    """The statements that mean what *text* means, in whatever language, most like first; errors
    are those of ``meaning``, among them NoMeaningError where there is no model."""
    look = Look(wanted.limit, wanted.skip, marks=MARKS)
    by = meaning.meaning_for(shown.workspace, text, look)
    filters = narrowed(shown.workspace, narrowing, shown.words)
    answer = meaning.find(shown.store, by, text, filters, look)
    hits = (replace(_found(shown, hit.found), likeness=hit.likeness) for hit in answer.hits)
    return Alike(paged(tuple(hits), answer.total, wanted), answer.model, answer.least)


def find(
    shown: Shown, query: str, narrowing: Narrowing, order: Order, wanted: Wanted
) -> Listed[Found]:
    """What stands in the stock of *query* and *narrowing*; errors are those of ``searching``."""
    look = Look(wanted.limit, wanted.skip, order, marks=MARKS)
    filters = narrowed(shown.workspace, narrowing, shown.words)
    answer = searching.find(shown.store, query, filters, look)
    return paged(tuple(_found(shown, item) for item in answer.hits), answer.total, wanted)


def _found(shown: Shown, item: searching.FoundHit) -> Found:
    hit = item.hit
    known = shown.statements.get(item.statement.id) if item.statement else None
    return Found(
        _pieces(hit.snippet),
        hit.document_id,
        hit.start,
        hit.end,
        Named(hit.input_id, hit.title),
        hit.date or "",
        hit.page,
        cited(shown, known) if known else None,
        _language(shown, hit.input_id),
    )


def _language(shown: Shown, input_id: str) -> str:
    source = shown.inputs.get(input_id)
    return (source.get("language") if source else None) or ""


def _pieces(snippet: str) -> tuple[tuple[str, bool], ...]:
    pieces = []
    for part in snippet.split(MARKS[0]):
        inside, mark, after = part.partition(MARKS[1])
        pieces += [(inside, bool(mark)), (after, False)]
    return tuple(piece for piece in pieces if piece[0])
