"""A report as one HTML file: no external resource, works without its script, prints, folds.

Styles and script are allowed by their hashes alone, so nothing that an input says can run.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Iterable
from functools import cache
from importlib.resources import files
from typing import ClassVar

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from stocktake.exporters import charts, places
from stocktake.model import Report, Table

LONG_ROWS = 30
LONG_TEXT = 5000
PROSE = 90


class HtmlExporter:
    """Writes ``report.html``; links to originals are relative to the folder it lies in."""

    suffix: ClassVar[str] = ".html"
    media_type: ClassVar[str] = "text/html"

    def export(self, report: Report) -> bytes:
        style, script = _asset("report.css"), _asset("report.js")
        page = _environment().from_string(_asset("report.html.j2"))
        return page.render(
            report=report,
            inputs=list(places.by_input(report)),
            citations={citation.id: citation for citation in report.citations},
            cite=_citer(),
            style=Markup(style),  # noqa: S704 - our own file
            script=Markup(script),  # noqa: S704 - our own file
            policy=_policy(style, script),
        ).encode("utf-8", "replace")


@cache
def _environment() -> Environment:
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.globals |= {
        "draw": charts.draw,
        "where": places.where,
        "source": places.source,
        "original": places.original,
        "direction": places.direction,
        "address": _address,
        "number": _number,
        "kind_of": _kind_of,
        "is_numeric": _is_numeric,
        "is_long": _is_long,
        "is_prose": _is_prose,
        "marks": ("supports", "opposes", "both", "reason", "case study"),
    }
    return environment


def _citer() -> Callable[[Iterable[str]], Markup]:
    """Writes citations as raised numbers; the first of each carries the way back to it."""
    seen: set[str] = set()

    def link(citation: str) -> Markup:
        number = _number(citation)
        anchor = Markup("") if citation in seen else Markup(' id="r{}"').format(number)
        seen.add(citation)
        return Markup('<a href="#{}"{}>{}</a>').format(citation, anchor, number)

    def cite(citations: Iterable[str]) -> Markup:
        links = Markup(" ").join(link(citation) for citation in dict.fromkeys(citations))
        return Markup("<sup>{}</sup>").format(links) if links else links

    return cite


def _number(citation: str) -> str:
    return citation.removeprefix("c")


def _address(link: str) -> str:
    kind, _, input_id = link.partition(":")
    return places.original(input_id) if kind == "original" and input_id else f"#{link}"


def _kind_of(block: object) -> str:
    return type(block).__name__


def _is_numeric(table: Table, column: int) -> bool:
    cells = [row[column] for row in table.rows]
    return column > 0 and all(cell.value is not None and not cell.citations for cell in cells)


def _is_long(table: Table) -> bool:
    size = sum(len(cell.text) for row in table.rows for cell in row)
    return len(table.rows) > LONG_ROWS or size > LONG_TEXT


def _is_prose(table: Table) -> bool:
    """Whether sentences stand in the cells, so that a phone shows them one below the other."""
    return any(len(cell.text) > PROSE for row in table.rows for cell in row)


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(source: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()


@cache
def _asset(name: str) -> str:
    return files("stocktake.exporters").joinpath("assets", name).read_text("utf-8")
