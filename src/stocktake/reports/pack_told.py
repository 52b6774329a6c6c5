"""What the inputs of a meeting tell of it, verbatim: place and dates, chairs, papers, figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from stocktake.model import Cell, Fact, FactKind, Meeting
from stocktake.model.report import Block
from stocktake.reports.patterns import one_line, plain, table
from stocktake.reports.records import Records, cite
from stocktake.reports.stands import paragraph
from stocktake.reports.wording import quoted

_KINDS = (
    FactKind.MEETING,
    FactKind.CHAIR,
    FactKind.SESSION,
    FactKind.ATTENDANCE,
    FactKind.ANNOUNCEMENT,
    FactKind.PARTICIPATION,
    FactKind.REACTION,
)
_MOST = 5


def blocks(meetings: Iterable[Meeting], records: Records) -> tuple[Block, ...]:
    """Of each meeting the first sentences of its inputs that tell of it, each with its passage;
    nothing where no input tells any."""
    told = _by_meeting(records)
    rows = [row for meeting in meetings for row in _rows(meeting, told.get(meeting.id, ()))]
    if not rows:
        return ()
    return (*paragraph(plain("pack_told_rule", n=_MOST), note=True), table("pack_told", rows))


def _rows(meeting: Meeting, facts: Iterable[Fact]) -> list[tuple[Cell, ...]]:
    said = {one_line(fact.sentence.text): fact for fact in facts}
    return [
        (Cell(meeting.title), Cell(quoted(text), (cite(fact),)))
        for text, fact in list(said.items())[:_MOST]
    ]


def _by_meeting(records: Records) -> Mapping[str, list[Fact]]:
    """Facts that tell of a meeting, by the meeting of their input: as its texts tell them."""
    found: dict[str, list[Fact]] = defaultdict(list)
    for fact in sorted(records.stock.facts, key=_place):
        source = records.input_of(fact.document_id)
        meeting = source.get("meeting") if source else None
        if meeting and fact.kind in _KINDS:
            found[meeting].append(fact)
    return found


def _place(fact: Fact) -> tuple[str, int, str]:
    return fact.document_id, fact.sentence.start, fact.id
