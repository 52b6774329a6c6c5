"""Pages that are the same for all who are not signed in are rendered once a stock and then kept.

Only what a view makes of the stock alone is kept, under the hash of that stock: with a new stock
the old pages are not found any more. Nothing that a signed-in reader sees is kept.
"""

from __future__ import annotations

from starlette.responses import Response

from stocktake.web import (
    views_actors,
    views_api,
    views_documents,
    views_finding,
    views_overview,
    views_proposals,
    views_report,
    views_tables,
)
from stocktake.web.kept_pages import CODING, page_of
from stocktake.web.visit import View, Visit

OF_STOCK: frozenset[View] = frozenset(
    {
        views_overview.home,
        views_overview.process,
        views_documents.inputs,
        views_documents.one_input,
        views_documents.passage,
        views_finding.search,
        views_proposals.proposals,
        views_proposals.one_proposal,
        views_proposals.matrix,
        views_proposals.one_theme,
        views_actors.actors,
        views_actors.one_actor,
        views_report.relations,
        views_report.gaps,
        views_report.commitments,
        views_report.contents,
        views_report.section,
        views_report.method,
        views_tables.table,
        views_tables.as_csv,
        views_api.process,
        views_api.inputs,
        views_api.one_input,
        views_api.proposals,
        views_api.one_proposal,
        views_api.themes,
        views_api.one_theme,
        views_api.actors,
        views_api.one_actor,
        views_api.statement,
        views_api.search,
        views_api.table,
    }
)


def answered(visit: Visit, view: View) -> Response:
    """What *view* answers, from the kept pages where that is the same for everybody."""
    if view not in OF_STOCK or not _is_anybody(visit) or not visit.has_stock:
        return view(visit)
    key = (visit.shown.key, str(visit.shown.number), _published(visit, view), *_address(visit))
    pages = visit.site.kept
    page = pages.get(key)
    if page is None:
        answer = view(visit)
        if answer.status_code != 200:
            return answer
        page = page_of(answer)
        pages.keep(key, page)
    return page.answer(packed=CODING in visit.request.headers.get("accept-encoding", ""))


def _published(visit: Visit, view: View) -> str:
    """For the one page that tells it: when a stock was published last."""
    return visit.site.published_at(visit.account.audience) if view is views_overview.home else ""


def _is_anybody(visit: Visit) -> bool:
    """Whether a reader has nothing of their own: no account, nor a cookie that once was one."""
    return visit.request.method == "GET" and not visit.is_signed_in and not visit.token


def _address(visit: Visit) -> tuple[str, str, str]:
    return visit.request.url.path, visit.request.url.query, visit.language
