"""Files that come in pieces: the protocol tus 1.0.0 (https://tus.io), with its extensions creation,
termination and expiration. Metadata: ``filename``, and ``sha256`` of the whole."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from contextlib import ExitStack
from datetime import UTC, datetime
from email.utils import format_datetime
from functools import wraps

from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response

from stocktake.errors import StocktakeError, UsageError
from stocktake.services import process_file, uploading
from stocktake.services.handing_in import Desk
from stocktake.services.people import moments
from stocktake.services.uploading import Begun
from stocktake.web.receiving import Receiving
from stocktake.web.visit import View, Visit

VERSION = "1.0.0"
PIECE = "application/offset+octet-stream"
_LONGEST = 15


class VersionError(StocktakeError):
    """The protocol is spoken in another version."""

    http_status = 412


class KindError(StocktakeError):
    """A piece does not say that it is one."""

    http_status = 415


def _spoken(view: View) -> View:
    """A view that speaks the protocol, also of what went wrong."""

    @wraps(view)
    def speaks(visit: Visit) -> Response:
        try:
            if visit.request.headers.get("tus-resumable") != VERSION:
                raise VersionError("this is not tus 1.0.0.", remedy="Say Tus-Resumable: 1.0.0.")
            return view(visit)
        except StocktakeError as error:
            return _wrong(error)

    return speaks


def able(visit: Visit) -> Response:
    """What of the protocol is spoken here."""
    limits = process_file.load(visit.site.workspace.process_file).limits
    told = {
        "Tus-Version": VERSION,
        "Tus-Extension": "creation,termination,expiration",
        "Tus-Max-Size": str(limits.file_bytes),
    }
    return _told(204, told)


def own(visit: Visit) -> Response:
    """The uploads of the reader that are not handed in yet."""
    rows = [
        {
            "address": f"/uploads/{item.upload.id}",
            "name": item.upload.name,
            "size": item.upload.size,
            "sha256": item.upload.sha256,
            "offset": item.offset,
        }
        for item in uploading.own(desk(visit))
    ]
    return JSONResponse(rows, headers={"Cache-Control": "no-store"})


@_spoken
def begin(visit: Visit) -> Response:
    """Announce a file."""
    told = _metadata(visit.request.headers.get("upload-metadata", ""))
    size = _number(visit, "upload-length")
    made = uploading.begin(desk(visit), told.get("filename", ""), size, told.get("sha256", ""))
    return _told(201, {"Location": f"/uploads/{made.upload.id}", **_state(made)})


@_spoken
def offset(visit: Visit) -> Response:
    """How much of a file came."""
    begun = uploading.one(desk(visit), visit.path("upload_id"))
    size = {"Upload-Length": str(begun.upload.size), "Cache-Control": "no-store"}
    return _told(200, {**_state(begun), **size})


@_spoken
def go_on(visit: Visit) -> Response:
    """Take a further piece."""
    if visit.request.headers.get("content-type") != PIECE:
        raise KindError("a piece has another type.", remedy=f"Say Content-Type: {PIECE}.")
    at, upload_id = desk(visit), visit.path("upload_id")
    with ExitStack() as stack:
        going = uploading.going_on(at, upload_id, _number(visit, "upload-offset"))
        part = stack.enter_context(going)
        until = moments.later(at.now, hours=uploading.HOURS)

        def told(error: StocktakeError | None) -> Response:
            state = {"Upload-Offset": str(part.offset), "Upload-Expires": _as_date(until)}
            return _wrong(error) if error else _told(204, state)

        return Receiving(part.write, stack.pop_all(), told)


@_spoken
def give_up(visit: Visit) -> Response:
    """Forget an upload."""
    uploading.give_up(desk(visit), visit.path("upload_id"))
    return _told(204, {})


def give_up_by_form(visit: Visit) -> Response:
    """Forget an upload, from the page to hand in."""
    uploading.give_up(desk(visit), visit.path("upload_id"))
    return RedirectResponse("/hand-in", 303)


def desk(visit: Visit) -> Desk:
    """Where the reader hands in."""
    return Desk(visit.site.workspace, visit.site.store, visit.account, moments.present())


def _state(begun: Begun) -> dict[str, str]:
    return {
        "Upload-Offset": str(begun.offset),
        "Upload-Expires": _as_date(begun.upload.until),
    }


def _as_date(moment: str) -> str:
    """A moment as HTTP writes it."""
    read = datetime.strptime(moment, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    return format_datetime(read, usegmt=True)


def _told(status: int, headers: Mapping[str, str]) -> Response:
    return Response(status_code=status, headers={"Tus-Resumable": VERSION, **headers})


def _wrong(error: StocktakeError) -> Response:
    headers = {"Tus-Resumable": VERSION, "Cache-Control": "no-store"}
    if isinstance(error, VersionError):
        headers["Tus-Version"] = VERSION
    return PlainTextResponse(f"{error.message} {error.remedy}\n", error.http_status, headers)


def _number(visit: Visit, header: str) -> int:
    text = visit.request.headers.get(header, "")
    if not (text.isascii() and text.isdigit() and len(text) <= _LONGEST):
        raise UsageError(f"{header} must be a number.")
    return int(text)


def _metadata(header: str) -> dict[str, str]:
    """Names with values in base 64, as the protocol writes them; UsageError if they are not."""
    try:
        pairs = (item.strip().partition(" ") for item in header.split(",") if item.strip())
        return {name: base64.b64decode(value, validate=True).decode() for name, _, value in pairs}
    except (binascii.Error, UnicodeDecodeError) as error:
        raise UsageError("Upload-Metadata cannot be read.") from error
