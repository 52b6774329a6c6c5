"""What became of what was asked: its section of the report, and its cells and tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from stocktake import legal
from stocktake.model import (
    Cell,
    Course,
    Difference,
    Disposition,
    DispositionStatus,
    Proposal,
    ReviewState,
    Section,
    Sentence,
    Table,
    TracedDraft,
    Tracing,
)
from stocktake.model.report import Block
from stocktake.reports.limits import TABLE_ROWS
from stocktake.reports.patterns import cell, count_cell, one_line, plain, table, words
from stocktake.reports.records import Records, key
from stocktake.reports.stands import paragraph

ORDER = tuple(DispositionStatus)


def section(records: Records, tracing: Tracing | None) -> tuple[Section, ...]:
    """The proposals and what became of them in the latest draft; nothing without a draft."""
    if tracing is None or not tracing.courses:
        return ()
    shown, left = tracing.courses[:TABLE_ROWS], len(tracing.courses) - TABLE_ROWS
    known = {item.id: item for item in records.stock.proposals}
    blocks: tuple[Block, ...] = (
        *paragraph(plain("became_rule", how=tracing.how), note=True),
        *paragraph(*_told(tracing)),
        counts(tracing),
        table("became", (_row(course, tracing, known) for course in shown)),
        *(paragraph(plain("more_rows", n=left), note=True) if left > 0 else ()),
    )
    return (Section("became", words("became"), blocks),)


def counts(tracing: Tracing) -> Table:
    """How many asks were reflected, partly, altered and absent in each draft."""
    rows = (
        (
            cell("quoted", text=one.label),
            *(count_cell(number) for number in by_status(tracing.courses, at)),
        )
        for at, one in enumerate(tracing.drafts)
    )
    return table("became_counts", rows)


def by_status(courses: Iterable[Course], at: int) -> list[int]:
    """How many asks have each status in the draft at that place, in the order of the statuses."""
    found = Counter(course.dispositions[at].status for course in courses)
    return [found[status] for status in ORDER]


def answered(courses: Sequence[Course], tracing: Tracing, status: DispositionStatus) -> Table:
    """The asks with one status: their words, those of the provision, where it is, what differs."""
    last = tracing.drafts[-1]
    rows = (
        (
            quoted(course.last),
            _found(course.last, last),
            Cell(_places(course.last, last)),
            Cell(differing(course.last)),
            before(course, tracing),
        )
        for course in courses
    )
    title = words(f"status_{status.value}")
    return table("page_answered", rows, id_=f"page-{status.value}", status=title)


def absent(courses: Sequence[Course], tracing: Tracing) -> Table:
    """The asks that are not in the text."""
    last = tracing.drafts[-1]
    rows = (
        (
            quoted(course.last),
            Cell(_places(course.last, last) if is_uncertain(course.last) else ""),
            before(course, tracing),
        )
        for course in courses
    )
    return table("page_absent", rows, status=words("status_absent"))


def quoted(item: Disposition, target: str = "") -> Cell:
    """What was asked, in quotation marks, with its citation as of the record *target*."""
    record = target or item.proposal_id or item.id
    cited = (key(record, item.document_id, item.asked),) if item.document_id else ()
    return Cell(words("quoted", text=one_line(item.asked.text)), cited)


def _found(item: Disposition, draft: TracedDraft) -> Cell:
    """The words of the closest provision."""
    first = next(one for one in draft.draft.provisions if one.id == item.provision_ids[0])
    own = legal.own_ranges(draft.draft)[first.id] or ((first.heading,) if first.heading else ())
    inside = [one for one in item.found if any(s <= one.start < e for s, e in own)]
    text = " ".join(one_line(one.text) for one in inside or item.found[:1])
    cited = [key(first.id, draft.document_id, one) for one in inside or item.found[:1]]
    return Cell(words("quoted", text=text), tuple(cited))


def places(item: Disposition, draft: TracedDraft) -> Iterator[str]:
    """Where the provisions are, as they are spoken of: "Article 2, (b)"."""
    return _spoken(item.provision_ids, draft)


def _spoken(ids: Iterable[str], draft: TracedDraft) -> Iterator[str]:
    numbers = legal.number_texts(draft.draft)
    known = {one.id: one for one in draft.draft.provisions}
    for id_ in ids:
        spoken: list[str] = []
        at: str | None = id_
        while at is not None:
            spoken.append(numbers[at].strip(" .:-–—*") or known[at].kind.value)
            at = known[at].parent
        yield ", ".join(reversed(spoken))


def _places(item: Disposition, draft: TracedDraft) -> str:
    """Where it is; where it comes closest if a person should look whether it is absent."""
    ids = item.provision_ids if item.status is not DispositionStatus.ABSENT else item.near_ids
    told = "; ".join(words("quoted", text=place) for place in _spoken(ids, draft))
    return words("uncertain", places=told) if is_uncertain(item) else told


def is_uncertain(item: Disposition) -> bool:
    """Whether only the machine says so, and with little confidence."""
    return item.review is ReviewState.MACHINE and not item.is_sure


def differing(item: Disposition) -> str:
    """In what the wording differs, in words; what the text does not say comes last."""
    lost = dict.fromkeys(one.asked for one in item.differences if one.asked and not one.found)
    told = [_difference(one) for one in item.differences if one.found]
    named = ", ".join(words("quoted", text=one_line(one.text)) for one in lost)
    return "; ".join([*told, *([words("differs_left", asked=named)] if named else [])])


def _difference(item: Difference) -> str:
    asked = one_line(item.asked.text) if item.asked else ""
    found = one_line(item.found.text) if item.found else ""
    if item.asked:
        return words("differs_pair", asked=asked, found=found)
    return words("differs_added", found=found)


def status(item: Disposition) -> str:
    """The status, and whether a person said so."""
    said = words(f"status_{item.status.value}")
    return said if item.review is ReviewState.MACHINE else words("by_person", status=said)


def before(course: Course, tracing: Tracing) -> Cell:
    """What it was in earlier drafts; at which it fell out."""
    out = course.fell_out
    if out is not None:
        return cell("fell_out_at", label=tracing.drafts[out].label)
    earlier = course.dispositions[:-1]
    return Cell(" → ".join(status(item) for item in earlier))


def _row(course: Course, tracing: Tracing, known: Mapping[str, Proposal]) -> tuple[Cell, ...]:
    last, draft = course.last, tracing.drafts[-1]
    proposal = known[last.proposal_id or ""]
    asked = quoted(last, proposal.wording_id)
    return (
        replace(asked, link=f"proposal-{proposal.number}"),
        Cell(status(last)),
        Cell(_places(last, draft), _cited(last, draft)),
        Cell(differing(last)),
        before(course, tracing),
    )


def _cited(item: Disposition, draft: TracedDraft) -> tuple[str, ...]:
    """The citation of the closest provision."""
    return tuple(key(item.provision_ids[0], draft.document_id, one) for one in item.found[:1])


def _told(tracing: Tracing) -> Iterator[Sentence]:
    last = tracing.drafts[-1]
    names = (item.value for item in ORDER)
    found = dict(zip(names, by_status(tracing.courses, -1), strict=True))
    yield plain("became_counts", n=len(tracing.courses), label=last.label, **found)
    out = sum(course.fell_out is not None for course in tracing.courses)
    if out:
        yield plain("fell_out", n=out)
    yield plain("unasked", n=len(last.unasked), of=f"{last.asking:,}")
