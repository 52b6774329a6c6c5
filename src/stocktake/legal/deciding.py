"""Alignments of two drafts under what people decided of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from stocktake.legal.views import own_texts
from stocktake.model import Alignment, AlignmentKind, Became, Draft


def respecting(
    found: Sequence[Alignment], said: Iterable[Became], old: Draft, new: Draft
) -> tuple[Alignment, ...]:
    """*found* with what people *said* in its place; of what a program joined otherwise, the rest
    stays joined. Alignments that people made have the confidence 1."""
    standing = _last_words(said, old, new)
    if not standing:
        return tuple(found)
    was = {id_ for item in standing for id_ in item.old}
    now = {id_ for item in standing for id_ in item.new}
    labels = {item.id: item.label for draft in (old, new) for item in draft.provisions}
    before = {(item.old, item.new): item for item in found}
    kept = (part for item in found for part in _rest(item, was, now))
    texts = own_texts(old), own_texts(new)
    made = (
        _confirmed(before.get((item.old, item.new))) or _made(item, labels, _likeness(item, *texts))
        for item in standing
    )
    return (*kept, *made)


def _last_words(said: Iterable[Became], old: Draft, new: Draft) -> list[Became]:
    """Those of provisions that are there; of two on one provision, the later."""
    known = ({item.id for item in old.provisions}, {item.id for item in new.provisions})
    taken: tuple[set[str], set[str]] = (set(), set())
    standing = []
    for item in reversed(list(said)):
        is_there = set(item.old) <= known[0] and set(item.new) <= known[1]
        if is_there and not (taken[0] & set(item.old) or taken[1] & set(item.new)):
            taken[0].update(item.old)
            taken[1].update(item.new)
            standing.append(item)
    return standing[::-1]


def _rest(item: Alignment, was: set[str], now: set[str]) -> Iterator[Alignment]:
    old = tuple(id_ for id_ in item.old if id_ not in was)
    new = tuple(id_ for id_ in item.new if id_ not in now)
    if (old, new) == (item.old, item.new):
        yield item
    elif old or new:
        yield replace(item, old=old, new=new, kind=_kind(old, new, item.kind))


def _confirmed(found: Alignment | None) -> Alignment | None:
    return replace(found, confidence=1.0) if found else None


def _likeness(said: Became, old: Mapping[str, str], new: Mapping[str, str]) -> float:
    """The share of words that both sides have in the same order, 0..1."""
    was, now = (
        " ".join(texts[id_] for id_ in ids).split()
        for texts, ids in ((old, said.old), (new, said.new))
    )
    return round(SequenceMatcher(None, was, now, autojunk=False).ratio(), 4) if was or now else 0.0


def _made(said: Became, labels: Mapping[str, str | None], likeness: float) -> Alignment:
    kind = _kind(said.old, said.new, AlignmentKind.EDITED)
    told = [{labels[id_] for id_ in side} for side in (said.old, said.new)]
    renumbered = bool(said.old and said.new) and told[0] != told[1]
    return Alignment(said.old, said.new, kind, likeness, renumbered=renumbered)


def _kind(old: Sequence[str], new: Sequence[str], otherwise: AlignmentKind) -> AlignmentKind:
    if not old or not new:
        return AlignmentKind.DELETED if old else AlignmentKind.ADDED
    if len(old) > 1:
        return AlignmentKind.MERGED
    if len(new) > 1:
        return AlignmentKind.SPLIT
    both = (AlignmentKind.MERGED, AlignmentKind.SPLIT)
    return AlignmentKind.EDITED if otherwise in both else otherwise
