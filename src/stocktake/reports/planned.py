"""What process.toml tells of mandate, milestones, what is to be handed in, and attendance."""

from __future__ import annotations

from collections.abc import Iterator

from stocktake.model import Cell, Period, Process
from stocktake.model.report import Block
from stocktake.reports.dates import say
from stocktake.reports.patterns import count_cell, table
from stocktake.reports.records import Records

Row = tuple[Cell, ...]


def blocks(records: Records) -> list[Block]:
    """A table for each kind of thing of which something is told."""
    process = records.stock.process
    found = {
        "planned_mandates": _mandates(process),
        "planned_milestones": _milestones(process),
        "planned_documents": _documents(process, records),
        "planned_attendance": _attendance(process),
    }
    kept = {name: list(rows) for name, rows in found.items()}
    return [table(name, rows) for name, rows in kept.items() if rows]


def _mandates(process: Process) -> Iterator[Row]:
    for item in process.mandates:
        texts = (item.resolution, item.paragraph, _date(item.date), item.content, item.source)
        yield tuple(map(Cell, texts))


def _milestones(process: Process) -> Iterator[Row]:
    for item in process.milestones:
        yield tuple(map(Cell, (item.title, _date(item.date), item.description, item.source)))


def _documents(process: Process, records: Records) -> Iterator[Row]:
    titles = {meeting.id: meeting.title for meeting in process.meetings}
    for item in process.documents:
        who = "; ".join(map(records.name, item.who))
        meeting = titles.get(item.meeting, "")
        yield tuple(map(Cell, (item.title, who, _date(item.due), meeting, item.source)))


def _attendance(process: Process) -> Iterator[Row]:
    for meeting in process.meetings:
        for item in meeting.attendance:
            cells = (Cell(item.of), Cell(_date(item.date)), Cell(item.source))
            yield (Cell(meeting.title), count_cell(item.count), *cells)


def _date(period: Period | None) -> str:
    return say(period) if period else ""
