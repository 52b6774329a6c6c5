"""What found statements and passages must be: one frozen record, turned into one query.

Word search, search by meaning and whoever lists statements narrow down by the same ``Filter``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields

from sqlalchemy import ColumnElement, Connection, and_, or_, select

from stocktake.store.index import STATEMENT, rows, searchable, tags

Conditions = list[ColumnElement[bool]]


@dataclass(frozen=True, slots=True)
class Voice:
    """What an actor says, or what it says between two days (ISO, both included; None: open)."""

    actor_id: str
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Filter:
    """All that is named must hold; of several values of one name, any. Empty is no matter.

    *records* are ``statement`` or ``passage``; *kinds* those of inputs; *actor_kinds* those of who
    speaks; *voices* are sets of which one voice each must be heard (an actor or its groups; a
    group or its members). *since* and *until* are ISO days between which the input's date may lie;
    *confidence* is the least, 0..1. Acts, stances, reviews, themes, dimensions, lenses and
    *confidence* are those of statements: no passage has them.
    """

    records: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    meetings: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    stances: tuple[str, ...] = ()
    reviews: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    dimensions: tuple[str, ...] = ()
    lenses: tuple[str, ...] = ()
    actor_kinds: tuple[str, ...] = ()
    voices: tuple[tuple[Voice, ...], ...] = ()
    since: str | None = None
    until: str | None = None
    confidence: float | None = None


ALL = Filter()
COLUMNS = {
    "records": rows.c.kind,
    "kinds": rows.c.input_kind,
    "meetings": rows.c.meeting,
    "acts": rows.c.act,
    "stances": rows.c.stance,
    "reviews": rows.c.review,
}
TAGS = {
    "themes": "theme",
    "dimensions": "dimension",
    "lenses": "lens",
    "actor_kinds": "actor kind",
}


def statement_ids(connection: Connection, wanted: Filter = ALL) -> list[str]:
    """The ids of the statements that *wanted* lets through, in the order of their ids.

    UsageError where no index was made yet.
    """
    searchable(connection)
    query = select(rows.c.record_id).where(rows.c.kind == STATEMENT, *conditions(wanted))
    return sorted(set(connection.execute(query).scalars()))


def conditions(wanted: Filter) -> Conditions:
    """*wanted* as conditions on the rows of the index."""
    values = {field.name: getattr(wanted, field.name) for field in fields(wanted)}
    return [
        *(column.in_(values[name]) for name, column in COLUMNS.items() if values[name]),
        *(_tagged(tag, values[name]) for name, tag in TAGS.items() if values[name]),
        *(_heard(voices) for voices in wanted.voices),
        *_bounds(wanted),
    ]


def _bounds(wanted: Filter) -> Iterator[ColumnElement[bool]]:
    if wanted.since is not None:
        yield rows.c.until >= wanted.since
    if wanted.until is not None:
        yield rows.c.since <= wanted.until
    if wanted.confidence is not None:
        yield rows.c.confidence >= wanted.confidence


def _tagged(name: str, values: Iterable[str]) -> ColumnElement[bool]:
    found = select(tags.c.row_id).where(tags.c.name == name, tags.c.value.in_(values))
    return rows.c.id.in_(found)


def _heard(voices: tuple[Voice, ...]) -> ColumnElement[bool]:
    """One of *voices* speaks; those that are meant between the same days are looked up together."""
    together: dict[tuple[str | None, str | None], list[str]] = defaultdict(list)
    for voice in voices:
        together[voice.since, voice.until].append(voice.actor_id)
    return or_(*(and_(*_days(*days), _tagged("actor", ids)) for days, ids in together.items()))


def _days(since: str | None, until: str | None) -> Iterator[ColumnElement[bool]]:
    """On an unknown day counts what has no end."""
    if since:
        open_end = [rows.c.since.is_(None)] if until is None else []
        yield or_(rows.c.until >= since, *open_end)
    if until:
        yield rows.c.since <= until
