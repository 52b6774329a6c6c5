"""What was found in documents: statements, facts, case studies; and issues for a person."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, select

from stocktake.model import CaseStudy, Fact, Issue, Statement
from stocktake.store import codec, tables
from stocktake.store.naming import among
from stocktake.store.writing import Row, add


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record: its class, its table, and the columns that stand beside its body."""

    name: str
    record: type[Any]
    table: Table
    columns: Callable[[Any], Row]


STATEMENTS = Kind(
    "statement",
    Statement,
    tables.statements,
    lambda item: {"document_id": item.document_id, "act": item.act, "stance": item.stance},
)
FACTS = Kind(
    "fact",
    Fact,
    tables.facts,
    lambda item: {"document_id": item.document_id, "kind": item.kind},
)
CASE_STUDIES = Kind(
    "case study",
    CaseStudy,
    tables.case_studies,
    lambda item: {"document_id": item.document_id},
)
ISSUES = Kind(
    "issue",
    Issue,
    tables.issues,
    lambda item: {
        "kind": item.kind,
        "input_id": item.input_id,
        "document_id": item.document_id,
    },
)
KINDS = (STATEMENTS, FACTS, CASE_STUDIES, ISSUES)


def add_findings(connection: Connection, kind: Kind, records: Iterable[Any]) -> None:
    """Keep *records* of *kind*; one that is there already stays as it is."""
    rows = (
        {"id": record.id, **kind.columns(record), "body": codec.dumps(record)} for record in records
    )
    add(connection, kind.table, rows)


def ids_of(connection: Connection, kind: Kind, result_ids: Iterable[int]) -> set[str]:
    """The ids of the records of *kind* that these results hold."""
    links = tables.result_records
    query = select(links.c.result_id, links.c.record_id).where(links.c.kind == kind.name)
    wanted = set(result_ids)
    return {row.record_id for row in connection.execute(query) if row.result_id in wanted}


def known(connection: Connection, kind: Kind, ids: Iterable[str]) -> list[Any]:
    """The records of *kind* with these *ids*, in the order of the ids; unknown ids are left out."""
    table = kind.table
    query = select(table.c.body).where(table.c.id.in_(sorted(set(ids)))).order_by(table.c.id)
    return [codec.loads(kind.record, body) for body in connection.execute(query).scalars()]


def beginning(connection: Connection, kind: Kind, start: str) -> list[Any]:
    """The records of *kind* whose id begins with *start*, in the order of the ids."""
    table = kind.table
    query = (
        select(table.c.body)
        .where(table.c.id.startswith(start, autoescape=True))
        .order_by(table.c.id)
    )
    return [codec.loads(kind.record, body) for body in connection.execute(query).scalars()]


def bodies(connection: Connection, kind: Kind) -> list[tuple[str, str]]:
    """Id and JSON, as it is kept, of all records of *kind*."""
    rows = connection.execute(select(kind.table.c.id, kind.table.c.body).order_by(kind.table.c.id))
    return [(row.id, row.body) for row in rows]


def standing_issues(connection: Connection) -> list[Issue]:
    """The issues that no result holds: those met when inputs were taken in."""
    links, table = tables.result_records, tables.issues
    held = select(links.c.record_id).where(links.c.kind == ISSUES.name)
    query = select(table.c.body).where(table.c.id.not_in(held)).order_by(table.c.id)
    return [codec.loads(Issue, body) for body in connection.execute(query).scalars()]


def findings_of(connection: Connection, kind: Kind, result_ids: Iterable[int]) -> list[Any]:
    """The records of *kind* that these results hold, in the order of their ids."""
    links, table = tables.result_records, kind.table
    wanted = set(result_ids)
    query = (
        select(links.c.result_id, table.c.id, table.c.body)
        .join(table, table.c.id == links.c.record_id)
        .where(links.c.kind == kind.name)
        .order_by(table.c.id)
    )
    rows = connection.execute(among(query, links.c.result_id, wanted))
    bodies = {row.id: row.body for row in rows if row.result_id in wanted}
    return [codec.loads(kind.record, body) for body in bodies.values()]


def statement_ids_kept(connection: Connection) -> set[str]:
    """The ids of all statements that were ever found."""
    return set(connection.execute(select(tables.statements.c.id)).scalars())
