"""Follow-up and implementation: who should do what, with whom, by what means, asked by whom."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from stocktake.lexicon.followup import manner
from stocktake.model import Cell, Proposal, Section, Stance
from stocktake.model.report import Block
from stocktake.reports import asking_whom, partnerships
from stocktake.reports.limits import TABLE_ROWS
from stocktake.reports.patterns import count_cell, one_line, plain, table, words
from stocktake.reports.proposals import anchor, names_of, on_themes, ranked, wording_cell
from stocktake.reports.records import Records, alphabetical
from stocktake.reports.stands import paragraph, stands_on

_MOST_ADDRESSEES = 15


@dataclass(frozen=True, slots=True)
class _Task:
    proposal: Proposal
    addressees: tuple[str, ...]


def section(records: Records, told: frozenset[str]) -> Section:
    """Proposals that name who should act; those on which most actors took a position first."""
    tasks = [
        task
        for item in ranked(on_themes(records.stock.proposals), records)
        if (task := _task(item, records))
    ]
    if not tasks:
        return Section("followup", words("followup"), paragraph(plain("nothing_followup")))
    left = len(tasks) - TABLE_ROWS
    blocks: tuple[Block, ...] = (
        *paragraph(plain("followup_rule"), note=True),
        table("addressees", _addressees(tasks, records)),
        *asking_whom.chart(records),
        *partnerships.chart(records),
        table("followup", (_row(task, told, records) for task in tasks[:TABLE_ROWS])),
        *(paragraph(plain("more_rows", n=left), note=True) if left > 0 else ()),
    )
    return Section("followup", words("followup"), blocks)


def _task(proposal: Proposal, records: Records) -> _Task | None:
    """The proposal with all that its asking statements name as those who should act."""
    named = {
        records.name(addressee)
        for id_ in proposal.statement_ids
        if records.statements[id_].stance is not Stance.OPPOSES
        for addressee in records.statements[id_].addressees
    }
    return _Task(proposal, tuple(sorted(named, key=alphabetical))) if named else None


def _addressees(tasks: list[_Task], records: Records) -> list[tuple[Cell, ...]]:
    asked: dict[str, list[Proposal]] = defaultdict(list)
    for task in tasks:
        for addressee in task.addressees:
            asked[addressee].append(task.proposal)
    most = sorted(asked, key=lambda name: (-len(asked[name]), *alphabetical(name)))
    return [
        (Cell(name), count_cell(len(asked[name])), count_cell(_supporters(asked[name], records)))
        for name in most[:_MOST_ADDRESSEES]
    ]


def _supporters(proposals: list[Proposal], records: Records) -> int:
    supports = [stands_on(item.id, records).supports for item in proposals]
    return len({position.actor_id for side in supports for position in side if position.counts})


def _row(task: _Task, told: frozenset[str], records: Records) -> tuple[Cell, ...]:
    wording = records.statements[task.proposal.wording_id]
    document = records.texts.get(wording.document_id)
    found = manner(wording.content.text, (document.language if document else None) or "en")
    link = anchor(task.proposal) if task.proposal.id in told else ""
    return (
        Cell("; ".join(task.addressees)),
        wording_cell(task.proposal, records, link),
        _verbatim(found.with_whom),
        _verbatim(found.by_what_means),
        names_of(stands_on(task.proposal.id, records).supports, records),
    )


def _verbatim(text: str) -> Cell:
    return Cell(words("quoted", text=one_line(text)) if text else "")
