"""Who is for or against an amendment of another, where only its proposer and place are told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from stocktake.legal.references import find
from stocktake.model import Amendment, Draft, Endorsement


@dataclass(frozen=True, slots=True)
class _Side:
    endorsement: Endorsement
    provision_id: str

    def is_about(self, amendment: Amendment) -> bool:
        id_ = amendment.provision_id or ""
        is_there = id_ == self.provision_id or id_.startswith(f"{self.provision_id}__")
        return is_there and bool({*amendment.actors} & {*self.endorsement.of})


def endorsed(
    draft: Draft, amendments: Sequence[Amendment], endorsements: Iterable[Endorsement]
) -> tuple[Amendment, ...]:
    """The amendments with those who said that they support or oppose them.

    An endorsement counts for all that its proposer wants changed in the provision it names, and
    only where that provision is clear.
    """
    sides = [
        _Side(item, found[0].id)
        for item in endorsements
        if len(found := find(draft, item.target)) == 1
    ]
    return tuple(_with_sides(item, sides) for item in amendments)


def _with_sides(amendment: Amendment, sides: Sequence[_Side]) -> Amendment:
    about = [side.endorsement for side in sides if side.is_about(amendment)]
    if not about:
        return amendment
    backers = {id_ for item in about if item.supports for id_ in item.actors}
    against = {id_ for item in about if not item.supports for id_ in item.actors}
    return replace(
        amendment,
        supporters=tuple(sorted({*amendment.supporters, *backers} - {*amendment.actors})),
        opponents=tuple(sorted({*amendment.opponents, *against})),
    )
