"""Drafts of the text: how far agreed, what is open, what changed, what became of proposals."""

from __future__ import annotations

from starlette.responses import Response

from stocktake.services.pages import drafts as shown_drafts
from stocktake.web.pages import as_file, page, tagged
from stocktake.web.visit import Visit

_OWN_STYLE = (
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; "
    "form-action 'none'"
)


def drafts(visit: Visit) -> Response:
    """All drafts, earliest first."""
    return page(visit, "drafts", drafts=shown_drafts.listed(visit.shown))


def one_draft(visit: Visit) -> Response:
    """One draft with its brackets."""
    only_open = visit.asked("only") == "open"
    found = shown_drafts.read(visit.shown, visit.path("label"), only_open=only_open)
    return page(visit, "draft", draft=found, only_open=only_open)


def text(visit: Visit) -> Response:
    """One draft as a file."""
    form = visit.asked("format") or "docx"
    body, media_type, suffix = shown_drafts.written(visit.shown, visit.path("label"), form)
    return as_file(body, media_type, f"draft{suffix}")


def fates(visit: Visit) -> Response:
    """What became of each proposal in a draft."""
    return page(visit, "fates", fates=shown_drafts.fates(visit.shown, visit.path("label")))


def compared(visit: Visit) -> Response:
    """Two drafts side by side."""
    body = shown_drafts.compared(visit.shown, visit.path("old"), visit.path("label"))
    answer = tagged(body, "text/html")
    answer.headers["Content-Security-Policy"] = _OWN_STYLE
    return answer
