"""The review queue, worked with keys or without."""

from __future__ import annotations

from starlette.responses import RedirectResponse, Response

from stocktake.model import Act, Stance
from stocktake.services import judging
from stocktake.services.judging import Judgement
from stocktake.services.pages import queue
from stocktake.services.people import moments
from stocktake.web.pages import page
from stocktake.web.visit import Visit


def waiting(visit: Visit) -> Response:
    """The statement to be judged next."""
    base = visit.site.store
    skip = visit.number("skip", 0, 10**6)
    return page(
        visit,
        "review",
        waiting=queue.first(visit.shown, base, skip, visit.asked("of")),
        skip=skip,
        last=visit.asked("last"),
        agreement=queue.agreement(base),
        acts=list(Act),
        stances=list(Stance),
    )


def judge(visit: Visit) -> Response:
    """Keep a judgement, and go on to the next statement."""
    which = visit.path("statement_id")
    actors = tuple(name.strip() for name in visit.field("actors").split(";") if name.strip())
    verdict = visit.field("verdict")
    edited = verdict == "edit"
    judgement = Judgement(
        which,
        verdict,
        visit.field("act") or None if edited else None,
        visit.field("stance") or None if edited else None,
        actors if edited else (),
        visit.field("note"),
    )
    now = moments.told(moments.present())
    judging.judge(visit.site.workspace, judgement, visit.account.email, now, visit.account.id)
    if verdict == "undo":
        return RedirectResponse(f"/review?of={which}", 303)
    return RedirectResponse(f"/review?last={which}", 303)


def judged(visit: Visit) -> Response:
    """What people said of statements."""
    return page(visit, "judged", found=queue.judged(visit.site.store, visit.wanted()))
