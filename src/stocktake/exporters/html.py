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

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from stocktake.exporters import page_tools, places
from stocktake.model import Report


class HtmlExporter:
    """Writes ``report.html``; links to originals are relative to the folder it lies in."""

    suffix: ClassVar[str] = ".html"
    media_type: ClassVar[str] = "text/html"

    def export(self, report: Report) -> bytes:
        style, script = _asset("report.css"), _asset("report.js")
        page = _environment().get_template("report.html.j2")
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
        loader=PackageLoader("stocktake.exporters", "assets"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= page_tools.TOOLS | {
        "original": places.original,
        "address": _address,
    }
    return environment


def _citer() -> Callable[[Iterable[str]], Markup]:
    """Writes citations as raised numbers; the first of each carries the way back to it."""
    seen: set[str] = set()

    def link(citation: str) -> str:
        number = escape(page_tools.number(citation))
        anchor = "" if citation in seen else f' id="r{number}"'
        seen.add(citation)
        return f'<a href="#{escape(citation)}"{anchor}>{number}</a>'

    def cite(citations: Iterable[str]) -> Markup:
        links = " ".join(link(citation) for citation in dict.fromkeys(citations))
        return Markup(f"<sup>{links}</sup>" if links else "")  # noqa: S704 all in it is escaped

    return cite


def _address(link: str) -> str:
    kind, _, input_id = link.partition(":")
    return places.original(input_id) if kind == "original" and input_id else f"#{link}"


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
