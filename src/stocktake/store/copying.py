"""Copies what belongs to some inputs into another store, table by table, and nothing else.

What is copied is listed, not what is left out: a table that has no rule here stays behind.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, select

from stocktake.store import tables
from stocktake.store.writing import add

CHUNK = 500
LEFT_BEHIND = frozenset(
    {
        "accounts",
        "api_tokens",
        "audit",
        "devices",
        "failed_sign_ins",
        "identities",
        "invitations",
        "memos",
        "proposal_numbers",
        "published",
        "sign_ins",
        "stock_contents",
        "stock_parts",
        "stocks",
        "submissions",
        "trips",
        "uploads",
    }
)
"""Tables of people, and those that a build makes anew; the search index is one of them."""


@dataclass(frozen=True, slots=True)
class Rule:
    """The rows of *table* whose *column* holds one of the ids of a kind."""

    table: Table
    column: str
    of: str


RULES = (
    Rule(tables.inputs, "id", "inputs"),
    Rule(tables.input_names, "input_id", "inputs"),
    Rule(tables.told_metadata, "input_id", "inputs"),
    Rule(tables.documents, "input_id", "inputs"),
    Rule(tables.activities, "id", "activities"),
    Rule(tables.results, "input_id", "inputs"),
    Rule(tables.result_records, "result_id", "results"),
    Rule(tables.statements, "document_id", "documents"),
    Rule(tables.facts, "document_id", "documents"),
    Rule(tables.case_studies, "document_id", "documents"),
    Rule(tables.issues, "input_id", "inputs"),
    Rule(tables.gists, "document_id", "documents"),
    Rule(tables.drafts, "input_id", "inputs"),
)


def copy_inputs(source: Connection, target: Connection, inputs: Collection[str]) -> None:
    """Copy all that belongs to *inputs*, by their ids; what is there already stays as it is."""
    ids = {
        "inputs": inputs,
        "documents": _ids(source, tables.documents, inputs),
        "results": _ids(source, tables.results, inputs),
        "activities": _activities(source, inputs),
    }
    for rule in RULES:
        column = rule.table.c[rule.column]
        for chunk in _chunks(ids[rule.of]):
            _copy(source, target, rule.table, column.in_(chunk))


def copy_reviews(source: Connection, target: Connection, ids: Collection[str]) -> None:
    """Copy the reviews of the records with these ids, in the order in which they were made."""
    table = tables.reviews
    rows = source.execute(select(table).order_by(table.c.sequence))
    add(target, table, (dict(row._mapping) for row in rows if row.record_id in ids))


def _copy(source: Connection, target: Connection, table: Table, test: ColumnElement[bool]) -> None:
    rows = source.execute(select(table).where(test)).all()
    add(target, table, (dict(row._mapping) for row in rows))


def _ids(source: Connection, table: Table, inputs: Collection[str]) -> set[Any]:
    return {
        id_
        for chunk in _chunks(inputs)
        for id_ in source.execute(select(table.c.id).where(table.c.input_id.in_(chunk))).scalars()
    }


def _activities(source: Connection, inputs: Collection[str]) -> set[str]:
    table = tables.results
    return {
        id_
        for chunk in _chunks(inputs)
        for id_ in source.execute(
            select(table.c.activity_id).where(table.c.input_id.in_(chunk))
        ).scalars()
    }


def _chunks(ids: Collection[Any]) -> Iterator[list[Any]]:
    every = sorted(ids)
    for start in range(0, len(every), CHUNK):
        yield every[start : start + CHUNK]
