"""Versions of the negotiated text; their texts are documents, their files inputs without a name."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, select

from stocktake.model import Document, DraftVersion, Input
from stocktake.store import codec, tables
from stocktake.store.documents import add_documents
from stocktake.store.writing import add


def add_draft_version(
    connection: Connection, version: DraftVersion, source: Input, document: Document
) -> None:
    """Keep a version with its file and text; a later one of the same file stands before it.

    The file gets no name among the inputs: a draft is no input whose sentences are somebody's.
    """
    row = {"id": source.id, "media_type": source.media_type, "size": source.size}
    add(connection, tables.inputs, [row])
    add_documents(connection, [document])
    kept = {
        "id": version.id,
        "label": version.label,
        "input_id": version.source,
        "document_id": version.document_id,
        "body": codec.dumps(version),
    }
    add(connection, tables.drafts, [kept])


def draft_versions(connection: Connection) -> list[DraftVersion]:
    """All versions ever kept, in the order in which they were."""
    query = select(tables.drafts.c.body).order_by(tables.drafts.c.sequence)
    return [codec.loads(DraftVersion, body) for body in connection.execute(query).scalars()]


def draft_sources(connection: Connection) -> Mapping[str, str]:
    """The sha256 of each draft's file, with the name it came under."""
    return {version.source: version.name for version in draft_versions(connection)}
