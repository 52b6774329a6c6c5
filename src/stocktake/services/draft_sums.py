"""The drafts of a workspace in figures, in tables and in a stock."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Iterator, Sequence

from stocktake import legal
from stocktake.model import Cell, Chart, ChartKind, DraftSum, Round, Stock, Table, courses
from stocktake.services import drafts
from stocktake.services.draft_rows import percent
from stocktake.services.drafts import OneDraft
from stocktake.services.rows import Row
from stocktake.services.workspace import Workspace
from stocktake.store import codec


def sums(workspace: Workspace) -> tuple[DraftSum, ...]:
    """The drafts in figures, earliest first."""
    return tuple(map(of_one, drafts.every(workspace)))


def of_one(one: OneDraft) -> DraftSum:
    """One draft in figures."""
    found, version = legal.sums(one.draft), one.version
    return DraftSum(
        label=version.label,
        source=version.source,
        document_id=version.document_id,
        provisions=found.provisions,
        unbalanced=found.unbalanced,
        unplaced=found.unplaced,
        parts=found.parts,
        thickest=found.thickest,
        date=version.date,
        round=version.round,
        issued_by=version.issued_by,
    )


def with_drafts(workspace: Workspace, stock: Stock) -> Stock:
    """The stock with the drafts in figures; one without drafts stays as it is."""
    found = sums(workspace)
    if not found:
        return stock
    all_that_went_in = f"{stock.digest} {codec.dumps_all(found)}".encode()
    digest = hashlib.sha256(all_that_went_in).hexdigest()
    return dataclasses.replace(stock, drafts=found, digest=digest)


def by_part(found: Sequence[DraftSum], rounds: Sequence[Round] = ()) -> list[Row]:
    """A row for each part as it goes through the drafts, with its open share in each, behind one
    for the whole; without *rounds* parts are followed by their ids."""
    rows = [{"part": "whole text"} | {one.label: percent(one.share) for one in found}]
    for course in courses(found, rounds):
        shares = [percent(part.share) if part and part.all else "" for part in course]
        last = next(part for part in reversed(course) if part)
        if any(shares):
            labelled = zip((one.label for one in found), shares, strict=True)
            rows.append({"part": f"{last.id}: {last.title}"} | dict(labelled))
    return rows


def records(found: Sequence[DraftSum]) -> Iterator[Row]:
    """A row for each draft and part, in figures, for programs."""
    for one in found:
        about = {"draft": one.label, "date": one.date or ""}
        for part in one.parts:
            figures = {"open": part.open, "characters": part.all, "share": round(part.share, 4)}
            yield (
                about
                | {"part": part.id, "title": part.title}
                | figures
                | {"brackets": part.brackets}
            )


def picture(found: Sequence[DraftSum]) -> bytes:
    """The open share over the drafts as an SVG file."""
    from stocktake import exporters  # slow to import

    rows = tuple((Cell(one.label), Cell(percent(one.share), value=one.share)) for one in found)
    table = Table("open-share", "Share of the text that is open", ("Draft", "Open"), rows)
    return exporters.picture_file(Chart(ChartKind.COLUMNS, table))
