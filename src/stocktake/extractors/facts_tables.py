"""Tables with a column of dates or hours: each row a meeting, a document or a session."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from stocktake.extractors.facts_lists import Span
from stocktake.extractors.facts_nouns import noun_start
from stocktake.extractors.facts_reading import told_in
from stocktake.extractors.facts_rows import Row
from stocktake.lexicon.notation import Hit
from stocktake.model import FactCandidate, FactKind, OfferedAttribute
from stocktake.text.dates import DateMention

_TOLD = ("place", "topic", "host")
_NAMES = ("session", "meeting", "topic")


@dataclass(frozen=True, slots=True)
class _Table:
    """Where its columns stand, and the line above it that says what it is a table of."""

    columns: Mapping[str, int]
    caption: Row | None


def in_tables(found: Sequence[Row | None]) -> tuple[list[FactCandidate], set[int]]:
    """The facts in tables with a column of dates or hours, and the numbers of these tables."""
    told: list[FactCandidate] = []
    table: _Table | None = None
    known: set[int] = set()
    caption: Row | None = None
    for row in found:
        if row is None:
            continue
        if row.table is None:
            caption = row if _head(row, _whole(row)) else caption
        elif row.table in known:
            told += _facts(row, table) if table else []
        elif columns := _columns(row):
            table = _Table(columns, caption)
            known.add(row.table)
    return told, known


def _columns(row: Row) -> dict[str, int]:
    """What the columns of a table hold by its first row; none if it has no dates or hours."""
    titles = row.reading.table("schedule.columns")
    columns: dict[str, int] = {}
    for number, cell in enumerate(row.cells):
        value = titles.whole(" ".join(row.words(cell).split()))
        if value:
            columns.setdefault(value, number)
    return columns if len(columns) > 1 and not {"dates", "time"}.isdisjoint(columns) else {}


def _facts(row: Row, table: _Table) -> Iterator[FactCandidate]:
    cells = {
        name: row.cells[number]
        for name, number in table.columns.items()
        if number < len(row.cells) and row.words(row.cells[number]).strip(" -")
    }
    when = cells.get("dates")
    dates = [date for date in row.dates if when and when[0] <= date.start < when[1]]
    if "time" in table.columns and "dates" not in table.columns:
        yield from _session(row, cells)
    elif dates and "document" in cells:
        yield from _document(row, cells["document"], dates[0])
    elif dates and (title := _title(row, cells.get("meeting"), table.caption)):
        others = (row.reading.told(name, *cells[name]) for name in _TOLD if name in cells)
        told = (row.reading.date(date) for date in dates)
        yield _fact(row, FactKind.MEETING, [*title, *told, *others])


def _session(row: Row, cells: Mapping[str, Span]) -> Iterator[FactCandidate]:
    """An item of a programme, if a cell names its format: coffee is none."""
    name = next((cells[name] for name in _NAMES if name in cells), None)
    formats = list(row.reading.hits("session.formats", *name)) if name else []
    if name and formats:
        told = [row.reading.told("title", *name)]
        told += [row.reading.told("format", hit.start, hit.end, hit.value) for hit in formats]
        told += [
            row.reading.told(each, *cells[each]) for each in ("time", "place") if each in cells
        ]
        yield _fact(row, FactKind.SESSION, told)


def _document(row: Row, cell: Span, date: DateMention) -> Iterator[FactCandidate]:
    """A version of a text with its day."""
    document = row.reading.first("announcement.documents", *cell)
    if document:
        told = [
            row.reading.told("title", *cell),
            row.reading.told("kind", document.start, document.end, document.value),
            row.reading.date(date, "date"),
        ]
        yield _fact(row, FactKind.ANNOUNCEMENT, told)


def _fact(row: Row, kind: FactKind, told: list[OfferedAttribute]) -> FactCandidate:
    return told_in(row.reading, row.reading, kind, told, f"{kind.value} in a table", 0.9)


def _title(row: Row, cell: Span | None, caption: Row | None) -> list[OfferedAttribute]:
    """The title in a cell that names a meeting, or else what the table is of."""
    for source, span in ((row, cell), (caption, caption and _whole(caption))):
        head = _head(source, span) if source and span else None
        if source and span and head:
            start = max(span[0], noun_start(source.reading, head.start))
            title = span if source is row else (start, head.end)
            return [
                source.reading.told("title", *title),
                source.reading.told("kind", head.start, head.end, head.value),
            ]
    return []


def _head(row: Row, span: Span) -> Hit | None:
    return row.reading.first("meeting.heads", *span)


def _whole(row: Row) -> Span:
    return row.reading.start, row.reading.end
