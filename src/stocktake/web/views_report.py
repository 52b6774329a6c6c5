"""The report, section by section; its claims lead to the pages of their passages."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from markupsafe import Markup
from starlette.responses import Response

from stocktake.errors import NotFoundError
from stocktake.model import Report, Section
from stocktake.web.pages import page
from stocktake.web.visit import Visit


def contents(visit: Visit) -> Response:
    """The contents of the report."""
    return page(visit, "report", report=visit.shown.report)


def section(visit: Visit) -> Response:
    """One section of the report."""
    wanted = visit.path("section")
    found = _section(visit, wanted)
    if found is None:
        raise NotFoundError(f"the report has no section {wanted!r}.")
    return found


def relations(visit: Visit) -> Response:
    """Where views meet and part: the map of actors, coalitions, who bridges."""
    return _section(visit, "relations") or page(visit, "nothing_yet")


def gaps(visit: Visit) -> Response:
    """What nobody spoke of, and who was silent."""
    return _section(visit, "gaps") or page(visit, "nothing_yet")


def commitments(visit: Visit) -> Response:
    """Who bound itself to what, and what was reported since."""
    return _section(visit, "commitments") or page(visit, "nothing_yet")


def method(visit: Visit) -> Response:
    """How the stock was taken."""
    return _section(visit, "method") or page(visit, "nothing_yet")


def _section(visit: Visit, wanted: str) -> Response | None:
    report = visit.shown.report
    for number, found in enumerate(report.sections, start=1):
        if found.id == wanted:
            return page(visit, "section", **_told(report, found, number))
    return None


def cited(report: Report) -> dict[str, Any]:
    """What the template of a report's blocks asks for, with the addresses of this site."""
    return {
        "citations": {citation.id: citation for citation in report.citations},
        "cite": _citer(report),
        "address": _addresser(report),
        "original": lambda input_id, _page=None: f"/inputs/{input_id}/original",
    }


def _told(report: Report, found: Section, number: int) -> dict[str, Any]:
    at = report.sections.index(found)
    return cited(report) | {
        "report": report,
        "section": found,
        "place": number,
        "before": report.sections[at - 1] if at else None,
        "after": report.sections[at + 1] if at + 1 < len(report.sections) else None,
    }


def _citer(report: Report) -> Callable[[Iterable[str]], Markup]:
    """Writes citations as raised numbers that lead to their passages."""
    known = {citation.id: citation for citation in report.citations}

    def link(id_: str) -> Markup:
        cited = known[id_]
        where = f"/passages/{cited.document_id}/{cited.start}-{cited.end}"
        return Markup('<a href="{}">{}</a>').format(where, id_.removeprefix("c"))

    def cite(ids: Iterable[str]) -> Markup:
        links = Markup(" ").join(link(id_) for id_ in dict.fromkeys(ids))
        return Markup("<sup>{}</sup>").format(links) if links else links

    return cite


def _addresser(report: Report) -> Callable[[str], str]:
    """Where a link between parts of the report leads: to an input, or to the section it is in."""
    sections = {part.id: top.id for top in report.sections for part in (top, *_below(top))}

    def address(link: str) -> str:
        kind, _, input_id = link.partition(":")
        if kind == "original" and input_id:
            return f"/inputs/{input_id}"
        top = sections.get(link)
        return f"/report/{top}#{link}" if top else f"#{link}"

    return address


def _below(section: Section) -> Iterable[Section]:
    for part in section.sections:
        yield part
        yield from _below(part)
