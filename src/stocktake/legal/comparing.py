"""Two drafts → a Comparison: aligned, redlined, and what was settled between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from stocktake.legal.alignment import align
from stocktake.legal.redline import redline
from stocktake.legal.settling import settle
from stocktake.legal.views import headings, number_texts, own_texts
from stocktake.model import Alignment, ComparedProvision, Comparison, Draft, Unit


def compare(old: Draft, new: Draft) -> Comparison:
    """What became of each provision of *old* in *new*, and of each bracket."""
    before = {unit.id: unit for unit in _units(old)}
    after = {unit.id: unit for unit in _units(new)}
    found = _in_reading_order(align(old, new), [item.id for item in old.provisions])
    rows = tuple(
        _compared(item, [before[id_] for id_ in item.old], [after[id_] for id_ in item.new])
        for item in found
    )
    return Comparison(old.id, new.id, rows, settle(old, new, rows))


def _units(draft: Draft) -> Iterator[Unit]:
    texts, numbers, titles = own_texts(draft), number_texts(draft), headings(draft)
    for item in draft.provisions:
        id_ = item.id
        depth = id_.count("__")
        yield Unit(id_, item.kind, numbers[id_], titles.get(id_, ""), texts[id_], depth)


def _compared(item: Alignment, old: Sequence[Unit], new: Sequence[Unit]) -> ComparedProvision:
    was, now = ("\n".join(unit.text for unit in units) for units in (old, new))
    return ComparedProvision(item, tuple(old), tuple(new), redline(was, now))


def _in_reading_order(found: Iterable[Alignment], order: Sequence[str]) -> list[Alignment]:
    """As the new draft goes, each deleted provision behind the one it stood behind."""
    followed: dict[str | None, list[Alignment]] = {}
    before = dict(zip(order, [None, *order], strict=False))
    rows = []
    for item in found:
        if item.new:
            rows.append(item)
        else:
            followed.setdefault(before[item.old[0]], []).append(item)
    return [*_chain(None, followed), *(one for row in rows for one in _with(row, followed))]


def _with(row: Alignment, followed: dict[str | None, list[Alignment]]) -> Iterator[Alignment]:
    yield row
    for id_ in row.old:
        yield from _chain(id_, followed)


def _chain(id_: str | None, followed: dict[str | None, list[Alignment]]) -> Iterator[Alignment]:
    """What was deleted right behind *id_*, and behind that in turn."""
    while items := followed.pop(id_, []):
        yield items[0]
        id_ = items[0].old[0]
