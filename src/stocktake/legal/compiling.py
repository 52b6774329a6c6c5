"""A compilation as secretariats make it: the base text, with each amendment in brackets.

``[shall]{Ruritania: delete}``, ``[shall] [Ruritania: should]``, ``[Ruritania: and islands]``.
Of the base text nothing is lost or changed: its words are the pieces BASE and OLD, in order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from stocktake.legal.ranges import Range
from stocktake.model import (
    Amendment,
    AmendmentAction,
    AmendmentResult,
    AmendmentState,
    CompiledPiece,
    Draft,
    Piece,
    Where,
)

UNKNOWN = "proposer not known"
_UNCHANGED = (AmendmentState.NOTHING_TO_DO, AmendmentState.BY_HAND)
_IN_PLACE = (AmendmentState.APPLIED, AmendmentState.OVERLAPS, *_UNCHANGED)


@dataclass(frozen=True, slots=True)
class _Spot:
    """Amendments that touch each other, and the range of the text that they speak of."""

    start: int
    end: int
    results: tuple[AmendmentResult, ...]


def compilation(
    draft: Draft, results: Sequence[AmendmentResult], names: Mapping[str, str]
) -> tuple[CompiledPiece, ...]:
    """The text of *draft* with all amendments at their places; *names* are those of actors by id.

    An amendment that has a provision but no place in it stands behind the provision's words; one
    without provision is in none of the pieces.
    """
    spots = _spots(draft, [item for item in results if item.provision_id])
    pieces: list[CompiledPiece] = []
    place = 0
    for spot in spots:
        pieces += _base(Piece.BASE, draft.text[place : spot.start])
        pieces += _shown(draft, spot, names)
        place = spot.end
    return (*pieces, *_base(Piece.BASE, draft.text[place:]))


def compiled_text(pieces: Sequence[CompiledPiece]) -> str:
    """The compilation as plain text, which can be read as a draft again."""
    return "".join(f"[{piece.text}]" if piece.kind is Piece.OLD else piece.text for piece in pieces)


def who(amendments: Iterable[Amendment], names: Mapping[str, str]) -> str:
    """Who stands behind equal amendments: "Ruritania (supported by Freedonia; opposed by …)"."""
    found = list(amendments)
    by = {id_ for item in found for id_ in item.actors}
    backers = {id_ for item in found for id_ in item.supporters} - by
    against = {id_ for item in found for id_ in item.opponents} - by
    sides = (("supported by", backers), ("opposed by", against))
    told = [f"{said} {_listed(ids, names)}" for said, ids in sides if ids]
    proposers = _listed(by, names) or UNKNOWN
    return f"{proposers} ({'; '.join(told)})" if told else proposers


def _listed(ids: Iterable[str], names: Mapping[str, str]) -> str:
    return ", ".join(sorted(names.get(id_, id_) for id_ in ids))


def _base(kind: Piece, text: str, amendments: tuple[str, ...] = ()) -> list[CompiledPiece]:
    return [CompiledPiece(kind, text, amendments)] if text else []


def _spots(draft: Draft, results: Sequence[AmendmentResult]) -> list[_Spot]:
    ends = {item.id: _own_end(draft, item.id) for item in draft.provisions}
    placed = sorted(
        (*_range(item, ends), item.amendment.id, item) for item in results if item.provision_id
    )
    spots: list[_Spot] = []
    for start, end, _, item in placed:
        last = spots[-1] if spots else None
        if last and (start < last.end or (start, end) == (last.start, last.end)):
            spots[-1] = _Spot(last.start, max(last.end, end), (*last.results, item))
        else:
            spots.append(_Spot(start, end, (item,)))
    return spots


def _own_end(draft: Draft, id_: str) -> int:
    ends = [item.end for item in draft.stretches if item.provision_id == id_]
    return max(ends, default=0)


def _range(item: AmendmentResult, ends: Mapping[str, int]) -> Range:
    is_about_all = item.state in _UNCHANGED and not item.amendment.old
    if _is_placed(item) and not is_about_all:
        return item.start or 0, item.end or 0
    at = ends[item.provision_id or ""]
    return at, at


def _is_placed(item: AmendmentResult) -> bool:
    return item.state in _IN_PLACE and item.start is not None


def _shown(draft: Draft, spot: _Spot, names: Mapping[str, str]) -> Iterator[CompiledPiece]:
    ids = tuple(item.amendment.id for item in spot.results)
    words = draft.text[spot.start : spot.end]
    stripped = words.lstrip()
    yield from _base(Piece.BASE, words[: len(words) - len(stripped)])
    yield from _base(Piece.OLD, stripped, ids)
    for asked, group in _alike(draft, spot):
        by = who((item.amendment for item in group), names)
        told = tuple(item.amendment.id for item in group)
        if isinstance(asked, _New):
            yield CompiledPiece(Piece.NEW, f"{asked.lead}[{by}: {asked.text}]", told)
        else:
            yield CompiledPiece(Piece.NOTE, f"{{{by}: {asked}}}", told)


@dataclass(frozen=True, slots=True)
class _New:
    """New words, and what parts them from those before."""

    lead: str
    text: str


def _alike(draft: Draft, spot: _Spot) -> list[tuple[_New | str, list[AmendmentResult]]]:
    """The amendments of a spot by what they ask for: those that ask for the same stand together,
    new words first."""
    groups: dict[_New | str, list[AmendmentResult]] = {}
    for item in spot.results:
        groups.setdefault(_asked(draft, spot, item), []).append(item)
    return sorted(groups.items(), key=lambda group: not isinstance(group[0], _New))


def _asked(draft: Draft, spot: _Spot, item: AmendmentResult) -> _New | str:
    """New words where they stand for all of the spot; else a note that tells what is asked."""
    amendment = item.amendment
    if not _is_placed(item):
        return f"{asks(amendment)} – {item.state}"
    is_whole = (item.start, item.end) == (spot.start, spot.end)
    puts = (AmendmentAction.INSERT, AmendmentAction.REPLACE)
    if is_whole and amendment.action in puts and item.words.strip():
        is_line = amendment.where is Where.NEW_PROVISION
        before = draft.text[spot.end - 1 : spot.end] if spot.end else ""
        lead = "\n\n" if is_line else " " if before and not before.isspace() else ""
        return _New(lead, item.words.strip())
    return _bare(amendment) if is_whole or not amendment.old else asks(amendment)


def _bare(amendment: Amendment) -> str:
    if amendment.action is AmendmentAction.COMMENT:
        return f"remarks: {' '.join(amendment.described.split())}"
    to = f" to {amendment.new}" if amendment.action is AmendmentAction.MOVE else ""
    return f"{amendment.action}{to}"


def asks(amendment: Amendment) -> str:
    """An amendment in words: "replace “shall” by “should”"."""
    old = f" “{amendment.old}”" if amendment.old else ""
    new = f" “{amendment.new}”" if amendment.new else ""
    meant = f" {amendment.described}" if amendment.described else ""
    if amendment.action is AmendmentAction.COMMENT:
        return f"remarks{' on' if old else ''}{old}:{meant}"
    if amendment.action is AmendmentAction.INSERT:
        where = _WHERE[amendment.where] if amendment.where else ""
        return f"insert{meant}{new}{where}{old}"
    if amendment.action is AmendmentAction.REPLACE and new:
        return f"replace{old or meant or f' {amendment.target}'} by{new}"
    whole = "" if old or meant else f" {amendment.target}"
    to = f" to {amendment.new}" if amendment.action is AmendmentAction.MOVE else ""
    return f"{amendment.action}{old}{meant}{whole}{to}"


_WHERE = {
    Where.BEFORE: " before",
    Where.AFTER: " after",
    Where.BEGINNING: " at the beginning",
    Where.END: " at the end",
    Where.NEW_PROVISION: " as a new provision",
}
