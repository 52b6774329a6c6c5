"""Handing in, for delegations and organisations; the desk, for the secretariat."""

from __future__ import annotations

from typing import Any

from starlette.datastructures import UploadFile
from starlette.responses import RedirectResponse, Response

from stocktake.errors import ReadError, UsageError
from stocktake.model import InputKind
from stocktake.model.accounts import Audience
from stocktake.model.submissions import Submission
from stocktake.services import handing_in, process_file, uploading, withdrawing_published
from stocktake.services.handing_in import TOLD
from stocktake.web import views_stocks
from stocktake.web.pages import page
from stocktake.web.views_uploads import desk as desk_of
from stocktake.web.visit import Visit


def ask(visit: Visit) -> Response:
    """The form to hand in, and what one handed in."""
    return _form(visit, None)


def hand_in(visit: Visit) -> Response:
    """Receive a file or typed text, and show how it was read."""
    at, told = desk_of(visit), _told(visit)
    file, replaces = visit.form.get("file"), visit.field("replaces") or None
    try:
        if visit.field("upload"):
            with uploading.whole(at, visit.field("upload")) as (stream, name):
                made = handing_in.hand_in(at, stream, name, told, replaces)
        elif isinstance(file, UploadFile) and file.filename:
            made = handing_in.hand_in(at, file.file, file.filename, told, replaces)
        else:
            made = handing_in.type_in(at, visit.field("text"), told)
    except (UsageError, ReadError) as error:
        return _form(visit, error, error.http_status)
    return RedirectResponse(f"/hand-in/{made.id}", 303)


def one(visit: Visit) -> Response:
    """A submission with how it was read."""
    return _submission(visit, handing_in.one(desk_of(visit), visit.path("submission_id")))


def correct(visit: Visit) -> Response:
    """Change what is told of a submission."""
    made = handing_in.correct(desk_of(visit), visit.path("submission_id"), _told(visit))
    return RedirectResponse(f"/hand-in/{made.id}", 303)


def withdraw(visit: Visit) -> Response:
    """Take a submission back."""
    handing_in.withdraw(desk_of(visit), visit.path("submission_id"))
    return RedirectResponse("/hand-in", 303)


def desk(visit: Visit) -> Response:
    """What all handed in, and the build."""
    found = handing_in.every(desk_of(visit)) if visit.may("admit") else []
    return page(
        visit,
        "desk",
        submissions=found,
        build=visit.site.builder.state(),
        **views_stocks.on_desk(visit),
    )


def give_back(visit: Visit) -> Response:
    """Return a submission with a reason."""
    handing_in.give_back(desk_of(visit), visit.path("submission_id"), visit.field("reason"))
    return RedirectResponse("/desk", 303)


def publish(visit: Visit) -> Response:
    """Make a submission an input."""
    handing_in.publish(desk_of(visit), visit.path("submission_id"))
    return RedirectResponse("/desk", 303)


def build(visit: Visit) -> Response:
    """Take stock of all inputs."""
    visit.site.builder.start()
    return RedirectResponse("/desk", 303)


def _told(visit: Visit) -> dict[str, str]:
    """What the form tells of a document."""
    return {name: visit.field(name) for name in (*TOLD, "question")}


def _choices(visit: Visit) -> dict[str, Any]:
    """What the form offers to choose from."""
    process = process_file.load(visit.site.workspace.process_file).process
    choices = {"kinds": list(InputKind), "audiences": list(Audience)}
    return {"meetings": process.meetings, **choices}


def _form(visit: Visit, error: UsageError | ReadError | None, status: int = 200) -> Response:
    at = desk_of(visit)
    return page(
        visit,
        "hand_in",
        status,
        submissions=handing_in.own(at),
        uploads=uploading.own(at),
        error=error,
        **_choices(visit),
    )


def _submission(visit: Visit, submission: Submission) -> Response:
    read, error = None, None
    try:
        read = handing_in.how_read(visit.site.workspace, submission)
    except ReadError as caught:
        error = caught
    return page(
        visit,
        "submission",
        submission=submission,
        read=read,
        error=error,
        can_restore=withdrawing_published.can_restore(visit.site.store, submission),
        is_own=submission.account_id == visit.account.id,
        **_choices(visit),
    )
