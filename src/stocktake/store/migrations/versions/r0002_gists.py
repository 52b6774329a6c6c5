"""What each document tells by itself is kept."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "gists",
        sa.Column("key", sa.String(length=32), nullable=False),
        sa.Column("document_id", sa.String(length=32), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_gists_document_id"),
        sa.PrimaryKeyConstraint("key", name="pk_gists"),
    )
    op.create_index("ix_gists_document_id", "gists", ["document_id"], unique=False)
