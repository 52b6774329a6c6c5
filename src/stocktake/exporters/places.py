"""Where a citation stands, in words and as a link to the original."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from stocktake.model import Citation, Report

ORIGINALS = "../originals"
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})


def where(citation: Citation) -> str:
    """Page and paragraph: ``p. 3, para. 5``."""
    page = f"p. {citation.page}, " if citation.page else ""
    return f"{page}para. {citation.paragraph}"


def source(citation: Citation) -> str:
    """Who, when, in which input, where in it, and what there is to remark."""
    told = (", ".join(citation.actors), citation.date, citation.input_title, where(citation))
    parts = (*told, *citation.remarks)
    return " · ".join(part for part in parts if part)


def original(input_id: str, page: int | None = None) -> str:
    """The address of the stored file, relative to the report's folder, at a page of it."""
    return f"{ORIGINALS}/{input_id[:2]}/{input_id}" + (f"#page={page}" if page else "")


def direction(language: str | None) -> str:
    return "rtl" if language in _RIGHT_TO_LEFT else "ltr" if language else "auto"


def by_input(report: Report) -> Iterator[tuple[Citation, list[Citation]]]:
    """The citations of each input together, in order; the first of them tells its title."""
    for _, group in groupby(report.citations, lambda citation: citation.input_id):
        citations = list(group)
        yield citations[0], citations
