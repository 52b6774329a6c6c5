"""What became of it, for people: rows of a table, and a page on one actor."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from stocktake import exporters, legal, reports
from stocktake.errors import UsageError
from stocktake.lexicon.words import vocabulary
from stocktake.model import (
    Actor,
    Course,
    Disposition,
    Report,
    Stock,
    Tracing,
)
from stocktake.services import draft_tracing, one_actor
from stocktake.services.draft_tracing import Wish
from stocktake.services.frozen import last_stock
from stocktake.services.rows import Row
from stocktake.services.whole_files import write_whole
from stocktake.services.workspace import Workspace

FORMATS = ("html", "docx", "md")
_NAME = "what-became-of-it"
_ID = 10


@dataclass(frozen=True, slots=True)
class Traced:
    """A tracing with the stock whose asks were traced; *actor* if they are those of one."""

    stock: Stock
    tracing: Tracing
    actor: Actor | None = None


def trace(
    workspace: Workspace, label: str | None = None, actor: str | None = None, embedder: str = "best"
) -> Traced:
    """What became of the proposals of the last stock, or of the asks of one actor (its name or
    id), in all drafts up to the one with that label, or up to the latest.

    Traced is what is about a theme of the scheme. NotFoundError if there is no stock, draft or
    actor of that name, ModelMissingError for an embedder that is not installed.
    """
    stock = last_stock(workspace)
    who = one_actor.find(stock, actor, workspace) if actor else None
    tracing = draft_tracing.trace(workspace, stock, Wish(label, who, embedder))
    return Traced(stock, tracing, who)


def rows(traced: Traced) -> list[Row]:
    """One row an ask: what became of it in the last draft traced, and in those before."""
    numbers = {item.id: item.number for item in traced.stock.proposals}
    return [_row(course, traced.tracing, numbers) for course in traced.tracing.courses]


def unasked(traced: Traced) -> list[Row]:
    """The provisions of the last draft traced that answer none of the asks."""
    draft = traced.tracing.drafts[-1].draft
    texts, heads = legal.own_texts(draft), legal.headings(draft)
    return [
        {"provision": id_, "text": texts[id_] or heads.get(id_, "")}
        for id_ in traced.tracing.drafts[-1].unasked
    ]


def write(workspace: Workspace, traced: Traced, form: str, out: Path | None = None) -> Path:
    """Write the page on the actor of *traced* in one of FORMATS, into the workspace's folder
    report or to *out*, a folder or file. UsageError if it is the tracing of no actor."""
    if traced.actor is None:
        raise UsageError("the page is on one actor.", remedy="Name it: --actor NAME")
    target = out or workspace.report
    if target.suffix != f".{form}":
        target /= f"{_NAME}-{_plain(traced.actor.name)}.{form}"
    write_whole(target, exporters.export(page(workspace, traced, traced.actor), form))
    return target


def page(workspace: Workspace, traced: Traced, actor: Actor) -> Report:
    """The page as a Report."""
    texts = draft_tracing.documents(workspace, traced.tracing)
    words = vocabulary(workspace.lexicon)
    return reports.build_page(traced.stock, texts, traced.tracing, actor, words)


def _plain(name: str) -> str:
    """A name as part of a file's name."""
    return re.sub(r"[^\w]+", "-", name.casefold()).strip("-")


def _row(course: Course, tracing: Tracing, numbers: dict[str, int]) -> Row:
    last = course.last
    out = course.fell_out
    return {
        "id": last.id[:_ID],
        "proposal": numbers.get(last.proposal_id or "", ""),
        "asked": " ".join(last.ask.split()),
        "status": last.status.value,
        "provisions": " ".join(last.provision_ids),
        "text": " ".join(" ".join(item.text.split()) for item in last.found),
        "differences": "; ".join(_differences(last)),
        "confidence": last.confidence,
        "review": last.review.value,
        "before": " ".join(item.status.value for item in course.dispositions[:-1]),
        "fell out": "" if out is None else tracing.drafts[out].label,
    }


def _differences(item: Disposition) -> Iterator[str]:
    for one in item.differences:
        asked = one.asked.text if one.asked else ""
        found = one.found.text if one.found else ""
        yield f"{one.kind.value}: {asked}{' → ' if asked and found else ''}{found}"
