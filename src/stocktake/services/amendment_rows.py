"""Amendments as rows of a table: who wants what where, the proof, and what stands against it."""

from __future__ import annotations

from stocktake import legal
from stocktake.model import AmendmentResult, AmendmentState, Document, Draft, Quotation
from stocktake.services.amendments import OnDraft, Proposed
from stocktake.services.rows import Row

_SHORT = 12


def rows(found: OnDraft, provision: str | None = None, actor: str | None = None) -> list[Row]:
    """The amendments in the order of the text, those without a place last.

    *provision* is an id or a reference ("Article 4, paragraph 2"): it and all beneath it. *actor*
    is an id or a name: what it proposes, supports or opposes.
    """
    wanted = _provisions(found.one.draft, provision) if provision else None
    shown = (item for item in in_order(found) if _is_wanted(item, found.proposed, wanted, actor))
    return [row(item, found) for item in shown]


def in_order(found: OnDraft) -> list[AmendmentResult]:
    """How all fared, in the order of the text; those without a provision last."""
    order = {item.id: number for number, item in enumerate(found.one.draft.provisions)}
    last = len(order)
    return sorted(
        found.results,
        key=lambda item: (
            order.get(item.provision_id or "", last),
            item.start or 0,
            item.amendment.id,
        ),
    )


def _provisions(draft: Draft, reference: str) -> frozenset[str]:
    ids = {item.id for item in draft.provisions}
    tops = {reference} & ids or {item.id for item in legal.find(draft, reference)}
    return frozenset(
        id_ for id_ in ids if any(id_ == top or id_.startswith(f"{top}__") for top in tops)
    )


def _is_wanted(
    item: AmendmentResult, known: Proposed, wanted: frozenset[str] | None, actor: str | None
) -> bool:
    if wanted is not None and item.provision_id not in wanted:
        return False
    amendment = item.amendment
    ids = (*amendment.actors, *amendment.supporters, *amendment.opponents)
    said = {part.casefold() for id_ in ids for part in (id_, known.names.get(id_, id_))}
    return actor is None or actor.casefold() in said


def row(item: AmendmentResult, found: OnDraft) -> Row:
    """All that is known of one amendment on a draft."""
    amendment, known = item.amendment, found.proposed
    document = known.documents.get(amendment.document_id or "")
    quotation = amendment.quotation
    source = known.inputs[document.input_id].name if document else amendment.source
    page = document.page_at(quotation.start) if document and quotation else None
    return {
        "id": amendment.id[:_SHORT],
        "provision": item.provision_id or "",
        "as written": amendment.target,
        "action": amendment.action.value,
        "old words": amendment.old,
        "new words": amendment.new,
        "described": amendment.described,
        "where": amendment.where.value if amendment.where else "",
        "proposed by": _names(amendment.actors, known),
        "supported by": _names(amendment.supporters, known),
        "opposed by": _names(amendment.opponents, known),
        "state": item.state.value,
        "in conflict with": ", ".join(id_[:_SHORT] for id_ in item.conflicts),
        "date": amendment.date or "",
        "source": f"{source}, page {page}" if page else source,
        "evidence": quotation.text if quotation else "",
        "passage": _passage(document, quotation) if document and quotation else "",
        "review": amendment.review.value,
    }


def _passage(document: Document, quotation: Quotation) -> str:
    """Where a quotation stands, as addresses of pages tell it."""
    return f"{document.id}/{quotation.start}-{quotation.end}"


def rejected(found: OnDraft) -> list[Row]:
    """Those that people said are no amendments."""
    gone = (AmendmentResult(item, AmendmentState.PLACE_NOT_FOUND) for item in found.rejected)
    return [row(item, found) | {"state": "rejected", "review": "rejected"} for item in gone]


def _names(ids: tuple[str, ...], known: Proposed) -> str:
    return "; ".join(sorted(known.names.get(id_, id_) for id_ in ids))


def brief(shown: list[Row]) -> list[Row]:
    """The same in fewer columns, for people."""
    return [
        {
            "id": one["id"],
            "provision": one["provision"] or one["as written"],
            "by": one["proposed by"] or "?",
            "amendment": _said(one),
            "supported by": one["supported by"],
            "opposed by": one["opposed by"],
            "state": one["state"],
            "conflicts": one["in conflict with"],
            "source": one["source"],
            "review": one["review"],
        }
        for one in shown
    ]


def _said(one: Row) -> str:
    old = f" “{one['old words']}”" if one["old words"] else ""
    new = f" “{one['new words']}”" if one["new words"] else ""
    parts = (one["action"], old, " →" if old and new else "", new)
    meant = f" {one['described']}" if one["described"] else ""
    where = f" ({one['where']})" if one["where"] else ""
    return "".join(parts) + meant + where
