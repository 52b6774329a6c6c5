"""Withdrawing what was published, and letting it count again."""

from __future__ import annotations

from starlette.responses import RedirectResponse, Response

from stocktake.services import withdrawing_published
from stocktake.services.people import moments
from stocktake.services.withdrawing_published import Act
from stocktake.web.visit import Visit


def withdraw(visit: Visit) -> Response:
    """Withdraw an input, for the secretariat."""
    withdrawing_published.withdraw(_act(visit), visit.path("input_id"))
    return _to_input(visit)


def restore(visit: Visit) -> Response:
    """Let a withdrawn input count again."""
    withdrawing_published.restore(_act(visit), visit.path("input_id"))
    return _to_input(visit)


def withdraw_own(visit: Visit) -> Response:
    """Withdraw an own submission that is published."""
    withdrawing_published.withdraw_own(_act(visit), visit.path("submission_id"))
    return _to_own(visit)


def restore_own(visit: Visit) -> Response:
    """Let an own submission count again."""
    withdrawing_published.restore_own(_act(visit), visit.path("submission_id"))
    return _to_own(visit)


def _act(visit: Visit) -> Act:
    visit.refuse_example()
    return Act(visit.site.store, visit.account, moments.present(), visit.field("reason"))


def _to_input(visit: Visit) -> Response:
    return RedirectResponse(f"/inputs/{visit.path('input_id')}", 303)


def _to_own(visit: Visit) -> Response:
    return RedirectResponse(f"/hand-in/{visit.path('submission_id')}", 303)
