"""The drafts of a workspace in figures, in tables and in a stock."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Iterator, Sequence

from stocktake import exporters, legal
from stocktake.model import Cell, Chart, ChartKind, DraftSum, Stock, Table
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


def by_part(found: Sequence[DraftSum]) -> list[Row]:
    """A row for each part by its id, with its open share in each draft, and one for the whole."""
    rows = [{"part": "whole text"} | {one.label: percent(one.share) for one in found}]
    shares = [{part.id: percent(part.share) for part in one.parts if part.all} for one in found]
    for id_, title in _titles(found).items():
        told = {one.label: share.get(id_, "") for one, share in zip(found, shares, strict=True)}
        if any(told.values()):
            rows.append({"part": f"{id_}: {title}"} | told)
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
    rows = tuple((Cell(one.label), Cell(percent(one.share), value=one.share)) for one in found)
    table = Table("open-share", "Share of the text that is open", ("Draft", "Open"), rows)
    return exporters.picture_file(Chart(ChartKind.COLUMNS, table))


def _titles(found: Sequence[DraftSum]) -> dict[str, str]:
    """The parts of all drafts by id, as last titled, in the order of the latest; what is in it no
    more stands behind what it stood behind."""
    titles: dict[str, str] = {}
    order: list[str] = []
    for one in reversed(found):
        place = 0
        for part in one.parts:
            if part.id not in titles:
                titles[part.id] = part.title
                order.insert(place, part.id)
            place = order.index(part.id) + 1
    return {id_: titles[id_] for id_ in order}
