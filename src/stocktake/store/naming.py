"""Queries that name the rows they are for, as far as a database lets one query name so many."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import Column, Select

FEW = 500


def among(query: Select[Any], column: Column[Any], wanted: Collection[Any]) -> Select[Any]:
    """*query* for rows whose *column* holds something *wanted*; where that is more than ``FEW``,
    for all rows, which the caller must look through."""
    return query.where(column.in_(sorted(wanted))) if len(wanted) <= FEW else query
