"""Who will do what by when, what was reported since, and the rounds at which that is reviewed."""

from __future__ import annotations

from collections import Counter

from stocktake.model import (
    Act,
    Cell,
    Commitment,
    CommitmentOrigin,
    Meeting,
    Progress,
    ReviewState,
    Section,
    Sentence,
)
from stocktake.model.report import Block
from stocktake.reports.dates import say, say_text
from stocktake.reports.facts import tables
from stocktake.reports.patterns import Cited, cell, count_cell, one_line, plain, table, words
from stocktake.reports.records import Records, cite
from stocktake.reports.stands import paragraph, passages

_REVIEW = "review"
_FOLLOW_UP = "follow-up"


def section(records: Records) -> tuple[Section, ...]:
    """The section, where there is a commitment."""
    made = records.stock.commitments
    if not made:
        return ()
    in_order = sorted(made, key=_rank)
    blocks: tuple[Block, ...] = (
        *paragraph(_counted(made), *_assurances(records)),
        *paragraph(_reported(made), plain("overdue_rule")),
        *paragraph(plain("commitments_rule"), note=True),
        *tables("commitments", [_row(item, records) for item in in_order]),
        *_rounds(records),
    )
    return (Section("commitments", words("commitments"), blocks),)


def _rank(item: Commitment) -> tuple[bool, str, bool, str, str]:
    return (item.due is None, item.due or "", not item.figures, item.date or "9999", item.id)


def _counted(made: tuple[Commitment, ...]) -> Sentence:
    origins = Counter(item.origin for item in made)
    return plain(
        "commitments_counted",
        n=len(made),
        said=origins[CommitmentOrigin.SAID],
        accepted=origins[CommitmentOrigin.ACCEPTED],
        entered=origins[CommitmentOrigin.ENTERED],
        due=sum(item.due is not None for item in made),
    )


def _assurances(records: Records) -> tuple[Sentence, ...]:
    counted = {item.statement_id for item in records.stock.commitments}
    left = sum(
        item.act is Act.COMMITS and item.id not in counted for item in records.stock.statements
    )
    return (plain("assurances", n=left),) if left else ()


def _reported(made: tuple[Commitment, ...]) -> Sentence:
    silent = sum(item.is_silent for item in made)
    if silent == len(made):
        return plain("none_reported_on")
    return plain("reported_on", n=len(made) - silent, silent=silent)


def _row(item: Commitment, records: Records) -> tuple[Cell, ...]:
    return (
        Cell("; ".join(records.names(item.actor_ids))),
        _action(item, records),
        Cell(_due(item)),
        Cell("; ".join(_quoted(text) for text in (*item.figures, item.indicator) if text)),
        Cell(_quoted(item.provision)),
        Cell(_quoted(item.partners)),
        Cell(_quoted(item.means)),
        cell("names", names=[_report(link, records) for link in item.reports]),
    )


def _action(item: Commitment, records: Records) -> Cell:
    statement = records.statements.get(item.statement_id or "")
    if statement:
        return Cell(_quoted(item.action), (cite(statement),))
    source = words("entered_from", source=_quoted(item.source))
    return Cell(f"{_quoted(item.action)} ({source})")


def _due(item: Commitment) -> str:
    if not item.due:
        return ""
    date = say_text(item.due)
    told = item.due_words
    return words("due_told", date=date, told=told) if told and told != date else date


def _report(link: Progress, records: Records) -> Cited:
    confirmed = link.review is ReviewState.CONFIRMED
    review = words("progress_confirmed" if confirmed else "progress_proposed")
    text = words("progress_told", date=say_text(link.date) or words("undated"), review=review)
    return Cited(text, passages((link.statement_id,), records))


def _quoted(text: str) -> str:
    return words("quoted", text=one_line(text)) if text else ""


def _rounds(records: Records) -> tuple[Block, ...]:
    """The meetings of the process at which it is reviewed; nothing where there are none."""
    rounds = [item for item in records.stock.process.meetings if _is_round(item)]
    if not rounds:
        return ()
    rows = [_round(item, records) for item in rounds]
    return (*paragraph(plain("rounds_rule"), note=True), table("rounds", rows))


def _is_round(meeting: Meeting) -> bool:
    kind = meeting.kind.casefold()
    return _REVIEW in kind or _FOLLOW_UP in kind


def _round(meeting: Meeting, records: Records) -> tuple[Cell, ...]:
    inputs = {item.id for item in records.stock.inputs if item.get("meeting") == meeting.id}
    documents = {id_ for id_, text in records.texts.items() if text.input_id in inputs}
    made = [item for item in records.stock.commitments if item.document_id in documents]
    reports = [
        link
        for item in records.stock.commitments
        for link in item.reports
        if records.statements[link.statement_id].document_id in documents
    ]
    return (
        Cell(meeting.title),
        Cell(say(meeting.period) if meeting.period else ""),
        count_cell(len(inputs)),
        count_cell(len(made)),
        count_cell(len(reports)),
    )
