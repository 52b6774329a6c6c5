"""The application: routes from the table, each behind the same door."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from importlib.resources import files

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from stocktake.errors import StocktakeError
from stocktake.model.accounts import Permission
from stocktake.services import process_file
from stocktake.web import answering, failures, visiting
from stocktake.web.pages import unless_known
from stocktake.web.receiving import Receiving
from stocktake.web.routes import POST, WAYS, Way
from stocktake.web.security import Guard
from stocktake.web.site import Site

MOST_FILES = 20
MOST_FIELDS = 200
BESIDES = 1 << 20
Endpoint = Callable[[Request], Awaitable[Response]]


def make_app(site: Site) -> Starlette:
    """The application for a site, which it closes when it ends."""

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        await run_in_threadpool(site.warm)
        yield
        site.close()

    static = StaticFiles(directory=str(files("stocktake.web").joinpath("static")))
    return Starlette(
        routes=[
            Mount("/static", static, name="static"),
            *(Route(way.path, _endpoint(way, site), methods=list(way.methods)) for way in WAYS),
        ],
        middleware=[
            Middleware(Guard, is_secure=site.settings.is_secure, most=_most(site)),
            Middleware(GZipMiddleware, minimum_size=1000),
        ],
        exception_handlers={HTTPException: _missing(site)},
        lifespan=lifespan,
    )


def _most(site: Site) -> int:
    """How much one request may bring: the largest file, and some more for what is told of it."""
    return process_file.load(site.workspace.process_file).limits.file_bytes + BESIDES


def _endpoint(way: Way, site: Site) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        if way.methods != POST:
            answer = await run_in_threadpool(_answer, way, request, site, FormData())
            return await answer.received(request) if isinstance(answer, Receiving) else answer
        async with request.form(max_files=MOST_FILES, max_fields=MOST_FIELDS) as form:
            return await run_in_threadpool(_answer, way, request, site, form)

    return endpoint


def _answer(way: Way, request: Request, site: Site, form: FormData) -> Response:
    """What the view says, or why it cannot; to whom a page is forbidden, there is none."""
    visit = visiting.visit(request, site, form)
    try:
        if site.settings.is_read_only and way.permission is not Permission.READ:
            return failures.missing(visit)
        if not visit.account.may(way.permission):
            return failures.missing(visit) if visit.is_signed_in else visiting.to_sign_in(visit)
        visiting.check_form(visit)
        answer = answering.answered(visit, way.view)
    except StocktakeError as error:
        answer = failures.failed(visit, error)
    return visiting.with_language(visit, unless_known(visit, answer))


def _missing(site: Site) -> Callable[[Request, Exception], Awaitable[Response]]:
    async def missing(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 404
        return await run_in_threadpool(_none, request, site, status)

    return missing


def _none(request: Request, site: Site, status: int) -> Response:
    return failures.missing(visiting.visit(request, site, FormData()), status)
