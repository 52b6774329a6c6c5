"""What was handed in through the application, and where it stands."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection, insert, select, update

from stocktake.model.submissions import Submission, SubmissionState
from stocktake.store.tables_people import submissions as table


def add_submission(connection: Connection, submission: Submission) -> None:
    """Keep what was handed in."""
    connection.execute(insert(table), {"id": submission.id, **_plain(submission)})


def change_submission(connection: Connection, submission: Submission) -> None:
    """Keep where a submission stands now, and what is told of it."""
    connection.execute(
        update(table).where(table.c.id == submission.id).values(**_plain(submission))
    )


def submission(connection: Connection, submission_id: str) -> Submission | None:
    """The submission with that id."""
    row = connection.execute(select(table).where(table.c.id == submission_id)).first()
    return _submission(row) if row else None


def submissions(connection: Connection, account_id: str | None = None) -> list[Submission]:
    """All submissions, or those of one account, the latest first."""
    query = select(table).order_by(table.c.at.desc(), table.c.id)
    if account_id is not None:
        query = query.where(table.c.account_id == account_id)
    return [_submission(row) for row in connection.execute(query)]


def _plain(item: Submission) -> dict[str, Any]:
    return {
        "account_id": item.account_id,
        "at": item.at,
        "state": item.state.value,
        "reason": item.reason,
        "input_id": item.input_id,
        "name": item.name,
        "told": json.dumps(item.told, ensure_ascii=False),
        "replaces": item.replaces,
    }


def _submission(row: Any) -> Submission:
    told = tuple((name, value) for name, value in json.loads(row.told))
    return Submission(
        row.id,
        row.account_id,
        row.at,
        SubmissionState(row.state),
        row.input_id,
        row.name,
        told,
        row.reason,
        row.replaces,
    )
