"""The tables, all on one page. Records are only added; what people decide is a review beside them.

``body`` columns hold a record as JSON (see ``codec``); other columns repeat what is asked for.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Float,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

REVISION = "0007"

SHA256 = String(64)
RECORD_ID = String(32)
WORD = String(64)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _input(*, nullable: bool = False) -> Column[str]:
    return Column("input_id", SHA256, ForeignKey("inputs.id"), nullable=nullable, index=True)


def _document(*, nullable: bool = False) -> Column[str]:
    return Column(
        "document_id", RECORD_ID, ForeignKey("documents.id"), nullable=nullable, index=True
    )


inputs = Table(
    "inputs",
    metadata,
    Column("id", SHA256, primary_key=True),
    Column("media_type", String(128), nullable=False),
    Column("size", BigInteger, nullable=False),
)

input_names = Table(
    "input_names",
    metadata,
    Column("input_id", SHA256, ForeignKey("inputs.id"), primary_key=True),
    Column("name", Text, primary_key=True),
)

told_metadata = Table(
    "told_metadata",
    metadata,
    Column("id", Integer, primary_key=True),
    _input(),
    Column("batch", Integer, nullable=False),
    Column("name", WORD, nullable=False),
    Column("value", Text, nullable=False),
    Column("origin", Text, nullable=False),
    UniqueConstraint("input_id", "batch", "name", "value", "origin"),
)

documents = Table(
    "documents",
    metadata,
    Column("id", RECORD_ID, primary_key=True),
    _input(),
    Column("text", Text, nullable=False),
    Column("text_sha256", SHA256, nullable=False),
    Column("blocks", Text, nullable=False),
    Column("edits", Text, nullable=False),
    Column("page_starts", Text, nullable=False),
    Column("language", WORD),
    Column("reader", Text, nullable=False),
    Column("title", Text),
    Column("ocr_confidence", Float),
    Column("translation_of", RECORD_ID),
    Column("notes", Text, nullable=False),
)

activities = Table(
    "activities",
    metadata,
    Column("id", RECORD_ID, primary_key=True),
    Column("method", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("settings", Text, nullable=False),
    Column("model", Text, nullable=False),
)

results = Table(
    "results",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", RECORD_ID, nullable=False, unique=True),
    Column("step", WORD, nullable=False),
    _input(),
    _document(nullable=True),
    Column("activity_id", RECORD_ID, ForeignKey("activities.id"), nullable=False),
    Column("inferred", Text, nullable=False),
)

result_records = Table(
    "result_records",
    metadata,
    Column("result_id", Integer, ForeignKey("results.id"), primary_key=True),
    Column("kind", WORD, primary_key=True),
    Column("record_id", RECORD_ID, primary_key=True),
)

statements = Table(
    "statements",
    metadata,
    Column("id", RECORD_ID, primary_key=True),
    _document(),
    Column("act", WORD, nullable=False),
    Column("stance", WORD, nullable=False),
    Column("body", Text, nullable=False),
)

facts = Table(
    "facts",
    metadata,
    Column("id", RECORD_ID, primary_key=True),
    _document(),
    Column("kind", WORD, nullable=False),
    Column("body", Text, nullable=False),
)

case_studies = Table(
    "case_studies",
    metadata,
    Column("id", RECORD_ID, primary_key=True),
    _document(),
    Column("body", Text, nullable=False),
)

issues = Table(
    "issues",
    metadata,
    Column("id", RECORD_ID, primary_key=True),
    Column("kind", WORD, nullable=False),
    _input(nullable=True),
    _document(nullable=True),
    Column("body", Text, nullable=False),
)

gists = Table(
    "gists",
    metadata,
    Column("key", RECORD_ID, primary_key=True),
    _document(),
    Column("body", Text, nullable=False),
)

drafts = Table(
    "drafts",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("id", RECORD_ID, nullable=False, unique=True),
    Column("label", Text, nullable=False),
    _input(),
    _document(),
    Column("body", Text, nullable=False),
)

reviews = Table(
    "reviews",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("id", RECORD_ID, nullable=False, unique=True),
    Column("record_id", SHA256, nullable=False, index=True),
    Column("body", Text, nullable=False),
)

stocks = Table(
    "stocks",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("key", RECORD_ID, nullable=False, index=True),
    Column("digest", SHA256, nullable=False),
    Column("packed", LargeBinary, nullable=False),
)

stock_contents = Table(
    "stock_contents",
    metadata,
    Column("number", Integer, ForeignKey("stocks.number"), primary_key=True),
    Column("field", Text, primary_key=True),
    Column("packed", LargeBinary, nullable=False),
)

stock_parts = Table(
    "stock_parts",
    metadata,
    Column("key", RECORD_ID, primary_key=True),
    Column("packed", LargeBinary, nullable=False),
)

proposal_numbers = Table(
    "proposal_numbers",
    metadata,
    Column("statement_id", RECORD_ID, primary_key=True),
    Column("stock_number", Integer, ForeignKey("stocks.number"), primary_key=True),
    Column("number", Integer, nullable=False),
)
