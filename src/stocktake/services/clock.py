"""The moment at which somebody decides something."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> str:
    """The present moment as reviews keep it: ISO 8601, UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")
