"""What of a draft is still open: by provision, by part, and for the whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from stocktake.legal.ranges import Range, merged, within
from stocktake.legal.views import APART, NEGOTIATED, own_ranges
from stocktake.model import Draft, Provision, ProvisionKind


class Status(StrEnum):
    """How far a provision is agreed. OPTIONS: it is one of several options, or holds them."""

    AGREED = "agreed"
    BRACKETED = "bracketed"
    OPTIONS = "options"


@dataclass(frozen=True, slots=True)
class OpenShare:
    """How many characters of a part of the text are open. *id* None: of the whole draft."""

    id: str | None
    open: int
    all: int

    @property
    def share(self) -> float:
        return self.open / self.all if self.all else 0.0


def statuses(draft: Draft) -> Mapping[str, Status]:
    """How far each provision is agreed, by its own words and the options right below it."""
    spans = _bracketed(draft)
    ranges = own_ranges(draft)
    holding = {item.parent for item in draft.provisions if item.kind is ProvisionKind.OPTION}
    return {item.id: _status(item, ranges[item.id], spans, holding) for item in draft.provisions}


def only_open(draft: Draft) -> tuple[Provision, ...]:
    """The provisions in which something is still open."""
    found = statuses(draft)
    return tuple(item for item in draft.provisions if found[item.id] is not Status.AGREED)


def open_shares(draft: Draft) -> tuple[OpenShare, ...]:
    """The share of the whole draft that is open, then that of each outermost provision.

    Counted are the characters of provisions' own words, without white space, notes and remarks;
    open are those in negotiators' brackets (the brackets with them) or in an option.
    """
    counts: dict[str, tuple[int, int]] = {}
    for id_, (some, every) in open_characters(draft).items():
        top = id_.partition("__")[0]
        is_open, of_all = counts.get(top, (0, 0))
        counts[top] = (is_open + some, of_all + every)
    shares = [OpenShare(id_, *both) for id_, both in counts.items() if both[1]]
    whole = OpenShare(None, sum(item.open for item in shares), sum(item.all for item in shares))
    return (whole, *shares)


def open_characters(draft: Draft) -> Mapping[str, tuple[int, int]]:
    """How many characters of each provision's own words are open, and how many there are; notes
    and remarks, which nobody negotiates, are left out."""
    options = [(i.start, i.end) for i in draft.provisions if i.kind is ProvisionKind.OPTION]
    spans = merged([*_bracketed(draft), *options])
    counts = {}
    for id_, ranges in _negotiated(draft):
        inside = (part for start, end in ranges for part in within(spans, start, end))
        counts[id_] = (_solid(draft.text, inside), _solid(draft.text, ranges))
    return counts


def _negotiated(draft: Draft) -> Iterator[tuple[str, tuple[Range, ...]]]:
    apart = {item.id for item in draft.provisions if item.kind in APART}
    for id_, ranges in own_ranges(draft).items():
        if id_ not in apart and id_.partition("__")[0] not in apart:
            yield id_, ranges


def _bracketed(draft: Draft) -> list[Range]:
    return merged((item.start, item.end) for item in draft.brackets if item.kind in NEGOTIATED)


def _status(
    item: Provision, ranges: tuple[Range, ...], spans: list[Range], holding: set[str | None]
) -> Status:
    if item.kind is ProvisionKind.OPTION or item.id in holding:
        return Status.OPTIONS
    is_open = any(True for start, end in ranges for _ in within(spans, start, end))
    return Status.BRACKETED if is_open else Status.AGREED


def _solid(text: str, ranges: Iterator[Range] | tuple[Range, ...]) -> int:
    """How many characters stand in *ranges*, white space left out."""
    return sum(len("".join(text[start:end].split())) for start, end in ranges)
