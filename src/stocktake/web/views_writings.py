"""What is written from the stock: to be read here, each claim with its passage, or taken along."""

from __future__ import annotations

from starlette.responses import Response

from stocktake.model import Report
from stocktake.services import programme as programmes
from stocktake.services.pages import writings
from stocktake.web import views_report
from stocktake.web.pages import as_file, page, tagged
from stocktake.web.visit import Visit


def report(visit: Visit) -> Response:
    """The whole report as a file."""
    return written(visit, visit.shown.report, "stocktaking-report")


def brief(visit: Visit) -> Response:
    """The brief on a meeting."""
    meeting = visit.path("meeting_id")
    made = writings.brief(visit.shown, meeting, visit.asked("date") or None)
    return written(visit, made, f"brief-{meeting}")


def pack(visit: Visit) -> Response:
    """The pack for a session."""
    session = f"{visit.path('meeting_id')}/{visit.path('session_id')}"
    return written(visit, writings.pack(visit.shown, session), "pack")


def digest(visit: Visit) -> Response:
    """What came in and happened on a day."""
    day = visit.path("day")
    return written(visit, writings.digest(visit.shown, day), "digest")


def actor(visit: Visit) -> Response:
    """The page on an actor, for print."""
    made = writings.actor(visit.shown, visit.path("actor_id"))
    return written(visit, made, "actor")


def traced(visit: Visit) -> Response:
    """What became of an actor's asks: the page for a minister."""
    made = writings.traced(visit.shown, visit.path("label"), visit.path("actor_id"))
    return written(visit, made, "what-became-of-it")


def feed(visit: Visit) -> Response:
    """What is new, as an Atom feed."""
    return tagged(writings.feed(visit.shown), "application/atom+xml")


def programme(visit: Visit) -> Response:
    """The programme as a calendar, a web page, PDF, JSON or Markdown."""
    form = visit.asked("format") or "ics"
    meeting = visit.asked("meeting") or None
    made = programmes.programme(visit.shown.workspace, programmes.Wish(meeting))
    body = programmes.export(made, form)
    return as_file(body, programmes.media_type(form), f"programme.{form}")


def written(visit: Visit, made: Report, name: str) -> Response:
    """A report to be read here, or, where a format is asked for, as a file."""
    form = visit.asked("format")
    if not form:
        formats = writings.FORMATS
        return page(visit, "writing", report=made, formats=formats, **views_report.cited(made))
    body, media_type, suffix = writings.exported(made, form)
    return as_file(body, media_type, f"{name}{suffix}")
