"""What people decided of proposals, applied to what the machine gathered.

Numbers are those of the machine's groups, which never learn of a decision; so what comes later is
grouped and numbered as ever, and follows the group it came into: through a merge to the lowest
number, and at a split to the side of which it is most like a statement. Taking a decision back
leaves no trace.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from stocktake.analysis.asks import read_statements
from stocktake.analysis.similarity import link
from stocktake.analysis.told import Told
from stocktake.model import Decided, Gathered

UNDECIDED: Final = Decided()
_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Standing:
    """A proposal as it stands after all that people decided; *parts* as in a Proposal."""

    number: int
    wording_id: str
    statement_ids: tuple[str, ...]
    name: str = ""
    also: tuple[int, ...] = ()
    parts: tuple[Gathered, ...] = ()


def decide(gathered: Sequence[Gathered], decided: Decided, told: Told) -> list[Standing]:
    """The proposals in order of their numbers, of statements as they were *told*."""
    pinned = decided.sides()
    parts: dict[int, list[Gathered]] = defaultdict(list)
    for found in gathered:
        for number, ids in _sides(found, pinned, told).items():
            wording = _wording(found, ids, told)
            parts[decided.now(number)].append(Gathered(found.number, wording, ids))
    whole = {found.number: found for found in gathered}
    return [_standing(number, parts[number], whole, decided, told) for number in sorted(parts)]


def _sides(
    found: Gathered, pinned: Mapping[str, int | None], told: Told
) -> dict[int, tuple[str, ...]]:
    """The statements of a group by the number that splits give them."""
    split = {id_: pinned[id_] or found.number for id_ in found.statement_ids if id_ in pinned}
    if not split:
        return {found.number: found.statement_ids}
    nearest = {id_: id_ for id_ in split} | _most_like(found.statement_ids, split, told)
    sides: dict[int, list[str]] = defaultdict(list)
    for id_ in found.statement_ids:
        sides[split[nearest[id_]] if id_ in nearest else found.number].append(id_)
    return {number: tuple(ids) for number, ids in sides.items()}


def _most_like(ids: Sequence[str], split: Mapping[str, int], told: Told) -> dict[str, str]:
    """For each statement not among those *split* off, which of these it is most like; of several,
    the earliest; none where it is like none of them."""
    best: dict[str, tuple[float, int, str]] = {}
    for first, second, likeness in _likeness(ids, told):
        for one, other in ((first, second), (second, first)):
            if one not in split and other in split:
                offer = (-likeness, told.order[other], other)
                best[one] = min(best.get(one, offer), offer)
    return {id_: other for id_, (_, _, other) in best.items()}


def _likeness(ids: Sequence[str], told: Told) -> list[tuple[str, str, float]]:
    links = link(read_statements(map(told.read, ids)))
    pairs = zip(links.first.tolist(), links.second.tolist(), links.likeness.tolist(), strict=True)
    return [(ids[first], ids[second], round(like, _DIGITS)) for first, second, like in pairs]


def _wording(found: Gathered, ids: Sequence[str], told: Told) -> str:
    """The group's own wording if it is among *ids*; else that which is most like the others."""
    if found.wording_id in ids:
        return found.wording_id
    central: dict[str, float] = defaultdict(float)
    for first, second, likeness in _likeness(ids, told):
        central[first] += likeness
        central[second] += likeness
    return min(ids, key=lambda id_: (id_ not in told.founding, -central[id_], told.order[id_]))


def _standing(
    number: int,
    parts: list[Gathered],
    whole: Mapping[int, Gathered],
    decided: Decided,
    told: Told,
) -> Standing:
    """One proposal of *parts*, worded by the one with most statements, the lowest number first."""
    largest = min(parts, key=lambda part: (-len(part.statement_ids), part.number))
    ids = told.in_order(id_ for part in parts for id_ in part.statement_ids)
    as_gathered = [part.number for part in parts] == [number] and parts[0] == whole[number]
    return Standing(
        number,
        largest.wording_id,
        ids,
        decided.names.get(number, ""),
        decided.also(number),
        () if as_gathered else tuple(sorted(parts, key=lambda part: part.number)),
    )
