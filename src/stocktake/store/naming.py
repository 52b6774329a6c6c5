"""Queries that name the rows they are for, as far as a database lets one query name so many."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import Column, Connection, Result, Select

FEW = 500
_AT_ONCE = 500


def among(query: Select[Any], column: Column[Any], wanted: Collection[Any]) -> Select[Any]:
    """*query* for rows whose *column* holds something *wanted*; where that is more than ``FEW``,
    for all rows, which the caller must look through."""
    return query.where(column.in_(sorted(wanted))) if len(wanted) <= FEW else query


def streamed(connection: Connection, query: Select[Any]) -> Result[Any]:
    """The rows of a *query* that may find very many, a few at a time out of the database."""
    options = {"stream_results": True, "yield_per": _AT_ONCE}
    return connection.execute(query, execution_options=options)
