"""Versions of the negotiated text are kept."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "drafts",
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("input_id", sa.String(length=64), nullable=False),
        sa.Column("document_id", sa.String(length=32), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_drafts_document_id"),
        sa.ForeignKeyConstraint(["input_id"], ["inputs.id"], name="fk_drafts_input_id"),
        sa.PrimaryKeyConstraint("sequence", name="pk_drafts"),
        sa.UniqueConstraint("id", name="uq_drafts_id"),
    )
    op.create_index("ix_drafts_document_id", "drafts", ["document_id"], unique=False)
    op.create_index("ix_drafts_input_id", "drafts", ["input_id"], unique=False)
