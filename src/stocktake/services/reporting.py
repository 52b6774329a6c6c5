"""The report of the last stock, as files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from stocktake import exporters, reports, store, workers
from stocktake.lexicon.words import vocabulary
from stocktake.model import Document, Report, Stock, Tracing
from stocktake.services import draft_tracing, nonattribution, process_file
from stocktake.services.frozen import last_stock
from stocktake.services.progress import SILENT, Progress, told
from stocktake.services.whole_files import file_in, write_whole
from stocktake.services.workspace import Workspace

FORMATS = ("html", "md", "docx", "json")
NAME = "stocktaking-report"


@dataclass(frozen=True, slots=True)
class Prepared:
    """A report that is made and not yet written: the name of its files, and their bytes by
    format."""

    base: str
    forms: Mapping[str, bytes]


def report(  # noqa: PLR0913 - one argument for each thing a user can ask of it
    workspace: Workspace,
    formats: Sequence[str] = FORMATS,
    out: Path | None = None,
    progress: Progress = SILENT,
    stock: Stock | None = None,
    *,
    unattributed: bool = False,
) -> list[Path]:
    """Write the report of *stock*, or else the last one, in each format; returns the files.

    They go into the workspace's folder report, or to *out*: a folder, or with one format a file.
    *unattributed*: without any actor, under names of their own; process.toml can ask for it always.
    NotFoundError if no stock was taken yet, UsageError for an unknown format, DisclosureError where
    a report without attribution would lead to an actor.
    """
    prepared = prepare(workspace, stock or last_stock(workspace), formats, bare=unattributed)
    return write(prepared, out or workspace.report, progress)


def prepare(
    workspace: Workspace, stock: Stock, formats: Sequence[str], *, bare: bool = False
) -> Prepared:
    """The report of *stock* in each format, made side by side; errors are those of ``report``."""
    for name in formats:
        exporters.EXPORTERS.get(name)
    file = process_file.load(workspace.process_file)
    bare = bare or file.unattributed.always
    report_ = _report(workspace, stock, file, bare=bare)
    exports = {name: partial(exporters.export, report_, name) for name in formats}
    base = NAME + (nonattribution.SUFFIX if bare else "")
    return Prepared(base, workers.side_by_side(exports))


def write(made: Prepared, out: Path, progress: Progress) -> list[Path]:
    """Write what was prepared to *out*, a folder, or with one format a file; returns the files."""
    written = []
    for name in told(progress, "writing the report", made.forms, len(made.forms)):
        suffix = exporters.EXPORTERS.get(name).suffix
        alone = len(made.forms) == 1
        target = file_in(out, made.base, suffix) if alone else out / f"{made.base}{suffix}"
        write_whole(target, made.forms[name])
        written.append(target)
    return written


def texts_of(workspace: Workspace, stock: Stock, more: Iterable[str] = ()) -> dict[str, Document]:
    """The documents of a stock's statements, facts and case studies by their ids, and *more*."""
    ids = {
        record.document_id
        for records in (stock.statements, stock.facts, stock.case_studies)
        for record in records
    }
    with workspace.store() as base, base.reading() as connection:
        return {item.id: item for item in store.documents(connection, ids.union(more))}


def made(workspace: Workspace, stock: Stock) -> Report:
    """The report of *stock*, with the names of those who speak."""
    return _report(workspace, stock, process_file.load(workspace.process_file), bare=False)


def as_frozen(workspace: Workspace, stock: Stock) -> Report:
    """The report of an earlier stock, with the drafts of its time."""
    file = process_file.load(workspace.process_file)
    return _report(workspace, stock, file, bare=False, tracer=draft_tracing.as_frozen)


def _report(
    workspace: Workspace,
    stock: Stock,
    file: process_file.ProcessFile,
    *,
    bare: bool,
    tracer: Callable[[Workspace, Stock], Tracing | None] = draft_tracing.if_there,
) -> Report:
    texts = texts_of(workspace, stock, _cited_beside(stock))
    if bare:
        return nonattribution.unattributed(workspace, stock, texts, file)
    tracing = tracer(workspace, stock)
    if tracing:
        texts |= draft_tracing.documents(workspace, tracing)
    words = vocabulary(workspace.lexicon)
    return reports.build(stock, texts, file.wording or None, words, tracing)


def _cited_beside(stock: Stock) -> Iterator[str]:
    """The ids of the documents of campaigns, drafts and amendments."""
    yield from (text.document_id for campaign in stock.campaigns for text in campaign.texts)
    yield from (draft.document_id for draft in stock.drafts)
    told = (item.result.amendment.document_id for item in stock.amendments)
    yield from (id_ for id_ in told if id_)
