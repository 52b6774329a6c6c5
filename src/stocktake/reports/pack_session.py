"""What is known of a session, and what was said in it."""

from __future__ import annotations

from collections.abc import Iterator

from stocktake.model import Cell, Input, Period, SchemeKind, Section, SessionNeeds, Statement
from stocktake.model.report import Block
from stocktake.reports.dates import say, say_text
from stocktake.reports.limits import TABLE_ROWS
from stocktake.reports.patterns import count_cell, one_line, plain, table, words
from stocktake.reports.programme import hours, labelled
from stocktake.reports.records import Records, cite
from stocktake.reports.stands import paragraph


def head(needs: SessionNeeds, records: Records) -> Section:
    """When and where it is, who takes part, and its questions."""
    meeting, session = needs.meeting, needs.session
    day = say(Period(session.day, session.day)) if session.day else ""
    dimensions = {entry.code: entry.title for entry in records.entries(SchemeKind.DIMENSIONS)}
    dates = day or (say(meeting.period) if meeting.period else "")
    told = labelled(
        meeting=meeting.title,
        dates=dates,
        time=hours(session),
        zone=records.stock.process.zone_of(meeting) if session.start else "",
        place=", ".join(filter(None, (session.room, meeting.place))),
        format=session.format,
        dimension=dimensions.get(session.dimension or "", ""),
        moderator=session.moderator,
        speakers="; ".join(session.speakers),
        documents="; ".join(session.documents),
        description=session.description,
        outcome=session.outcome,
    )
    rows = [(Cell(line.label), Cell(line.text)) for line in told]
    blocks = (table("pack_session", rows), *_questions(session.questions))
    return Section("pack-session", words("pack_session"), blocks)


def _questions(questions: tuple[str, ...]) -> tuple[Block, ...]:
    rows = [(count_cell(number), Cell(text)) for number, text in enumerate(questions, 1)]
    return (table("pack_questions", rows),) if rows else ()


def said(needs: SessionNeeds, records: Records) -> Section:
    """The statements in the inputs of the session, in the order of the stock."""
    found = [item for item in records.stock.statements if _is_of(item, needs, records)]
    if not needs.input_ids:
        blocks: tuple[Block, ...] = paragraph(plain("pack_said_nothing"))
    else:
        left = len(found) - TABLE_ROWS
        counted = plain("pack_said_counted", n=len(needs.input_ids), statements=len(found))
        rows = [_row(item, records) for item in found[:TABLE_ROWS]]
        blocks = (
            *paragraph(counted),
            table("pack_inputs", map(_input, _inputs(needs, records))),
            *((table("pack_said", rows),) if rows else ()),
            *(paragraph(plain("more_rows", n=left), note=True) if left > 0 else ()),
        )
    return Section("pack-said", words("pack_said"), blocks)


def _inputs(needs: SessionNeeds, records: Records) -> Iterator[Input]:
    return (item for item in records.stock.inputs if item.id in needs.input_ids)


def _input(source: Input) -> tuple[Cell, ...]:
    return (
        Cell(source.title, link=f"original:{source.id}"),
        Cell(say_text(source.get("date"))),
        Cell(source.kind.value),
    )


def _is_of(statement: Statement, needs: SessionNeeds, records: Records) -> bool:
    source = records.input_of(statement.document_id)
    return source is not None and source.id in needs.input_ids


def _row(statement: Statement, records: Records) -> tuple[Cell, ...]:
    source = records.input_of(statement.document_id)
    return (
        Cell("; ".join(records.names(actor.id for actor in statement.actors)), (cite(statement),)),
        Cell(statement.act.value),
        Cell(words("quoted", text=one_line(statement.content.text))),
        Cell(source.title if source else ""),
    )
