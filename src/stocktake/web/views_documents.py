"""Inputs, what was said in them, and the way to every single passage."""

from __future__ import annotations

from urllib.parse import quote

from starlette.responses import FileResponse, RedirectResponse, Response

from stocktake.errors import NotFoundError
from stocktake.model import InputKind
from stocktake.services import originals, page_pictures
from stocktake.services.pages import evidence, reader
from stocktake.services.pages import inputs as listed_inputs
from stocktake.web.pages import page, tagged
from stocktake.web.visit import Visit

_FOREVER = "private, max-age=31536000, immutable"
_HARMLESS = "default-src 'none'; sandbox"


def inputs(visit: Visit) -> Response:
    """The list of inputs."""
    found = listed_inputs.inputs(visit.shown, visit.wanted())
    return page(visit, "inputs", found=found, kinds=list(InputKind))


def one_input(visit: Visit) -> Response:
    """The reader: the text with what was said in it."""
    skip = visit.number("skip", 0, 10**8)
    return page(visit, "reader", reader=reader.read(visit.shown, visit.path("input_id"), skip))


def original(visit: Visit) -> Response:
    """The file as it was handed in; a browser saves it and runs nothing of it."""
    item = visit.shown.inputs.get(visit.path("input_id"))
    if item is None:
        raise NotFoundError("there is no such input.")
    name = quote(item.name.rsplit("/", 1)[-1])
    headers = {
        "Content-Disposition": f"attachment; filename*=utf-8''{name}",
        "Content-Security-Policy": _HARMLESS,
        "Cache-Control": _FOREVER,
    }
    place = originals.path_of(visit.workspace, item.id)
    return FileResponse(place, headers=headers, media_type="application/octet-stream")


def picture(visit: Visit) -> Response:
    """One page of a PDF as a picture."""
    item = visit.shown.inputs.get(visit.path("input_id"))
    if item is None:
        raise NotFoundError("there is no such input.")
    drawn = page_pictures.picture(visit.workspace, item, int(visit.path("page")))
    answer = tagged(drawn, "image/png")
    answer.headers["Cache-Control"] = _FOREVER
    return answer


def passage(visit: Visit) -> Response:
    """A passage by its permanent address."""
    start, end = int(visit.path("start")), int(visit.path("end"))
    found = reader.passage(visit.shown, visit.path("document_id"), start, end)
    return page(visit, "passage", passage=found)


def statement(visit: Visit) -> Response:
    """A statement by its permanent address: the passage in which it stands."""
    found = evidence.one(visit.shown, visit.path("statement_id"))
    return RedirectResponse(f"/passages/{found.document_id}/{found.start}-{found.end}", 303)
