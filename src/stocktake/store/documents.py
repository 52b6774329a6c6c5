"""Documents: the canonical text of each input, with its blocks and the way back to the original."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, select

from stocktake.model import Block, Document, Edit
from stocktake.store import codec, tables
from stocktake.store.writing import Row, add

CHUNK = 500


def add_documents(connection: Connection, documents: Iterable[Document]) -> None:
    """Keep *documents*; one that is there already stays as it is."""
    add(connection, tables.documents, (_row(document) for document in documents))


def documents(connection: Connection, ids: Iterable[str]) -> Iterator[Document]:
    """The documents with these *ids*, in the order of the ids."""
    wanted = sorted(set(ids))
    table = tables.documents
    for start in range(0, len(wanted), CHUNK):
        some = wanted[start : start + CHUNK]
        query = select(table).where(table.c.id.in_(some)).order_by(table.c.id)
        yield from (_document(row) for row in connection.execute(query))


def text_hashes(connection: Connection) -> dict[str, str]:
    """The SHA-256 that each document's text had when it was kept, by document id."""
    table = tables.documents
    rows = connection.execute(select(table.c.id, table.c.text_sha256))
    return {row.id: row.text_sha256 for row in rows}


def text_hash(text: str) -> str:
    """The SHA-256 of a text."""
    return hashlib.sha256(text.encode()).hexdigest()


def _row(document: Document) -> Row:
    edits = [[edit.start, edit.end, edit.raw] for edit in document.edits]
    return {
        "id": document.id,
        "input_id": document.input_id,
        "text": document.text,
        "text_sha256": text_hash(document.text),
        "blocks": codec.dumps_all(document.blocks),
        "edits": _pack(edits),
        "page_starts": _pack(document.page_starts),
        "language": document.language,
        "reader": document.reader,
        "title": document.title,
        "ocr_confidence": document.ocr_confidence,
        "translation_of": document.translation_of,
        "notes": _pack(document.notes),
    }


def _document(row: Any) -> Document:
    return Document(
        id=row.id,
        input_id=row.input_id,
        text=row.text,
        blocks=codec.loads_all(Block, row.blocks),
        page_starts=tuple(json.loads(row.page_starts)),
        edits=tuple(Edit(*edit) for edit in json.loads(row.edits)),
        language=row.language,
        reader=row.reader,
        title=row.title,
        ocr_confidence=row.ocr_confidence,
        translation_of=row.translation_of,
        notes=tuple(json.loads(row.notes)),
    )


def _pack(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
