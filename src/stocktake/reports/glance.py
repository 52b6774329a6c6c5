"""The process at a glance: key numbers, phases, meetings with their programme, mandate."""

from __future__ import annotations

from collections import Counter

from stocktake.model import (
    Cell,
    FactKind,
    Meeting,
    Phase,
    ReviewState,
    SchemeKind,
    Section,
    Sentence,
    Table,
    is_label,
    is_of_commitments,
)
from stocktake.model.fact_reviews import is_of_facts
from stocktake.model.report import Block
from stocktake.reports import facts, planned
from stocktake.reports.dates import say
from stocktake.reports.patterns import count_cell, plain, table, words
from stocktake.reports.programme import hours
from stocktake.reports.records import Records
from stocktake.reports.stands import paragraph

CORRECTED = "corrected"


def section(records: Records) -> Section:
    """What the process is, and how much there is of it."""
    process = records.stock.process
    blocks: list[Block] = [
        *paragraph(_reviewed(records), *_corrected(records), note=True),
        table("key_numbers", key_numbers(records)),
    ]
    if process.mandate:
        blocks += paragraph(plain("mandate", text=process.mandate))
    blocks += planned.blocks(records)
    if process.phases:
        blocks.append(table("phases", (_phase(phase) for phase in process.phases)))
    if process.meetings:
        blocks.append(table("meetings", (_meeting(meeting) for meeting in process.meetings)))
        blocks += _programmes(process.meetings, records)
    return Section("glance", words("glance"), (*blocks, *_told(records)))


def _reviewed(records: Records) -> Sentence:
    """How many statements people confirmed, edited and rejected."""
    states = Counter(item.review for item in records.stock.statements)
    others = (is_label, is_of_commitments, is_of_facts)
    told = (item for item in records.stock.reviews if not any(of(item) for of in others))
    last = {review.record_id: review.state for review in told}
    rejected = list(last.values()).count(ReviewState.REJECTED)
    confirmed, edited = states[ReviewState.CONFIRMED], states[ReviewState.EDITED]
    if not confirmed + edited + rejected:
        return plain("unreviewed")
    left = states[ReviewState.MACHINE]
    return plain("reviewed", confirmed=confirmed, edited=edited, rejected=rejected, left=left)


def _corrected(records: Records) -> tuple[Sentence, ...]:
    data = [datum for item in records.stock.inputs for datum in item.metadata]
    corrected = sum(datum.origin == CORRECTED for datum in data)
    return (plain("corrected", n=corrected),) if corrected else ()


def key_numbers(records: Records) -> list[tuple[Cell, ...]]:
    """How many inputs, actors, statements, … there are."""
    stock = records.stock
    processed = sum(entry.counts for entry in stock.ledger)
    numbers = (
        ("inputs", processed),
        ("actors", len(records.voices)),
        ("statements", len(stock.statements)),
        ("proposals", len(stock.proposals)),
        ("themes", sum(map(records.is_spoken_of, records.entries(SchemeKind.THEMES)))),
        ("case_studies", len(stock.case_studies)),
    )
    return [(Cell(words(f"number_{name}")), count_cell(number)) for name, number in numbers]


def _phase(phase: Phase) -> tuple[Cell, ...]:
    period = say(phase.period) if phase.period else ""
    return Cell(phase.title), Cell(period), Cell(phase.description)


def _meeting(meeting: Meeting) -> tuple[Cell, ...]:
    period = say(meeting.period) if meeting.period else ""
    chairs = "; ".join(", ".join(filter(None, (c.name, c.office))) for c in meeting.chairs)
    texts = (meeting.title, period, meeting.place, chairs, meeting.phase, meeting.source)
    return tuple(Cell(text) for text in texts)


def _programmes(meetings: tuple[Meeting, ...], records: Records) -> tuple[Block, ...]:
    return tuple(_programme(meeting, records) for meeting in meetings if meeting.sessions)


def _programme(meeting: Meeting, records: Records) -> Table:
    dimensions = {entry.code: entry.title for entry in records.entries(SchemeKind.DIMENSIONS)}
    rows = [
        (
            Cell(session.title),
            Cell(session.format),
            Cell(hours(session)),
            Cell(dimensions.get(session.dimension or "", session.dimension or "")),
            Cell(session.description),
        )
        for session in meeting.sessions
    ]
    return table("programme", rows, id_=f"programme-{meeting.id}", meeting=meeting.title)


_TOLD = (
    ("told_meetings", FactKind.MEETING, ("title", "dates", "place", "chair", "purpose")),
    ("told_chairs", FactKind.CHAIR, ("name", "office", "state", "role", "meeting")),
    ("told_phases", FactKind.PHASE, ("title", "dates", "contents")),
    ("told_sessions", FactKind.SESSION, ("title", "format", "dimension", "meeting")),
    ("told_mandate", FactKind.MANDATE, ("title", "paragraph", "content")),
    ("told_milestones", FactKind.MILESTONE, ("title", "date")),
    ("told_attendance", FactKind.ATTENDANCE, ("count", "of", "meeting")),
)


def _told(records: Records) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for name, kind, columns in _TOLD:
        rows = facts.rows(kind, columns, records)
        blocks += facts.tables(name, rows)
    lead = paragraph(plain("told_in_inputs"), note=True) if blocks else ()
    return (*lead, *blocks)
