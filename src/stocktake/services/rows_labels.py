"""What statements are about, as rows that a person can correct and hand in with ``label``."""

from __future__ import annotations

from typing import Any

from stocktake.model import Assignment, Basis, SchemeKind, Statement
from stocktake.services.names import Names

Row = dict[str, Any]


def label(record: Statement, names: Names) -> Row:
    """The columns that ``label`` reads, and beside them *what* is said and *why* it is sorted so:
    the words, and the examples confirmed by people."""
    found = names.about(record.id)
    kinds = {
        kind.value: "; ".join(item.code for item in found if item.scheme is kind)
        for kind in SchemeKind
    }
    return {
        "statement": record.id[:12],
        **kinds,
        "what": " ".join(part.text for part in (record.context, record.content) if part),
        "why": "; ".join(map(_why, found)),
    }


def _why(item: Assignment) -> str:
    if item.basis is Basis.PERSON:
        return f"{item.code}: a person said so"
    words = ", ".join(dict.fromkeys(f"“{term.text}”" for term in item.terms))
    if item.basis is Basis.TERMS:
        return f"{item.code}: {words}"
    examples = ", ".join(example[:12] for example in item.examples)
    return f"{item.code}: model, by {words}; like {examples}"
