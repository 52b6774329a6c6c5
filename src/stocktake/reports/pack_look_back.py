"""The look back of a retrospection: what each consultation brought, in counts and proposals."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from stocktake.model import (
    Cell,
    Chart,
    ChartKind,
    Input,
    Meeting,
    Proposal,
    SchemeKind,
    Section,
    SessionNeeds,
    Statement,
)
from stocktake.model.report import Block
from stocktake.reports import pack_told
from stocktake.reports.dates import say
from stocktake.reports.patterns import count_cell, plain, table, words
from stocktake.reports.proposals import names_of
from stocktake.reports.records import Records, cite, speakers
from stocktake.reports.stands import paragraph, stands_on
from stocktake.reports.wording import quoted_wording

_ASKED = 3


@dataclass(frozen=True, slots=True)
class _Held:
    """A meeting with what was handed in for it and found there; *asked* counts its statements by
    the id of the proposal that they are part of."""

    meeting: Meeting
    inputs: tuple[Input, ...]
    statements: tuple[Statement, ...]
    studies: int
    facts: int
    asked: Counter[str]

    @property
    def kind(self) -> str:
        return self.meeting.kind or words("programme_meeting")


def sections(needs: SessionNeeds, records: Records) -> tuple[Section, ...]:
    """Counts by meeting and by kind of meeting, themes by kind, what was asked for at each."""
    held = [item for item in _held(needs.meeting, records) if item.inputs]
    others = len(records.stock.inputs) - sum(len(item.inputs) for item in held)
    rest = paragraph(plain("pack_other_inputs", n=others), note=True) if others else ()
    rule = paragraph(plain("pack_look_back_rule"), note=True)
    blocks = _blocks(held, records) if held else paragraph(plain("pack_no_meeting"))
    return (Section("pack-look-back", words("pack_look_back"), (*rule, *blocks, *rest)),)


def _blocks(held: list[_Held], records: Records) -> tuple[Block, ...]:
    return (
        *_silent(held),
        table("pack_meetings", _without_zeros(map(_row, held))),
        table("pack_kinds", _without_zeros(_kinds(held))),
        *pack_told.blocks([item.meeting for item in held], records),
        *_themes(held, records),
        *_asked(held, records),
    )


def _silent(held: list[_Held]) -> tuple[Block, ...]:
    """What was found at none of the meetings is told in a sentence, not in columns of zeros."""
    told = {
        "pack_no_statements": any(item.statements for item in held),
        "pack_no_studies": any(item.studies for item in held),
    }
    return paragraph(*(plain(name) for name, found in told.items() if not found))


def _without_zeros(rows: Iterable[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    """The rows with those columns empty in which every count is 0."""
    columns = list(zip(*rows, strict=True))
    shown = [
        [Cell("")] * len(column) if all(cell.value == 0 for cell in column) else column
        for column in columns
    ]
    return list(zip(*shown, strict=True))


def _held(before: Meeting, records: Records) -> list[_Held]:
    """The meetings that began before one, by date; without dates, all others in their order."""
    inputs: dict[str, list[Input]] = defaultdict(list)
    for item in records.stock.inputs:
        inputs[item.get("meeting") or ""].append(item)
    statements: dict[str, list[Statement]] = defaultdict(list)
    for statement in records.stock.statements:
        statements[_meeting_of(statement.document_id, records)].append(statement)
    studies, facts = (
        Counter(_meeting_of(item.document_id, records) for item in found)
        for found in (records.stock.case_studies, records.stock.facts)
    )
    asked = _asked_at(statements, records)
    return [
        _Held(
            item,
            tuple(inputs[item.id]),
            tuple(statements[item.id]),
            studies[item.id],
            facts[item.id],
            asked[item.id],
        )
        for item in sorted(records.stock.process.meetings, key=_start)
        if item.id != before.id and _is_before(item, before)
    ]


def _asked_at(
    statements: Mapping[str, list[Statement]], records: Records
) -> Mapping[str, Counter[str]]:
    """By meeting: how many of its statements are part of each proposal, by the proposal's id."""
    meetings = {item.id: meeting for meeting, found in statements.items() for item in found}
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for proposal in records.stock.proposals:
        for id_ in proposal.statement_ids:
            counts[meetings.get(id_, "")][proposal.id] += 1
    return counts


def _meeting_of(document_id: str, records: Records) -> str:
    source = records.input_of(document_id)
    return (source.get("meeting") if source else None) or ""


def _start(meeting: Meeting) -> str:
    return meeting.period.start.isoformat() if meeting.period else "9999"


def _is_before(meeting: Meeting, other: Meeting) -> bool:
    if meeting.period is None or other.period is None:
        return other.period is None
    return meeting.period.start < other.period.start


def _row(item: _Held) -> tuple[Cell, ...]:
    return (
        Cell(item.meeting.title),
        Cell(item.kind),
        Cell(say(item.meeting.period) if item.meeting.period else ""),
        count_cell(len(item.inputs)),
        count_cell(len(speakers(item.statements))),
        count_cell(len(item.statements)),
        count_cell(len(item.asked)),
        count_cell(item.studies),
        count_cell(item.facts),
    )


def _by_kind(held: Iterable[_Held]) -> dict[str, list[_Held]]:
    kinds: dict[str, list[_Held]] = defaultdict(list)
    for item in held:
        kinds[item.kind].append(item)
    return kinds


def _kinds(held: list[_Held]) -> list[tuple[Cell, ...]]:
    rows = []
    for kind, found in _by_kind(held).items():
        statements = [statement for item in found for statement in item.statements]
        inputs = sum(len(item.inputs) for item in found)
        counts = (len(found), inputs, len(speakers(statements)), len(statements))
        rows.append((Cell(kind), *map(count_cell, counts)))
    return rows


def _themes(held: list[_Held], records: Records) -> tuple[Block, ...]:
    """How many actors were heard on each theme at each kind of meeting."""
    kinds = _by_kind(held)
    heard: dict[tuple[str, str], set[str]] = defaultdict(set)
    for kind, found in kinds.items():
        for statement in (statement for item in found for statement in item.statements):
            for code in records.themes.get(statement.id, ()):
                heard[code, kind] |= speakers([statement])
    rows = [
        (Cell(theme.title), *(count_cell(len(heard[theme.code, kind])) for kind in kinds))
        for theme in records.entries(SchemeKind.THEMES)
        if any(heard.get((theme.code, kind)) for kind in kinds)
    ]
    return (Chart(ChartKind.HEAT, table("pack_themes", rows, columns=kinds)),) if rows else ()


def _asked(held: list[_Held], records: Records) -> tuple[Block, ...]:
    known = records.proposals
    rows = []
    for item in held:
        themed = [known[id_] for id_ in item.asked if known[id_].theme_codes]
        rows += [_asked_row(item, each, records) for each in _most(themed, item.asked)]
    rule = paragraph(plain("pack_asked_rule"), note=True)
    return (*rule, table("pack_asked", rows)) if rows else ()


def _most(proposals: Iterable[Proposal], counts: Counter[str]) -> list[Proposal]:
    ordered = sorted(proposals, key=lambda item: (-counts[item.id], item.number))
    return ordered[:_ASKED]


def _asked_row(item: _Held, proposal: Proposal, records: Records) -> tuple[Cell, ...]:
    there = [each for each in item.statements if each.id in proposal.statement_ids]
    return (
        Cell(item.meeting.title),
        Cell(str(proposal.number)),
        Cell(quoted_wording(proposal, records), tuple(cite(each) for each in there[:_ASKED])),
        count_cell(item.asked[proposal.id]),
        names_of(stands_on(proposal.id, records).supports, records),
    )
