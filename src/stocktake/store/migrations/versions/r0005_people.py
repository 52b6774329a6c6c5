"""Accounts, how they sign in, what they hand in, and the log of what they did."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

ID, TOKEN, WHEN, WORD = (sa.String(length=size) for size in (32, 64, 32, 64))


def upgrade() -> None:
    op.create_table(
        "accounts",
        sa.Column("id", ID, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("email", sa.String(length=320), nullable=False),
        sa.Column("role", WORD, nullable=False),
        sa.Column("actor_id", sa.Text()),
        sa.Column("password", sa.Text(), nullable=False),
        sa.Column("second_factor", sa.Text(), nullable=False),
        sa.Column("last_code", sa.Text(), nullable=False),
        sa.Column("locked", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_accounts"),
        sa.UniqueConstraint("email", name="uq_accounts_email"),
    )
    _of_an_account("sign_ins", sa.Column("since", WHEN, nullable=False), _when("until"))
    _of_an_account("devices")
    _of_an_account(
        "api_tokens",
        sa.Column("name", sa.Text(), nullable=False),
        _when("since"),
        sa.Column("revoked", sa.Boolean(), nullable=False),
    )
    op.create_table(
        "invitations",
        sa.Column("token", TOKEN, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("email", sa.String(length=320), nullable=False),
        sa.Column("role", WORD, nullable=False),
        sa.Column("actor_id", sa.Text()),
        _when("until"),
        sa.Column("used", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("token", name="pk_invitations"),
    )
    op.create_table(
        "failed_sign_ins",
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("email", sa.String(length=320), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("device", TOKEN, nullable=False),
        _when("at"),
        sa.PrimaryKeyConstraint("sequence", name="pk_failed_sign_ins"),
    )
    op.create_index("ix_failed_sign_ins_email", "failed_sign_ins", ["email"], unique=False)
    op.create_index("ix_failed_sign_ins_place", "failed_sign_ins", ["place"], unique=False)
    op.create_table(
        "audit",
        sa.Column("sequence", sa.Integer(), autoincrement=False, nullable=False),
        _when("at"),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("act", WORD, nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("sequence", name="pk_audit"),
    )
    op.create_table(
        "submissions",
        sa.Column("id", ID, nullable=False),
        sa.Column("account_id", ID, nullable=False),
        _when("at"),
        sa.Column("state", WORD, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("input_id", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("told", sa.Text(), nullable=False),
        sa.Column("replaces", ID),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name="fk_submissions_account_id"),
        sa.PrimaryKeyConstraint("id", name="pk_submissions"),
    )
    op.create_index("ix_submissions_account_id", "submissions", ["account_id"], unique=False)
    op.create_index("ix_submissions_input_id", "submissions", ["input_id"], unique=False)


def _when(name: str) -> sa.Column[str]:
    return sa.Column(name, WHEN, nullable=False)


def _of_an_account(name: str, *columns: sa.Column[str]) -> None:
    """A table of tokens that belong to an account."""
    op.create_table(
        name,
        sa.Column("token", TOKEN, nullable=False),
        sa.Column("account_id", ID, nullable=False),
        *columns,
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=f"fk_{name}_account_id"),
        sa.PrimaryKeyConstraint("token", name=f"pk_{name}"),
    )
    op.create_index(f"ix_{name}_account_id", name, ["account_id"], unique=False)
