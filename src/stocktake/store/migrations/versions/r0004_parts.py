"""Stocks are kept by parts, which several stocks may share."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "stock_contents",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("packed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["number"], ["stocks.number"], name="fk_stock_contents_number_stocks"
        ),
        sa.PrimaryKeyConstraint("number", "field", name="pk_stock_contents"),
    )
    op.create_table(
        "stock_parts",
        sa.Column("key", sa.String(length=32), nullable=False),
        sa.Column("packed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_stock_parts"),
    )
