"""Commitments that people enter, and what they say of those and of the reports on them.

Each is a Review, so that it is dated, signed, and holds from the next build on.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection

from stocktake import lexicon, store
from stocktake.errors import NotFoundError, SettingsError, UsageError
from stocktake.lexicon import Lexicon
from stocktake.model import (
    Commitment,
    CommitmentOrigin,
    Period,
    Review,
    ReviewState,
    Stock,
    content_id,
)
from stocktake.model.codec import dumps
from stocktake.model.commitments import ENTERED, JUDGED, REPORTED, record_of
from stocktake.services import clock
from stocktake.services.csv_lines import Told, records
from stocktake.services.deciding import Person
from stocktake.services.entering import Entered
from stocktake.services.metadata import known_actor
from stocktake.services.workspace import Workspace

COLUMNS = (
    "actor", "action", "due", "provision", "partners", "means", "indicator", "date", "source",
)  # fmt: skip
VERDICTS = {"confirm": ReviewState.CONFIRMED, "reject": ReviewState.REJECTED}
_SHORTEST = 6


def enter(workspace: Workspace, told: Told, person: Person) -> Entered:
    """Keep one commitment; *told* are values by the names of COLUMNS. SettingsError says what is
    missing or wrong in them."""
    made = _commitment(told, "", lexicon.load(workspace.lexicon))
    return Entered(_keep_all(workspace, [made], person))


def enter_table(workspace: Workspace, path: Path, person: Person) -> Entered:
    """Keep the commitments of a CSV file, one a line, if every line is right."""
    words = lexicon.load(workspace.lexicon)

    def read(told: Told, place: str) -> Commitment:
        return _commitment({"source": path.name, **told}, place, words)

    made, wrong = records(path, COLUMNS, read)
    return Entered(0, wrong) if wrong else Entered(_keep_all(workspace, made, person))


def judge(workspace: Workspace, which: str, verdict: str, person: Person) -> Review:
    """Confirm or reject a commitment of the last stock, by the beginning of its id."""
    state = _state(verdict)
    with workspace.store() as base, base.writing() as connection:
        item = _one(_stock(connection), which)
        return _keep(connection, item.id, JUDGED, ("", verdict), state, person)


def judge_report(
    workspace: Workspace, which: str, statement: str, verdict: str, person: Person
) -> Review:
    """Say whether a statement reports on a commitment; both by the beginnings of their ids."""
    state = _state(verdict)
    with workspace.store() as base, base.writing() as connection:
        stock = _stock(connection)
        item = _one(stock, which)
        said = [each.id for each in stock.statements if _begins(each.id, statement)]
        if len(said) != 1:
            raise NotFoundError(
                f"{statement!r} is {'several statements' if said else 'no statement'}.",
                remedy="See their ids with: stocktake show statements --format jsonl",
            )
        return _keep(connection, item.id, REPORTED, (said[0], verdict), state, person)


def _commitment(told: Told, place: str, words: Lexicon) -> Commitment:
    """The commitment that values tell; the same values twice are one commitment."""
    for name in ("actor", "action", "source"):
        if not told.get(name, "").strip():
            raise SettingsError(f"{name} is empty.", remedy="Say it.", place=place)
    names = [name.strip() for name in told["actor"].split(";") if name.strip()]
    actors = tuple(_actor(name, place, words) for name in names)
    due, date = (_period(told.get(name, ""), name, place) for name in ("due", "date"))
    more = {name: told.get(name, "").strip() for name in COLUMNS}
    return Commitment(
        id=content_id("commitment entered", *actors, *(more[name] for name in COLUMNS[1:])),
        actor_ids=actors,
        action=more["action"],
        origin=CommitmentOrigin.ENTERED,
        date=date,
        due=due,
        provision=more["provision"],
        partners=more["partners"],
        means=more["means"],
        indicator=more["indicator"],
        source=more["source"],
        review=ReviewState.CONFIRMED,
    )


def _actor(name: str, place: str, words: Lexicon) -> str:
    found = known_actor(name, words)
    if found is None:
        raise SettingsError(
            f"no actor is called {name!r}.",
            remedy="Correct it, or add it to lexicon/actors/organisations.csv in the workspace.",
            place=place,
        )
    return found


def _period(text: str, name: str, place: str) -> str | None:
    try:
        return str(Period.parse(text.strip())) if text.strip() else None
    except ValueError as error:
        remedy = "Write 2030, 2030-12 or 2030-12-31."
        raise SettingsError(f"{name}: {error}.", remedy=remedy, place=place) from error


def _stock(connection: Connection) -> Stock:
    frozen = store.latest(connection)
    if frozen is None:
        raise NotFoundError("no stock was taken yet.", remedy="Run: stocktake build")
    return frozen.stock


def _one(stock: Stock, which: str) -> Commitment:
    found = [item for item in stock.commitments if _begins(item.id, which)]
    if len(found) == 1:
        return found[0]
    raise NotFoundError(
        f"{which!r} is {'several commitments' if found else 'no commitment'}.",
        remedy="See them with: stocktake show commitments",
    )


def _begins(id_: str, which: str) -> bool:
    return len(which) >= _SHORTEST and id_.startswith(which.lower())


def _state(verdict: str) -> ReviewState:
    if verdict not in VERDICTS:
        raise UsageError(f"there is no verdict {verdict!r}.", remedy="Say confirm or reject.")
    return VERDICTS[verdict]


def _keep_all(workspace: Workspace, made: list[Commitment], person: Person) -> int:
    with workspace.store() as base, base.writing() as connection:
        for item in made:
            values = ("", dumps(item))
            _keep(connection, item.id, ENTERED, values, ReviewState.EDITED, person)
    return len(made)


def _keep(  # noqa: PLR0913, PLR0917 - a Review has that many parts
    connection: Connection,
    commitment_id: str,
    field: str,
    values: tuple[str, str],
    state: ReviewState,
    person: Person,
) -> Review:
    when = person.at or clock.now()
    count = len(store.reviews(connection))
    review = Review(
        id=content_id(commitment_id, field, *values, person.name, when, count),
        record_id=record_of(commitment_id),
        state=state,
        field=field,
        machine_value=values[0],
        human_value=values[1],
        reviewer=person.name,
        at=when,
        note=person.note,
    )
    store.add_review(connection, review)
    return review
