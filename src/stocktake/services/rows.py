"""How each kind of record becomes a row of a table: column headings and what stands below them."""

from __future__ import annotations

import re
from typing import Any

from stocktake.model import (
    Actor,
    Campaign,
    CaseStudy,
    Fact,
    Input,
    Issue,
    LedgerEntry,
    PositionStance,
    Proposal,
    Quotation,
    Review,
    ReviewState,
    Statement,
    Stock,
    Theme,
)
from stocktake.model.decisions import SEVERAL
from stocktake.services.names import Names

Row = dict[str, Any]
_SHORT = 12
_ID = re.compile(r"[0-9a-f]{32}")


def themes_of(stock: Stock) -> tuple[Theme, ...]:
    """The entries of all schemes, one scheme after another."""
    return tuple(theme for scheme in stock.schemes for theme in scheme.themes)


def unreviewed(stock: Stock) -> tuple[Statement, ...]:
    """The statements that nobody reviewed yet, the least certain first."""
    left = (item for item in stock.statements if item.review is ReviewState.MACHINE)
    return tuple(sorted(left, key=lambda item: item.confidence))


def unreviewed_facts(stock: Stock) -> tuple[Fact, ...]:
    """The facts that nobody reviewed yet, the least certain first."""
    left = (item for item in stock.facts if item.review is ReviewState.MACHINE)
    return tuple(sorted(left, key=lambda item: item.confidence))


def actor(record: Actor, _: Names) -> Row:
    return {
        "id": record.id,
        "name": record.name,
        "kind": record.kind.value,
        "region": record.region or "",
    }


def campaign(record: Campaign, names: Names) -> Row:
    return {
        "what": "whole texts" if record.whole else "passages",
        "texts": len(record.texts),
        "senders": len(record.sender_ids),
        "unknown": record.unknown,
        "one voice": "yes" if record.has_one_voice else "",
        "who": "; ".join(names.actor(id_) for id_ in record.sender_ids),
    }


def case_study(record: CaseStudy, _: Names) -> Row:
    parts = {"who": record.who, "where": record.place, "what": record.what, "result": record.result}
    told = {name: _words(quotation) for name, quotation in parts.items()}
    return {**told, "passage": record.passage.text}


def fact(record: Fact, _: Names) -> Row:
    told = "; ".join(
        f"{item.name}: {item.value}" for item in record.attributes if item.name != "passage"
    )
    return {
        "id": record.id[:12],
        "kind": record.kind.value,
        "told": told,
        "review": record.review.value,
        "sentence": record.sentence.text,
    }


def input_(record: Input, names: Names) -> Row:
    return {
        "id": record.id[:12],
        "name": record.name,
        "title": record.title,
        "actor": ", ".join(names.actor(actor_id) for actor_id in record.actor_ids),
        "date": record.get("date") or "",
        "kind": record.get("kind") or "",
        "known from": ", ".join(sorted({datum.origin for datum in record.metadata})),
    }


def issue(record: Issue, _: Names) -> Row:
    return {
        "kind": record.kind,
        "place": record.place,
        "message": record.message,
        "remedy": record.remedy,
    }


def ledger_entry(record: LedgerEntry, _: Names) -> Row:
    return {
        "name": record.name,
        "status": record.status.value,
        "reason": record.reason,
        "pages": record.pages,
        "passages": record.passages,
        "statements": record.statements,
        "facts": record.facts,
        "also under": ", ".join(record.also_under),
    }


def proposal(record: Proposal, names: Names) -> Row:
    return {
        "number": record.number,
        "wording": names.statement(record.wording_id).content.text,
        "worded by a person": record.name,
        "also": ", ".join(map(str, record.also)),
        "supported by": names.count(record.id, PositionStance.SUPPORTS),
        "opposed by": names.count(record.id, PositionStance.OPPOSES),
        "statements": len(record.statement_ids),
        "cluster": names.cluster(record.id),
        "themes": ", ".join(record.theme_codes),
        "dimensions": ", ".join(record.dimension_codes),
    }


def doubtful(record: Statement, names: Names) -> Row:
    return {
        "id": record.id[:12],
        "confidence": record.confidence,
        "why": names.doubt(record),
        "actors": ", ".join(names.actor(actor.id) for actor in record.actors),
        "act": record.act.value,
        "stance": record.stance.value,
        "cue": record.cue.text,
        "content": record.content.text,
    }


def review(record: Review, _: Names) -> Row:
    return {
        "of": record.record_id[:_SHORT],
        "state": record.state.value,
        "what": record.field,
        "machine": _brief(record.machine_value),
        "person": _brief(record.human_value),
        "by": record.reviewer,
        "at": record.at,
        "note": record.note,
    }


def statement(record: Statement, names: Names) -> Row:
    return {
        "actors": ", ".join(names.actor(actor.id) for actor in record.actors),
        "act": record.act.value,
        "stance": record.stance.value,
        "cue": record.cue.text,
        "content": record.content.text,
        "confidence": record.confidence,
        "review": record.review.value,
    }


def theme(record: Theme, names: Names) -> Row:
    return {
        "code": record.code,
        "title": record.title,
        "statements": names.statements_about(record.code),
    }


def _brief(value: str) -> str:
    """A value, with the ids in it as short as they are shown elsewhere."""
    parts = value.split(SEVERAL)
    return SEVERAL.join(part[:_SHORT] if _ID.fullmatch(part) else part for part in parts)


def _words(quotation: Quotation | None) -> str:
    return quotation.text if quotation else ""
