"""Which provision of a draft became which of the next, over renumbering, moves and rewrites.

First each provision gets at most one partner (``pairing``), then what stayed alone is looked for
inside what was paired (``parts``): a provision split or merged.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from stocktake.legal.likeness import Floats, Links, Units, likeness, near, units
from stocktake.legal.moves import Link, moved
from stocktake.legal.pairing import paired
from stocktake.legal.parts import Parted, parts
from stocktake.legal.places import Side
from stocktake.model import Alignment, AlignmentKind, Draft

Group = tuple[tuple[int, ...], tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class _Known:
    """What was found out of two drafts: for each link its similarity and strength, 0..1.

    *nearest* is for each provision of either draft how alike the one most like it is.
    """

    sides: tuple[Side, Side]
    words: Units
    links: Mapping[Link, tuple[float, float]]
    main: frozenset[Link]
    moved: frozenset[Link]
    nearest: tuple[Floats, Floats]


def align(old: Draft, new: Draft) -> tuple[Alignment, ...]:
    """What became of each provision: every one of both drafts stands in exactly one Alignment.

    In the order of *new*, what was deleted at the end in the order of *old*. Deterministic; time
    grows about linearly with the length of the drafts.
    """
    sides = Side.of(old), Side.of(new)
    words = units(old, new)
    worded = near(words)
    parted = parts(words, worded, paired(words, worded, *sides), sides)
    links = _links(parted)
    whole = zip(links, parted.is_part.tolist(), strict=True)
    main = frozenset(link for link, is_part in whole if not is_part)
    known = _Known(sides, words, links, main, moved(*sides, main, links), _nearest(words, worded))
    return tuple(_alignment(known, group) for group in _groups(known))


def _links(parted: Parted) -> dict[Link, tuple[float, float]]:
    values = np.round(np.clip([parted.similarity, parted.strength], 0.0, 1.0), 4).T.tolist()
    links = parted.links.tolist()
    return {
        (row, column): (one, two) for (row, column), (one, two) in zip(links, values, strict=True)
    }


def _nearest(words: Units, links: Links) -> tuple[Floats, Floats]:
    alike = likeness(words, links)
    old, new = np.zeros(words.old.shape[0]), np.zeros(words.new.shape[0])
    np.maximum.at(old, links[:, 0], alike)
    np.maximum.at(new, links[:, 1], alike)
    return old, new


def _groups(known: _Known) -> Iterator[Group]:
    """All that hang together by links, in the order of the new draft; then what is gone."""
    old_of = _by(((column, row) for row, column in known.links))
    new_of = _by(known.links)
    for column in range(len(known.sides[1].provisions)):
        rows = old_of.get(column, ())
        columns = new_of[rows[0]] if len(rows) == 1 else (column,)
        if column == columns[0]:
            yield rows, columns
    yield from (((row,), ()) for row in range(len(known.sides[0].provisions)) if row not in new_of)


def _by(links: Iterable[Link]) -> dict[int, tuple[int, ...]]:
    found: dict[int, tuple[int, ...]] = {}
    for one, two in sorted(links):
        found[one] = (*found.get(one, ()), two)
    return found


def _alignment(known: _Known, group: Group) -> Alignment:
    rows, columns = group
    was = [known.sides[0].provisions[row] for row in rows]
    now = [known.sides[1].provisions[column] for column in columns]
    ids = tuple(item.id for item in was), tuple(item.id for item in now)
    if not rows or not columns:
        kind = AlignmentKind.DELETED if rows else AlignmentKind.ADDED
        return Alignment(*ids, kind, confidence=_newness(known, group))
    inside = [(row, column) for row in rows for column in columns]
    row, column = next((link for link in inside if link in known.main), inside[0])
    kind = _kind(known, group)
    similarity = max(known.links[link][0] for link in inside)
    return Alignment(
        *ids,
        kind,
        1.0 if kind is AlignmentKind.SAME else similarity,
        renumbered=known.sides[0].provisions[row].label != known.sides[1].provisions[column].label,
        moved=(row, column) in known.moved,
        confidence=min(known.links[link][1] for link in inside),
    )


def _newness(known: _Known, group: Group) -> float:
    """How unlike all others what is new or gone is, 0..1."""
    side, numbers = next((side, numbers) for side, numbers in enumerate(group) if numbers)
    return round(max(1.0 - float(known.nearest[side][numbers[0]]), 0.0), 4)


def _kind(known: _Known, group: Group) -> AlignmentKind:
    rows, columns = group
    if len(rows) > 1:
        return AlignmentKind.MERGED
    if len(columns) > 1:
        return AlignmentKind.SPLIT
    is_same = known.words.old_texts[rows[0]] == known.words.new_texts[columns[0]]
    return AlignmentKind.SAME if is_same else AlignmentKind.EDITED
