"""Milestones that tell readers of the XML where brackets begin and end, and to which note a mark
leads. They hold no words; brackets may cross provisions, which elements may not."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from stocktake.legal.akn_names import held, ours
from stocktake.model import Bracket, BracketKind, Draft, Provision, ProvisionKind

Mark = tuple[int, str, dict[str, str]]


@dataclass(frozen=True, slots=True)
class Marks:
    """All milestones of a draft, in the order of the text."""

    places: tuple[int, ...]
    marks: tuple[Mark, ...]

    @classmethod
    def of(cls, draft: Draft) -> Marks:
        found = sorted(_marks(draft), key=lambda mark: (mark[0], sorted(mark[2].items())))
        return cls(tuple(mark[0] for mark in found), tuple(found))

    def within(self, start: int, end: int) -> tuple[Mark, ...]:
        """Those at the places of ``[start, end)``."""
        return self.marks[bisect_left(self.places, start) : bisect_left(self.places, end)]


def _marks(draft: Draft) -> Iterator[Mark]:
    notes = {item.label: item for item in draft.provisions if item.kind is ProvisionKind.NOTE}
    for item in draft.brackets:
        if item.kind is BracketKind.NOTE_MARK:
            yield from _note_mark(draft, item, notes)
        elif item.kind is not BracketKind.LINK:
            yield (item.start, "marker", _begin(item))
            if item.closed:
                yield (item.end - 1, "marker", {"name": "bracketEnd", "refersTo": f"#{item.id}"})


def _note_mark(
    draft: Draft, item: Bracket, notes: Mapping[str | None, Provision]
) -> Iterator[Mark]:
    """A reference to the note of that label; none at the head of a note, or where there is none."""
    note = notes.get(draft.text[item.start + 2 : item.end - 1])
    if note is not None and item.provision_id != note.id:
        yield (item.start, "noteRef", {"href": f"#{note.id}", "marker": held(note.label or "")})


def _begin(item: Bracket) -> dict[str, str]:
    found = {"name": "bracketStart", "eId": item.id, ours("bracket"): item.kind.value}
    return {**found, ours("actors"): held("; ".join(item.actors))} if item.actors else found
