"""Pages made before their first reader comes: those that every reader finds first, and those that
look at all of a stock."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from functools import partial

from starlette.requests import Request

from stocktake.errors import NotFoundError, StocktakeError
from stocktake.model.accounts import Audience
from stocktake.services.pages import preparing, tables
from stocktake.services.pages.shown import Shown
from stocktake.web import answering, languages, views_writings
from stocktake.web.routes import WAYS, Way
from stocktake.web.site import Site
from stocktake.web.visit import Visit

_API = "/api"
# Large, and seldom asked for: made when they are.
_AT_NEED = frozenset({views_writings.report, views_writings.feed})


def warm(site: Site) -> None:
    """Open what the public sees, and make its pages in all languages unless they are kept already.

    Nothing is done before the first stock; a page that cannot be made is left to who asks for it.
    """
    with suppress(NotFoundError):
        shown = site.shown(Audience.PUBLIC)
        preparing.prepare(shown)
        for way, found in _pages(shown):
            for language in languages.NAMES:
                with suppress(StocktakeError):
                    answering.answered(_visit(site, way.path, found, language), way.view)


def _pages(shown: Shown) -> Iterator[tuple[Way, dict[str, str]]]:
    """Each address with what stands in the open parts of it."""
    sections = ({"section": id_} for id_ in _sections(shown))
    names = ({"name": name} for name in tables.NAMES)
    several = {"/report/{section:str}": [*sections], "/data/{name:str}": [*names]}
    for way in WAYS:
        if way.view in answering.OF_STOCK - _AT_NEED and not way.path.startswith(_API):
            for found in several.get(way.path, [] if "{" in way.path else [{}]):
                yield way, found


def _sections(shown: Shown) -> list[str]:
    """The sections of the report, for which it need not be made if they are kept."""
    told = shown.kept.once(("sections",), partial(_told, shown))
    return told.decode().split() if told else []


def _told(shown: Shown) -> bytes:
    return " ".join(item.id for item in shown.report.sections).encode()


def _visit(site: Site, path: str, found: dict[str, str], language: str) -> Visit:
    """A visit of nobody in particular."""
    for name, value in found.items():
        path = path.replace(f"{{{name}:str}}", value)
    scope = {
        "type": "http",
        "method": "GET",
        "path": path,
        "query_string": b"",
        "headers": [],
        "path_params": found,
    }
    return Visit(Request(scope), site, language)
