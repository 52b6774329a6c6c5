"""What became of brackets and options, told in words and by place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from stocktake.legal.ranges import Range, placed
from stocktake.legal.sums import titles
from stocktake.legal.views import is_below, own_ranges, own_texts
from stocktake.model import (
    Bracket,
    ChangeKind,
    ComparedProvision,
    Draft,
    Outcome,
    Provision,
    ProvisionKind,
    Settled,
    Settlement,
)

_HALF = 0.5
_ENOUGH = 0.2
_TAG = re.compile(r"</?[a-z][^<>\n]{0,200}>")


@dataclass(frozen=True, slots=True)
class _Told:
    """A draft made ready: by id its brackets, and titles, own words and their places of its
    provisions; and the ids of its options."""

    draft: Draft
    brackets: Mapping[str, Bracket]
    titles: Mapping[str, str]
    ranges: Mapping[str, tuple[Range, ...]]
    texts: Mapping[str, str]
    options: frozenset[str]

    @classmethod
    def of(cls, draft: Draft) -> _Told:
        brackets = {item.id: item for item in draft.brackets}
        options = [item for item in draft.provisions if item.kind is ProvisionKind.OPTION]
        ids = frozenset(item.id for item in options)
        return cls(draft, brackets, titles(draft), own_ranges(draft), own_texts(draft), ids)

    def is_optional(self, id_: str) -> bool:
        """Whether a provision is an option or within one."""
        return is_below(id_, self.options)

    def place(self, id_: str | None) -> str:
        return self.titles.get(id_ or "", "")


def told(
    old: Draft,
    new: Draft,
    provisions: Sequence[ComparedProvision],
    settlements: Sequence[Settlement],
) -> tuple[Settled, ...]:
    """The *settlements* of brackets in words, then what became of options."""
    was, now = _Told.of(old), _Told.of(new)
    rows = {unit.id: row for row in provisions for unit in row.old}
    brackets = (_bracket(item, was, now, rows) for item in settlements)
    return (*brackets, *_options(was, now, provisions))


def _bracket(
    item: Settlement, was: _Told, now: _Told, rows: Mapping[str, ComparedProvision]
) -> Settled:
    is_new = item.outcome is Outcome.OPENED
    side = now if is_new else was
    bracket = side.brackets[item.bracket_id]
    words = _plain(side.draft.text[slice(*bracket.inside)])
    row = rows.get(item.old_provision or "")
    replaced = row and item.outcome is Outcome.REPLACED
    return Settled(
        item.outcome,
        words,
        was.place(item.old_provision),
        now.place(item.new_provision),
        " … ".join(_put_in(row, bracket, was)) if row and replaced else "",
        actors=bracket.actors,
        old=None if is_new else bracket.inside,
        new=bracket.inside if is_new else None,
        old_id=item.old_provision,
        new_id=item.new_provision,
    )


def _put_in(row: ComparedProvision, bracket: Bracket, was: _Told) -> Iterator[str]:
    """What was put in place of words of a bracket."""
    places: list[int] = []
    for unit in row.old:
        places += [*placed(was.draft.text, was.ranges[unit.id])[1], -1]
    for gone, put in pairwise(row.changes):
        if (gone.kind, put.kind) == (ChangeKind.DELETE, ChangeKind.INSERT):
            taken = places[gone.old_start : gone.old_end]
            if any(bracket.start <= place < bracket.end for place in taken):
                words = _plain(row.new_text[put.new_start : put.new_end])
                yield from (words,) if any(map(str.isalnum, words)) else ()


def _options(was: _Told, now: _Told, provisions: Sequence[ComparedProvision]) -> Iterator[Settled]:
    """What became of each option of the old draft, then the options that are new.

    Counted are the words of the option and of all beneath it.
    """
    became = {unit.id: row for row in provisions for unit in row.old}
    came = {unit.id: row for row in provisions for unit in row.new}
    for item in was.draft.provisions:
        if item.kind is ProvisionKind.OPTION:
            yield _option(item, was, now, became)
    for item in now.draft.provisions:
        if item.kind is ProvisionKind.OPTION and not _was_option(item, was, now, came):
            yield _told_option(item, Outcome.OPENED, (was, None), (now, item.id))


def _option(
    item: Provision, was: _Told, now: _Told, became: Mapping[str, ComparedProvision]
) -> Settled:
    fates: Counter[Outcome] = Counter()
    homes: Counter[str] = Counter()
    for id_ in _beneath(item, was):
        weight = len(was.texts[id_])
        ids = [unit.id for unit in became[id_].new] if id_ in became else []
        fates[_fate(ids, now)] += weight
        homes.update(dict.fromkeys(ids[:1], weight))
    outcome = max(Outcome, key=lambda one: fates[one]) if fates else Outcome.TAKEN_OUT
    home = homes.most_common(1)[0][0] if homes and outcome is not Outcome.TAKEN_OUT else None
    return _told_option(item, outcome, (was, item.id), (now, home))


def _fate(ids: Sequence[str], now: _Told) -> Outcome:
    if not ids:
        return Outcome.TAKEN_OUT
    is_open = any(now.is_optional(id_) for id_ in ids)
    return Outcome.STILL_OPEN if is_open else Outcome.TAKEN_IN


def _was_option(
    item: Provision, was: _Told, now: _Told, came: Mapping[str, ComparedProvision]
) -> bool:
    """Whether half or more of its words were in an option before."""
    known = every = 0
    for id_ in _beneath(item, now):
        weight = len(now.texts[id_])
        every += weight
        old = [unit.id for unit in came[id_].old] if id_ in came else []
        known += weight if any(was.is_optional(one) for one in old) else 0
    return every > 0 and known >= _HALF * every


def _told_option(
    item: Provision,
    outcome: Outcome,
    old: tuple[_Told, str | None],
    new: tuple[_Told, str | None],
) -> Settled:
    is_new = outcome is Outcome.OPENED
    side = new[0] if is_new else old[0]
    words = " ".join(side.texts[id_] for id_ in _beneath(item, side) if side.texts[id_])
    place = (item.start, item.end)
    return Settled(
        outcome,
        f"{item.label or ''}: {_plain(words)}".strip(": "),
        old[0].place(old[1]),
        new[0].place(new[1]),
        is_option=True,
        actors=item.actors,
        old=None if is_new else place,
        new=place if is_new else None,
        old_id=old[1],
        new_id=new[1],
    )


def _beneath(item: Provision, side: _Told) -> list[str]:
    """The ids of an option and of all beneath it, options within it left out."""
    inner = [id_ for id_ in side.options if id_.startswith(f"{item.id}__")]
    below = (id_ for id_ in side.texts if _is_in(id_, item.id))
    return [id_ for id_ in below if not any(_is_in(id_, one) for one in inner)]


def _plain(words: str) -> str:
    """On one line, without the tags of a format."""
    return " ".join(_TAG.sub("", words).split())


def _is_in(id_: str, outer: str) -> bool:
    return id_ == outer or id_.startswith(f"{outer}__")


def origins(provisions: Sequence[ComparedProvision]) -> tuple[tuple[str, str], ...]:
    """For each outermost unit of the new draft the one of the old that most of its words come
    from, in the order of the new; none where nearly all of them are new."""
    weights: dict[str, Counter[str]] = {}
    for row in provisions:
        for unit in row.new:
            top = unit.id.partition("__")[0]
            befores = row.old[:1]
            old = befores[0].id.partition("__")[0] if befores else ""
            weights.setdefault(top, Counter())[old] += len(unit.text) or 1
    pairs = ((top, _origin(found)) for top, found in weights.items())
    return tuple((top, old) for top, old in pairs if old)


def _origin(found: Counter[str]) -> str:
    """Where most words come from that are not new, if they are enough to tell."""
    known = {old: weight for old, weight in found.items() if old}
    best = max(known, key=known.__getitem__, default="")
    return best if known.get(best, 0) >= _ENOUGH * found.total() else ""
