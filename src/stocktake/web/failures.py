"""Answers to what cannot be answered: a page for people, a problem in JSON for programs."""

from __future__ import annotations

from http import HTTPStatus

from starlette.responses import JSONResponse, Response

from stocktake.errors import StocktakeError
from stocktake.web.pages import page
from stocktake.web.visit import Visit

PROBLEM = "application/problem+json"


def missing(visit: Visit, status: int = 404) -> Response:
    """There is nothing here, or nothing for this reader: both are answered alike."""
    return _answer(visit, status, "", "")


def failed(visit: Visit, error: StocktakeError) -> Response:
    """What went wrong, in words; of what was not found no more is said than that."""
    if error.http_status == HTTPStatus.NOT_FOUND:
        return missing(visit)
    return _answer(visit, error.http_status, error.message, error.remedy)


def _answer(visit: Visit, status: int, message: str, remedy: str) -> Response:
    title = HTTPStatus(status).phrase
    if visit.request.url.path.startswith("/api"):
        told = {"title": title, "status": status, "detail": message or title}
        return JSONResponse(told, status, media_type=PROBLEM)
    return page(visit, "failure", status, title=title, message=message, remedy=remedy)
