"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "activities",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("settings", sa.Text(), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_activities"),
    )
    op.create_table(
        "inputs",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("media_type", sa.String(length=128), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_inputs"),
    )
    op.create_table(
        "reviews",
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("record_id", sa.String(length=64), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("sequence", name="pk_reviews"),
        sa.UniqueConstraint("id", name="uq_reviews_id"),
    )
    op.create_index("ix_reviews_record_id", "reviews", ["record_id"], unique=False)
    op.create_table(
        "stocks",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=32), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("packed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_stocks"),
    )
    op.create_index("ix_stocks_key", "stocks", ["key"], unique=False)
    op.create_table(
        "proposal_numbers",
        sa.Column("statement_id", sa.String(length=32), nullable=False),
        sa.Column("stock_number", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["stock_number"], ["stocks.number"], name="fk_proposal_numbers_stock_number"
        ),
        sa.PrimaryKeyConstraint("statement_id", "stock_number", name="pk_proposal_numbers"),
    )
    op.create_table(
        "documents",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("input_id", sa.String(length=64), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("text_sha256", sa.String(length=64), nullable=False),
        sa.Column("blocks", sa.Text(), nullable=False),
        sa.Column("edits", sa.Text(), nullable=False),
        sa.Column("page_starts", sa.Text(), nullable=False),
        sa.Column("language", sa.String(length=64), nullable=True),
        sa.Column("reader", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("ocr_confidence", sa.Float(), nullable=True),
        sa.Column("translation_of", sa.String(length=32), nullable=True),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["input_id"], ["inputs.id"], name="fk_documents_input_id"),
        sa.PrimaryKeyConstraint("id", name="pk_documents"),
    )
    op.create_index("ix_documents_input_id", "documents", ["input_id"], unique=False)
    op.create_table(
        "input_names",
        sa.Column("input_id", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["input_id"], ["inputs.id"], name="fk_input_names_input_id"),
        sa.PrimaryKeyConstraint("input_id", "name", name="pk_input_names"),
    )
    op.create_table(
        "told_metadata",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("input_id", sa.String(length=64), nullable=False),
        sa.Column("batch", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["input_id"], ["inputs.id"], name="fk_told_metadata_input_id"),
        sa.PrimaryKeyConstraint("id", name="pk_told_metadata"),
        sa.UniqueConstraint(
            "input_id", "batch", "name", "value", "origin", name="uq_told_metadata_input_id"
        ),
    )
    op.create_index("ix_told_metadata_input_id", "told_metadata", ["input_id"], unique=False)
    op.create_table(
        "case_studies",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("document_id", sa.String(length=32), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name="fk_case_studies_document_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_case_studies"),
    )
    op.create_index("ix_case_studies_document_id", "case_studies", ["document_id"], unique=False)
    op.create_table(
        "facts",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("document_id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_facts_document_id"),
        sa.PrimaryKeyConstraint("id", name="pk_facts"),
    )
    op.create_index("ix_facts_document_id", "facts", ["document_id"], unique=False)
    op.create_table(
        "issues",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("input_id", sa.String(length=64), nullable=True),
        sa.Column("document_id", sa.String(length=32), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_issues_document_id"),
        sa.ForeignKeyConstraint(["input_id"], ["inputs.id"], name="fk_issues_input_id"),
        sa.PrimaryKeyConstraint("id", name="pk_issues"),
    )
    op.create_index("ix_issues_document_id", "issues", ["document_id"], unique=False)
    op.create_index("ix_issues_input_id", "issues", ["input_id"], unique=False)
    op.create_table(
        "results",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=32), nullable=False),
        sa.Column("step", sa.String(length=64), nullable=False),
        sa.Column("input_id", sa.String(length=64), nullable=False),
        sa.Column("document_id", sa.String(length=32), nullable=True),
        sa.Column("activity_id", sa.String(length=32), nullable=False),
        sa.Column("inferred", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["activity_id"], ["activities.id"], name="fk_results_activity_id"),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_results_document_id"),
        sa.ForeignKeyConstraint(["input_id"], ["inputs.id"], name="fk_results_input_id"),
        sa.PrimaryKeyConstraint("id", name="pk_results"),
        sa.UniqueConstraint("key", name="uq_results_key"),
    )
    op.create_index("ix_results_document_id", "results", ["document_id"], unique=False)
    op.create_index("ix_results_input_id", "results", ["input_id"], unique=False)
    op.create_table(
        "statements",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("document_id", sa.String(length=32), nullable=False),
        sa.Column("act", sa.String(length=64), nullable=False),
        sa.Column("stance", sa.String(length=64), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name="fk_statements_document_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_statements"),
    )
    op.create_index("ix_statements_document_id", "statements", ["document_id"], unique=False)
    op.create_table(
        "result_records",
        sa.Column("result_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("record_id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["result_id"], ["results.id"], name="fk_result_records_result_id"),
        sa.PrimaryKeyConstraint("result_id", "kind", "record_id", name="pk_result_records"),
    )
