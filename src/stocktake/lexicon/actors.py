"""Actors, their names and memberships, read from the data files under ``data/actors``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from stocktake.errors import SettingsError
from stocktake.lexicon.files import Row, rows, word_lists
from stocktake.lexicon.name_index import Doubts
from stocktake.lexicon.names import Name
from stocktake.model import Actor, ActorKind, Membership

_REGIONS_SOURCE = "United Nations regional groups of Member States"
_FAMILY = ("United Nations", "UN")
_KINDS = {kind.name.lower(): kind for kind in ActorKind}


@dataclass(frozen=True, slots=True)
class FormerName:
    """*actor_id* was called *name* up to and including the day *until*."""

    actor_id: str
    name: str
    until: date


@dataclass(frozen=True, slots=True)
class ActorData:
    """All that the files say of actors: who they are, how they are written, where they belong."""

    actors: dict[str, Actor]
    names: tuple[Name, ...]
    former_names: tuple[FormerName, ...]
    memberships: tuple[Membership, ...]
    doubts: Doubts


def load_actors(folder: Path | None = None) -> ActorData:
    """Read all actors; SettingsError names the file, the line and what to do."""
    states = _latest(rows("actors/states.csv", _STATE_COLUMNS, folder))
    others = _latest(rows("actors/organisations.csv", _OTHER_COLUMNS, folder))
    actors = {row["id"]: _state(row) for row in states} | {row["id"]: _other(row) for row in others}
    former = tuple(
        _former_name(row, actors) for row in rows("actors/former_names.csv", _FORMER, folder)
    )
    words = word_lists("actors/not_actors.toml", ("not_actors", "shouted", "given"), folder)
    names = (
        *(Name(text, None) for text in words["not_actors"]),
        *(name for row in (*states, *others) for name in _written(row)),
        *(Name(each.name, each.actor_id, origin="actors/former_names.csv") for each in former),
        *_translated(actors, folder),
    )
    doubts = Doubts(frozenset(words["shouted"]), frozenset(words["given"]))
    return ActorData(actors, names, former, _memberships(actors, states, folder), doubts)


_STATE_COLUMNS = ("id", "name", "official", "region", "aliases", "adjectives")
_OTHER_COLUMNS = ("id", "name", "kind", "aliases", "adjectives")
_FORMER = ("id", "name", "until", "source")
_NAME_COLUMNS = ("id", "language", "name")
_MEMBERSHIP_COLUMNS = ("group_id", "member_id", "since", "until", "source")


def _latest(found: Iterator[Row]) -> list[Row]:
    return list({row["id"]: row for row in found}.values())


def _state(row: Row) -> Actor:
    return Actor(row["id"], row["name"], ActorKind.STATE, row["region"] or None)


def _other(row: Row) -> Actor:
    kind = _KINDS.get(row["kind"])
    if kind is None:
        raise SettingsError(
            f"{row['kind']!r} is no kind of actor.",
            remedy=f"One of: {', '.join(_KINDS)}.",
            place=row.place,
        )
    return Actor(row["id"], row["name"], kind)


def _written(row: Row) -> Iterator[Name]:
    for text in (row["name"], row["official"], *row.several("aliases")):
        if text:
            yield Name(text, row["id"], origin=row.origin)
            yield from _with_its_family(text, row)
    for text in row.several("adjectives"):
        yield Name(text, row["id"], adjective=True, origin=row.origin)


def _with_its_family(text: str, row: Row) -> Iterator[Name]:
    """UN entities of several words are also written with "UN" before their name."""
    if row["id"].startswith("un:") and " " in text and not text.startswith(_FAMILY):
        yield from (Name(f"{first} {text}", row["id"], origin=row.origin) for first in _FAMILY)


def _former_name(row: Row, actors: dict[str, Actor]) -> FormerName:
    until = _day(row, "until")
    if until is None:
        raise SettingsError("'until' is empty.", remedy="Write a day.", place=row.place)
    return FormerName(_known(row, "id", actors), row["name"], until)


def _translated(actors: dict[str, Actor], folder: Path | None) -> Iterator[Name]:
    for file in ("actors/names_cldr.csv", "actors/names.csv"):
        for row in rows(file, _NAME_COLUMNS, folder):
            yield Name(row["name"], _known(row, "id", actors), origin=row.origin)


def _memberships(
    actors: dict[str, Actor], states: list[Row], folder: Path | None
) -> tuple[Membership, ...]:
    regions = {actor.name: actor.id for actor in actors.values()}
    regional = [
        Membership(regions[row["region"]], row["id"], None, None, _REGIONS_SOURCE)
        for row in states
        if row["region"] in regions
    ]
    listed = [
        _membership(row, actors)
        for row in rows("actors/memberships.csv", _MEMBERSHIP_COLUMNS, folder)
    ]
    return tuple(sorted({*regional, *listed}, key=_order))


def _membership(row: Row, actors: dict[str, Actor]) -> Membership:
    since, until = _day(row, "since"), _day(row, "until")
    if since and until and until < since:
        raise SettingsError(
            "the membership ends before it starts.", remedy="Check both days.", place=row.place
        )
    group, member = _known(row, "group_id", actors), _known(row, "member_id", actors)
    return Membership(group, member, since, until, row["source"])


def _order(membership: Membership) -> tuple[str, str, date, date]:
    return (
        membership.group_id,
        membership.member_id,
        membership.since or date.min,
        membership.until or date.max,
    )


def _known(row: Row, column: str, actors: dict[str, Actor]) -> str:
    if row[column] not in actors:
        raise SettingsError(
            f"there is no actor with the id {row[column]!r}.",
            remedy="Add it to states.csv or organisations.csv, or correct the id.",
            place=row.place,
        )
    return row[column]


def _day(row: Row, column: str) -> date | None:
    if not row[column]:
        return None
    try:
        return date.fromisoformat(row[column])
    except ValueError as error:
        raise SettingsError(
            f"{row[column]!r} is not a day.", remedy="Write it as 2017-12-04.", place=row.place
        ) from error
