"""Whose voices are heard on what: regional groups, and those whom a theme affects most."""

from __future__ import annotations

from dataclasses import dataclass

from stocktake.model.schemes import SchemeKind


@dataclass(frozen=True, slots=True)
class RegionHeard:
    """How many States of a regional group spoke on a theme in their own words: *heard* of
    *expected*, against *all_heard* of *all_expected* States of all groups. *through_group* more of
    them are heard through a group alone and counted in neither.

    *tail* is the probability (0..1) that as few or fewer of the group are among those heard, if
    these were drawn from the expected States by lot. *under_heard*: too small to be chance.
    """

    region: str
    theme_code: str
    heard: int
    expected: int
    all_heard: int
    all_expected: int
    through_group: int
    tail: float
    under_heard: bool


@dataclass(frozen=True, slots=True)
class AffectedVoice:
    """Which of those whom a theme or lens affects most spoke on it; they are known by *words* in
    their names, or by name. *actor_ids* is empty where none of them did."""

    scheme: SchemeKind
    code: str
    words: tuple[str, ...]
    actor_ids: tuple[str, ...]
