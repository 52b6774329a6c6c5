"""The description of the HTTP API as OpenAPI 3.1, read from the routes and the records."""

from __future__ import annotations

import inspect
import re
from functools import cache
from typing import Any

from stocktake import __version__
from stocktake.web import answer_shapes

Schema = dict[str, Any]
_PARAMETER = re.compile(r"\{(\w+)(?::(\w+))?\}")
_KINDS = {"int": {"type": "integer", "minimum": 0}}
_TEXT: Schema = {"type": "string"}
_PAGED = {
    "words": (_TEXT, "Words that must all stand in the item."),
    "theme": (_TEXT, "The code of a theme."),
    "dimension": (_TEXT, "The code of a dimension."),
    "actor": (_TEXT, "The id of an actor."),
    "kind": (_TEXT, "The kind of input or actor."),
    "region": (_TEXT, "A regional group."),
    "skip": ({"type": "integer", "minimum": 0, "maximum": 10**8}, "Items on earlier pages."),
    "limit": ({"type": "integer", "minimum": 1, "maximum": 500}, "Items on a page."),
}
_SEARCH = {
    "q": (_TEXT, "What to look for."),
    "by": ({"enum": ["words", "meaning"]}, "Whether words are looked for or what they mean."),
    "meeting": (_TEXT, "The id of a meeting."),
    "group": (_TEXT, "A group; what its members say counts as well."),
    "lens": (_TEXT, "The code of a lens."),
    "review": (_TEXT, "machine, confirmed or edited."),
    "confidence": ({"type": "number", "minimum": 0, "maximum": 1}, "The least confidence."),
    "order": ({"enum": ["relevance", "oldest", "newest"]}, "In which order hits come."),
    "act": (_TEXT, "What the actor does, such as proposes."),
    "stance": (_TEXT, "supports, opposes or neutral."),
    "since": (_TEXT, "The day, month or year from which on."),
    "until": (_TEXT, "The day, month or year until which."),
}


def index() -> Schema:
    """The addresses of the API, with what each tells."""
    ways = _ways()
    return {
        "version": __version__,
        "description": "/api/openapi.json",
        "addresses": {way.path: _summary(way) for way in ways},
    }


@cache
def openapi() -> Schema:
    """The whole description."""
    told, named = answer_shapes.answers()
    paths = {_PARAMETER.sub(r"{\1}", way.path): {"get": _operation(way, told)} for way in _ways()}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "stocktake",
            "version": __version__,
            "description": "What the pages show, as JSON. All answers carry an ETag.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "paths": paths,
        "components": {"schemas": named | {"Problem": _problem()}},
    }


def _ways() -> list[Any]:
    from stocktake.web.routes import WAYS

    return [way for way in WAYS if way.path.startswith("/api")]


def _operation(way: Any, told: dict[str, Schema]) -> Schema:
    return {
        "operationId": way.view.__name__,
        "summary": _summary(way),
        "parameters": [*_in_path(way), *_in_query(way)],
        "responses": {
            "200": {
                "description": "What was asked for.",
                "content": {
                    "application/json": {"schema": told.get(way.view.__name__, {"type": "object"})}
                },
            },
            **{code: _failure(told) for code, told in _FAILURES.items()},
        },
    }


_FAILURES = {
    "400": "A parameter cannot be what it is.",
    "404": "There is nothing here, or nothing for this reader.",
}


def _failure(told: str) -> Schema:
    schema = {"$ref": "#/components/schemas/Problem"}
    return {"description": told, "content": {"application/problem+json": {"schema": schema}}}


def _in_path(way: Any) -> list[Schema]:
    return [
        {"name": name, "in": "path", "required": True, "schema": _KINDS.get(kind, _TEXT)}
        for name, kind in _PARAMETER.findall(way.path)
    ]


def _in_query(way: Any) -> list[Schema]:
    known = _SEARCH | _PAGED if way.path == "/api/search" else _PAGED
    return [
        {"name": name, "in": "query", "schema": schema, "description": told}
        for name, (schema, told) in known.items()
    ]


def _summary(way: Any) -> str:
    return inspect.cleandoc(way.view.__doc__ or "").splitlines()[0]


def _problem() -> Schema:
    """RFC 9457."""
    return {
        "type": "object",
        "properties": {
            "title": _TEXT,
            "status": {"type": "integer"},
            "detail": _TEXT,
        },
        "required": ["title", "status", "detail"],
    }
