"""Results: what a step made of an input, known by the hash of all that went into the step."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, select

from stocktake.model import Activity, Metadatum, content_id
from stocktake.store import codec, tables
from stocktake.store.findings import Kind, add_findings
from stocktake.store.naming import among
from stocktake.store.writing import add


class Step(StrEnum):
    """What was done with one input, or how it ended."""

    READING = "reading"
    EXTRACTION = "extraction"
    LANGUAGE_MODEL = "language model"
    FAILED = "failed"
    OVER_LIMIT = "over limit"


@dataclass(frozen=True, slots=True)
class Result:
    """What a *step* made of an input. *key* is the hash of all that went in; *document_id* is
    None where the input could not be read; *inferred* are the metadata told by the text."""

    key: str
    step: Step
    input_id: str
    document_id: str | None
    inferred: tuple[Metadatum, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept(Result):
    """A result that is in the store, under its number there."""

    number: int = 0


def add_result(
    connection: Connection,
    result: Result,
    activity: Activity,
    found: Mapping[Kind, Iterable[Any]],
) -> None:
    """Keep a result with all that was *found*; the document must be there."""
    activity_id = add_activity(connection, activity)
    row = {
        "key": result.key,
        "step": result.step,
        "input_id": result.input_id,
        "document_id": result.document_id,
        "activity_id": activity_id,
        "inferred": codec.dumps_all(result.inferred),
    }
    add(connection, tables.results, [row])
    query = select(tables.results.c.id).where(tables.results.c.key == result.key)
    number = connection.execute(query).scalar_one()
    for kind, records in found.items():
        kept = list(records)
        add_findings(connection, kind, kept)
        links = (
            {"result_id": number, "kind": kind.name, "record_id": record.id} for record in kept
        )
        add(connection, tables.result_records, links)


def add_activity(connection: Connection, activity: Activity) -> str:
    """Keep how something was made; returns the activity's id."""
    row = {
        "method": activity.method,
        "version": activity.version,
        "settings": activity.settings,
        "model": activity.model,
    }
    activity_id = content_id(*row.values())
    add(connection, tables.activities, [{"id": activity_id, **row}])
    return activity_id


def results(connection: Connection, keys: Set[str] | None = None) -> dict[str, Kept]:
    """All results, by key; of *keys* alone, if some are named."""
    query = select(tables.results)
    if keys is not None:
        query = among(query, tables.results.c.key, keys)
    rows = connection.execute(query)
    return {
        row.key: Kept(
            row.key,
            Step(row.step),
            row.input_id,
            row.document_id,
            codec.loads_all(Metadatum, row.inferred),
            row.id,
        )
        for row in rows
        if keys is None or row.key in keys
    }


def read_into(connection: Connection) -> dict[str, str]:
    """The document that each input was read into last, by the input's id."""
    table = tables.results
    query = select(table.c.input_id, table.c.document_id).where(table.c.document_id.is_not(None))
    return {row.input_id: row.document_id for row in connection.execute(query.order_by(table.c.id))}
