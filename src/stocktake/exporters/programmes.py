"""A programme as a page for the screen and for print, as Markdown, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from importlib.resources import files
from typing import ClassVar, Protocol

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from stocktake.exporters.markdown import escaped
from stocktake.model import Labelled, Programme, ProgrammeItem, ProgrammePart
from stocktake.model.codec import plain


class ProgrammeExporter(Protocol):
    """Writes a programme in one format; the same programme always gives the same bytes."""

    suffix: ClassVar[str]
    media_type: ClassVar[str]

    def export(self, programme: Programme) -> bytes:
        """The programme in this format."""
        ...


class HtmlProgramme:
    """Writes ``programme.html``: one file, no script, on A4 in print."""

    suffix: ClassVar[str] = ".html"
    media_type: ClassVar[str] = "text/html"

    def export(self, programme: Programme) -> bytes:
        environment = Environment(
            autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
        )
        page = environment.from_string(_asset("programme.html.j2"))
        style = Markup(_asset("programme.css"))  # noqa: S704 - our own file
        return page.render(programme=programme, style=style).encode("utf-8", "replace")


class MarkdownProgramme:
    """Writes ``programme.md``: a list of sessions a day, and the calendar as a table."""

    suffix: ClassVar[str] = ".md"
    media_type: ClassVar[str] = "text/markdown"

    def export(self, programme: Programme) -> bytes:
        pieces = [
            f"# {escaped(programme.title)}",
            escaped(programme.subtitle),
            *(piece for part in programme.parts for piece in _part(part, programme.title)),
            *_calendar(programme),
        ]
        return ("\n\n".join(pieces) + "\n").encode("utf-8", "replace")


class JsonProgramme:
    """Writes ``programme.json``: the programme as it is, with its events."""

    suffix: ClassVar[str] = ".json"
    media_type: ClassVar[str] = "application/json"

    def export(self, programme: Programme) -> bytes:
        return (json.dumps(plain(programme), ensure_ascii=False, indent=1) + "\n").encode()


def _part(part: ProgrammePart, shown: str) -> Iterator[str]:
    if part.title != shown:
        yield f"## {escaped(part.title)}"
    if part.about:
        yield "\n".join(_told(part.about))
    for day in part.days:
        if day.title:
            yield f"### {day.title}"
        yield "\n".join(line for item in day.items for line in _item(item))


def _item(item: ProgrammeItem) -> Iterator[str]:
    hours = f"{escaped(item.time)} · " if item.time else ""
    yield f"- {hours}**{escaped(item.title)}**"
    yield from (f"  {line}" for line in _told(item.about))
    yield from (f"  {number}. {escaped(point)}" for number, point in enumerate(item.points, 1))


def _told(lines: Iterable[Labelled]) -> Iterator[str]:
    return (f"- {line.label}: {escaped(line.text)}" for line in lines)


def _calendar(programme: Programme) -> Iterator[str]:
    if programme.dates:
        yield f"## {programme.calendar}"
        rows = [(line.when, line.kind, line.title, line.place) for line in programme.dates]
        rule = f"| {' | '.join('---' for _ in programme.headings)} |"
        yield "\n".join((_row(programme.headings), rule, *map(_row, rows)))


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(map(escaped, cells))} |"


def _asset(name: str) -> str:
    return files("stocktake.exporters").joinpath("assets", name).read_text("utf-8")
