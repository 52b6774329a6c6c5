"""A programme as PDF, to be printed: sessions beside their hours, the calendar as a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from stocktake.exporters.typesetting import setup, typeset, words
from stocktake.model import Labelled, Programme, ProgrammeItem, ProgrammePart

_SOFT = 'fill: rgb("555555")'
_GRID = "stroke: (x: none, y: 0.4pt + luma(200)), inset: (x: 3pt, y: 2.2pt)"


class PdfProgramme:
    """Writes ``programme.pdf`` on A4; it needs the extra "pdf"."""

    suffix: ClassVar[str] = ".pdf"
    media_type: ClassVar[str] = "application/pdf"

    def export(self, programme: Programme) -> bytes:
        return typeset("\n".join(_source(programme)))


def _source(programme: Programme) -> Iterator[str]:
    yield setup(programme.title, 9, "(x: 15mm, top: 14mm, bottom: 16mm)")
    yield f"#text(size: 14pt, weight: 700)[{words(programme.title)}]\n"
    yield f"#text({_SOFT})[{words(programme.subtitle)}]\n"
    for part in programme.parts:
        yield from _part(part, programme.title)
    yield from _calendar(programme)


def _part(part: ProgrammePart, shown: str) -> Iterator[str]:
    if part.title != shown:
        yield f"#heading(level: 1)[{words(part.title)}]\n"
    yield _told(part.about, "\\ ")
    for day in part.days:
        if day.title:
            yield f"#heading(level: 2)[{words(day.title)}]\n"
        rows = "\n".join(f"  {_row(item)}," for item in day.items)
        yield f"#table(columns: (auto, 1fr), {_GRID},\n{rows}\n)\n"


def _row(item: ProgrammeItem) -> str:
    told = _told(item.about, f" {words('·')} ")
    points = "".join(
        f"\\ {words(f'{number}.')} {words(point)}" for number, point in enumerate(item.points, 1)
    )
    below = f"\\ {told}" if item.about else ""
    whole = f"*{words(item.title)}*{below}{points}"
    return f"[{words(item.time)}], [{whole}]"


def _told(lines: Iterable[Labelled], between: str) -> str:
    return between.join(
        f"#text({_SOFT})[{words(f'{line.label}:')}] {words(line.text)}" for line in lines
    )


def _calendar(programme: Programme) -> Iterator[str]:
    if programme.dates:
        yield "#pagebreak(weak: true)" if programme.parts else ""
        yield f"#heading(level: 1)[{words(programme.calendar)}]\n"
        head = ", ".join(f"[*{words(heading)}*]" for heading in programme.headings)
        rows = "\n".join(
            f"  {', '.join(f'[{words(text)}]' for text in texts)}," for texts in _lines(programme)
        )
        columns = "(auto, auto, 2.8fr, 1.2fr)"
        yield f"#table(columns: {columns}, {_GRID},\n  table.header({head}),\n{rows}\n)\n"


def _lines(programme: Programme) -> Iterator[tuple[str, str, str, str]]:
    return ((line.when, line.kind, line.title, line.place) for line in programme.dates)
