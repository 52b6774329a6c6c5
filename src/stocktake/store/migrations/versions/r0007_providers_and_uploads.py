"""Who somebody is to a provider of identities; ways there and back; files sent in pieces."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

ID, TOKEN, WHEN, WORD = (sa.String(length=size) for size in (32, 64, 32, 64))


def upgrade() -> None:
    op.create_table(
        "identities",
        sa.Column("issuer", sa.String(length=512), nullable=False),
        sa.Column("subject", sa.String(length=255), nullable=False),
        sa.Column("account_id", ID, nullable=False),
        sa.Column("since", WHEN, nullable=False),
        _to_account("identities"),
        sa.PrimaryKeyConstraint("issuer", "subject", name="pk_identities"),
    )
    op.create_table(
        "trips",
        sa.Column("token", TOKEN, nullable=False),
        sa.Column("provider", WORD, nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("until", WHEN, nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("invitation", sa.Text(), nullable=False),
        sa.Column("account_id", ID),
        _to_account("trips"),
        sa.PrimaryKeyConstraint("token", name="pk_trips"),
    )
    op.create_table(
        "uploads",
        sa.Column("id", ID, nullable=False),
        sa.Column("account_id", ID, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("until", WHEN, nullable=False),
        _to_account("uploads"),
        sa.PrimaryKeyConstraint("id", name="pk_uploads"),
    )
    for name in ("identities", "trips", "uploads"):
        op.create_index(f"ix_{name}_account_id", name, ["account_id"], unique=False)


def _to_account(name: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=f"fk_{name}_account_id")
