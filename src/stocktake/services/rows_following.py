"""How adoptions, reservations, commitments and who joined become rows of tables."""

from __future__ import annotations

from typing import Any

from stocktake.model import Adoption, Choice, Commitment, Joined, Partnership, Reservation
from stocktake.services.names import Names

Row = dict[str, Any]


def adoption(record: Adoption, _: Names) -> Row:
    stated = dict(record.stated)
    counts = {choice.value: stated.get(choice, record.counted(choice)) for choice in Choice}
    return {
        "title": record.title,
        "date": record.date or "",
        "outcome": record.outcome,
        **counts,
        "named": len(record.votes),
    }


def commitment(record: Commitment, names: Names) -> Row:
    return {
        "id": record.id[:12],
        "actor": "; ".join(map(names.actor, record.actor_ids)),
        "action": record.action,
        "due": record.due or "",
        "measured by": "; ".join(filter(None, (*record.figures, record.indicator))),
        "provision": record.provision,
        "with": record.partners,
        "by means of": record.means,
        "made": record.date or "",
        "kind": record.origin.value,
        "reports": len(record.reports),
        "review": record.review.value,
    }


def partnership(record: Partnership, names: Names) -> Row:
    """With what is to be done in the words of the first statement that tells of it."""
    return {
        "actor": names.actor(record.actor),
        "with": names.actor(record.partner),
        "to do": names.statement(record.statement_ids[0]).content.text,
        "statements": len(record.statement_ids),
        "asked by": "; ".join(map(names.actor, record.asked_by)),
    }


def joined(record: Joined, names: Names) -> Row:
    return {
        "actor": names.actor(record.actor_id),
        "vote": record.choice.value if record.choice else "",
        "had left": "yes" if record.withdrawn else "",
        "on the text": record.stance.value if record.stance else "",
        "supported": "; ".join(map(names.target, record.asked)),
        "opposed": "; ".join(map(names.target, record.opposed)),
    }


def reservation(record: Reservation, names: Names) -> Row:
    return {
        "actor": names.actor(record.actor_id),
        "kind": record.kind,
        "part": "; ".join(record.provisions),
        "date": record.date or "",
        "words": _words(record, names),
    }


def _words(record: Reservation, names: Names) -> str:
    if record.fact_ids:
        return names.fact(record.fact_ids[0]).sentence.text
    return names.statement(record.statement_ids[0]).sentence.text
