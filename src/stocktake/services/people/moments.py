"""Moments as they are kept: UTC, to the second, so that they sort as text."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


def present() -> datetime:
    """The moment it is."""
    return datetime.now(UTC)


def told(moment: datetime) -> str:
    """A moment as it is kept."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def later(moment: datetime, **span: float) -> str:
    """The moment that is *span* (as ``timedelta`` takes it) later, as it is kept."""
    return told(moment + timedelta(**span))


def earlier(moment: datetime, **span: float) -> str:
    """The moment that is *span* earlier, as it is kept."""
    return told(moment - timedelta(**span))
