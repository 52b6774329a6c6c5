"""Positions, their changes and contradictions, and clusters of proposals as rows of a table."""

from __future__ import annotations

from stocktake.model import Contradiction, Position, PositionChange, ProposalCluster
from stocktake.services.names import Names
from stocktake.services.rows import Row


def position(record: Position, names: Names) -> Row:
    return {
        "actor": names.actor(record.actor_id),
        "stance": record.stance.value,
        "on": names.target(record.target),
        "via": names.actor(record.via) if record.via else "",
        "when": ", ".join(record.dates),
        "counted": "yes" if record.counts else "through its members",
        "statements": len(record.statement_ids),
        "words": _first(record.statement_ids, names),
    }


def change(record: PositionChange, names: Names) -> Row:
    return {
        "actor": names.actor(record.actor_id),
        "on": names.target(record.target),
        "stood": "; then ".join(f"{stand.stance} ({stand.date})" for stand in record.stands),
        "words": " … ".join(_first(stand.statement_ids, names) for stand in record.stands),
    }


def contradiction(record: Contradiction, names: Names) -> Row:
    return {
        "on": names.target(record.target),
        "group": names.actor(record.group_id),
        "group stands": record.group_stance.value,
        "group's words": _first(record.group_statement_ids, names),
        "member": names.actor(record.member_id),
        "member stands": record.member_stance.value,
        "member's words": _first(record.member_statement_ids, names),
    }


def cluster(record: ProposalCluster, names: Names) -> Row:
    return {
        "name": record.name,
        "proposals": len(record.proposal_ids),
        "themes": ", ".join(names.theme(code) for code in record.theme_codes),
        "of": "; ".join(names.target(id_) for id_ in record.proposal_ids),
    }


def _first(statement_ids: tuple[str, ...], names: Names) -> str:
    """The sentence of the first statement, on one line."""
    if not statement_ids:
        return ""
    return " ".join(names.statement(statement_ids[0]).sentence.text.split())
