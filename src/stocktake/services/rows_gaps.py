"""Rows on whose voice is missing, and on facts that differ."""

from __future__ import annotations

from typing import Any

from stocktake.model import AffectedVoice, Conflict, Gap, RegionHeard
from stocktake.services.names import Names

Row = dict[str, Any]


def gap(record: Gap, names: Names) -> Row:
    """A gap, the regional group of its actor, and why it is one."""
    return {
        "kind": record.kind.value,
        "actor": names.actor(record.actor_id),
        "region": names.reasons.region(record.actor_id),
        "theme": names.theme(record.theme_code),
        "dimension": names.theme(record.dimension_code),
        "why": names.reasons.of(record),
    }


def region(record: RegionHeard, names: Names) -> Row:
    return {
        "region": record.region,
        "theme": names.theme(record.theme_code),
        "spoke": record.heard,
        "of expected": record.expected,
        "all that spoke": record.all_heard,
        "of all expected": record.all_expected,
        "only through a group": record.through_group,
        "by chance": f"{record.tail:.4f}",
        "under-heard": "yes" if record.under_heard else "",
    }


def affected(record: AffectedVoice, names: Names) -> Row:
    return {
        "scheme": record.scheme.value,
        "theme": names.theme(record.code),
        "known by": ", ".join(record.words),
        "spoke": ", ".join(map(names.actor, record.actor_ids)) or "nobody",
    }


def conflict(record: Conflict, names: Names) -> Row:
    """Both values, each with the sentence that tells it."""
    first, second = (names.fact(id_).sentence.text for id_ in record.fact_ids)
    return {
        "kind": record.kind.value,
        "what": record.attribute,
        "one says": record.values[0],
        "the other says": record.values[1],
        "in": " ".join(first.split()),
        "and in": " ".join(second.split()),
    }
