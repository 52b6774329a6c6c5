"""Pages from templates: escaped always, with the same frame around all of them."""

from __future__ import annotations

import re
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any
from urllib.parse import quote, urlencode

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from starlette.responses import Response

from stocktake.exporters import page_tools
from stocktake.web import languages, visiting
from stocktake.web.visit import Visit

HTML = "text/html"
_NO_FOLDER = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|]')
_OF_UNCHANGED = frozenset({"etag", "cache-control", "vary"})


def page(visit: Visit, template: str, status: int = 200, **values: Any) -> Response:
    """A page made of ``templates/TEMPLATE.html.j2`` and *values*."""
    made = environment(visit.language).get_template(f"{template}.html.j2")
    text = made.render(
        visit=visit, query=_query_of(visit), form_token=visiting.form_token(visit), **values
    )
    return tagged(text.encode("utf-8", "replace"), HTML, status)


def tagged(body: bytes, media_type: str, status: int = 200) -> Response:
    """*body* with its ETag."""
    tag = f'"{sha256(body).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": "private, no-cache", "Vary": "Cookie, Accept-Language"}
    return Response(body, status, headers, media_type)


def as_file(body: bytes, media_type: str, name: str) -> Response:
    """An answer for the browser to save under *name*: in letters that no header minds, and beside
    them, where others were left out, in all letters (RFC 6266), but none that leads to a folder."""
    answer = tagged(body, media_type)
    plain = re.sub(r"[^A-Za-z0-9._-]", "-", name)
    full = (
        "" if plain == name else f"; filename*=utf-8''{quote(_NO_FOLDER.sub('-', name), safe='')}"
    )
    answer.headers["Content-Disposition"] = f'attachment; filename="{plain}"{full}'
    return answer


def unless_known(visit: Visit, answer: Response) -> Response:
    """*answer*, or nothing but its headers if the reader has it already."""
    tag = answer.headers.get("etag")
    known = visit.request.headers.get("if-none-match", "")
    if tag is None or answer.status_code != 200 or tag not in known:
        return answer
    if visit.request.method not in {"GET", "HEAD"}:
        return answer
    told = {name: value for name, value in answer.headers.items() if name in _OF_UNCHANGED}
    return Response(status_code=304, headers=told)


@cache
def environment(language: str) -> Environment:
    """The templates with the words of one language."""
    made = Environment(
        loader=ChoiceLoader(
            [
                PackageLoader("stocktake.web", "templates"),
                PackageLoader("stocktake.exporters", "assets"),
            ]
        ),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    catalogue = languages.catalogue(language)
    made.install_gettext_translations(catalogue, newstyle=True)  # type: ignore[attr-defined]
    made.globals |= page_tools.TOOLS | {
        "asset": asset,
        "languages": languages.NAMES,
        "reading_direction": languages.direction(language),
    }
    return made


@cache
def asset(name: str) -> str:
    """The address of a static file, which changes with its content."""
    content = files("stocktake.web").joinpath("static", name).read_bytes()
    return f"/static/{name}?v={sha256(content).hexdigest()[:12]}"


def _query_of(visit: Visit) -> Any:
    """Makes the present address with other parameters; one without a value is left out."""

    def query(**changed: object) -> str:
        told = dict(visit.request.query_params) | changed
        kept = {name: value for name, value in told.items() if value not in {None, ""}}
        return "?" + urlencode(sorted(kept.items()))

    return query
