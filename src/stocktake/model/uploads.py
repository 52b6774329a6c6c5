"""A file that comes in pieces."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Upload:
    """What was announced of a file: its *name*, its *size* in bytes and, where its sender knows it,
    its *sha256*. What came of it is kept *until* a moment (UTC)."""

    id: str
    account_id: str
    name: str
    size: int
    sha256: str
    until: str
