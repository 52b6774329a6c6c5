"""What readers take along as files, each from the edition that they may see."""

from __future__ import annotations

from starlette.responses import Response

from stocktake.services.pages import amended, exports
from stocktake.services.pages.exports import CSV, File
from stocktake.services.pages.tables import csv_of
from stocktake.web.pages import as_file, page
from stocktake.web.visit import Visit


def stock(visit: Visit) -> Response:
    """The whole stock in a format that other programs read."""
    return given(exports.stock(visit.shown, visit.path("form")))


def comparison(visit: Visit) -> Response:
    """Two drafts compared, as a file: with changes tracked, as docx."""
    old, new, form = (visit.path(name) for name in ("old", "label", "shape"))
    return given(exports.comparison(visit.shown, old, new, form))


def dispositions(visit: Visit) -> Response:
    """What became of each proposal in a draft, as CSV."""
    return given(exports.dispositions(visit.shown, visit.path("label")))


def amendments(visit: Visit) -> Response:
    """The amendments proposed to a draft."""
    found = amended.amended(visit.shown, visit.path("label"), visit.wanted())
    return page(visit, "amendments", amended=found, formats=exports.COMPILATION_FORMATS)


def amendments_csv(visit: Visit) -> Response:
    """The amendments proposed to a draft, as CSV."""
    label = visit.path("label")
    body = csv_of(amended.every(visit.shown, label))
    return given(File(body, CSV, f"{label}-amendments.csv"))


def compilation(visit: Visit) -> Response:
    """The text of a draft with each amendment at its place, as a file."""
    return given(exports.compilation(visit.shown, visit.path("label"), visit.path("shape")))


def given(file: File) -> Response:
    """A file to be saved."""
    return as_file(file.body, file.media_type, file.name)
