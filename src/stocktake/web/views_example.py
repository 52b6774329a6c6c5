"""The bundled example, for administrators of a workspace that holds nothing yet."""

from __future__ import annotations

from starlette.responses import RedirectResponse, Response

from stocktake.errors import UsageError
from stocktake.services import example
from stocktake.services.people import auditing, moments
from stocktake.web.visit import Visit


def begin(visit: Visit) -> Response:
    """Show the example."""
    if not example.is_empty(visit.site.store):
        raise UsageError("this workspace holds inputs already.")
    visit.site.example.begin()
    return _done(visit, "began example")


def remove(visit: Visit) -> Response:
    """Take the example away."""
    visit.site.remove_example()
    return _done(visit, "removed example")


def _done(visit: Visit, act: str) -> Response:
    auditing.note(visit.site.store, visit.account.id, act, moments.present())
    return RedirectResponse("/", 303)
