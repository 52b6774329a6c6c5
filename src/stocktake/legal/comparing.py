"""Two drafts → a Comparison: aligned, redlined, and what was settled between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from stocktake.legal.alignment import align
from stocktake.legal.deciding import respecting
from stocktake.legal.redline import redline
from stocktake.legal.settled import origins, told
from stocktake.legal.settling import settle
from stocktake.legal.views import headings, number_texts, own_texts
from stocktake.model import Alignment, Became, ComparedProvision, Comparison, Draft, Unit


def compare(old: Draft, new: Draft, said: Iterable[Became] = ()) -> Comparison:
    """What became of each provision of *old* in *new*, and of each bracket; *said* is what people
    decided of it."""
    before = {unit.id: unit for unit in _units(old)}
    after = {unit.id: unit for unit in _units(new)}
    rows = [
        _compared(item, [before[id_] for id_ in item.old], [after[id_] for id_ in item.new])
        for item in respecting(align(old, new), said, old, new)
    ]
    order = tuple(item.id for item in old.provisions)
    places = {item.id: number for number, item in enumerate(new.provisions)}
    shown = tuple(_in_reading_order(rows, order, places))
    outcomes = settle(old, new, rows)
    return Comparison(
        old.id,
        new.id,
        shown,
        outcomes,
        order,
        told(old, new, rows, outcomes),
        origins(shown),
    )


def _units(draft: Draft) -> Iterator[Unit]:
    texts, numbers, titles = own_texts(draft), number_texts(draft), headings(draft)
    for item in draft.provisions:
        id_ = item.id
        depth = id_.count("__")
        yield Unit(id_, item.kind, numbers[id_], titles.get(id_, ""), texts[id_], depth)


def _compared(item: Alignment, old: Sequence[Unit], new: Sequence[Unit]) -> ComparedProvision:
    was, now = ("\n".join(unit.text for unit in units) for units in (old, new))
    return ComparedProvision(item, tuple(old), tuple(new), redline(was, now))


def _divided(row: ComparedProvision, places: Mapping[str, int]) -> Iterator[ComparedProvision]:
    """A row for each stretch of the new draft in which parts of a split provision stand."""
    runs: list[list[Unit]] = []
    for unit in row.new:
        if runs and places[runs[-1][-1].id] + 1 == places[unit.id]:
            runs[-1].append(unit)
        else:
            runs.append([unit])
    if len(runs) < 2:
        yield row
        return
    for number, run in enumerate(runs):
        yield _compared(row.alignment, () if number else row.old, run)


def _in_reading_order(
    rows: Iterable[ComparedProvision], order: Sequence[str], places: Mapping[str, int]
) -> Iterator[ComparedProvision]:
    """As the new draft goes, each deleted provision behind the one it stood behind."""
    before = dict(zip(order, [None, *order], strict=False))
    parts = [part for row in rows for part in _divided(row, places)]
    gone = {before[row.old[0].id]: row for row in parts if not row.new}
    standing = sorted((row for row in parts if row.new), key=lambda row: places[row.new[0].id])
    yield from _chain(None, gone)
    for row in standing:
        yield row
        for unit in row.old:
            yield from _chain(unit.id, gone)


def _chain(
    id_: str | None, gone: dict[str | None, ComparedProvision]
) -> Iterator[ComparedProvision]:
    """What was deleted right behind *id_*, and behind that in turn."""
    while (row := gone.pop(id_, None)) is not None:
        yield row
        id_ = row.old[0].id
