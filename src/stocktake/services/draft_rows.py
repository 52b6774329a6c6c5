"""A draft as one row of a table."""

from __future__ import annotations

from stocktake import legal
from stocktake.model import Draft, Role
from stocktake.services.drafts import OneDraft
from stocktake.services.rows import Row


def row(one: OneDraft) -> Row:
    """What is known of a version, and the sums of its draft."""
    version, draft = one.version, one.draft
    return {
        "label": version.label,
        "date": version.date or "",
        "round": version.round or "",
        "issued by": version.issued_by or "",
        "language": version.language or "",
        "provisions": len(draft.provisions),
        "brackets": len(negotiated(draft)),
        "unbalanced": sum(not item.closed for item in draft.brackets) + len(draft.strays),
        "open": percent(legal.open_shares(draft)[0].share),
        "unplaced": unplaced(draft),
        "file": version.name,
        "sha256": version.source[:12],
    }


def negotiated(draft: Draft) -> list[str]:
    """The ids of the brackets that negotiators put."""
    return [item.id for item in draft.brackets if item.kind in legal.NEGOTIATED]


def unplaced(draft: Draft) -> int:
    """How many stretches of words belong to no provision."""
    words = (draft.text[item.start : item.end] for item in draft.stretches if _is_lost(item.role))
    return sum(bool(text.strip()) for text in words)


def percent(share: float) -> str:
    """A share 0..1 with one decimal: "12.3 %"."""
    return f"{100 * share:.1f} %"


def _is_lost(role: Role) -> bool:
    return role is Role.UNPLACED
