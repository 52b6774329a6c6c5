"""Checks that nothing kept has changed: originals, texts, every quotation of every record, and the
log of what people did."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from sqlalchemy import Connection

from stocktake import store
from stocktake.model import Document
from stocktake.services import originals
from stocktake.services.people import auditing
from stocktake.services.places import quotations, stands
from stocktake.services.progress import SILENT, Progress, told
from stocktake.services.workspace import Workspace
from stocktake.store import Kind, Store, Taken, codec

EVIDENCE = (store.STATEMENTS, store.FACTS, store.CASE_STUDIES)
UNREADABLE = (ValueError, KeyError, TypeError, StopIteration)


@dataclass(frozen=True, slots=True)
class Fault:
    """Something is not what it was when it was kept: *where* it is, and *what* is wrong."""

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


@dataclass(frozen=True, slots=True)
class Verified:
    """How much was checked, and what is wrong."""

    originals: int
    documents: int
    records: int
    faults: tuple[Fault, ...]


def verify(workspace: Workspace, progress: Progress = SILENT) -> Verified:
    """Hash every original, and hold every text and quotation against what it should be."""
    with workspace.store() as base, base.reading() as connection:
        taken = [*store.taken(connection), *_draft_files(connection)]
        hashes = store.text_hashes(connection)
        records = [(kind, *body) for kind in EVIDENCE for body in store.bodies(connection, kind)]
        texts: dict[str, str] = {}
        faults = [
            *_originals(workspace, told(progress, "checking originals", taken, len(taken))),
            *_documents(
                connection, told(progress, "checking texts", hashes.items(), len(hashes)), texts
            ),
            *_records(told(progress, "checking records", records, len(records)), texts),
            *_stock(connection, texts),
            *_log(base),
        ]
    return Verified(len(taken), len(hashes), len(records), tuple(faults))


def _draft_files(connection: Connection) -> Iterator[Taken]:
    known = {item.id for item in store.taken(connection)}
    for sha256, name in store.draft_sources(connection).items():
        if sha256 not in known:
            yield Taken(sha256, "", 0, (name,), ())


def _originals(workspace: Workspace, taken: Iterator[Taken]) -> Iterator[Fault]:
    for item in taken:
        path = originals.path_of(workspace, item.id)
        where = f"original {path.relative_to(workspace.root)} ({', '.join(item.names)})"
        if not path.is_file():
            yield Fault(where, "is missing.")
        elif originals.hash_of(path) != item.id:
            yield Fault(where, "is not what was handed in: its sha256 is another.")


def _documents(
    connection: Connection, hashes: Iterator[tuple[str, str]], texts: dict[str, str]
) -> Iterator[Fault]:
    """Check each document, and put its text into *texts*."""
    for document_id, sha256 in hashes:
        where = f"document {document_id}"
        try:
            document = next(store.documents(connection, [document_id]))
        except UNREADABLE as error:
            yield Fault(where, f"cannot be read ({type(error).__name__}).")
            continue
        texts[document_id] = document.text
        if store.text_hash(document.text) != sha256:
            yield Fault(where, f"its text is not what was read from input {document.input_id}.")
        yield from (Fault(where, what) for what in _inconsistencies(document))


def _inconsistencies(document: Document) -> Iterator[str]:
    length = len(document.text)
    blocks = [(block.start, block.end) for block in document.blocks]
    edits = [(edit.start, edit.end) for edit in document.edits]
    pages = [(start, start) for start in document.page_starts]
    for name, ranges in (("block", blocks), ("edit", edits), ("page", pages)):
        if any(not 0 <= start <= end <= length for start, end in ranges):
            yield f"a {name} lies outside its text."
        if any(before[1] > after[0] for before, after in pairwise(ranges)):
            yield f"a {name} lies over the next one."


def _records(records: Iterator[tuple[Kind, str, str]], texts: Mapping[str, str]) -> Iterator[Fault]:
    for kind, record_id, body in records:
        where = f"{kind.name} {record_id}"
        try:
            record = codec.loads(kind.record, body)
        except UNREADABLE as error:
            yield Fault(where, f"cannot be read ({type(error).__name__}).")
            continue
        if record.id != record_id:
            yield Fault(where, f"says that it is {record.id}.")
        yield from _misquotations(where, record, texts)


def _stock(connection: Connection, texts: Mapping[str, str]) -> Iterator[Fault]:
    frozen = store.latest(connection)
    if frozen is None:
        return
    stock = frozen.stock
    records: tuple[Any, ...] = (*stock.statements, *stock.facts, *stock.case_studies)
    for record in records:
        where = f"stock {frozen.number}, {type(record).__name__} {record.id}"
        yield from _misquotations(where, record, texts)


def _log(base: Store) -> Iterator[Fault]:
    """The log of what people did, up to the first entry that does not follow from those before."""
    try:
        entry = auditing.fault(base)
    except UNREADABLE as error:
        yield Fault("audit log", f"cannot be read ({type(error).__name__}).")
        return
    if entry is not None:
        yield Fault(f"audit log, entry {entry}", "does not follow from the entry before it.")


def _misquotations(where: str, record: Any, texts: Mapping[str, str]) -> Iterator[Fault]:
    text = texts.get(record.document_id)
    if text is None:
        yield Fault(where, f"cites document {record.document_id}, which is missing.")
        return
    for quotation in quotations(record):
        if not stands(quotation, text):
            place = f"characters {quotation.start} to {quotation.end}"
            document = record.document_id
            yield Fault(where, f"a quotation is not what document {document} says at {place}.")
