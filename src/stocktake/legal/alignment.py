"""Which provision of a draft became which of the next, over renumbering, moves and rewrites.

Words are weighed by how rare they are in the two drafts, and pairs of neighbouring words count
beside them (cosine of TF-IDF, Salton and Buckley 1988). What stands around a provision and before
it speaks for a pair as well. The pairs with the greatest sum are taken (linear assignment), then
what is left over is looked for inside what was paired: a provision split or merged.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

from stocktake.legal.likeness import Units, contained, likeness, units
from stocktake.model import Alignment, AlignmentKind, Draft, Provision, ProvisionKind

_LEAST = 0.3
_LEAST_WORDS = 0.12
_CONTAINED = 0.55
_ROUNDS = 3
_SAME_LABEL = 0.03
_SAME_PLACE = 0.05
_PARENTS = 0.15
_BEFORE = 0.1
_BELOW = 0.1
_WORDLESS = 0.25

Pairs = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class _Side:
    """One draft: its provisions, their units of words, and each one's parent and predecessor."""

    provisions: tuple[Provision, ...]
    index: Mapping[str, int]
    parent: NDArray[np.int64]
    before: NDArray[np.int64]

    @classmethod
    def of(cls, draft: Draft) -> _Side:
        index = {item.id: number for number, item in enumerate(draft.provisions)}
        parent = np.array([index.get(item.parent or "", -1) for item in draft.provisions], int)
        before = np.full(len(index), -1)
        last: dict[int, int] = {}
        for number, around in enumerate(parent.tolist()):
            before[number] = last.get(around, -1)
            last[around] = number
        return cls(draft.provisions, index, parent, before)

    def around(self, number: int) -> int:
        """What a provision stands in, options left out; -1 if in nothing."""
        at = int(self.parent[number])
        while at >= 0 and self.provisions[at].kind is ProvisionKind.OPTION:
            at = int(self.parent[at])
        return at


def align(old: Draft, new: Draft) -> tuple[Alignment, ...]:
    """What became of each provision: every one of both drafts stands in exactly one Alignment.

    In the order of *new*, what was deleted at the end in the order of *old*. Deterministic.
    """
    sides = _Side.of(old), _Side.of(new)
    words = units(old, new)
    like = likeness(words)
    pairs = _pairs(like + _wordless(words, sides), _places(*sides), sides)
    links = [*pairs, *_parts(words, pairs)]
    return tuple(_alignments(sides, links, like, words))


def _places(old: _Side, new: _Side) -> NDArray[np.float64]:
    """What equal labels, and equal labels all the way up, say for each pair."""
    was, now = old.provisions, new.provisions
    labels = _equal([item.label for item in was], [item.label for item in now])
    kinds = _equal([item.kind for item in was], [item.kind for item in now])
    ids = _equal([item.id for item in was], [item.id for item in now])
    return _SAME_LABEL * (labels & kinds) + _SAME_PLACE * ids


def _wordless(words: Units, sides: tuple[_Side, _Side]) -> NDArray[np.float64]:
    """Units of one kind that have no words of their own are paired by where they stand."""
    was, now = ([item.kind for item in side.provisions] for side in sides)
    old = np.array([not text for text in words.old_texts], bool)
    new = np.array([not text for text in words.new_texts], bool)
    alike: NDArray[np.float64] = _WORDLESS * (_equal(was, now) & old[:, None] & new[None, :])
    return alike


def _equal(one: Sequence[str | None], two: Sequence[str | None]) -> NDArray[np.bool_]:
    codes: dict[str | None, int] = {None: -1}
    first = np.array([codes.setdefault(value, len(codes)) for value in one], int)
    second = np.array([codes.setdefault(value, len(codes)) for value in two], int)
    equal: NDArray[np.bool_] = (first[:, None] == second[None, :]) & (first[:, None] >= 0)
    return equal


def _pairs(
    like: NDArray[np.float64], places: NDArray[np.float64], sides: tuple[_Side, _Side]
) -> Pairs:
    """The pairs with the greatest sum; where parents and neighbours are paired, they gain."""
    pairs: Pairs = []
    around = np.zeros_like(like)
    for _ in range(_ROUNDS):
        score = like + places + around
        score[like < _LEAST_WORDS] = 0.0
        rows, columns = linear_sum_assignment(score, maximize=True)
        found = zip(rows.tolist(), columns.tolist(), strict=True)
        pairs = [(row, column) for row, column in found if score[row, column] >= _LEAST]
        around = _around(pairs, sides, like.shape)
    return pairs


def _around(
    pairs: Pairs, sides: tuple[_Side, _Side], shape: tuple[int, ...]
) -> NDArray[np.float64]:
    """What a pairing says for the pairs below and beside it."""
    paired = np.zeros((shape[0] + 1, shape[1] + 1), bool)
    for row, column in pairs:
        paired[row, column] = True
    paired[-1, -1] = True
    votes = np.zeros_like(paired)
    old, new = sides
    for row, column in pairs:
        votes[old.parent[row], new.parent[column]] = True
    parents = (paired | votes)[old.parent][:, new.parent]
    before = paired[old.before][:, new.before]
    return _PARENTS * parents + _BEFORE * before + _BELOW * votes[:-1, :-1]


def _parts(words: Units, pairs: Pairs) -> Pairs:
    """Links from what is left alone to what holds most of its words."""
    inside_new, inside_old = contained(words)
    rows, columns = {row for row, _ in pairs}, {column for _, column in pairs}
    found: Pairs = []
    for row in range(inside_new.shape[0]):
        if row not in rows and inside_new.shape[1]:
            column = int(inside_new[row].argmax())
            if inside_new[row, column] >= _CONTAINED:
                found.append((row, column))
    for column in range(inside_old.shape[1]):
        if column not in columns and inside_old.shape[0]:
            row = int(inside_old[:, column].argmax())
            if inside_old[row, column] >= _CONTAINED:
                found.append((row, column))
    return found


def _alignments(
    sides: tuple[_Side, _Side], links: Pairs, like: NDArray[np.float64], words: Units
) -> list[Alignment]:
    """One Alignment for all that hang together by *links*, and one for each that is alone."""
    old_of: dict[int, list[int]] = {}
    new_of: dict[int, list[int]] = {}
    for row, column in links:
        old_of.setdefault(column, []).append(row)
        new_of.setdefault(row, []).append(column)
    became = {row: columns[0] for row, columns in new_of.items()}
    found: list[Alignment] = []
    seen: set[int] = set()
    for column in range(len(sides[1].provisions)):
        if column not in seen:
            group = _together(column, old_of, new_of)
            seen |= set(group[1])
            found.append(_alignment(sides, group, became, like, words))
    gone = (row for row in range(len(sides[0].provisions)) if row not in new_of)
    found += (_alignment(sides, ([row], []), became, like, words) for row in gone)
    return found


def _together(
    column: int, old_of: Mapping[int, list[int]], new_of: Mapping[int, list[int]]
) -> tuple[list[int], list[int]]:
    rows: set[int] = set()
    columns: set[int] = set()
    todo = [column]
    while todo:
        at = todo.pop()
        columns.add(at)
        fresh = set(old_of.get(at, ())) - rows
        rows |= fresh
        todo += [other for row in fresh for other in new_of[row] if other not in columns]
    return sorted(rows), sorted(columns)


def _alignment(
    sides: tuple[_Side, _Side],
    group: tuple[list[int], list[int]],
    became: Mapping[int, int],
    like: NDArray[np.float64],
    words: Units,
) -> Alignment:
    rows, columns = group
    ids = tuple(sides[0].provisions[row].id for row in rows)
    news = tuple(sides[1].provisions[column].id for column in columns)
    if not rows or not columns:
        return Alignment(ids, news, AlignmentKind.DELETED if rows else AlignmentKind.ADDED)
    is_same = words.old_texts[rows[0]] == words.new_texts[columns[0]]
    kind = _kind(len(rows), len(columns), is_same)
    similarity = float(like[np.ix_(rows, columns)].max())
    return Alignment(
        ids,
        news,
        kind,
        round(min(similarity, 1.0), 4),
        renumbered=sides[0].provisions[rows[0]].label != sides[1].provisions[columns[0]].label,
        moved=_is_moved(sides, rows[0], columns[0], became),
    )


def _kind(old: int, new: int, is_same: bool) -> AlignmentKind:
    if old > 1:
        return AlignmentKind.MERGED
    if new > 1:
        return AlignmentKind.SPLIT
    return AlignmentKind.SAME if is_same else AlignmentKind.EDITED


def _is_moved(sides: tuple[_Side, _Side], row: int, column: int, became: Mapping[int, int]) -> bool:
    """Whether what stood around it became something else than what stands around it now."""
    was, now = sides[0].around(row), sides[1].around(column)
    has_counterpart = was in became or now in became.values()
    return became.get(was, -1) != now and (has_counterpart or min(was, now) < 0)
