"""Amendments tied to a draft: by the day on which they were made, or by the draft they name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from stocktake import legal
from stocktake.lexicon.drafts import DraftWords, draft_words
from stocktake.model import Alignment, Amendment, Draft
from stocktake.services import aligning
from stocktake.services.drafts import OneDraft
from stocktake.services.workspace import Workspace

ENTERED = "entered"


@dataclass(frozen=True, slots=True)
class Anchoring:
    """The drafts of a workspace up to the one to which amendments are tied, earliest first."""

    workspace: Workspace
    before: tuple[OneDraft, ...]

    @property
    def last(self) -> Draft:
        return self.before[-1].draft

    def by_date(self, amendments: Iterable[Amendment]) -> Iterator[Amendment]:
        """Each anchored in the draft that stood when it was made, and carried from there."""
        words = draft_words(self.workspace.lexicon)
        for number, items in _grouped(amendments, self._made_to):
            draft = self.before[number].draft
            yield from self._carried(number, [legal.anchor(draft, one, words) for one in items])

    def by_draft(self, amendments: Iterable[Amendment]) -> Iterator[Amendment]:
        """Each carried from the draft to which a person tied it.

        One that was tied to a draft that is not there or comes later is looked for by its place;
        one that was entered for such a draft is left out.
        """
        for number, items in _grouped(amendments, self._tied_to):
            if number >= 0:
                yield from self._carried(number, items)
                continue
            words = draft_words(self.workspace.lexicon)
            yield from (self._anew(one, words) for one in items if one.origin != ENTERED)

    def _carried(self, number: int, tied: list[Amendment]) -> Iterable[Amendment]:
        draft = self.before[number].draft
        if draft.id == self.last.id:
            return tied
        return legal.carry(tied, self.last, self._alignments(draft))

    def _alignments(self, draft: Draft) -> tuple[Alignment, ...]:
        """What became of the provisions of a draft, as far as people said so, as they said."""
        said = aligning.said_of(self.workspace, draft, self.last)
        return legal.respecting(legal.align(draft, self.last), said, draft, self.last)

    def _anew(self, amendment: Amendment, words: DraftWords) -> Amendment:
        """Tied by its place; its base stays that of the words that a person saw."""
        loose = replace(amendment, draft_id=None, provision_id=None)
        return replace(legal.anchor(self.last, loose, words), base=amendment.base)

    def _made_to(self, amendment: Amendment) -> int:
        """The draft that stood on the day of the input: the last one dated by then."""
        if amendment.date is None:
            return len(self.before) - 1
        dates = [item.version.date or "" for item in self.before]
        stood = [number for number, date in enumerate(dates) if date <= amendment.date]
        return stood[-1] if stood else 0

    def _tied_to(self, amendment: Amendment) -> int:
        ids = [item.draft.id for item in self.before]
        return ids.index(amendment.draft_id) if amendment.draft_id in ids else -1


def _grouped(
    amendments: Iterable[Amendment], number_of: Callable[[Amendment], int]
) -> list[tuple[int, list[Amendment]]]:
    groups: dict[int, list[Amendment]] = {}
    for item in amendments:
        groups.setdefault(number_of(item), []).append(item)
    return sorted(groups.items())
