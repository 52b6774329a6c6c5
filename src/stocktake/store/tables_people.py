"""The tables of those who use the application: they are no evidence, and no edition holds them."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from stocktake.store.tables import RECORD_ID, SHA256, WORD, metadata

TOKEN = SHA256
WHEN = String(32)
ID = String(32)


def _account(*, nullable: bool = False) -> Column[str]:
    return Column("account_id", ID, ForeignKey("accounts.id"), nullable=nullable, index=True)


accounts = Table(
    "accounts",
    metadata,
    Column("id", ID, primary_key=True),
    Column("name", Text, nullable=False),
    Column("email", String(320), nullable=False),
    Column("role", WORD, nullable=False),
    Column("actor_id", Text),
    Column("password", Text, nullable=False),
    Column("second_factor", Text, nullable=False),
    Column("last_code", Text, nullable=False),
    Column("locked", Boolean, nullable=False),
    UniqueConstraint("email"),
)

sign_ins = Table(
    "sign_ins",
    metadata,
    Column("token", TOKEN, primary_key=True),
    _account(),
    Column("since", WHEN, nullable=False),
    Column("until", WHEN, nullable=False),
)

devices = Table(
    "devices",
    metadata,
    Column("token", TOKEN, primary_key=True),
    _account(),
)

invitations = Table(
    "invitations",
    metadata,
    Column("token", TOKEN, primary_key=True),
    Column("name", Text, nullable=False),
    Column("email", String(320), nullable=False),
    Column("role", WORD, nullable=False),
    Column("actor_id", Text),
    Column("until", WHEN, nullable=False),
    Column("used", Boolean, nullable=False),
)

api_tokens = Table(
    "api_tokens",
    metadata,
    Column("token", TOKEN, primary_key=True),
    _account(),
    Column("name", Text, nullable=False),
    Column("since", WHEN, nullable=False),
    Column("revoked", Boolean, nullable=False),
)

identities = Table(
    "identities",
    metadata,
    Column("issuer", String(512), primary_key=True),
    Column("subject", String(255), primary_key=True),
    _account(),
    Column("since", WHEN, nullable=False),
)

trips = Table(
    "trips",
    metadata,
    Column("token", TOKEN, primary_key=True),
    Column("provider", WORD, nullable=False),
    Column("place", Text, nullable=False),
    Column("until", WHEN, nullable=False),
    Column("target", Text, nullable=False),
    Column("invitation", Text, nullable=False),
    _account(nullable=True),
)

uploads = Table(
    "uploads",
    metadata,
    Column("id", ID, primary_key=True),
    _account(),
    Column("name", Text, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("until", WHEN, nullable=False),
)

failed_sign_ins = Table(
    "failed_sign_ins",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("email", String(320), nullable=False, index=True),
    Column("place", Text, nullable=False, index=True),
    Column("device", TOKEN, nullable=False),
    Column("at", WHEN, nullable=False),
)

audit = Table(
    "audit",
    metadata,
    Column("sequence", Integer, primary_key=True, autoincrement=False),
    Column("at", WHEN, nullable=False),
    Column("who", Text, nullable=False),
    Column("act", WORD, nullable=False),
    Column("target", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("digest", SHA256, nullable=False),
)

submissions = Table(
    "submissions",
    metadata,
    Column("id", ID, primary_key=True),
    _account(),
    Column("at", WHEN, nullable=False),
    Column("state", WORD, nullable=False),
    Column("reason", Text, nullable=False),
    Column("input_id", SHA256, nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("told", Text, nullable=False),
    Column("replaces", ID),
)

published = Table(
    "published",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("audience", WORD, nullable=False),
    Column("number", Integer, nullable=False),
    Column("key", RECORD_ID, nullable=False),
    Column("at", WHEN, nullable=False),
)
