"""The review queue, worked with keys or without: one statement after another, and who agrees."""

from __future__ import annotations

from starlette.responses import RedirectResponse, Response

from stocktake.model import Act, Stance
from stocktake.services import about, judging, spanning
from stocktake.services.judging import Judgement
from stocktake.services.pages import agreement as reviewers
from stocktake.services.pages import queue
from stocktake.services.pages.queue import Asked
from stocktake.services.people import moments
from stocktake.services.spanning import Span
from stocktake.web.pages import page
from stocktake.web.visit import Visit

_FAR = 10**9


def waiting(visit: Visit) -> Response:
    """The statement to be judged next."""
    asked = Asked(
        visit.account.name,
        visit.number("skip", 0, 10**6),
        visit.asked("of"),
        visit.asked("second") == "yes",
        _span(visit),
    )
    return page(
        visit,
        "review",
        waiting=queue.first(visit.shown, visit.site.store, asked),
        asked=asked,
        last=visit.asked("last"),
        acts=list(Act),
        stances=list(Stance),
        schemes=visit.shown.stock.schemes,
    )


def judge(visit: Visit) -> Response:
    """Keep a judgement, and go on to the next statement."""
    visit.refuse_example()
    which, verdict = visit.path("statement_id"), visit.field("verdict")
    if verdict == "themes":
        _label(visit, which)
    else:
        now = moments.told(moments.present())
        judgement = _judgement(visit, which, verdict)
        judging.judge(visit.site.workspace, judgement, visit.account.name, now, visit.account.id)
    second = "second=yes&" if visit.field("second") else ""
    stays = verdict in {"undo", "themes"}
    return RedirectResponse(f"/review?{second}{'of' if stays else 'last'}={which}", 303)


def judged(visit: Visit) -> Response:
    """What people said of statements."""
    return page(visit, "judged", found=queue.judged(visit.site.store, visit.wanted()))


def agreement(visit: Visit) -> Response:
    """How far reviewers agree, two by two."""
    found = reviewers.agreement(visit.site.store)
    return page(visit, "agreement", found=found, states=reviewers.STATES)


def _judgement(visit: Visit, which: str, verdict: str) -> Judgement:
    if verdict != "edit":
        return Judgement(which, verdict, note=visit.field("note"))
    actors = tuple(name.strip() for name in visit.field("actors").split(";") if name.strip())
    return Judgement(
        which,
        verdict,
        visit.field("act") or None,
        visit.field("stance") or None,
        actors,
        visit.field("note"),
        _marked(visit),
    )


def _label(visit: Visit, which: str) -> None:
    """Keep what the statement is about: codes to add, and those of the ticked that are wrong."""
    add = tuple(filter(None, (visit.field(name) for name in ("add", "add_dimension", "add_lens"))))
    change = about.Change(which, add, visit.fields("remove"), visit.field("note"))
    now = moments.told(moments.present())
    about.change(visit.site.workspace, change, visit.account.name, now, visit.account.id)


def _span(visit: Visit) -> Span | None:
    """The words that are being marked, by the parameters of the address."""
    if not visit.asked("start"):
        return None
    return visit.number("start", 0, _FAR), visit.number("end", 0, _FAR)


def _marked(visit: Visit) -> Span | None:
    """The words that the form says the statement is about."""
    start, end = visit.field("start"), visit.field("end")
    return spanning.span_of(f"{start}-{end}") if start else None
