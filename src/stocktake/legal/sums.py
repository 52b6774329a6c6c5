"""A draft in figures: what is open by part, and where its brackets are thickest."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stocktake.legal.openness import open_characters
from stocktake.legal.views import APART, NEGOTIATED, headings, number_texts
from stocktake.model import Draft, PartSum, Provision, Role

_MOST = 10


@dataclass(frozen=True, slots=True)
class Sums:
    """What a DraftSum tells of the draft itself."""

    provisions: int
    unbalanced: int
    unplaced: int
    parts: tuple[PartSum, ...]
    thickest: tuple[PartSum, ...]


def sums(draft: Draft) -> Sums:
    """The figures of a draft; brackets are those of negotiators, characters those of provisions'
    own words without white space. *thickest* are paragraphs and what else stands right below an
    outermost unit, or a unit that has no parts."""
    outer = [item for item in draft.provisions if item.parent is None and item.kind not in APART]
    heads = {item.id for item in outer} - {item.parent for item in draft.provisions}
    inner = [item for item in draft.provisions if _is_inner(item, heads)]
    bracketed = [part for part in _parts(draft, inner) if part.brackets]
    return Sums(
        provisions=len(draft.provisions),
        unbalanced=sum(not item.closed for item in draft.brackets) + len(draft.strays),
        unplaced=sum(item.role is Role.UNPLACED for item in draft.stretches),
        parts=_parts(draft, outer),
        thickest=tuple(sorted(bracketed, key=lambda part: -part.brackets)[:_MOST]),
    )


def _is_inner(item: Provision, without_parts: set[str]) -> bool:
    is_below = item.id.count("__") == 1 and not item.id.startswith("fn_")
    return (is_below and item.kind not in APART) or item.id in without_parts


def _parts(draft: Draft, chosen: Sequence[Provision]) -> tuple[PartSum, ...]:
    counts, named = _with_all_beneath(open_characters(draft)), titles(draft)
    opens = [item.start for item in draft.brackets if item.kind in NEGOTIATED]
    return tuple(
        PartSum(
            item.id,
            named[item.id],
            *counts[item.id],
            _count(opens, item),
            item.start,
            _end_of_line(draft, item),
        )
        for item in chosen
    )


def _with_all_beneath(counts: Mapping[str, tuple[int, int]]) -> Mapping[str, tuple[int, int]]:
    """Open and all characters of each provision with those of all beneath it."""
    found: dict[str, tuple[int, int]] = {}
    for id_, (is_open, of_all) in counts.items():
        steps = id_.split("__")
        for depth in range(1, len(steps) + 1):
            above = "__".join(steps[:depth])
            so_far = found.get(above, (0, 0))
            found[above] = (so_far[0] + is_open, so_far[1] + of_all)
    return found


def titles(draft: Draft) -> Mapping[str, str]:
    """Number and heading of each provision, behind those of the outermost unit around it and the
    numbers of what stands between; where it has neither, the last part of its id."""
    numbers, heads = number_texts(draft), headings(draft)
    own = {id_: f"{number} {heads.get(id_, '')}".strip() for id_, number in numbers.items()}
    known = {item.id: item for item in draft.provisions}
    return {id_: " ".join(_path(item, known, numbers, own)) for id_, item in known.items()}


def _path(
    item: Provision,
    known: Mapping[str, Provision],
    numbers: Mapping[str, str],
    own: Mapping[str, str],
) -> Sequence[str]:
    steps = [own[item.id] or item.id.rpartition("__")[2]]
    while item.parent:
        item = known[item.parent]
        steps.append(numbers[item.id] if item.parent else own[item.id])
    return [step for step in reversed(steps) if step]


def _end_of_line(draft: Draft, item: Provision) -> int:
    stop = draft.text.find("\n", item.start, item.end)
    return stop if stop > item.start else item.end


def _count(opens: Sequence[int], item: Provision) -> int:
    return bisect_left(opens, item.end) - bisect_left(opens, item.start)
