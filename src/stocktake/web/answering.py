"""Pages that are the same for all who are not signed in are rendered once a stock and then kept.

Only what a view makes of the stock alone is kept, under the hash of that stock: with a new stock
the old pages are not found any more. Nothing that a signed-in reader sees is kept. The pages that
were asked for last are in memory, all others on the disk, where every process finds them.
"""

from __future__ import annotations

from dataclasses import dataclass, field

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
    views_writings,
)
from stocktake.web.kept_pages import CODING, Page, page_of
from stocktake.web.visit import View, Visit

OK = 200
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
        views_writings.report,
        views_writings.brief,
        views_writings.pack,
        views_writings.digest,
        views_writings.actor,
        views_writings.feed,
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
    name = _name(visit, view)
    key = (visit.shown.key, str(visit.shown.number), *name)
    page = visit.site.kept.get(key)
    if page is None:
        made = _Made(visit, view)
        told = visit.shown.kept.once(name, made.told)
        if told is None:
            return made.answers[0]
        page = Page.read(told)
        visit.site.kept.keep(key, page)
    return page.answer(packed=CODING in visit.request.headers.get("accept-encoding", ""))


@dataclass(frozen=True, slots=True)
class _Made:
    """What a view answers, if it comes to be asked; no more than a whole page is kept."""

    visit: Visit
    view: View
    answers: list[Response] = field(default_factory=list)

    def told(self) -> bytes | None:
        answer = self.view(self.visit)
        self.answers.append(answer)
        return page_of(answer).told() if answer.status_code == OK else None


def _name(visit: Visit, view: View) -> tuple[str, ...]:
    """All that tells one page of a stock from another."""
    settings = f"{visit.site.settings} {visit.is_example}"
    request = visit.request
    address = request.url.path, request.url.query
    return settings, _published(visit, view), *address, visit.language


def _published(visit: Visit, view: View) -> str:
    """For the one page that tells it: when a stock was published last."""
    return visit.site.published_at(visit.account.audience) if view is views_overview.home else ""


def _is_anybody(visit: Visit) -> bool:
    """Whether a reader has nothing of their own: no account, nor a cookie that once was one."""
    return visit.request.method == "GET" and not visit.is_signed_in and not visit.token
