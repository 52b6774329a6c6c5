"""The audit log: entries are only added, each resting on the one before."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection, insert, select

from stocktake.model.audit import AuditEntry, Deed, entry
from stocktake.store.dialects import dialect_of
from stocktake.store.tables_people import audit as table


def log(connection: Connection, deed: Deed) -> AuditEntry:
    """Add *deed* to the log, in the transaction in which it is done."""
    dialect_of(connection).wait_for(connection, "audit")
    last = connection.execute(select(table).order_by(table.c.sequence.desc()).limit(1)).first()
    made = entry(deed, _entry(last) if last else None)
    row = {
        "sequence": made.sequence,
        "at": deed.at,
        "who": deed.who,
        "act": deed.act,
        "target": deed.target,
        "detail": json.dumps(deed.detail, ensure_ascii=False),
        "digest": made.digest,
    }
    connection.execute(insert(table), row)
    return made


def logged(connection: Connection, skip: int = 0, limit: int | None = None) -> list[AuditEntry]:
    """Entries in the order in which they were made."""
    query = select(table).order_by(table.c.sequence).offset(skip)
    rows = connection.execute(query if limit is None else query.limit(limit))
    return [_entry(row) for row in rows]


def _entry(row: Any) -> AuditEntry:
    detail = tuple((name, value) for name, value in json.loads(row.detail))
    deed = Deed(row.at, row.who, row.act, row.target, detail)
    return AuditEntry(row.sequence, deed, row.digest)
