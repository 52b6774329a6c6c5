"""What became of each ask in a draft: the provisions that answer it best, and how they do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from stocktake.analysis.tracing.candidates import Embed, candidates, rarity
from stocktake.analysis.tracing.differing import differences
from stocktake.analysis.tracing.pieces import Likeness, Near
from stocktake.analysis.tracing.units import Unit, units
from stocktake.analysis.tracing.wanted import Wanted, wanted
from stocktake.analysis.tracing.weighing import Weighed, weigh
from stocktake.lexicon.tracing import tracing
from stocktake.model import Difference, DifferenceKind, Disposition, DispositionStatus, Draft
from stocktake.model import Quotation as Quoted

_MOST = 3
_NOTHING_LESS = frozenset({DifferenceKind.LEFT_OUT})


@dataclass(frozen=True, slots=True)
class Traced:
    """An ask to be traced: its words at their place, and whose record they are (see Disposition).
    *cue* are the words that lead to it and tell how firmly it is asked. If it is *against* the
    thing asked about, *whole* are its words with those that say so."""

    asked: Quoted
    proposal_id: str | None = None
    document_id: str | None = None
    addressees: frozenset[str] = frozenset()
    cue: Quoted | None = None
    against: bool = False
    whole: Quoted | None = None

    @property
    def shown(self) -> Quoted:
        """The words that show what is wanted."""
        return self.whole or self.asked


@dataclass(frozen=True, slots=True)
class Traces:
    """One Disposition for each ask, in order; of the provisions, how many ask for something, and
    those, by id, for which no ask does."""

    dispositions: tuple[Disposition, ...]
    asking: int
    unasked: tuple[str, ...]


def trace(
    asks: Sequence[Traced], draft: Draft, embed: Embed | None = None
) -> tuple[Disposition, ...]:
    """One Disposition for each of *asks*, in their order. *embed* gives vectors of length 1 for
    texts, one by one; with it, nearness in meaning counts as well as words.

    An ask is held against nothing but the draft, so what else is traced changes nothing.
    """
    return trace_both_ways(asks, draft, embed).dispositions


def trace_both_ways(asks: Sequence[Traced], draft: Draft, embed: Embed | None = None) -> Traces:
    """The same, and the other way round: which provisions answer none of the asks."""
    asked = [(item.asked.text, item.addressees) for item in asks]
    held = hold(asked, draft, embed)
    if not held.units:
        return Traces(tuple(_absent(item, draft, None, embed) for item in asks), 0, ())
    rows = [held.weighed(at) for at in range(len(asks))]
    told = (_disposition(item, draft, one, embed) for item, one in zip(asks, rows, strict=True))
    return Traces(tuple(told), len(held.units), tuple(_unasked(held.units, rows)))


@dataclass(frozen=True, slots=True)
class Held:
    """Asks held against a draft: of each ask, by its place, the *places* of the units that come
    into question, and how *near* they are in meaning (None without vectors)."""

    wants: Sequence[Wanted]
    units: Sequence[Unit]
    places: Sequence[Sequence[int]]
    near: Sequence[Sequence[Near | None]]

    def weighed(self, at: int) -> list[Weighed]:
        """The units that come into question for an ask, the best first; of equal ones, the first
        in the draft."""
        both = zip(self.places[at], self.near[at], strict=True)
        found = (weigh(self.wants[at], self.units[place], near) for place, near in both)
        return sorted(found, key=lambda item: -item.rank)


def hold(
    asked: Sequence[tuple[str, frozenset[str]]], draft: Draft, embed: Embed | None = None
) -> Held:
    """Asks, each with its addressees, against the draft."""
    every = units(draft)
    if not every:
        return Held((), (), (), ())
    rare = rarity(every)
    found = [_weighted(unit, rare) for unit in every]
    wants = [wanted(text, rare, addressees) for text, addressees in asked]
    likeness = Likeness.of(wants, found, embed) if embed else None
    places = candidates(wants, found, likeness.rows if likeness else None)
    near = [_near(likeness, at, chosen) for at, chosen in enumerate(places)]
    return Held(wants, found, places, near)


def _weighted(unit: Unit, rare: Mapping[str, float]) -> Unit:
    """A unit whose words weigh less the more of the draft they are in."""
    return replace(unit, weights={stem: one * rare[stem] for stem, one in unit.weights.items()})


def _unasked(found: Sequence[Unit], held: Sequence[Sequence[Weighed]]) -> Iterator[str]:
    least = tracing().in_text
    asked = {one.unit.provision.id for row in held for one in row if one.score >= least}
    return (unit.provision.id for unit in found if unit.provision.id not in asked)


def _near(likeness: Likeness | None, at: int, places: Sequence[int]) -> list[Near | None]:
    """How near the ask at that place is to the units at *places*; None without vectors."""
    if likeness is None:
        return [None for _ in places]
    wholes, pieces = likeness.rows(at, at + 1)
    return [Near(float(wholes[0, place]), float(pieces[0, place])) for place in places]


def _disposition(
    item: Traced, draft: Draft, weighed: Sequence[Weighed], embed: Embed | None
) -> Disposition:
    known = tracing()
    fitting = _against_too(weighed) if item.against else weighed
    best = fitting[0]
    is_turned = not best.against if item.against else best.turned
    if best.score < known.in_text or (is_turned and best.whole < known.altered):
        return _absent(item, draft, best, embed)
    differing = () if item.against else differences(item.asked, best.unit, item.cue)
    if is_turned:
        status, shown = DispositionStatus.ALTERED, [best]
    else:
        status = _status(best, differing)
        shown = [one for one in fitting[:_MOST] if one.score >= known.several * best.score]
    return replace(_told(item, draft, status, shown, embed), differences=differing)


def _against_too(weighed: Sequence[Weighed]) -> Sequence[Weighed]:
    """Those that are against a thing as well as who opposes it, if they are about it; else all."""
    least = tracing().in_text
    return [one for one in weighed if one.against and one.score >= least] or weighed


def _status(best: Weighed, differing: Sequence[Difference]) -> DispositionStatus:
    """Reflected if the provision holds nearly all of the ask, and asks it no less firmly and of
    the same people."""
    lost = {item.kind for item in differing} - _NOTHING_LESS - {DifferenceKind.ADDED}
    known = tracing()
    is_whole = best.score >= known.reflected and best.whole >= known.held and best.of_all
    return DispositionStatus.REFLECTED if is_whole and not lost else DispositionStatus.PARTLY


def _is_sure(best: Weighed, status: DispositionStatus) -> bool:
    """Whether people need not look at it first; what is reflected must be held for most."""
    known = tracing()
    if status is DispositionStatus.REFLECTED:
        return best.score >= known.surely_reflected and best.whole >= known.surely_held
    return status.is_in and best.score >= known.sure


def _told(
    item: Traced,
    draft: Draft,
    status: DispositionStatus,
    weighed: Sequence[Weighed],
    embed: Embed | None,
) -> Disposition:
    best = weighed[0]
    is_in = status is not DispositionStatus.ALTERED
    return Disposition(
        ask=item.shown.text,
        draft_id=draft.id,
        status=status,
        asked=item.shown,
        proposal_id=item.proposal_id,
        document_id=item.document_id,
        provision_ids=tuple(one.unit.provision.id for one in weighed),
        found=tuple(quoted for one in weighed for quoted in one.unit.quotations),
        confidence=_rounded(best.score if is_in else 1 - best.score),
        is_sure=_is_sure(best, status),
        how=how(embed),
    )


def _absent(item: Traced, draft: Draft, best: Weighed | None, embed: Embed | None) -> Disposition:
    score = best.score if best else 0.0
    return Disposition(
        ask=item.shown.text,
        draft_id=draft.id,
        status=DispositionStatus.ABSENT,
        asked=item.shown,
        proposal_id=item.proposal_id,
        document_id=item.document_id,
        is_sure=1 - score >= tracing().sure,
        near_ids=(best.unit.provision.id,) if best and score else (),
        confidence=_rounded(1 - score),
        how=how(embed),
    )


def _rounded(value: float) -> float:
    return float(np.round(value, 3))


def how(embed: Embed | None) -> str:
    """What asks are held against drafts by."""
    return "words" if embed is None else "words and meaning"
