"""The application: routes from the table, each behind the same door."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from importlib.resources import files

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from stocktake.errors import StocktakeError
from stocktake.web import failures, languages
from stocktake.web.routes import WAYS, Way
from stocktake.web.security import Guard
from stocktake.web.site import Site
from stocktake.web.visit import Visit

Endpoint = Callable[[Request], Awaitable[Response]]


def make_app(site: Site) -> Starlette:
    """The application for a site, which it closes when it ends."""

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        site.close()

    static = StaticFiles(directory=str(files("stocktake.web").joinpath("static")))
    return Starlette(
        routes=[
            Mount("/static", static, name="static"),
            *(Route(way.path, _endpoint(way, site), methods=list(way.methods)) for way in WAYS),
        ],
        middleware=[
            Middleware(Guard, is_secure=site.settings.is_secure),
            Middleware(GZipMiddleware, minimum_size=1000),
        ],
        exception_handlers={HTTPException: _missing(site)},
        lifespan=lifespan,
    )


def _endpoint(way: Way, site: Site) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        return await run_in_threadpool(_answer, way, _visit(request, site))

    return endpoint


def _visit(request: Request, site: Site) -> Visit:
    return Visit(request, site, languages.wanted(request))


def _answer(way: Way, visit: Visit) -> Response:
    """What the view says, or why it cannot; to whom a page is forbidden, there is none."""
    try:
        if not visit.account.may(way.permission):
            return failures.missing(visit)
        return way.view(visit)
    except StocktakeError as error:
        return failures.failed(visit, error)


def _missing(site: Site) -> Callable[[Request, Exception], Awaitable[Response]]:
    async def missing(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 404
        return await run_in_threadpool(failures.missing, _visit(request, site), status)

    return missing
