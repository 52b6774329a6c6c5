"""The text that is negotiated: its drafts, how much is open, where brackets are thickest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stocktake.model import Cell, Chart, ChartKind, DraftSum, PartSum, Round, Section, courses
from stocktake.model.report import Block
from stocktake.reports import settled
from stocktake.reports.dates import say_text
from stocktake.reports.patterns import count_cell, one_line, plain, table, words
from stocktake.reports.records import Records
from stocktake.reports.stands import paragraph


def section(records: Records) -> tuple[Section, ...]:
    """The section, if there are drafts."""
    drafts, rounds = records.stock.drafts, records.stock.rounds
    if not drafts:
        return ()
    blocks = (*_blocks(drafts, rounds), *settled.blocks(drafts, rounds))
    return (Section("the-text", words("the_text"), blocks),)


def _blocks(drafts: Sequence[DraftSum], rounds: Sequence[Round]) -> Iterator[Block]:
    latest = drafts[-1]
    yield from paragraph(
        plain("text_versions", n=len(drafts)),
        plain(
            "text_latest",
            draft=_label(latest),
            share=_percent(latest.share),
            brackets=latest.brackets,
            unbalanced=latest.unbalanced,
        ),
    )
    yield from paragraph(plain("text_rule"), note=True)
    yield table("text_drafts", map(_row, drafts))
    if len(drafts) > 1:
        yield Chart(ChartKind.COLUMNS, table("text_open", map(_share, drafts)))
        yield from paragraph(plain("parts_rule"), note=True)
        yield _by_part(drafts, rounds)
    if latest.thickest:
        rows = (_thick(latest, part) for part in latest.thickest)
        yield table("text_thickest", rows, draft=_label(latest))


def _row(draft: DraftSum) -> tuple[Cell, ...]:
    return (
        Cell(_label(draft)),
        Cell(_percent(draft.share), value=draft.share),
        Cell(say_text(draft.date) if draft.date else ""),
        Cell(_given(draft.round)),
        Cell(_given(draft.issued_by)),
        *map(count_cell, (draft.provisions, draft.brackets, draft.unbalanced, draft.unplaced)),
    )


def _share(draft: DraftSum) -> tuple[Cell, ...]:
    return (Cell(_label(draft)), Cell(_percent(draft.share), value=draft.share))


def _by_part(drafts: Sequence[DraftSum], rounds: Sequence[Round]) -> Chart:
    """The parts of the latest draft, with what was open of them before, wherever they stood."""
    rows = (
        (Cell(words("quoted", text=one_line(course[-1].title))), *map(_part, course))
        for course in courses(drafts, rounds)
        if course[-1] and course[-1].all
    )
    columns = [_label(draft) for draft in drafts]
    return Chart(ChartKind.HEAT, table("text_parts", rows, columns=columns))


def _part(part: PartSum | None) -> Cell:
    return Cell(_percent(part.share), value=part.share) if part and part.all else Cell("–")


def _thick(draft: DraftSum, part: PartSum) -> tuple[Cell, ...]:
    proof = f"{part.id}@{draft.document_id}:{part.start}-{part.end}"
    title = _title(part, proof)
    return (title, count_cell(part.brackets), Cell(_percent(part.share), value=part.share))


def _title(part: PartSum, *proof: str) -> Cell:
    return Cell(words("quoted", text=one_line(part.title)), proof)


def _label(draft: DraftSum) -> str:
    return words("quoted", text=one_line(draft.label))


def _given(text: str | None) -> str:
    return words("quoted", text=one_line(text)) if text else ""


def _percent(share: float) -> str:
    return f"{share:.0%}"
