"""What people say that statements are about: themes, dimensions and lenses."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from stocktake import store
from stocktake.errors import NotFoundError, SettingsError, StocktakeError, UsageError
from stocktake.model import (
    Review,
    ReviewState,
    SchemeKind,
    Statement,
    Stock,
    content_id,
    field_of,
    is_label,
)
from stocktake.model.labels import SEVERAL
from stocktake.services import clock, deciding
from stocktake.services.deciding import Person
from stocktake.services.frozen import last_stock
from stocktake.services.paths import existing
from stocktake.services.workspace import Workspace

COLUMNS = ("statement", *(kind.value for kind in SchemeKind), "note")
SHOWN = ("what", "why")
NOTHING = "-"
_SHORTEST = 6
Codes = frozenset[str]
Coded = tuple[SchemeKind, str]


@dataclass(frozen=True, slots=True)
class Change:
    """What is wrong with what the machine found of a statement (*which*: the beginning of its
    id): codes to *add* and to *remove*, as ``data``, or ``lenses:data`` where several schemes
    have it. Neither: all of it is right."""

    which: str
    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class _Label:
    """All *codes* that a statement bears in the scheme of a *kind*."""

    statement: Statement
    kind: SchemeKind
    codes: Codes
    note: str


def change(
    workspace: Workspace,
    wanted: Change,
    reviewer: str,
    at: str | None = None,
    account_id: str | None = None,
) -> tuple[Review, ...]:
    """Keep what a person says of what a statement is about, which holds from the next build on;
    what is done by an account is logged.

    UsageError for a code that is none, NotFoundError if there is no such statement or no stock.
    """
    known = _Known.of(workspace)
    person = Person(reviewer, at=at, account_id=account_id)
    return _keep(workspace, known, list(_changed(known, wanted)), person)


def take_in(
    workspace: Workspace, path: Path, reviewer: str, at: str | None = None
) -> tuple[Review, ...]:
    """Keep the labels of a CSV file: a column ``statement`` (the beginning of an id), and any of
    ``themes``, ``dimensions``, ``lenses`` with all codes that it bears, ``;`` between them, ``-``
    for none; an empty cell says nothing, nor do the columns SHOWN. All are kept, or none.

    SettingsError names the line that cannot be followed.
    """
    known = _Known.of(workspace)
    labels = list(_read(existing(path), known.stock))
    return _keep(workspace, known, labels, Person(reviewer, at=at))


@dataclass(frozen=True, slots=True)
class _Known:
    """The last stock, its *codes* by statement and field, and the label that stands for each."""

    stock: Stock
    codes: Mapping[tuple[str, str], set[str]]
    standing: Mapping[tuple[str, str], Review]

    @classmethod
    def of(cls, workspace: Workspace) -> _Known:
        with workspace.store() as base, base.reading() as connection:
            labels = [review for review in store.reviews(connection) if is_label(review)]
        stock = last_stock(workspace)
        codes: dict[tuple[str, str], set[str]] = defaultdict(set)
        for item in stock.assignments:
            codes[item.statement_id, field_of(item.scheme)].add(item.code)
        return cls(stock, codes, store.standing(labels))

    def now(self, statement: Statement, kind: SchemeKind) -> Codes:
        """What a person said last, or else the machine."""
        before = self.standing.get((statement.id, field_of(kind)))
        if before is None or before.state is ReviewState.MACHINE:
            return self.machine(statement, kind)
        return frozenset(filter(None, before.human_value.split(SEVERAL)))

    def machine(self, statement: Statement, kind: SchemeKind) -> Codes:
        """What the machine had found before any person said something."""
        before = self.standing.get((statement.id, field_of(kind)))
        if before:
            return frozenset(filter(None, before.machine_value.split(SEVERAL)))
        return frozenset(self.codes.get((statement.id, field_of(kind)), ()))


def _changed(known: _Known, wanted: Change) -> Iterator[_Label]:
    stock = known.stock
    statement = _find(stock, wanted.which)
    add, remove = ({_coded(name, stock) for name in names} for names in (wanted.add, wanted.remove))
    touched = {kind for kind, _ in add | remove} or {scheme.kind for scheme in stock.schemes}
    for kind in SchemeKind:
        if kind in touched:
            added, removed = ({code for of, code in each if of is kind} for each in (add, remove))
            codes = (known.now(statement, kind) - removed) | added
            yield _Label(statement, kind, codes, wanted.note)


def _read(path: Path, stock: Stock) -> Iterator[_Label]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = csv.DictReader(file)
        _check(lines.fieldnames or (), path)
        for cells in lines:
            try:
                yield from _labels(cells, stock)
            except StocktakeError as error:
                raise SettingsError(
                    error.message, remedy=error.remedy, place=f"{path}, line {lines.line_num}"
                ) from error


def _check(columns: Iterable[str], path: Path) -> None:
    told = list(columns)
    unknown = [name for name in told if name not in (*COLUMNS, *SHOWN)]
    if unknown or COLUMNS[0] not in told:
        raise SettingsError(
            f"{unknown[0]!r} is no column." if unknown else "the column 'statement' is missing.",
            remedy=f"Columns: {', '.join(COLUMNS)}.",
            place=str(path),
        )


def _labels(cells: dict[str, str], stock: Stock) -> Iterator[_Label]:
    statement = _find(stock, cells["statement"].strip())
    for kind in SchemeKind:
        cell = (cells.get(kind.value) or "").strip()
        names = [name.strip() for name in cell.split(";") if name.strip()]
        if names:
            coded = (_coded(f"{kind.value}:{name}", stock) for name in names if name != NOTHING)
            codes = frozenset(code for _, code in coded)
            yield _Label(statement, kind, codes, cells.get("note") or "")


def _keep(
    workspace: Workspace, known: _Known, labels: list[_Label], person: Person
) -> tuple[Review, ...]:
    when = person.at or clock.now()
    with workspace.store() as base, base.writing() as connection:
        count = len(store.reviews(connection))
        made = tuple(
            _review(label, known.machine(label.statement, label.kind), (person.name, when, count))
            for label in labels
        )
        deciding.add(connection, made, person, "labelled")
    return made


def _review(label: _Label, machine: Codes, by: tuple[str, str, int]) -> Review:
    reviewer, when, _ = by
    value, field = SEVERAL.join(sorted(label.codes)), field_of(label.kind)
    return Review(
        id=content_id(label.statement.id, field, value, *by),
        record_id=label.statement.id,
        state=ReviewState.CONFIRMED if label.codes == machine else ReviewState.EDITED,
        field=field,
        machine_value=SEVERAL.join(sorted(machine)),
        human_value=value,
        reviewer=reviewer,
        at=when,
        note=label.note,
    )


def _coded(name: str, stock: Stock) -> Coded:
    """The scheme and code that *name* stands for: the first scheme that has it, unless said."""
    said, _, code = name.rpartition(":")
    for scheme in stock.schemes:
        fits = not said or said == scheme.kind.value
        if fits and code in {theme.code for theme in scheme.themes}:
            return scheme.kind, code
    known = (
        f"{scheme.kind.value}: {', '.join(theme.code for theme in scheme.themes)}"
        for scheme in stock.schemes
        if not said or said == scheme.kind.value
    )
    raise UsageError(f"there is no {name!r}.", remedy=f"Known: {'; '.join(known)}.")


def _find(stock: Stock, which: str) -> Statement:
    found = []
    if len(which) >= _SHORTEST:
        found = [item for item in stock.statements if item.id.startswith(which.lower())]
    if len(found) == 1:
        return found[0]
    if found:
        ids = ", ".join(item.id[:12] for item in found)
        raise NotFoundError(f"{which!r} is several statements.", remedy=f"Say which: {ids}.")
    raise NotFoundError(
        f"there is no statement {which!r} in the last stock.",
        remedy="See them with: stocktake show labels",
    )
