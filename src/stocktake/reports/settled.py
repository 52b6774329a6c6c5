"""What was settled from one draft to the next: brackets and options, counted and in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from stocktake.model import Cell, DraftSum, Outcome, Round, Settled
from stocktake.model.report import Block
from stocktake.reports.limits import TABLE_ROWS
from stocktake.reports.patterns import count_cell, one_line, plain, table, words
from stocktake.reports.stands import paragraph

_ORDER = (Outcome.TAKEN_IN, Outcome.TAKEN_OUT, Outcome.REPLACED)
_LONGEST = 300


def blocks(drafts: Sequence[DraftSum], rounds: Sequence[Round]) -> Iterator[Block]:
    """How many brackets and options were settled in each round, and which in the last."""
    if not rounds:
        return
    yield from paragraph(plain("settled_rule"), note=True)
    yield table("settled_counts", (row for one in rounds for row in _counts(one)))
    documents = {item.label: item.document_id for item in drafts}
    last = rounds[-1]
    found = [
        item
        for is_option in (True, False)
        for outcome in _ORDER
        for item in last.settled
        if (item.is_option, item.outcome) == (is_option, outcome)
    ]
    if found:
        rows = (_row(item, documents[last.old]) for item in found[:TABLE_ROWS])
        yield table("settled", rows, old=_label(last.old), new=_label(last.new))
    if len(found) > TABLE_ROWS:
        yield from paragraph(plain("more_settled", n=len(found) - TABLE_ROWS), note=True)


def _counts(one: Round) -> Iterator[tuple[Cell, ...]]:
    """A row for brackets and one for options, where there are any."""
    for is_option in (False, True):
        counts = Counter(item.outcome for item in one.settled if item.is_option is is_option)
        if counts:
            heading = words("round", old=_label(one.old), new=_label(one.new))
            kind = words("settled_option" if is_option else "settled_bracket")
            numbers = (count_cell(counts[outcome]) for outcome in Outcome)
            yield (Cell(heading), Cell(kind), *numbers)


def _row(item: Settled, document_id: str) -> tuple[Cell, ...]:
    proof = (f"{item.old_id}@{document_id}:{item.old[0]}-{item.old[1]}",) if item.old else ()
    return (
        Cell(_quoted(item.old_place)),
        Cell(words("settled_option" if item.is_option else "settled_bracket")),
        Cell(_quoted(item.words), proof),
        Cell(words(f"outcome_{item.outcome.name.lower()}")),
        Cell(_quoted(item.became)),
        Cell(_quoted(item.new_place)),
        Cell("; ".join(_quoted(name) for name in item.actors)),
    )


def _quoted(text: str) -> str:
    """In quotation marks; of long words the beginning, the rest stands behind the citation."""
    line = one_line(text)
    shown = line if len(line) <= _LONGEST else f"{line[:_LONGEST].rsplit(' ', 1)[0]} …"
    return words("quoted", text=shown) if shown else ""


def _label(text: str) -> str:
    return words("quoted", text=one_line(text))
