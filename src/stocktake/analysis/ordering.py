"""The canonical order of records that lie in a text, and of issues."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from stocktake.model import CaseStudy, Fact, Issue

R = TypeVar("R", Fact, CaseStudy)


def by_place(records: Iterable[R]) -> tuple[R, ...]:
    """Records by document, place in it, and id; each once."""
    return tuple(sorted(set(records), key=_place))


def issue_order(issue: Issue) -> tuple[str, str, str, str]:
    """What issues are sorted by."""
    return (issue.kind, issue.place, issue.message, issue.id)


def _place(record: Fact | CaseStudy) -> tuple[str, int, str]:
    whole = record.sentence if isinstance(record, Fact) else record.passage
    return (record.document_id, whole.start, record.id)
