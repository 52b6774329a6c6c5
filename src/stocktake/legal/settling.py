"""What became of brackets: taken in, taken out, replaced, still open; and which are new.

The words of a bracket are followed into the provision that its own became. What most of them
met is the outcome.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from stocktake.legal.places import Numbers as Places
from stocktake.legal.ranges import placed
from stocktake.legal.views import NEGOTIATED, own_ranges
from stocktake.model import (
    Bracket,
    Change,
    ChangeKind,
    ComparedProvision,
    Draft,
    Outcome,
    Settlement,
    Unit,
)

_TOKEN = re.compile(r"[\u4e00-\u9fff]|[^\W_]+|[\[\]]")
_WORD = re.compile(r"[\u4e00-\u9fff]|[^\W_]+")
_HALF = 0.5
_GONE, _REPLACED, _NOT_OWN = -1, -2, -3


def settle(
    old: Draft, new: Draft, provisions: Sequence[ComparedProvision]
) -> tuple[Settlement, ...]:
    """The outcome for each bracket of *old* in the order in which they open, then what opened."""
    sides = _Side.of(old), _Side.of(new)
    for row in provisions:
        _follow(row, *sides)
    partners = _partners(provisions)
    found: list[Settlement] = []
    for item in _negotiated(old):
        there = partners[0].get(item.provision_id or "")
        outcome = _outcome(sides[0].fates(item), sides[1])
        found.append(Settlement(item.id, outcome, item.provision_id, there))
    for item in _negotiated(new):
        there = partners[1].get(item.provision_id or "")
        if not _was_open(sides[1].fates(item), sides[0]):
            found.append(Settlement(item.id, Outcome.OPENED, there, item.provision_id))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Side:
    """A draft: where the letters of its provisions stand, and what each letter met in the other.

    *met* is a place in the other draft, or why there is none. *innermost* is the place at which the
    innermost bracket around a letter opens, -1 for none.
    """

    draft: Draft
    places: Mapping[str, tuple[int, ...]]
    met: Places
    innermost: Places

    @classmethod
    def of(cls, draft: Draft) -> _Side:
        found = {id_: placed(draft.text, ranges)[1] for id_, ranges in own_ranges(draft).items()}
        met = np.full(len(draft.text) + 1, _NOT_OWN)
        for places in found.values():
            met[list(places)] = _GONE
        innermost = np.full(len(draft.text) + 1, -1)
        for item in _negotiated(draft):
            innermost[item.start : item.end] = item.start
        return cls(draft, found, met, innermost)

    def joined(self, units: Sequence[Unit]) -> Places:
        """The places of the letters of *units*, joined by lines."""
        pieces = [np.array([*self.places[unit.id], len(self.draft.text)]) for unit in units]
        return np.concatenate(pieces) if pieces else np.zeros(0, np.int64)

    def fates(self, bracket: Bracket) -> Places:
        """What a bracket's words met, those of brackets in it left out if it has others.

        What the bracket itself met, where it holds no words.
        """
        found = _WORD.finditer(self.draft.text, *bracket.inside)
        words = np.array([match.start() for match in found], np.int64)
        words = words[self.met[words] != _NOT_OWN]
        own = words[self.innermost[words] == bracket.start]
        told = own if len(own) else words
        return self.met[told if len(told) else [bracket.start]]


def _follow(row: ComparedProvision, old: _Side, new: _Side) -> None:
    """Write down where the words of one provision went."""
    was, now = old.joined(row.old), new.joined(row.new)
    for item in row.changes:
        to = _counterpart(row, item)
        if to is not None:
            here = [was[place] for place in _starts(row.old_text, item.old_start, item.old_end)]
            there = [now[place] for place in _starts(row.new_text, to.new_start, to.new_end)]
            old.met[here], new.met[there] = there, here
    for gone, put_in in pairwise(row.changes):
        if (gone.kind, put_in.kind) == (ChangeKind.DELETE, ChangeKind.INSERT):
            old.met[was[gone.old_start : gone.old_end]] = _REPLACED


def _counterpart(row: ComparedProvision, item: Change) -> Change | None:
    """Where unchanged words are now: in the same change, or in the one to which they moved."""
    if item.kind is ChangeKind.EQUAL:
        return item
    if item.kind is not ChangeKind.MOVED_FROM:
        return None
    count = len(_starts(row.old_text, item.old_start, item.old_end))
    return next(
        (
            to
            for to in row.changes
            if to.kind is ChangeKind.MOVED_TO
            and len(_starts(row.new_text, to.new_start, to.new_end)) == count
            and _said(row.new_text, to.new_start, to.new_end)
            == _said(row.old_text, item.old_start, item.old_end)
        ),
        None,
    )


def _starts(text: str, start: int, end: int) -> list[int]:
    return [match.start() for match in _TOKEN.finditer(text, start, end)]


def _said(text: str, start: int, end: int) -> list[str]:
    return [match.group().casefold() for match in _WORD.finditer(text, start, end)]


def _outcome(fates: Places, new: _Side) -> Outcome:
    kept = fates[fates >= 0]
    if len(kept) >= _HALF * len(fates):
        return (
            Outcome.STILL_OPEN if (new.innermost[kept] >= 0).mean() >= _HALF else Outcome.TAKEN_IN
        )
    is_replaced = (fates == _REPLACED).sum() >= _HALF * (len(fates) - len(kept))
    return Outcome.REPLACED if is_replaced else Outcome.TAKEN_OUT


def _was_open(origins: Places, old: _Side) -> bool:
    """Whether most of the words stood in brackets before."""
    return bool((old.innermost[origins[origins >= 0]] >= 0).sum() >= _HALF * len(origins))


def _negotiated(draft: Draft) -> Iterator[Bracket]:
    return (item for item in draft.brackets if item.kind in NEGOTIATED)


def _partners(provisions: Sequence[ComparedProvision]) -> tuple[dict[str, str], dict[str, str]]:
    """The first of what each old provision became, and of what each new one was."""
    rows = [row.alignment for row in provisions if row.old and row.new]
    became = {id_: row.new[0] for row in rows for id_ in row.old}
    return became, {id_: row.old[0] for row in rows for id_ in row.new}
